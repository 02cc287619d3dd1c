import type { CoveredDistribution } from '../dvh/covered-distribution';
import type { DoseField } from '../geometry/interpolate';
import { type RoiSamples, sampleRoi } from '../geometry/roi-samples';
import { InputError } from '../input-error';
import { type FramePath, findFramePath, wrongWayRound } from '../registration/frame-path';
import type { HeadroomResult } from './assessment';
import type { CaseCourseInput, CaseInputs, Region } from './case-inputs';
import { type OwnSamples, sampleOwnAnatomy } from './own-anatomy';

/** A region turned into samples, once. */
export interface PreparedRegion {
  readonly region: Region;
  /** `samples.doseGy` holds one array for each phase of each course, in order. */
  readonly samples: RoiSamples;
  /** Share of the volume whose dose is known, of each course and of all of them together. */
  readonly insideDoseGrid: { readonly prior: number; readonly planned: number; readonly cumulative: number };
  /** `samples.doseGy` with 0 Gy outside the grids: by the user's word, or as the least there can be. */
  readonly knownDoseGy: readonly Float32Array[];
  /** The organ on the contours of prior courses' own structure sets. */
  readonly own: readonly OwnSamples[];
  /** Head-rooms by what they rest on: a what-if on the planned dose does not change them. */
  readonly headrooms: Map<string, HeadroomResult | undefined>;
  /** Distributions that a what-if on the planned dose does not change, kept from one evaluation to the next. */
  readonly kept: Map<string, CoveredDistribution>;
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
    needed: 'a Spatial Registration that joins the two frames, or a matrix, under `registrations`',
  };
}

/** Samples one region and the physical dose of every phase there. */
export function prepareRegion(region: Region, courses: readonly CaseCourseInput[], paths: CoursePaths): PreparedRegion {
  const phases = courses.flatMap((course, c) =>
    course.phases.map((phase) => ({ phase, course, role: course.role, path: paths[c] })),
  );
  const fields = phases.flatMap(({ phase, path }): DoseField[] =>
    phase.dose.kind === 'grid' && path ? [{ grid: phase.dose.grid, toGridFrame: path.map }] : [],
  );
  const sampled = sampleRoi(region.stack, fields);
  const own = sampleOwnAnatomy(region, courses);
  let next = 0;
  const doseGy = phases.map(({ phase, course }) => {
    // Nothing of a course that is apart is on this anatomy; what it gave is added from its own.
    if (course.isApart) return new Float32Array(sampled.count);
    if (phase.dose.kind === 'grid') return sampled.doseGy[next++];
    const { organMaximaGy, totalDoseGy } = phase.dose;
    return new Float32Array(sampled.count).fill(
      organMaximaGy[region.name] ?? organMaximaGy[region.organ ?? ''] ?? totalDoseGy ?? Number.NaN,
    );
  });
  const share = (role?: 'prior' | 'planned') =>
    Math.min(
      knownShare(
        sampled,
        doseGy.filter((_, p) => !role || phases[p].role === role),
      ),
      ...(role === 'planned' ? [] : courses.flatMap(({ isApart }, c) => (isApart ? [ownShare(own, c)] : []))),
    );
  return {
    region,
    samples: { ...sampled, doseGy },
    insideDoseGrid: { prior: share('prior'), planned: share('planned'), cumulative: share() },
    knownDoseGy: doseGy.map((dose) => (dose.some(Number.isNaN) ? dose.map((d) => (Number.isNaN(d) ? 0 : d)) : dose)),
    own,
    headrooms: new Map(),
    kept: new Map(),
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
