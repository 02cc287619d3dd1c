import type { DicomHeader, Patient } from '../dicom/dicom-header';
import { type Finding, type FindingOf, makeFinding } from '../findings/finding';
import { differingWords, type PatientKey, type SomeFiles } from '../findings/study';
import { birthDatesDiffer, knownBirthDate, knownId, knownName, knownSex } from './patient-identity';
import { comparableNames, namesDiffer, plainText } from './person-name';

type MixUpCode = 'patient-id-differs' | 'patient-name-differs' | 'patient-birth-date-differs' | 'patient-sex-differs';
/** A finding that means that files of different patients were put together. */
export type MixUp = FindingOf<MixUpCode>;

interface Attribute {
  readonly code: MixUpCode;
  readonly what: PatientKey;
  /** '' where the file does not tell. */
  readonly of: (patient: Patient) => string;
  readonly differ: (a: string, b: string) => boolean;
}

const unequal = (a: string, b: string) => a !== b;
const ATTRIBUTES: readonly Attribute[] = [
  { code: 'patient-id-differs', what: 'id', of: knownId, differ: unequal },
  { code: 'patient-name-differs', what: 'name', of: knownName, differ: namesDiffer },
  { code: 'patient-birth-date-differs', what: 'birth-date', of: knownBirthDate, differ: birthDatesDiffer },
  { code: 'patient-sex-differs', what: 'sex', of: knownSex, differ: unequal },
];

export const isMixUp = (finding: Finding): finding is Finding & MixUp =>
  finding.severity === 'error' && ATTRIBUTES.some(({ code }) => code === finding.code);

/** In one sentence, what differs and in which files. */
export const mixUpWords = ({ code, facts }: MixUp): string =>
  differingWords(ATTRIBUTES.find((attribute) => attribute.code === code)!.what, facts);

/**
 * Whether all objects are of one patient. A mix-up of patients is the worst error there is, so every difference in ID,
 * name, birth date or sex is an error finding, and a file that does not say is a warning. What an anonymising program
 * wrote is as good as nothing: no difference, and no match.
 */
export function patientFindings(objects: readonly DicomHeader[]): Finding[] {
  const isUnknown = ({ patient }: DicomHeader) => knownId(patient) === '' && knownName(patient) === '';
  const nobody = objects.filter(isUnknown);
  const somebody = objects.filter((object) => !isUnknown(object));
  return [...ATTRIBUTES.flatMap((attribute) => findingsOf(attribute, objects, somebody)), ...unknownIdentity(nobody, objects)];
}

function findingsOf({ code, what, of, differ }: Attribute, objects: readonly DicomHeader[], somebody: readonly DicomHeader[]) {
  const findings: Finding[] = [];
  const files = new Map<string, { value: string; those: DicomHeader[] }>();
  for (const object of objects) {
    const value = of(object.patient);
    if (value === '') continue;
    const key = value.split('=').map(plainText).join('=');
    const entry = files.get(key) ?? { value, those: [] };
    entry.those.push(object);
    files.set(key, entry);
  }
  const stated = [...files.values()];
  const differing = stated.filter(({ value }) => stated.some((other) => differ(value, other.value)));
  if (differing.length > 0) {
    const values = differing.map(({ value, those }) => ({ value, ...someOf(those) }));
    findings.push(makeFinding(code, 'error', { values }));
  } else if (what === 'name' && comparableNames(stated.map(({ value }) => value)).length > 1) {
    const values = stated.map(({ value, those }) => ({ value, ...someOf(those) }));
    findings.push(makeFinding('patient-names-not-comparable', 'warning', { values }));
  }
  const silent = somebody.filter(({ patient }) => of(patient) === '');
  if (silent.length === 0 || what === 'sex') return findings;
  if (stated.length > 0) findings.push(makeFinding('patient-not-stated', 'warning', { what, ...someOf(silent) }));
  else if (what === 'id' && objects.length > 1) {
    findings.push(makeFinding('patient-not-stated', 'warning', { what, files: [], more: 0 }));
  }
  return findings;
}

function unknownIdentity(nobody: readonly DicomHeader[], objects: readonly DicomHeader[]): Finding[] {
  if (nobody.length === 0 || objects.length < 2) return [];
  const written = new Set(nobody.flatMap(({ patient: { id, name } }) => [id, name].filter((text) => plainText(text) !== '')));
  return [makeFinding('identity-unknown', 'warning', { written: [...written], ...someOf(nobody) })];
}

/** A few of many files, and how many more there are. */
export function someOf(objects: readonly DicomHeader[]): SomeFiles {
  const files = objects.map(({ file }) => file);
  return files.length > 3 ? { files: files.slice(0, 2), more: files.length - 2 } : { files, more: 0 };
}
