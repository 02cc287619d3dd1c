import type { CaseCourseInput, Region } from '../../case/case-inputs';
import type { CoursePaths } from '../../case/course-paths';
import { PLAIN_STEPS, type Steps } from '../../case/steps';
import { dosed } from '../../geometry/near-maximum/dosed-points';
import { NO_PEAKS } from '../../geometry/peaks/find-peaks';
import { peaksFinder } from '../../geometry/peaks/peaks-finder';
import { affineMap, composeMaps, matrixOfMap } from '../../geometry/point-map';
import { sampleRoi } from '../../geometry/roi-samples';
import { type PreparedRegion, prepareRegion } from '../prepared-region';
import type { Motion } from './motions';

/** What of a region is made anew: its samples, for all but maxima, or its peaks, for these alone. */
export type Anew = 'samples' | 'peaks';

/**
 * A region made anew with the prior courses moved: what the samples of the unmoved dose, which are fine where that is
 * hot or steep, do not know. Undefined where a prior course is deformed, which a matrix before it would deform elsewhere.
 * @param some samples that the search for peaks begins from, and that stand beside them.
 * @param steps whose surveys of the doses are used; what is sampled is not remembered.
 */
export function wholeRegions(
  { region, own }: PreparedRegion,
  regions: readonly Region[],
  courses: readonly CaseCourseInput[],
  paths: CoursePaths,
  some: PreparedRegion,
  { surveyDose }: Pick<Steps, 'surveyDose'>,
): (motion: Motion, anew: Anew) => PreparedRegion | undefined {
  const isRigid = paths.every((path, c) => courses[c].role !== 'prior' || !path || matrixOfMap(path.map));
  let find: ReturnType<typeof peaksFinder> | undefined;
  const samplesAnew: Steps['sampleRoi'] = (stack, fields) => sampleRoi(stack, fields, () => NO_PEAKS);
  const peaksAnew: Steps['sampleRoi'] = (stack, fields) => {
    find ??= peaksFinder(stack);
    const { count, positionsMm, volumeCc } = some.samples;
    const sampled = dosed({ count, positionsMm, volumeCc }, fields);
    return { ...some.samples, ...sampled, peaks: find(fields, sampled) };
  };
  return ({ back: b }, anew) => {
    if (!isRigid) return undefined;
    const matrix = [1 + b[0], b[1], b[2], b[3], b[4], 1 + b[5], b[6], b[7], b[8], b[9], 1 + b[10], b[11], 0, 0, 0, 1];
    const moved = paths.map((path, c) =>
      path && courses[c].role === 'prior' ? { ...path, map: composeMaps(affineMap(matrix), path.map) } : path,
    );
    const steps = { ...PLAIN_STEPS, surveyDose, sampleRoi: anew === 'peaks' ? peaksAnew : samplesAnew };
    return prepareRegion(region, regions, courses, moved, steps, own);
  };
}
