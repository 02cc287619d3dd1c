import { InputError, type Refusal, type RefusalKind } from '../../input-error';
import { type Person, personText } from '../host/draft-head';

/** What is known of the files that a case was worked on with: whose they are, and SHA-256 by path. */
export interface ExpectedFiles {
  readonly patient?: Person;
  readonly inputs: Readonly<Record<string, string>>;
}

/**
 * The files that are open under the paths of a case are not those that it was worked on with. Names of folders and files
 * tell no patient from another: exports are all called DICOM.
 */
export class OtherFiles extends InputError {
  override name = 'OtherFiles';

  constructor(private readonly owners: NonNullable<Refusal['owners']>) {
    const { of, here, files } = owners;
    const named = files.length > 0 ? `: ${files.join(', ')}` : '';
    super({
      found: `files of ${here.map(personText).join(' and ') || 'nobody that is named'}${named}`,
      needed: `the files that the case was worked on with, ${of ? `of ${personText(of)}` : 'whose patient is not known'}`,
    });
  }

  override get refusal(): Refusal {
    return { ...super.refusal, owners: this.owners };
  }

  protected override get kind(): RefusalKind {
    return 'other-files';
  }
}

/** Nobody is told from another by two empty values. */
const isNamed = (person: Person | undefined): person is Person =>
  person !== undefined && (person.id !== '' || person.name !== '');

const isSame = (a: Person, b: Person): boolean => a.id === b.id && a.name === b.name;

/**
 * Checks the files that are there against what is expected. Nothing is to be read of them as DICOM before.
 * @param found SHA-256 of those of the expected files that are there.
 * @param here the patients of all files that are open.
 * @returns whether every expected file is there.
 * @throws OtherFiles where one has other content; where no file can be compared, unless the patient is known and here.
 */
export function checkFiles(
  { patient, inputs }: ExpectedFiles,
  found: Readonly<Record<string, string>>,
  here: readonly Person[],
): boolean {
  const paths = Object.keys(inputs);
  const compared = paths.filter((path) => found[path] !== undefined);
  const files = compared.filter((path) => found[path] !== inputs[path]);
  const owner: { readonly of?: Person } = isNamed(patient) ? { of: patient } : {};
  const isHere = here.some((one) => owner.of !== undefined && isSame(one, owner.of));
  if (files.length > 0) throw new OtherFiles({ ...owner, here, files });
  if (compared.length > 0) return compared.length === paths.length;
  // None of its files is there: what is missing is said when the case is read.
  if (paths.length > 0 || here.length === 0) {
    if (here.length > 0 && owner.of && !isHere) throw new OtherFiles({ ...owner, here, files });
    return false;
  }
  if (!isHere) throw new OtherFiles({ ...owner, here, files });
  return true;
}
