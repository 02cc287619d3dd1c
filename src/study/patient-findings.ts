import type { DicomHeader, Patient } from '../dicom/dicom-header';
import { type Finding, makeFinding } from '../finding';
import type { SomeFiles } from '../findings/study';

const WHAT = [
  { code: 'patient-id-differs', what: 'id', of: (patient: Patient) => patient.id },
  { code: 'patient-name-differs', what: 'name', of: (patient: Patient) => nameForComparing(patient.name) },
  { code: 'patient-birth-date-differs', what: 'birth-date', of: (patient: Patient) => patient.birthDate },
] as const;

/**
 * Whether all objects are of one patient. A mix-up of patients is the worst error there is, so every difference in ID,
 * name or birth date is an error finding, and a file that does not say is a warning.
 */
export function patientFindings(objects: readonly DicomHeader[]): Finding[] {
  const findings: Finding[] = [];
  for (const { code, what, of } of WHAT) {
    const files = new Map<string, DicomHeader[]>();
    for (const object of objects) files.set(of(object.patient), [...(files.get(of(object.patient)) ?? []), object]);
    const silent = files.get('') ?? [];
    files.delete('');
    if (files.size > 1) {
      const values = [...files].map(([value, those]) => ({ value, ...someOf(those) }));
      findings.push(makeFinding(code, 'error', { values }));
    }
    if (silent.length > 0 && files.size > 0) {
      findings.push(makeFinding('patient-not-stated', 'warning', { what, ...someOf(silent) }));
    } else if (silent.length > 0 && what === 'id' && objects.length > 1) {
      findings.push(makeFinding('patient-not-stated', 'warning', { what, files: [], more: 0 }));
    }
  }
  return findings;
}

/** Exporters differ in case, in spaces and in carets at the end; a difference in these alone is none. */
function nameForComparing(name: string): string {
  const [alphabetic] = name.split('=');
  return (alphabetic || name).toUpperCase().replaceAll('^', ' ').replace(/\s+/g, ' ').trim();
}

/** A few of many files, and how many more there are. */
export function someOf(objects: readonly DicomHeader[]): SomeFiles {
  const files = objects.map(({ file }) => file);
  return files.length > 3 ? { files: files.slice(0, 2), more: files.length - 2 } : { files, more: 0 };
}
