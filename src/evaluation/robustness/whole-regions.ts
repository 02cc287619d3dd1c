import type { CaseCourseInput, Region } from '../../case/case-inputs';
import type { CoursePaths } from '../../case/course-paths';
import { PLAIN_STEPS, type Steps } from '../../case/steps';
import { dosed } from '../../geometry/near-maximum/dosed-points';
import { NO_PEAKS } from '../../geometry/peaks/find-peaks';
import { peaksFinder } from '../../geometry/peaks/peaks-finder';
import { affineMap, composeMaps, matrixOfMap, type PointMap } from '../../geometry/point-map';
import { sampleRoi } from '../../geometry/roi-samples';
import { type PreparedRegion, prepareRegion } from '../prepared-region';
import type { Motion } from './motions';
import type { MovedGroup } from './moved-groups';
import type { Move } from './moves';

/** What of a region is made anew: its samples, for all but maxima, or its peaks, for these alone. */
export type Anew = 'samples' | 'peaks';

/**
 * A region made anew with its courses moved: what the samples of the unmoved dose, which are fine where that is
 * hot or steep, do not know. Undefined where a moved course is deformed, which a matrix before it would deform elsewhere.
 * @param some samples that the search for peaks begins from, and that stand beside them.
 * @param steps whose surveys of the doses are used; what is sampled is not remembered.
 */
export function wholeRegions(
  { region, own }: PreparedRegion,
  regions: readonly Region[],
  courses: readonly CaseCourseInput[],
  { paths, groups }: { readonly paths: CoursePaths; readonly groups: readonly MovedGroup[] },
  some: PreparedRegion,
  { surveyDose }: Pick<Steps, 'surveyDose'>,
): (move: Move, anew: Anew) => PreparedRegion | undefined {
  const isRigid = groups.every(({ courses: own }) => own.every((c) => matrixOfMap(paths[c]!.map)));
  let find: ReturnType<typeof peaksFinder> | undefined;
  const samplesAnew: Steps['sampleRoi'] = (stack, fields) => sampleRoi(stack, fields, () => NO_PEAKS);
  const peaksAnew: Steps['sampleRoi'] = (stack, fields) => {
    find ??= peaksFinder(stack);
    const { count, positionsMm, volumeCc } = some.samples;
    const sampled = dosed({ count, positionsMm, volumeCc }, fields);
    return { ...some.samples, ...sampled, peaks: find(fields, sampled) };
  };
  return ({ motions }, anew) => {
    if (!isRigid) return undefined;
    const maps = motions.map((motion) => motion && mapOf(motion));
    const moved = paths.map((path, c) => {
      const map = maps[groups.findIndex((group) => group.courses.includes(c))];
      return path && map ? { ...path, map: composeMaps(map, path.map) } : path;
    });
    const steps = { ...PLAIN_STEPS, surveyDose, sampleRoi: anew === 'peaks' ? peaksAnew : samplesAnew };
    return prepareRegion(region, regions, courses, moved, steps, own);
  };
}

const mapOf = ({ back: b }: Motion): PointMap =>
  affineMap([1 + b[0], b[1], b[2], b[3], b[4], 1 + b[5], b[6], b[7], b[8], b[9], 1 + b[10], b[11], 0, 0, 0, 1]);
