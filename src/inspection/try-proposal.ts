import type { FileAccess } from '../case/case-reader';
import { coursePaths } from '../case/course-paths';
import { loadCase } from '../case/load-case';
import { InputError } from '../input-error';
import { PatientMixUp } from '../study/patient-mix-up';
import { type Missing, makeMissing } from './proposal-words';
import type { ProposedCase } from './propose-case';

/**
 * What keeps a proposed case from being assessed, beside what is said to be missing already: the case is read as `assess`
 * reads it. Nothing where it can be.
 */
export async function tryProposal(caseFile: ProposedCase, casePath: string, access: FileAccess): Promise<Missing[]> {
  try {
    coursePaths(await loadCase(JSON.stringify(caseFile), casePath, access));
    return [];
  } catch (error) {
    if (error instanceof PatientMixUp) return [makeMissing('samePatient', 'same-patient', error.refusal)];
    if (error instanceof InputError) return [makeMissing(error.where ?? '', 'not-usable', error.refusal)];
    throw error;
  }
}
