import type { CaseInputs } from '../case/case-inputs';
import { comparedWith } from '../case/compared-organ';
import { PLAIN_STEPS, type Steps } from '../case/steps';
import type { PointMap } from '../geometry/point-map';
import type { SlabStack } from '../geometry/slab-stack';
import type { Vec3 } from '../geometry/vec3';
import type { RegistrationQuality } from '../registration/quality/registration-quality';

/** Targets, and organs made from others, say nothing of a registration. */
const SAYS_NOTHING = /^(Body|External|I?GTV|I?CTV|ITV|PTV)$|_PRV$|[-_]in_|-(GTV|ITV|PTV)$/;

/**
 * How well a map from the anatomy to a prior course fits: on the organs that both have contours of, on the course's
 * landmarks, and by what a deformation does to every organ.
 * @param course its place among the courses of the case.
 */
export function registrationQualityOf(
  { courses, regions }: CaseInputs,
  course: number,
  map: PointMap,
  steps: Steps = PLAIN_STEPS,
): RegistrationQuality {
  const { landmarks } = courses[course];
  const isDeformed = map.some(({ field }) => field);
  const organs = regions
    .filter(({ organ, derived }) => organ !== undefined && !derived && !SAYS_NOTHING.test(organ))
    .map((region) => ({ name: region.name, planned: region.stack, prior: comparedWith(region, courses[course])?.stack }))
    .filter(({ planned, prior }) => planned.slabs.length > 0 && (prior !== undefined || isDeformed));
  const centreMm = middleOf(regions.map(({ stack }) => stack));
  return steps.registrationQuality({
    map,
    organs,
    landmarks: landmarks.map(({ name, onAnatomyMm, onCourseMm }) => ({ name, plannedMm: onAnatomyMm, priorMm: onCourseMm })),
    ...(centreMm && { centreMm }),
  });
}

/** The middle of the box around all solids; undefined where there are none. */
export function middleOf(stacks: readonly SlabStack[]): Vec3 | undefined {
  const low = [Infinity, Infinity, Infinity];
  const high = [-Infinity, -Infinity, -Infinity];
  for (const { basis, slabs } of stacks) {
    for (const { rings, bottomMm, topMm } of slabs) {
      for (const ring of rings) {
        for (let n = 0; n < ring.length; n += 2) {
          for (const w of [bottomMm, topMm]) {
            for (let axis = 0; axis < 3; axis++) {
              const at = ring[n] * basis.u[axis] + ring[n + 1] * basis.v[axis] + w * basis.w[axis];
              if (at < low[axis]) low[axis] = at;
              if (at > high[axis]) high[axis] = at;
            }
          }
        }
      }
    }
  }
  return low[0] <= high[0] ? [(low[0] + high[0]) / 2, (low[1] + high[1]) / 2, (low[2] + high[2]) / 2] : undefined;
}
