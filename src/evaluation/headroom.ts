import type { Comparator } from '../constraints/goal';
import { DoseDistribution } from '../dvh/distribution';
import { extremeOf, type Metric } from '../dvh/metric';
import type { DosePolynomial } from '../effect/dose-polynomial';
import { makeReason, type Reason } from '../findings/reasons';

/**
 * How far the planned dose may be scaled, at the same number of fractions, until a goal is just met; with `from`, the
 * factor that it is met from.
 */
export type Headroom = { readonly plannedScale: number; readonly from?: true } | Reason;

/** A goal as a function of the factor on the planned dose: monotone, since every dose grows with it, or as `mayTurnTwice` says. */
export interface ScaledGoal {
  /** What the goal tests, at a factor; undefined where it cannot be had. Of an interval, the end that meets it last. */
  readonly valueAt: (plannedScale: number) => number | undefined;
  /** Whether a value meets the goal. */
  readonly holds: (value: number) => boolean;
  readonly limit: number;
  /** Without planned dose: whether the goal is broken whatever the value is within what is known. */
  readonly isBrokenWithout: () => boolean;
  /** Whether what the goal tests has prior dose in it. */
  readonly hasPrior: boolean;
  /** Whether more dose helps the goal, where its metric says so; otherwise its values have to. */
  readonly isHelped?: boolean | undefined;
  /** All of the organ, in the goal's unit, where the goal asks for a volume. */
  readonly whole?: { readonly volume: number; readonly unit: 'cc' | '%' } | undefined;
  /** A ratio or a difference of doses need not be monotone, nor have a value without planned dose. */
  readonly mayTurnTwice?: boolean | undefined;
  /** Where the goal may turn, from a shorter way than trying; checked before it is believed. */
  readonly guess?: number | undefined;
}

const HIGHEST_SCALE = 20;
const TOLERANCE = 1e-5;
/** As good as no planned dose, where a goal has no value without any. */
const LEAST_SCALE = 1e-3;
/** Between these a goal that need not be monotone is looked at for whether it turns once. */
const BETWEEN = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 2, 3, 5, 10];

/**
 * The factor on the planned dose at which the goal turns: the largest that meets it, or where more dose helps, the least
 * (`from`). Without one, the reason says what is known: what the prior courses do by themselves is said only where their
 * dose is known well enough to say it. Found on the goal's own value, so that it agrees with the verdict.
 */
export function findHeadroom(goal: ScaledGoal): Headroom {
  const { valueAt, holds } = goal;
  const near = goal.guess !== undefined && goal.guess < HIGHEST_SCALE ? confirmed(goal, goal.guess) : undefined;
  if (near !== undefined) return { plannedScale: near };
  const without = valueAt(0);
  const least = without === undefined ? LEAST_SCALE : 0;
  const [none, most] = [without ?? valueAt(LEAST_SCALE), valueAt(HIGHEST_SCALE)];
  if (none === undefined || most === undefined) return makeReason('no-single-headroom', {});
  const ends = goal.mayTurnTwice
    ? turnBetween(goal, { scale: least, value: none }, { scale: HIGHEST_SCALE, value: most })
    : ([
        { scale: least, value: none },
        { scale: HIGHEST_SCALE, value: most },
      ] as const);
  if (!ends) return makeReason('no-single-headroom', {});
  const [metWithout, metAtMost] = [holds(none), holds(most)];
  if (metWithout !== metAtMost) {
    const plannedScale = turningPoint(goal, metWithout, ...ends);
    return metWithout ? { plannedScale } : { plannedScale, from: true };
  }
  if (!metWithout && without === undefined) return makeReason('not-met-at-any-scale', { times: HIGHEST_SCALE });
  if (metWithout) {
    if (none === most) return makeReason('planned-dose-does-not-reach', {});
    return makeReason('met-at-any-scale', { times: HIGHEST_SCALE });
  }
  return whyNever(goal, none, most);
}

/** The largest value that a metric of a volume can have. */
export function wholeOrgan(metric: Metric, totalCc: number): { volume: number; unit: 'cc' | '%' } | undefined {
  if (metric.kind === 'volumeAtDose') return metric.unit === '%' ? { volume: 100, unit: '%' } : { volume: totalCc, unit: 'cc' };
  return metric.kind === 'coldVolumeAtDose' ? { volume: totalCc, unit: 'cc' } : undefined;
}

/** Why a goal is met neither without planned dose nor with much. */
function whyNever(goal: ScaledGoal, none: number, most: number): Reason {
  const { isBrokenWithout, hasPrior, limit, whole } = goal;
  if (whole && limit > whole.volume) {
    return makeReason('asks-more-than-organ', { asked: limit, has: whole.volume, unit: whole.unit });
  }
  // What comes nearer to the limit is helped by more dose, only not enough.
  const isHelped = goal.isHelped ?? Math.abs(most - limit) < Math.abs(none - limit);
  const never = makeReason('not-met-at-any-scale', { times: HIGHEST_SCALE });
  if (isHelped) return never;
  if (!hasPrior) return none === most ? never : makeReason('not-met-without-dose', {});
  return isBrokenWithout() ? makeReason('prior-alone-exceeds', {}) : makeReason('prior-dose-not-known', {});
}

/**
 * The guess, lowered by rounding at most until the goal holds; otherwise undefined. That it no longer holds just above
 * follows from the guess being the place where the points turn.
 */
