import { dateIn } from '../dicom/date';
import type { DicomHeader, Patient } from '../dicom/dicom-header';
import { plainText } from './person-name';

/** Who files say they are of, as written; '' where they do not say. */
export type Identity = {
  readonly id: string;
  readonly name: string;
  readonly birthDate: string;
  readonly sex: string;
};

/** An identity with the files that state it. */
export type StatedIdentity = Identity & { readonly files: readonly string[] };

/**
 * What anonymising programs and people write in place of an ID or a name. Only words that are nobody's: "test", "123456"
 * or "anon7" may tell one patient from another, so they are taken as they are.
 */
const NOBODY = new Set(
  [
    ['ANON', 'ANONYM', 'ANONYMOUS', 'ANONYMIZED', 'ANONYMISED', 'ANONYMIZE', 'ANONYMISE', 'ANONYMIZATION', 'ANONYMOUSPATIENT'],
    ['DEIDENTIFIED', 'DE-IDENTIFIED', 'PSEUDONYMIZED', 'PSEUDONYMISED', 'REMOVED', 'REDACTED', 'HIDDEN', 'DELETED', 'MASKED'],
    ['ID', 'NAME', 'PATIENT', 'PATIENTID', 'PATIENTNAME', 'NOID', 'NONAME', 'NO'],
    ['UNKNOWN', 'UNNAMED', 'UNDEFINED', 'UNSPECIFIED', 'NONE', 'NULL', 'NIL', 'NA', 'N/A', 'NAN', 'EMPTY', 'BLANK'],
    ['匿名', '不明', '未知', '无名', '無名', '匿名化', '患者'],
  ].flat(),
);

/** One sign again and again, or no letter and no figure at all: `0`, `0000`, `xxx`, `--`, `?`. */
const SAYS_NOTHING = /^([0X*?._-])\1*$|^[^\p{L}\p{N}]*$/u;

/** Whether an ID or a name tells nobody: empty, or what is written in place of one. */
export function isNobody(text: string): boolean {
  return plainText(text.replaceAll('=', ' '))
    .split(/[ _]/)
    .every((word) => NOBODY.has(word) || SAYS_NOTHING.test(word));
}

/** The ID as it is compared, '' where it tells nobody. */
export const knownId = ({ id }: Patient): string => (isNobody(id) ? '' : plainText(id));
/** The name as written, '' where it tells nobody. */
export const knownName = ({ name }: Patient): string => (isNobody(name) ? '' : name.replace(/(?<![\s^=])[\s^=]+$/, ''));
/** Sex as written, '' where it is none of a person. */
export const knownSex = ({ sex = '' }: Patient): string =>
  isNobody(sex) || sex.trim().toUpperCase() === 'U' ? '' : plainText(sex);

/** Days that are written in place of a birth date. */
const NO_BIRTH_DATE = ['19000101', '11111111', '99999999'];

/** The birth date as it is compared: a day, a year, or what is written where that is no date. '' where it tells nothing. */
export function knownBirthDate({ birthDate }: Patient): string {
  const date = dateIn(birthDate) || plainText(birthDate);
  return isNobody(date) || NO_BIRTH_DATE.includes(date) || date === '00010101' ? '' : date;
}

/** Whether two birth dates are of different persons; a year agrees with every day of it. */
export const birthDatesDiffer = (a: string, b: string): boolean => !a.startsWith(b) && !b.startsWith(a);

const identityOf = ({ id, name, birthDate, sex = '' }: Patient): Identity => ({ id, name, birthDate, sex });

/** An identity as a person writes it in a case file. */
type WrittenIdentity = {
  readonly id: string;
  readonly name: string;
  readonly birthDate?: string | undefined;
  readonly sex?: string | undefined;
};

/** What two identities have to have in common to be the same entry: as written but for case, spaces and carets at the end. */
export const identityKey = ({ id, name, birthDate = '', sex = '' }: WrittenIdentity): string =>
  JSON.stringify([
    plainText(id),
    name
      .split('=')
      .map(plainText)
      .join('=')
      .replace(/(?<!=)=+$/, ''),
    dateIn(birthDate.replace(/^(\d{4})-(\d\d)-(\d\d)$/, '$1$2$3')) || plainText(birthDate),
    plainText(sex),
  ]);

/** Every identity that occurs, in the order of the files. */
export function identitiesOf(objects: readonly DicomHeader[]): StatedIdentity[] {
  const byKey = new Map<string, Identity & { files: string[] }>();
  for (const { patient, file } of objects) {
    const identity = identityOf(patient);
    const key = identityKey(identity);
    const known = byKey.get(key);
    if (known) known.files.push(file);
    else byKey.set(key, { ...identity, files: [file] });
  }
  return [...byKey.values()];
}
