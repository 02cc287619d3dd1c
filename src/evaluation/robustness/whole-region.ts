import type { CaseCourseInput, Region } from '../../case/case-inputs';
import type { CoursePaths } from '../../case/course-paths';
import { PLAIN_STEPS, type Steps } from '../../case/steps';
import { affineMap, composeMaps, matrixOfMap } from '../../geometry/point-map';
import { type PreparedRegion, prepareRegion } from '../prepared-region';
import type { Motion } from './motions';

/**
 * A region sampled anew with the prior courses moved: what the samples of the unmoved dose, which are fine where that is
 * hot or steep, do not know. Undefined where a prior course is deformed, which a matrix before it would deform elsewhere.
 * @param steps whose surveys of the doses are used; what is sampled is not remembered.
 */
export function wholeRegion(
  { region, own }: PreparedRegion,
  regions: readonly Region[],
  courses: readonly CaseCourseInput[],
  paths: CoursePaths,
  { back: b }: Motion,
  { surveyDose }: Pick<Steps, 'surveyDose'>,
): PreparedRegion | undefined {
  const isRigid = paths.every((path, c) => courses[c].role !== 'prior' || !path || matrixOfMap(path.map));
  if (!isRigid) return undefined;
  const matrix = [1 + b[0], b[1], b[2], b[3], b[4], 1 + b[5], b[6], b[7], b[8], b[9], 1 + b[10], b[11], 0, 0, 0, 1];
  const moved = paths.map((path, c) =>
    path && courses[c].role === 'prior' ? { ...path, map: composeMaps(affineMap(matrix), path.map) } : path,
  );
  return prepareRegion(region, regions, courses, moved, { ...PLAIN_STEPS, surveyDose }, own);
}
