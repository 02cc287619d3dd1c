import type { CaseInputs } from '../../case/case-inputs';
import type { CoursePaths } from '../../case/course-paths';
import type { Steps } from '../../case/steps';
import { phasesOf } from '../../effect/given-course';
import { type Finding, makeFinding } from '../../findings/finding';
import { borderDoseGy } from '../../geometry/border-dose';
import type { DosedOrgan } from '../prepared-region';

/** Dose on a border that is less than this, in Gy and of the grid's maximum, is what a calculation leaves off. */
const LEFT_OFF_GY = 5;
const LEFT_OFF_SHARE = 0.1;

/**
 * That a grid ends where its dose is high, beside a part of an organ that the user's word takes for 0 Gy: the field goes
 * on there. One finding for each organ and dose file. The bounds are this program's own.
 */
export function zeroOutsideFindings(
  { caseFile, courses }: Pick<CaseInputs, 'caseFile' | 'courses'>,
  paths: CoursePaths,
  regions: readonly DosedOrgan[],
  { surveyDose }: Pick<Steps, 'surveyDose'>,
): Finding[] {
  if (caseFile.outsideDoseGrid !== 'zero') return [];
  const grids = phasesOf(courses).flatMap(({ phase, course, courseIndex }, p) => {
    const { dose } = phase;
    const path = paths[courseIndex];
    if (dose.kind !== 'grid' || !path) return [];
    const leastGy = Math.max(LEFT_OFF_GY, LEFT_OFF_SHARE * surveyDose(dose.grid).highestGy);
    return [{ p, field: { grid: dose.grid, toGridFrame: path.map }, course: course.name, file: phase.files[0].path, leastGy }];
  });
  return regions.flatMap(({ region: { name: roi, organ }, samples }) =>
    grids.flatMap(({ p, field, course, file, leastGy }): Finding[] => {
      if (organ === undefined || organ === 'Body') return [];
      const borderGy = borderDoseGy(field, samples.positionsMm, samples.count, samples.doseGy[p]);
      if (!(borderGy > leastGy)) return [];
      return [makeFinding('zero-outside-contradicted', 'error', { roi, course, borderGy }, { file, roi, answerable: true })];
    }),
  );
}
