import { goalOrgan, nearestWords } from '../constraints/goal-organ';
import { matchOrgan } from '../constraints/organ-names';
import { InputError } from '../input-error';
import type { CaseFile, OrganOverride } from './case-file';

/*
 * Organs as a case names them, read by the same table of names as ROIs and goals. What is not known is refused: taken as
 * it stands it would have no tissue, no goal and nobody's dose.
 */

/** The id of an organ, a part or margin of one, or a kind of target; undefined of a name that is not known. */
const idOf = (name: string): string | undefined => matchOrgan(name).organ ?? goalOrgan(name);

const unknown = (file: string, where: string, name: string) =>
  new InputError({
    file,
    where,
    found: `"${name}", which is no organ that is known here`,
    needed: `the name of an organ${nearestWords(name, [])}`,
  });

/**
 * The case with the organs that its ROIs are said to be by their ids.
 * @throws InputError that names the field where an organ is not known, of `organs`, `absent` and `required`, and where a
 *   derived structure has no name.
 */
export function withNamedOrgans(caseFile: CaseFile, file: string): CaseFile {
  const { organs, absent = {}, derived = {}, required = [] } = caseFile;
  for (const name of Object.keys(absent)) {
    if (matchOrgan(name).kind !== 'organ') throw unknown(file, `absent.${name}`, name);
  }
  for (const [n, name] of required.entries()) {
    if (idOf(name) === undefined) throw unknown(file, `required[${n}]`, name);
  }
  if (Object.keys(derived).some((name) => name.trim() === '')) {
    throw new InputError({ file, where: 'derived', found: 'a structure with an empty name', needed: 'a name for each' });
  }
  if (!organs) return caseFile;
  const named = Object.entries(organs).map(([roi, override]): [string, OrganOverride] => {
    if (override.organ === undefined) return [roi, override];
    const organ = idOf(override.organ);
    if (organ === undefined) throw unknown(file, `organs.${roi}.organ`, override.organ);
    return [roi, { ...override, organ }];
  });
  return { ...caseFile, organs: Object.fromEntries(named) };
}
