import { PLAIN_STEPS } from '../../case/steps';
import type { RtDose } from '../../dicom/rt-dose';
import type { RtStructureSet } from '../../dicom/rt-structure-set';
import type { Finding } from '../../findings/finding';
import type { DoseGrid } from '../../geometry/dose-grid';
import { surveyDose } from '../../geometry/dose-survey';
import { CourseTargets } from './course-targets';
import { boundsOfFractions } from './fraction-bounds';
import { hottestGy } from './hot-region';
import { planningDvhFindings } from './planning-dvh-check';

/**
 * What can be said against one dose with one structure set, without a plan or a prescription: whether it is
 * another dose than the planning system's DVHs are of, and what it makes of the fractions.
 * @param fractions where they are known.
 */
export function doseAloneFindings(
  dose: RtDose,
  grid: DoseGrid,
  structures: RtStructureSet,
  fractions: number | undefined,
): Finding[] {
  const { file } = dose;
  // That a dose is zero is said where it is read.
  const survey = surveyDose(grid);
  if (!(survey.highestGy > 0)) return [];
  const drawn = new CourseTargets(structures, grid.frameOfReferenceUid, false, PLAIN_STEPS);
  const isOfThese = drawn.isOf(dose.referencedStructureSetUid);
  const given = [{ of: 'grid', doseGy: hottestGy(survey, 1), bounds: 'both' }] as const;
  return [
    ...(isOfThese ? planningDvhFindings(dose, { grid, share: 1, file }, (number) => drawn.stackOf(number), PLAIN_STEPS) : []),
    ...(fractions === undefined ? [] : boundsOfFractions(file, fractions, given, { file })),
  ];
}
