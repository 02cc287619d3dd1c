import type { CaseCourseInput, Region } from '../../case/case-inputs';
import type { CoursePaths } from '../../case/course-paths';
import { affineMap, composeMaps, matrixOfMap } from '../../geometry/point-map';
import { type PreparedRegion, prepareRegion } from '../prepared-region';
import type { Motion } from './motions';

/**
 * A region sampled anew with the prior courses moved: for maxima, whose place the samples of the unmoved dose do not
 * know. Undefined where a prior course is deformed, which a matrix before it would deform elsewhere.
 */
export function wholeRegion(
  { region }: PreparedRegion,
  regions: readonly Region[],
  courses: readonly CaseCourseInput[],
  paths: CoursePaths,
  { back: b }: Motion,
): PreparedRegion | undefined {
  const isRigid = paths.every((path, c) => courses[c].role !== 'prior' || !path || matrixOfMap(path.map));
  if (!isRigid) return undefined;
  const matrix = [1 + b[0], b[1], b[2], b[3], b[4], 1 + b[5], b[6], b[7], b[8], b[9], 1 + b[10], b[11], 0, 0, 0, 1];
  const moved = paths.map((path, c) =>
    path && courses[c].role === 'prior' ? { ...path, map: composeMaps(affineMap(matrix), path.map) } : path,
  );
  return prepareRegion(region, regions, courses, moved);
}
