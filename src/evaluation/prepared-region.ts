import type { CaseCourseInput, Region } from '../case/case-inputs';
import type { CoursePaths } from '../case/course-paths';
import { PLAIN_STEPS, type Steps } from '../case/steps';
import { phasesOf } from '../effect/given-course';
import type { DoseField } from '../geometry/interpolate';
import type { RoiSamples } from '../geometry/roi-samples';
import type { FramePath } from '../registration/frame-path';
import { type KnownShares, knownShares } from './known-shares';
import { type OwnSamples, sampleOwnAnatomy } from './own-anatomy';
import type { PhaseKnowledge } from './phase-bounds';
import { recordedMostGy, recordedReachedGy } from './recorded-dose';

/** A region turned into samples, once. */
export interface PreparedRegion {
  readonly region: Region;
  /** `samples.doseGy` holds one array for each phase of each course, in order; NaN where the dose is unknown. */
  readonly samples: RoiSamples;
  /** The dose of each phase as a field about the region, in the same order; undefined where there is none, or no way to it. */
  readonly fields: readonly (DoseField | undefined)[];
  /** For each phase, in the same order. */
  readonly phases: readonly PhaseKnowledge[];
  /** The same at the samples' peaks. */
  readonly peakPhases: readonly PhaseKnowledge[];
  /** Share of the volume whose dose is known, of each course and of all of them together. */
  readonly insideDoseGrid: KnownShares;
  /** The organ on the contours of prior courses' own structure sets. */
  readonly own: readonly OwnSamples[];
}

/** An organ with its samples and the doses there, one for each phase of the courses that lie on its anatomy, whichever that is. */
export type DosedOrgan = Pick<PreparedRegion, 'region' | 'samples'>;

/**
 * Samples one region and the physical dose of every phase there.
 * @param own the organ on the courses' own contours, where that is sampled already.
 */
export function prepareRegion(
  region: Region,
  regions: readonly Region[],
  courses: readonly CaseCourseInput[],
  paths: CoursePaths,
  steps: Steps = PLAIN_STEPS,
  own: readonly OwnSamples[] = sampleOwnAnatomy(region, courses, steps),
): PreparedRegion {
  const phases = phasesOf(courses);
  const fields = phases.map(({ phase, courseIndex }): DoseField | undefined => {
    const path = paths[courseIndex];
    if (phase.dose.kind !== 'grid' || !path) return undefined;
    const { grid } = phase.dose;
    return { grid, toGridFrame: path.map, survey: steps.surveyDose(grid) };
  });
  const sampled = steps.sampleRoi(
    region.stack,
    fields.filter((field) => field !== undefined),
  );
  const unmappedOf = new Map<FramePath, Uint8Array | undefined>();
  const unmapped = (path: FramePath | undefined) => {
    if (!path) return undefined;
    if (!unmappedOf.has(path)) unmappedOf.set(path, steps.unmappedPoints(path.map, sampled.positionsMm, sampled.count));
    return unmappedOf.get(path);
  };
  const { peaks } = sampled;
  const ofPhases = (count: number, fieldGy: readonly Float32Array[]) => {
    let next = 0;
    return phases.map(({ phase, course }) => {
      // Nothing of a course that is apart is on this anatomy; what it gave is added from its own.
      if (course.isApart) return new Float32Array(count);
      return phase.dose.kind === 'grid' ? (fieldGy[next++] ?? new Float32Array(0)) : new Float32Array(count).fill(Number.NaN);
    });
  };
  const doseGy = ofPhases(sampled.count, sampled.doseGy);
  const knowledge = phases.map(({ phase, courseIndex }): PhaseKnowledge => {
    const { dose } = phase;
    if (dose.kind === 'record') {
      const of = [region, regions, dose, phase.deliveredShare] as const;
      return { recorded: { mostGy: recordedMostGy(...of), reachedGy: recordedReachedGy(...of) } };
    }
    return { unmapped: unmapped(paths[courseIndex]) };
  });
  const peakPhases = phases.map(({ courseIndex }, p): PhaseKnowledge => {
    const path = paths[courseIndex];
    if (knowledge[p].recorded || !path) return knowledge[p];
    return { unmapped: steps.unmappedPoints(path.map, peaks.positionsMm, peaks.count) };
  });
  // How far grids reach is asked of grids alone.
  const shareOf = (isAsked: (course: CaseCourseInput) => boolean) =>
    Math.min(
      knownShare(
        sampled,
        doseGy.filter((_, p) => !knowledge[p].recorded && isAsked(courses[phases[p].courseIndex])),
      ),
      ...courses.flatMap((course, c) => (course.isApart && isAsked(course) ? [ownShare(own, c)] : [])),
    );
  return {
    region,
    samples: { ...sampled, doseGy, peaks: { ...peaks, doseGy: ofPhases(peaks.count, peaks.doseGy) } },
    fields,
    phases: knowledge,
    peakPhases,
    insideDoseGrid: knownShares(courses, shareOf),
    own,
  };
}

/** Share of an organ of a course's own anatomy on which the course's dose is known; 0 where the course has no such organ. */
function ownShare(own: readonly OwnSamples[], course: number): number {
  const found = own.find((each) => each.course === course);
  return found ? knownShare(found.samples, found.samples.doseGy) : 0;
}

/** Share of the volume on which every one of the doses is known; to 7 digits, which is what single precision holds. */
function knownShare({ count, volumeCc, totalCc }: RoiSamples, doses: readonly Float32Array[]): number {
  let known = 0;
  for (let n = 0; n < count; n++) {
    let isKnown = true;
    for (const dose of doses) if (Number.isNaN(dose[n])) isKnown = false;
    if (isKnown) known += volumeCc[n];
  }
  return totalCc > 0 ? Number((known / totalCc).toPrecision(7)) : 0;
}