function confirmed({ valueAt, holds }: ScaledGoal, guess: number): number | undefined {
  if (!(guess > 0)) return undefined;
  for (const step of [1, 4, 16]) {
    const scale = guess * (1 - step * TOLERANCE);
    const value = valueAt(scale);
    if (value === undefined) return undefined;
    if (holds(value)) return scale;
  }
  return undefined;
}

interface Tried {
  readonly scale: number;
  readonly value: number;
}

/** The scales that a goal turns between, or the ends where it does not turn; undefined where it does more than once. */
function turnBetween({ valueAt, holds }: ScaledGoal, from: Tried, to: Tried): readonly [Tried, Tried] | undefined {
  const between = BETWEEN.map((scale) => ({ scale, value: valueAt(scale) }));
  if (between.some(({ value }) => value === undefined)) return undefined;
  const tried = [from, ...(between as Tried[]), to];
  const turns = tried
    .slice(1)
    .flatMap((each, n) => (holds(each.value) === holds(tried[n].value) ? [] : [[tried[n], each] as const]));
  return turns.length > 1 ? undefined : (turns[0] ?? [from, to]);
}

/** Illinois variant of false position between two scales; keeps to the side that holds. */
function turningPoint({ valueAt, holds, limit }: ScaledGoal, metWithout: boolean, from: Tried, to: Tried): number {
  let [low, high] = [from.scale, to.scale];
  let [fLow, fHigh] = [from.value - limit, to.value - limit];
  let side = 0;
  for (let n = 0; n < 80 && high - low > (TOLERANCE / 2) * high; n++) {
    const guess = (low * fHigh - high * fLow) / (fHigh - fLow);
    // Where the value is flat or stepped the secant stalls; halving then keeps the bracket shrinking.
    const isInside = Number.isFinite(guess) && guess > low && guess < high && n % 3 !== 2;
    const scale = isInside ? guess : (low + high) / 2;
    const value = valueAt(scale);
    if (value === undefined) break;
    if (holds(value) === metWithout) {
      low = scale;
      fLow = value - limit;
      if (side === -1) fHigh /= 2;
      side = -1;
    } else {
      high = scale;
      fHigh = value - limit;
      if (side === 1) fLow /= 2;
      side = 1;
    }
  }
  return metWithout ? low : high;
}

/** Stands for a point that no scaling brings to the dose asked for. */
const NEVER = 1000;

/**
 * Where a goal on one metric turns, in one pass: each point's dose is a quadratic in the factor, so the factor at which
 * it reaches the goal's dose is a closed form, and the goal turns at a quantile of these factors.
 */
export function turningGuess(
  { metric: asked, comparator, limit }: { metric: Metric; comparator: Comparator; limit: number },
  dose: DosePolynomial,
  volumeCc: Float32Array,
): number | undefined {
  const metric = extremeOf(asked);
  if (!comparator.startsWith('<') && metric.kind !== 'coldVolumeAtDose') return undefined;
  if (metric.kind === 'mean') return meanRoot(dose, volumeCc, limit);
  const doseGy = 'doseGy' in metric ? metric.doseGy : limit;
  // The factors as "doses" below 0: what turns first is then what is hottest.
  const turns = new DoseDistribution(turnsAt(dose, doseGy), volumeCc);
  const { totalCc } = turns;
  const atHottest = (cc: number) => (cc >= 0 && cc <= totalCc ? -turns.doseAtHottest(cc) : undefined);
  switch (metric.kind) {
    case 'max':
      return dose.peaks ? -turnsAt(dose.peaks, doseGy).reduce((a, b) => Math.max(a, b), turns.maxGy) : -turns.maxGy;
    case 'min':
      return -turns.minGy;
    case 'doseAtVolume':
      return atHottest(metric.volumeUnit === '%' ? (metric.volume / 100) * totalCc : metric.volume);
    case 'coldDoseAtVolume':
      return atHottest(totalCc - metric.volumeCc);
    case 'volumeAtDose':
      return atHottest(metric.unit === '%' ? (limit / 100) * totalCc : limit);
    case 'coldVolumeAtDose':
      return atHottest(totalCc - limit);
  }
}

/** Less than 0: minus the factor at which each point reaches `doseGy`. */
function turnsAt({ fixed, linear, quadratic }: DosePolynomial, doseGy: number): Float32Array {
  const out = new Float32Array(fixed.length);
  for (let n = 0; n < out.length; n++) {
    const left = doseGy - fixed[n];
    const a = linear[n];
    const scale = left <= 0 ? 0 : (2 * left) / (a + Math.sqrt(a * a + 4 * quadratic[n] * left));
    out[n] = scale < NEVER ? -scale : -NEVER;
  }
  return out;
}

function meanRoot({ fixed, linear, quadratic }: DosePolynomial, volumeCc: Float32Array, limit: number): number {
  let [w, p, a, b] = [0, 0, 0, 0];
  for (let n = 0; n < volumeCc.length; n++) {
    w += volumeCc[n];
    p += volumeCc[n] * fixed[n];
    a += volumeCc[n] * linear[n];
    b += volumeCc[n] * quadratic[n];
  }
  const left = limit - p / w;
  return left <= 0 ? 0 : (2 * left) / (a / w + Math.sqrt((a / w) ** 2 + (4 * b * left) / w));
}
