import { BOUNDLESS_GY } from '../dvh/covered-distribution';
import { phasesOf } from '../effect/given-course';
import type { DoseField } from '../geometry/interpolate';
import type { RoiSamples } from '../geometry/roi-samples';
import { InputError } from '../input-error';
import { type FramePath, findFramePath, wrongWayRound } from '../registration/frame-path';
import type { CaseCourseInput, CaseInputs, Region } from './case-inputs';
import { type OwnSamples, sampleOwnAnatomy } from './own-anatomy';
import { recordedMostGy } from './recorded-dose';
import { PLAIN_STEPS, type Steps } from './steps';

/** What is known of a phase's dose at a region's points, beside the dose itself. */
export interface PhaseKnowledge {
  /** Points that the way to the course leaves without a place: nobody's word makes their dose 0. */
  readonly unmapped?: Uint8Array | undefined;
  /** Of a phase that only a record tells of: the most that any point had; undefined where it says nothing. */
  readonly recorded?: { readonly mostGy: number | undefined };
}

/** A region turned into samples, once. */
export interface PreparedRegion {
  readonly region: Region;
  /** `samples.doseGy` holds one array for each phase of each course, in order; NaN where the dose is unknown. */
  readonly samples: RoiSamples;
  /** For each phase, in the same order. */
  readonly phases: readonly PhaseKnowledge[];
  /** The same at the samples' peaks. */
  readonly peakPhases: readonly PhaseKnowledge[];
  /** Share of the volume whose dose is known, of each course and of all of them together. */
  readonly insideDoseGrid: { readonly prior: number; readonly planned: number; readonly cumulative: number };
  /** The organ on the contours of prior courses' own structure sets. */
  readonly own: readonly OwnSamples[];
}

/** For each course, how the points of the anatomy are carried into its frame; undefined for one without a dose grid, or apart. */
export type CoursePaths = readonly (FramePath | undefined)[];

/**
 * Finds the way from the anatomy's frame to each course's.
 * @throws InputError where nothing joins the frames: identity is never assumed.
 */
export function coursePaths(inputs: CaseInputs): CoursePaths {
  return inputs.courses.map((course) => {
    if (course.isApart) return undefined;
    const frames = [
      ...new Set(course.phases.flatMap((phase) => (phase.dose.kind === 'grid' ? [phase.dose.grid.frameOfReferenceUid] : []))),
    ];
    if (frames.length > 1) {
      throw new InputError({
        where: `course "${course.name}"`,
        found: `phases on ${frames.length} frames of reference (${frames.join(', ')})`,
        needed: 'one frame for the phases of a course; write phases on another CT as a course of their own',
      });
    }
    if (frames.length === 0) return undefined;
    const path = findFramePath(inputs.transforms, inputs.frameOfReferenceUid, frames[0]);
    if (!path) {
      throw new InputError({
        file: course.phases[0].files[0]?.path,
        where: '(0020,0052) FrameOfReferenceUID',
        ...noPath(inputs, course.name, frames[0]),
      });
    }
    return path;
  });
}

/** What is missing between the anatomy's frame and a course's, for an error. */
function noPath({ transforms, frameOfReferenceUid }: CaseInputs, course: string, frameUid: string) {
  const apart = `the dose of course "${course}" in frame ${frameUid}, the structures in frame ${frameOfReferenceUid}`;
  const backwards = wrongWayRound(transforms, frameOfReferenceUid, frameUid);
  if (backwards.length > 0) {
    const { source, fromFrameUid, toFrameUid } = backwards[0];
    return {
      found: `${apart}, and between them a deformation that carries points the other way (${source}: from ${fromFrameUid} to ${toFrameUid})`,
      needed:
        'a deformable registration that carries points of the structures to the course (the planning CT as its registered frame); a deformation is never inverted',
    };
  }
  const joined = [...new Set(transforms.map((t) => `${t.source} joins ${t.fromFrameUid} and ${t.toFrameUid}`))];
  return {
    found: `${apart}, and no registration between them${joined.length > 0 ? ` (${joined.join('; ')})` : ''}`,
    needed: 'a Spatial Registration that joins the two frames, or a matrix between them',
  };
}

/** Samples one region and the physical dose of every phase there. */
export function prepareRegion(
  region: Region,
  regions: readonly Region[],
  courses: readonly CaseCourseInput[],
  paths: CoursePaths,
  steps: Steps = PLAIN_STEPS,
): PreparedRegion {
  const phases = phasesOf(courses);
  const fields = phases.flatMap(({ phase, courseIndex }): DoseField[] => {
    const path = paths[courseIndex];
    return phase.dose.kind === 'grid' && path ? [{ grid: phase.dose.grid, toGridFrame: path.map }] : [];
  });
  const sampled = steps.sampleRoi(region.stack, fields);
  const own = sampleOwnAnatomy(region, courses, steps);
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
    if (dose.kind === 'record') return { recorded: { mostGy: recordedMostGy(region, regions, dose) } };
    return { unmapped: unmapped(paths[courseIndex]) };
  });
  const peakPhases = phases.map(({ courseIndex }, p): PhaseKnowledge => {
    const path = paths[courseIndex];
    if (knowledge[p].recorded || !path) return knowledge[p];
    return { unmapped: steps.unmappedPoints(path.map, peaks.positionsMm, peaks.count) };
  });
  // How far grids reach is asked of grids alone.
  const share = (role?: 'prior' | 'planned') =>
    Math.min(
      knownShare(
        sampled,
        doseGy.filter((_, p) => !knowledge[p].recorded && (!role || phases[p].course.role === role)),
      ),
      ...(role === 'planned' ? [] : courses.flatMap(({ isApart }, c) => (isApart ? [ownShare(own, c)] : []))),
    );
  return {
    region,
    samples: { ...sampled, doseGy, peaks: { ...peaks, doseGy: ofPhases(peaks.count, peaks.doseGy) } },
    phases: knowledge,
    peakPhases,
    insideDoseGrid: { prior: share('prior'), planned: share('planned'), cumulative: share() },
    own,
  };
}

/** What each phase has given at each point at the least and at the most; the same array where it is known throughout. */
export interface PhaseBounds {
  readonly leastGy: readonly Float32Array[];
  readonly mostGy: readonly Float32Array[];
}

/**
 * Bounds of the phases' doses.
 * @param doseGy dose of each phase at each point, NaN where unknown.
 * @param outsideIsZero the user's word that no dose was given outside the dose grids. It speaks of the grids alone: where
 *   a deformation ends, or a record is all there is, the dose stays unknown.
 */
export function phaseBounds(
  doseGy: readonly Float32Array[],
  phases: readonly PhaseKnowledge[],
  outsideIsZero: boolean,
): PhaseBounds {
  const bounds = doseGy.map((dose, p) => {
    const { recorded, unmapped } = phases[p] ?? {};
    if (recorded) {
      return {
        least: new Float32Array(dose.length),
        most: new Float32Array(dose.length).fill(recorded.mostGy ?? BOUNDLESS_GY),
      };
    }
    if (!dose.some(Number.isNaN)) return { least: dose, most: dose };
    const least = dose.map((gy) => (Number.isNaN(gy) ? 0 : gy));
    const isUnknown = (n: number) => Number.isNaN(dose[n]) && (!outsideIsZero || unmapped?.[n] === 1);
    if (outsideIsZero && !unmapped) return { least, most: least };
    return { least, most: least.map((gy, n) => (isUnknown(n) ? BOUNDLESS_GY : gy)) };
  });
  return { leastGy: bounds.map(({ least }) => least), mostGy: bounds.map(({ most }) => most) };
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
