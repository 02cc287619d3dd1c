import type { CaseCourseInput } from '../../case/case-inputs';
import { answerDose } from '../../effect/answer-dose';
import type { DoseQuestion, DoseScope, TissueModel } from '../../effect/dose-question';
import { boundsAt } from '../../geometry/dose-bounds';
import { inOwnFrame, interpolateDose } from '../../geometry/interpolate';
import { NO_PEAKS } from '../../geometry/peaks/find-peaks';
import { affinePart, mapPoints, type PointMap } from '../../geometry/point-map';
import { type PhaseKnowledge, phaseBounds } from '../phase-bounds';
import type { PreparedRegion } from '../prepared-region';
import type { Motion } from './motions';
import type { Move } from './moves';
import type { Moving, Reach } from './moving';
import { type TellingCounts, type TellingSamples, tellingSamples } from './telling-samples';

const NOTHING = new Float32Array(0);

/** A region on some of its samples, which can be moved. */
export interface MovableRegion {
  /** The region as it is. */
  readonly still: PreparedRegion;
  /** The region with its courses moved; arrays of phases that are not moved, or alike in another move, are shared. */
  readonly under: (move: Pick<Move, 'motions'>) => PreparedRegion;
  /** The same on all samples: slower, and closer. */
  readonly onAll: () => Pick<MovableRegion, 'still' | 'under'>;
  /** The same on every n-th of the samples: to look for the motions that are worth more. */
  readonly sparse: (most: number) => Pick<MovableRegion, 'still' | 'under'>;
}

/**
 * The telling samples of a region, with the doses of its moved phases under each move in turn. A motion is of the
 * course against the anatomy, along the anatomy's axes; in the course's frame it is turned by the registration's matrix,
 * and a deformation takes no part in it.
 * @param tissue ranks the samples, by the dose of `scope`; @param hottestCc the largest small volume that a metric asks for; @param counts of the
 *   samples to look at.
 */
export function movableRegion(
  prepared: PreparedRegion,
  moving: Moving,
  reach: Reach,
  courses: readonly CaseCourseInput[],
  tissue: TissueModel,
  hottestCc: number,
  counts: TellingCounts,
  scope: DoseScope = 'cumulative',
): MovableRegion {
  const { samples } = prepared;
  const { phases, groups, paths } = moving;
  const carried = new Map(
    [...new Set(phases.map(({ course }) => course))].map((course) => [course, carriedPoints(paths[course]!.map, samples)]),
  );
  const question: DoseQuestion = { quantity: 'eqd2', scope, tissue, plannedScale: 1 };
  const { indices, volumeCc } = tellingOf(prepared, moving, reach, carried, courses, question, hottestCc, counts);
  const on = (chosen: Uint32Array, chosenCc: Float32Array, isAll = false): Pick<MovableRegion, 'still' | 'under'> => {
    const count = chosen.length;
    // In single precision, which they have: of a large organ each further copy is megabytes.
    const triplets = (at: Float32Array) => {
      if (isAll) return at;
      const out = new Float32Array(3 * count);
      for (let n = 0; n < count; n++) for (let axis = 0; axis < 3; axis++) out[3 * n + axis] = at[3 * chosen[n] + axis];
      return out;
    };
    const positionsMm = triplets(samples.positionsMm);
    const there = new Map([...carried].map(([course, at]) => [course, triplets(at)]));
    const stillGy = isAll ? samples.doseGy : samples.doseGy.map((doseGy) => Float32Array.from(chosen, (n) => doseGy[n]));
    const knowledge = prepared.phases.map(
      ({ unmapped, ...rest }): PhaseKnowledge => ({
        ...rest,
        ...(unmapped && { unmapped: Uint8Array.from(chosen, (n) => unmapped[n]) }),
      }),
    );
    const peaks = { ...NO_PEAKS, doseGy: stillGy.map(() => NOTHING) };
    const regionWith = (doseGy: readonly Float32Array[]): PreparedRegion => ({
      ...prepared,
      samples: { ...samples, count, positionsMm, volumeCc: chosenCc, doseGy, peaks },
      // The lowest point of a moved dose is looked for where the organ is sampled anew.
      fields: [],
      phases: knowledge,
      peakPhases: prepared.peakPhases.map(({ unmapped: _, ...rest }) => rest),
    });
    const some = new Float64Array(3 * Math.min(count, AT_ONCE));
    const dosesUnder = (motion: Motion, group: number) => {
      const its = phases.filter((phase) => phase.group === group);
      const ways = its.map(({ course }) => inCourse(affinePart(paths[course]!.map), motion.back));
      const doses = its.map(() => new Float32Array(count));
      for (let from = 0; from < count; from += AT_ONCE) {
        const to = Math.min(count, from + AT_ONCE);
        its.forEach(({ course, grid }, p) => {
          if (p === 0 || course !== its[p - 1].course) moveBack(there.get(course)!, positionsMm, ways[p], from, to, some);
          interpolateDose(inOwnFrame(grid), some, to - from, doses[p].subarray(from, to));
        });
      }
      return doses;
    };
    // Where several groups are moved, each motion of one meets many of the others.
    const kept = groups.map(() => new Map<Motion, ReturnType<typeof dosesUnder>>());
    const dosesOf = (motion: Motion, group: number) => {
      if (groups.length === 1) return dosesUnder(motion, group);
      const known = kept[group].get(motion) ?? dosesUnder(motion, group);
      kept[group].set(motion, known);
      return known;
    };
    const ofGroup = groups.map((_, group) => phases.filter((phase) => phase.group === group));
    return {
      still: regionWith(stillGy),
      under: ({ motions }) => {
        const doseGy = [...stillGy];
        motions.forEach((motion, group) => {
          if (!motion) return;
          const doses = dosesOf(motion, group);
          ofGroup[group].forEach(({ index }, p) => {
            doseGy[index] = doses[p];
          });
        });
        return regionWith(doseGy);
      },
    };
  };
  const telling = on(indices, volumeCc);
  let all: ReturnType<typeof on> | undefined;
  return {
    ...telling,
    onAll: () => {
      all ??= on(Uint32Array.from(samples.volumeCc.keys()), samples.volumeCc, true);
      return all;
    },
    sparse: (most) => {
      const step = Math.max(1, Math.ceil(indices.length / most));
      const isChosen = (_: number, n: number) => n % step === 0;
      const chosenCc = volumeCc.filter(isChosen);
      // They stand for the whole organ: a goal may ask for some of its volume.
      const scale = samples.totalCc / chosenCc.reduce((sum, cc) => sum + cc, 0);
      return on(
        indices.filter(isChosen),
        chosenCc.map((cc) => cc * scale),
      );
    },
  };
}

