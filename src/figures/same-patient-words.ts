import type { Assessment } from '../evaluation/assessment';
import type { Identity } from '../study/patient-identity';
import { personName } from './wording';

const identityWords = ({ id, name, birthDate, sex }: Identity): string =>
  [personName(name), `ID ${id || 'not given'}`, `born ${birthDate || 'not given'}`, `sex ${sex || 'not given'}`].join(', ');

/** By whose word files of different identities are of one patient; nothing where no word was needed. */
export function samePatientWords({ patient }: Pick<Assessment, 'patient'>): string | undefined {
  const { samePatient, identities = [] } = patient;
  if (!samePatient) return undefined;
  const { by, on, why } = samePatient;
  return `The files state different identities: ${identities.map(identityWords).join('; ')}. That they are one patient is the word of ${by}, ${on}: ${why}`;
}
