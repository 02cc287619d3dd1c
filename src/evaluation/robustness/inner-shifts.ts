import type { CaseCourseInput } from '../../case/case-inputs';
import { answerDose } from '../../effect/answer-dose';
import type { DoseScope, TissueModel } from '../../effect/dose-question';
import { eachAxis, type Vec3 } from '../../geometry/vec3';
import { phaseBounds } from '../phase-bounds';
import type { PreparedRegion } from '../prepared-region';
import { type Motion, shiftMotion } from './motions';
import type { Move } from './moves';
import type { MovableRegion } from './shifted-region';

/** Samples on which shifts within the margin are looked at. */
const LOOKED_AT = 300;
/** Steps from the middle to the margin: no farther apart than this, and no more than so many. */
const STEP_MM = 2;
const MOST_STEPS = 5;
/** A shift within the margin is worth a full look where it moves a dose farther than those on it by more than this. */
const WORTH_GY = 0.02;
const SAME_GY = 0.005;
/** Of a goal's own value, which few samples tell in steps, so many shifts are looked at in full. */
const OF_GOAL = 3;
/** Halvings of the step about the shifts that move most. */
const HALVINGS = 3;

/** What a shift does to an organ, roughly: its hottest part, its mean, and how bad some goals are. */
interface Figures {
  readonly hottestGy: number;
  readonly meanGy: number;
  readonly badness: readonly (number | undefined)[];
}

/** Goals that are followed by their own value. */
export interface FollowedGoals {
  readonly count: number;
  /** How bad each is in a region, on its own scale, higher being worse; undefined where it has no value there. */
  readonly badness: (at: PreparedRegion) => readonly (number | undefined)[];
}

/** Shifts within the margin that are worth a full look. */
export interface InnerShifts {
  /** For every figure of the organ. */
  readonly ofDoses: readonly Motion[];
  /** For each of the followed goals alone: others have their own, and few are looked at closely. */
  readonly ofGoals: readonly (readonly Motion[])[];
}

/** What shifts are looked for by. */
interface Measure {
  readonly of: (figures: Figures) => number;
  /** More than this beyond those on the margin is worth a full look; less than `same` apart is one. */
  readonly worth: number;
  readonly same: number;
  /** How many shifts are looked at in full. */
  readonly most: number;
}
const OF_DOSES: readonly Measure[] = [
  ({ hottestGy }: Figures) => hottestGy,
  ({ meanGy }: Figures) => meanGy,
  ({ meanGy }: Figures) => -meanGy,
].map((of) => ({ of, worth: WORTH_GY, same: SAME_GY, most: 1 }));

/**
 * The shifts within the margin that move an organ's hottest part, its mean or a goal's own value farther than those on
 * the margin do: where a dose or an organ is narrower than the margin, the 26 on the margin jump over the worst place.
 * Looked for on a lattice of shifts and a few hundred samples, and about what moves most on finer ones.
 * @param moved the groups of courses that a shift moves.
 * @param goals those whose worst neither the hottest part nor the mean leads to.
 */
export function innerShifts(
  region: MovableRegion,
  marginMm: number,
  courses: readonly CaseCourseInput[],
  tissue: TissueModel,
  plannedScale: number,
  scope: DoseScope,
  moved: (motion: Motion) => Pick<Move, 'motions'>,
  goals: FollowedGoals,
): InnerShifts {
  const { still, under } = region.sparse(LOOKED_AT);
  const dose = new Float32Array(still.samples.count);
  const figuresOf = (at: PreparedRegion): Figures => {
    dose.fill(0);
    answerDose(
      courses,
      phaseBounds(at.samples.doseGy, at.phases, true).leastGy,
      { quantity: 'eqd2', scope, tissue, plannedScale },
      dose,
    );
    return { ...figures(dose, at.samples.volumeCc), badness: goals.count > 0 ? goals.badness(at) : [] };
  };
  const steps = Math.min(MOST_STEPS, Math.ceil(marginMm / STEP_MM));
  const stepMm = marginMm / steps;
  const looked: { shift: Vec3; figures: Figures; isOnMargin: boolean }[] = [];
  const look = (shift: Vec3) => {
    const isOnMargin = shift.every((mm) => mm === 0 || Math.abs(Math.abs(mm) - marginMm) < 1e-9);
    const there = { shift, figures: figuresOf(under(moved(shiftMotion(shift)))), isOnMargin };
    looked.push(there);
    return there;
  };
  const lattice: Vec3[] = [];
  for (let a = -steps; a <= steps; a++)
    for (let b = -steps; b <= steps; b++)
      for (let c = -steps; c <= steps; c++) lattice.push([a * stepMm, b * stepMm, c * stepMm]);
  // Of shifts that do the same the shortest comes first.
  lattice.sort((a, b) => Math.hypot(...a) - Math.hypot(...b)).forEach(look);
  const ofGoals = Array.from(
    { length: goals.count },
    (_, g): Measure => ({ of: ({ badness }) => badness[g] ?? -Infinity, worth: 0, same: 0, most: OF_GOAL }),
  );
  const found = ({ of, worth, same, most }: Measure): Motion[] => {
    const value = ({ figures }: (typeof looked)[number]) => of(figures);
    const highest = (each: typeof looked) => each.reduce((x, y) => (value(y) > value(x) + same ? y : x));
    const onMargin = value(highest(looked.filter(({ isOnMargin }) => isOnMargin)));
    const isWorth = (each: (typeof looked)[number]) => !each.isOnMargin && value(each) > onMargin + worth;
    let best = highest(looked);
    if (!isWorth(best)) return [];
    for (let n = 0, mm = stepMm / 2; n < HALVINGS; n++, mm /= 2) {
      const { shift } = best;
      for (let axis = 0; axis < 3; axis++) {
        for (const way of [-mm, mm]) {
          const next = eachAxis((n) => (n === axis ? Math.max(-marginMm, Math.min(marginMm, shift[n] + way)) : shift[n]));
          const there = look(next);
          if (value(there) > value(best)) best = there;
        }
      }
    }
    const others = most > 1 ? looked.filter((each) => each !== best && isWorth(each)) : [];
    others.sort((a, b) => value(b) - value(a));
    return [best, ...others.slice(0, most - 1)].map(({ shift }) => shiftMotion(shift));
  };
  return { ofDoses: OF_DOSES.flatMap(found), ofGoals: ofGoals.map(found) };
}

/** The mean of the hottest twentieth, and of all. */
function figures(doseGy: Float32Array, volumeCc: Float32Array): Omit<Figures, 'badness'> {
  let [sum, cc] = [0, 0];
  for (let n = 0; n < doseGy.length; n++) {
    sum += doseGy[n] * volumeCc[n];
    cc += volumeCc[n];
  }
  const sorted = doseGy.slice().sort();
  const from = Math.floor(sorted.length * 0.95);
  let top = 0;
  for (let n = from; n < sorted.length; n++) top += sorted[n];
  return { hottestGy: top / (sorted.length - from), meanGy: sum / cc };
}
