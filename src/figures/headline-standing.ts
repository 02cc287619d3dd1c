import { type Assessment, missingOrgans } from '../evaluation/assessment';
import { answeredFindings } from './answered-words';
import { plainErrors, questionWords } from './error-words';
import { countedMissing } from './missing-words';
import { registrationWarnings } from './registration-words';
import { restsOnMore } from './rests-on';
import { type Standing, standingOf } from './standing';

/** How many mandatory goals are met only as the prior courses are placed. */
export const metAsPlaced = ({ organs }: Pick<Assessment, 'organs'>): number =>
  organs.flatMap(({ goals }) => goals).filter((goal) => goal.mandatory && standingOf(goal) === 'met as placed').length;

/**
 * What the headline of a case stands under, in the window as in the report: no sign of a clean case where something is
 * missing, or where what is met rests on more than the files.
 */
export function headlineStanding(assessment: Assessment): Standing {
  const { mandatoryExceeded, mandatoryNotEvaluable, mandatoryMet } = assessment.overall;
  if (mandatoryExceeded > 0) return 'exceeded';
  if (mandatoryNotEvaluable > 0 || mandatoryMet === 0 || isDisturbed(assessment)) return 'not evaluable';
  return metAsPlaced(assessment) > 0 ? 'met as placed' : 'met';
}

/** Whether something takes the calm out of a good verdict. */
function isDisturbed(assessment: Assessment): boolean {
  const { findings, organs, overall, patient, settings } = assessment;
  return (
    settings.plannedScale !== 1 ||
    settings.outsideDoseGrid === 'zero' ||
    patient.samePatient !== undefined ||
    (overall.requiredNotJudged ?? []).length > 0 ||
    missingOrgans(organs).some(({ absent }) => absent !== undefined) ||
    [countedMissing(assessment), answeredFindings(findings), plainErrors(findings), registrationWarnings(assessment)].some(
      ({ length }) => length > 0,
    ) ||
    questionWords(assessment) !== undefined ||
    restsOnMore(assessment)
  );
}
