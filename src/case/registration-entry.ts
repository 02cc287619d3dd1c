import type { CaseRegistration } from './case-file';

/** The file that an entry of `registrations` names; undefined where the map is written out. */
export const registrationFileOf = (entry: CaseRegistration): string | undefined =>
  typeof entry === 'string' ? entry : 'file' in entry ? entry.file : undefined;

/** A map that is written out in the case; undefined where the entry names a file. */
export const writtenRegistration = (entry: CaseRegistration) =>
  typeof entry === 'string' || 'file' in entry ? undefined : entry;

/** The entry with another file in place of its own. */
export const withRegistrationFile = (entry: CaseRegistration, file: string): CaseRegistration =>
  typeof entry === 'string' ? file : { ...entry, file };
