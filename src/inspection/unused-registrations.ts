import type { CaseFile } from '../case/case-file';
import { registrationFileOf } from '../case/registration-entry';
import type { Inspection } from './inspect';

/** Registration files that are opened and that the case does not use. */
export function unusedRegistrations(
  caseFile: Pick<CaseFile, 'registrations'> | undefined,
  inspection: Pick<Inspection, 'registrations'> | undefined,
): readonly string[] {
  const used = (caseFile?.registrations ?? []).map(registrationFileOf);
  return [...new Set((inspection?.registrations ?? []).map(({ file }) => file))].filter((file) => !used.includes(file));
}
