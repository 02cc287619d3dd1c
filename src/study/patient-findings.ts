import type { DicomHeader, Patient } from '../dicom/dicom-header';
import type { Finding } from '../finding';

const WHAT = [
  { code: 'patient-id-differs', name: 'patient ID', of: (patient: Patient) => patient.id },
  { code: 'patient-name-differs', name: 'patient name', of: (patient: Patient) => nameForComparing(patient.name) },
  { code: 'patient-birth-date-differs', name: 'birth date', of: (patient: Patient) => patient.birthDate },
] as const;

/**
 * Whether all objects are of one patient. A mix-up of patients is the worst error there is, so every difference in ID,
 * name or birth date is an error finding, and a file that does not say is a warning.
 */
export function patientFindings(objects: readonly DicomHeader[]): Finding[] {
  const findings: Finding[] = [];
  for (const { code, name, of } of WHAT) {
    const files = new Map<string, DicomHeader[]>();
    for (const object of objects) files.set(of(object.patient), [...(files.get(of(object.patient)) ?? []), object]);
    const silent = files.get('') ?? [];
    files.delete('');
    if (files.size > 1) {
      const each = [...files].map(([value, those]) => `"${value}" in ${listed(those)}`);
      findings.push({
        code,
        severity: 'error',
        message: `The ${name} differs: ${each.join('; ')}. Make sure that all files are of one patient.`,
      });
    }
    if (silent.length > 0 && files.size > 0) {
      const message = `No ${name} in ${listed(silent)}; that these files are of the same patient cannot be checked by it.`;
      findings.push({ code: 'patient-not-stated', severity: 'warning', message });
    } else if (silent.length > 0 && code === 'patient-id-differs' && objects.length > 1) {
      findings.push({
        code: 'patient-not-stated',
        severity: 'warning',
        message: 'No file has a patient ID; that all are of one patient cannot be checked by it.',
      });
    }
  }
  return findings;
}

/** Exporters differ in case, in spaces and in carets at the end; a difference in these alone is none. */
function nameForComparing(name: string): string {
  const [alphabetic] = name.split('=');
  return (alphabetic || name).toUpperCase().replaceAll('^', ' ').replace(/\s+/g, ' ').trim();
}

function listed(objects: readonly DicomHeader[]): string {
  const files = objects.map(({ file }) => file);
  return files.length > 3 ? `${files.slice(0, 2).join(', ')} and ${files.length - 2} more files` : files.join(', ');
}
