import { answerDose } from '../../effect/answer-dose';
import type { DoseQuestion, TissueModel } from '../../effect/dose-question';
import { boundsAt, type DoseBounds, doseBounds } from '../../geometry/dose-bounds';
import type { DoseGrid } from '../../geometry/dose-grid';
import { interpolateDose } from '../../geometry/interpolate';
import { affineMap, affinePart, mapPoints } from '../../geometry/point-map';
import { dot, type Vec3 } from '../../geometry/vec3';
import type { CaseCourseInput } from '../case-inputs';
import { type CoursePaths, type PhaseKnowledge, type PreparedRegion, phaseBounds } from '../prepare';
import { type TellingCounts, tellingSamples } from './telling-samples';

/** A phase of a prior course that is carried onto the anatomy, and so may be carried wrongly. */
interface MovedPhase {
  /** Its place among the phases of all courses. */
  readonly index: number;
  readonly course: number;
  readonly grid: DoseGrid;
  readonly bounds: DoseBounds;
}

/** What is the same for every organ of a case. */
export interface Moving {
  readonly phases: readonly MovedPhase[];
  readonly shifts: readonly Vec3[];
  /** For each course and shift, the shift in the course's own frame. */
  readonly inCourse: readonly (readonly Vec3[])[];
  readonly paths: CoursePaths;
}

/**
 * Prepares the prior courses for being moved. A shift is of the course against the anatomy, along the anatomy's axes;
 * in the course's frame it is turned by the registration's matrix, and a deformation takes no part in it.
 */
export function movingOf(courses: readonly CaseCourseInput[], paths: CoursePaths, shifts: readonly Vec3[]): Moving {
  const inCourse = paths.map((path) => (path ? shifts.map((shift) => turned(affinePart(path.map), shift)) : []));
  const phases: MovedPhase[] = [];
  let index = 0;
  courses.forEach(({ role, phases: its }, course) => {
    for (const { dose } of its) {
      const at = index++;
      if (role !== 'prior' || dose.kind !== 'grid' || !paths[course]) continue;
      const { grid } = dose;
      const reach = (axis: Vec3) => Math.max(...inCourse[course].map((shift) => Math.abs(dot(axis, shift))));
      const bounds = doseBounds(grid, [reach(grid.alongRow), reach(grid.alongColumn), reach(grid.normal)]);
      phases.push({ index: at, course, grid, bounds });
    }
  });
  return { phases, shifts, inCourse, paths };
}

const turned = (m: readonly number[], [x, y, z]: Vec3): Vec3 => [
  m[0] * x + m[1] * y + m[2] * z,
  m[4] * x + m[5] * y + m[6] * z,
  m[8] * x + m[9] * y + m[10] * z,
];

/**
 * The telling samples of a region, with the doses of its prior phases under each shift in turn.
 * @param tissue ranks the samples; @param hottestCc the largest small volume that a metric asks for; @param counts of the
 *   samples to look at.
 * @returns the region as it is, on those samples, and a function that gives it under shift `s` (its arrays are new each
 *   time but for those of the planned phases).
 */
export function shiftedRegion(
  prepared: PreparedRegion,
  moving: Moving,
  courses: readonly CaseCourseInput[],
  tissue: TissueModel,
  hottestCc: number,
  counts: TellingCounts,
): { still: PreparedRegion; under: (s: number) => PreparedRegion } {
  const { samples } = prepared;
  const { phases: moved, paths, inCourse } = moving;
  const carried = new Map(
    [...new Set(moved.map(({ course }) => course))].map((course) => {
      const out = new Float64Array(3 * samples.count);
      mapPoints(paths[course]!.map, samples.positionsMm, samples.count, out);
      return [course, Float32Array.from(out)];
    }),
  );
  // What nothing is known of ranks by the least that it can be; a shift does not change it.
  const { leastGy } = phaseBounds(samples.doseGy, prepared.phases, true);
  const [low, high] = [[...leastGy], [...leastGy]];
  for (const { index, course, bounds } of moved) {
    low[index] = new Float32Array(samples.count);
    high[index] = new Float32Array(samples.count);
    boundsAt(bounds, carried.get(course)!, samples.count, low[index], high[index]);
  }
  const question: DoseQuestion = { quantity: 'eqd2', scope: 'cumulative', tissue, plannedScale: 1 };
  const answered = (doses: readonly Float32Array[]) => {
    const out = new Float32Array(samples.count);
    answerDose(courses, doses, question, out);
    return out;
  };
  const { indices, volumeCc } = tellingSamples(answered(low), answered(high), samples.volumeCc, hottestCc, counts);
  const pick = (doseGy: Float32Array) => Float32Array.from(indices, (n) => doseGy[n]);
  const points = new Map(
    [...carried].map(([course, at]) => {
      const out = new Float32Array(3 * indices.length);
      indices.forEach((n, to) => {
        for (let axis = 0; axis < 3; axis++) out[3 * to + axis] = at[3 * n + axis];
      });
      return [course, out];
    }),
  );
  const stillGy = samples.doseGy.map(pick);
  const phases = prepared.phases.map(
    ({ unmapped, ...rest }): PhaseKnowledge => ({
      ...rest,
      ...(unmapped && { unmapped: Uint8Array.from(indices, (n) => unmapped[n]) }),
    }),
  );
  const regionWith = (doseGy: readonly Float32Array[]): PreparedRegion => ({
    ...prepared,
    samples: { ...samples, count: indices.length, volumeCc, doseGy },
    phases,
  });
  return {
    still: regionWith(stillGy),
    under: (s) => {
      const doseGy = [...stillGy];
      for (const { index, course, grid } of moved) {
        const [x, y, z] = inCourse[course][s];
        const out = new Float32Array(indices.length);
        // The course moved by the shift has at a point what it had that much before it.
        const back = affineMap([1, 0, 0, -x, 0, 1, 0, -y, 0, 0, 1, -z, 0, 0, 0, 1]);
        interpolateDose({ grid, toGridFrame: back }, points.get(course)!, indices.length, out);
        doseGy[index] = out;
      }
      return regionWith(doseGy);
    },
  };
}