const AT_ONCE = 4096;

/** The samples' places in the frame of a course, in single precision: no more of them at once in double. */
function carriedPoints(map: PointMap, { positionsMm, count }: PreparedRegion['samples']): Float32Array {
  const out = new Float32Array(3 * count);
  const some = new Float64Array(3 * Math.min(count, AT_ONCE));
  for (let from = 0; from < count; from += AT_ONCE) {
    const to = Math.min(count, from + AT_ONCE);
    mapPoints(map, positionsMm.subarray(3 * from, 3 * to), to - from, some);
    out.set(to - from === AT_ONCE ? some : some.subarray(0, 3 * (to - from)), 3 * from);
  }
  return out;
}

/** A displacement of the anatomy as the matrix of a registration turns it. */
function inCourse(m: readonly number[], back: readonly number[]): readonly number[] {
  return [0, 1, 2].flatMap((row) =>
    [0, 1, 2, 3].map(
      (column) => m[4 * row] * back[column] + m[4 * row + 1] * back[4 + column] + m[4 * row + 2] * back[8 + column],
    ),
  );
}

/** Points `from` to `to`, to the front of `out`. */
function moveBack(
  there: Float32Array,
  here: Float32Array,
  b: readonly number[],
  from: number,
  to: number,
  out: Float64Array,
): void {
  const [b0, b1, b2, b3, b4, b5, b6, b7, b8, b9, b10, b11] = b;
  for (let p = 3 * from, q = 0; p < 3 * to; p += 3, q += 3) {
    const x = here[p];
    const y = here[p + 1];
    const z = here[p + 2];
    out[q] = there[p] + b0 * x + b1 * y + b2 * z + b3;
    out[q + 1] = there[p + 1] + b4 * x + b5 * y + b6 * z + b7;
    out[q + 2] = there[p + 2] + b8 * x + b9 * y + b10 * z + b11;
  }
}

/** The samples that tell; what it takes to find them is let go. */
function tellingOf(
  { samples, phases: known }: PreparedRegion,
  { phases, boundsWithin }: Moving,
  reach: Reach,
  carried: ReadonlyMap<number, Float32Array>,
  courses: readonly CaseCourseInput[],
  question: DoseQuestion,
  hottestCc: number,
  counts: TellingCounts,
): TellingSamples {
  // What nothing is known of ranks by the least that it can be; a motion does not change it.
  const { leastGy } = phaseBounds(samples.doseGy, known, true);
  const [low, high] = [[...leastGy], [...leastGy]];
  const bounds = boundsWithin(reach, (course) => carried.get(course)!);
  phases.forEach(({ index, course }, p) => {
    low[index] = new Float32Array(samples.count);
    high[index] = new Float32Array(samples.count);
    boundsAt(bounds[p], carried.get(course)!, samples.count, low[index], high[index]);
  });
  const answered = (doses: readonly Float32Array[]) => {
    const out = new Float32Array(samples.count);
    answerDose(courses, doses, question, out);
    return out;
  };
  return tellingSamples(answered(low), answered(high), samples.volumeCc, hottestCc, counts);
}
