import type { Vec3 } from '../geometry/vec3';
import { type RegistrationQuality, registrationQuality } from '../registration/quality/registration-quality';
import type { PreparedCase } from './assess';
import type { Assessment } from './assessment';
import type { CoursePaths, PreparedRegion } from './prepare';

/** Derived structures and targets say nothing of a registration. */
const SAYS_NOTHING = /^(Body|External|I?GTV|I?CTV|ITV|PTV)$|_PRV$|[-_]in_|-(GTV|ITV|PTV)$/;

/** Kept for as long as the samples are: nothing else changes it. */
const known = new WeakMap<CoursePaths, readonly (RegistrationQuality | undefined)[]>();

/**
 * Adds to each registration of an assessment how far it is to be trusted: organs contoured on both anatomies, landmarks,
 * folds, displacements. It takes longer than an evaluation and depends on no setting.
 */
export function withRegistrationQuality(prepared: PreparedCase, assessment: Assessment): Assessment {
  const { inputs, paths } = prepared;
  const qualities = known.get(paths) ?? qualitiesOf(prepared);
  known.set(paths, qualities);
  const priors = inputs.courses.flatMap(({ role }, c) => (role === 'prior' ? [c] : []));
  return {
    ...assessment,
    registrations: assessment.registrations.map((registration, n) => {
      const quality = qualities[priors[n]];
      return quality ? { ...registration, quality } : registration;
    }),
  };
}

function qualitiesOf({ inputs, paths, regions }: PreparedCase): (RegistrationQuality | undefined)[] {
  return inputs.courses.map(({ role, ownStacks, landmarks }, c) => {
    const path = paths[c];
    if (role !== 'prior' || !path || path.links.length === 0) return undefined;
    const organs = regions
      .filter(({ region: { organ, derived } }) => organ !== undefined && !derived && !SAYS_NOTHING.test(organ))
      .map(({ region }) => ({ name: region.name, planned: region.stack, prior: ownStacks?.get(region.organ!) }))
      .filter(({ prior }) => prior !== undefined || path.map.some(({ field }) => field));
    return registrationQuality({
      map: path.map,
      organs,
      landmarks: landmarks.map(({ name, onAnatomyMm, onCourseMm }) => ({ name, plannedMm: onAnatomyMm, priorMm: onCourseMm })),
      centreMm: middleOf(regions),
    });
  });
}

/** The middle of the box around all regions. */
function middleOf(regions: readonly PreparedRegion[]): Vec3 {
  const [low, high] = [new Array<number>(3).fill(Infinity), new Array<number>(3).fill(-Infinity)];
  for (const { samples } of regions) {
    for (let n = 0; n < 3 * samples.count; n++) {
      const axis = n % 3;
      if (samples.positionsMm[n] < low[axis]) low[axis] = samples.positionsMm[n];
      if (samples.positionsMm[n] > high[axis]) high[axis] = samples.positionsMm[n];
    }
  }
  return [0, 1, 2].map((axis) => (low[axis] + high[axis]) / 2) as unknown as Vec3;
}
