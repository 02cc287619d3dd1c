import type { Constraint } from '../../constraints/constraint';
import { verdictAt } from '../../constraints/evaluate-goal';
import { extremeOf, type Metric } from '../../dvh/metric';
import type { Verdict } from '../../verdict';
import type { GoalResult, WorstCaseResult } from '../assessment';
import type { GroupCause, Move, MoveCause } from './moves';
import type { Anew } from './whole-regions';

/** A goal under a motion, on the samples that were looked at. */
export interface MovedGoal {
  readonly move: Move;
  readonly goal: GoalResult;
}

/** Closer looks at a goal under a motion, each dearer than the one before. */
export interface CloserLooks {
  /** On all samples of the unmoved organ; without a move the organ as it is. */
  readonly onAll: (move: Move | undefined) => GoalResult;
  /** With the organ's samples or its peaks made anew; undefined where that cannot be done. */
  readonly anew: (move: Move, what: Anew) => GoalResult | undefined;
}

/** Values nearer than this are one, of small ones than that share: the motion that comes first is the one to tell. */
export const SAME = 0.01;
const SAME_SHARE = 0.0005;
const BADNESS: Readonly<Record<Verdict, number>> = { 'not applicable': -1, met: 0, 'not evaluable': 1, exceeded: 2 };

interface Candidate {
  readonly move: Move;
  readonly value: number;
  readonly verdict: Verdict;
}

/** How far a look may be off, as a share of the value and of its whole scale, and how many are looked at more closely. */
interface Doubt {
  readonly share: number;
  readonly gy: number;
  /** Of the organ's volume. */
  readonly volume: number;
  readonly most: number;
}
const ON_SOME: Doubt = { share: 0.03, gy: 0.3, volume: 0.01, most: 6 };
const ON_ALL: Doubt = { share: 0.005, gy: 0.1, volume: 0.001, most: 2 };
/** A maximum lies between the samples: all of them know little more of it than those that may be the hottest. */
const OF_MAXIMUM: Doubt = { share: 0.02, gy: 0.3, volume: 0, most: 4 };
/** A verdict that turns, or is as near to turning as this share of its limit, has one more; one that is far, half of them. */
const NEARLY = 0.02;
const FAR = 0.1;

/** Which end of what a goal comes to is looked for. */
type Towards = 'worst' | 'best';

/**
 * The best that an exceeded goal comes to under some motions, found as the worst is: no softer verdict, but what its
 * verdict hangs on. A motion under which a part of the organ leaves a dose grid, or the case what the source studied, is
 * none that could show it met.
 */
export function bestOf(
  goal: GoalResult,
  constraint: Constraint,
  before: GoalResult,
  after: readonly MovedGoal[],
  totalCc: number,
  looks: CloserLooks,
): WorstCaseResult | undefined {
  if (goal.verdict !== 'exceeded') return undefined;
  const end = endOf('best', goal, constraint, before, after.filter(isJudged), totalCc, looks);
  return end && isBeyond(goal, constraint, end, 'best') ? resultOf(goal, end) : undefined;
}

/**
 * The worst that a goal comes to under some motions. All are looked at on some of the samples; those that may be the
 * worst, as far as such a look can be off, on all of them; and of these the worst are sampled anew, whose values are
 * told. Where none is worse than the goal as placed there is no worst case. A part of the organ that leaves a dose grid
 * makes its dose unknown; that is told, and the verdict is that of what is known.
 * @param before the goal with nothing moved, on the same samples as `after`.
 */
export function worstOf(
  goal: GoalResult,
  constraint: Constraint,
  before: GoalResult,
  after: readonly MovedGoal[],
  totalCc: number,
  looks: CloserLooks,
): WorstCaseResult | undefined {
  const end = goal.verdict === 'not applicable' ? undefined : endOf('worst', goal, constraint, before, after, totalCc, looks);
  if (!end) return undefined;
  // A goal that is exceeded whatever the answer may be open for the question alone once it is moved.
  const leavesGrid =
    !isOpen(goal) && after.some(({ goal: { verdict, code } }) => verdict === 'not evaluable' && code !== 'question-open');
  if (isBeyond(goal, constraint, end, 'worst')) return { ...resultOf(goal, end), ...(leavesGrid && { leavesGrid }) };
  // What is known of an organ that leaves a grid may be less than as placed, and is no milder for that.
  if (!leavesGrid) return undefined;
  return { ...resultOf(goal, { ...end, value: rounded(goal.value!), verdict: goal.verdict }), leavesGrid };
}

function endOf(
  towards: Towards,
  goal: GoalResult,
  constraint: Constraint,
  before: GoalResult,
  after: readonly MovedGoal[],
  totalCc: number,
  { onAll, anew }: CloserLooks,
): Candidate | undefined {
  if (goal.value === null || before.value === null) return undefined;
  const upwards = isUpper(constraint) === (towards === 'worst');
  const scale = goal.unit === '%' ? 100 : totalCc;
  const few = (of: readonly Candidate[], doubt: Doubt) => {
    const isWithin = (share: number) =>
      of.some(({ value, verdict }) => verdict !== goal.verdict || isNearly(constraint, value, share));
    const most = isWithin(NEARLY) ? doubt.most + 1 : isWithin(FAR) ? doubt.most : doubt.most / 2;
    return likeliest(of, upwards, goal, scale, { ...doubt, most });
  };
  const anewUnder = (of: readonly Candidate[], what: Anew) =>
    of.flatMap(({ move }) => {
      const there = anew(move, what);
      return there && (towards === 'worst' || isJudged({ goal: there })) ? [{ move, goal: there }] : [];
    });
  const rough = candidatesOf(goal, constraint, before.value, after);
  if (rough.length === 0) return undefined;
  const looks = [rough];
  if (constraint.goal.metrics.every(({ metric }) => anewFor(metric) === 'peaks')) {
    looks.unshift(candidatesOf(goal, constraint, goal.value, anewUnder(few(rough, OF_MAXIMUM), 'peaks')));
  } else {
    const still = onAll(undefined).value;
    const likely = likeliest(rough, upwards, goal, scale, ON_SOME);
    const closer = likely.map(({ move }) => ({ move, goal: onAll(move) }));
    if (still !== null) looks.unshift(candidatesOf(goal, constraint, still, closer));
    looks.unshift(candidatesOf(goal, constraint, goal.value, anewUnder(few(looks[0], ON_ALL), 'samples')));
  }
  const told = looks.find((each) => each.length > 0)!;
  return endAmong(told, upwards, towards);
}

const isJudged = ({ goal: { verdict } }: Pick<MovedGoal, 'goal'>): boolean => verdict === 'met' || verdict === 'exceeded';
const isOpen = ({ verdict }: GoalResult): boolean => verdict !== 'met' && verdict !== 'exceeded';
export const isUpper = ({ goal }: Constraint): boolean => goal.comparator.startsWith('<');
const isNearly = ({ goal: { limit } }: Constraint, value: number, share: number): boolean =>
  Math.abs(value - limit) <= share * Math.abs(limit);

/** What a goal comes to under each motion, from how a value on some samples moves from `before`. */
function candidatesOf(goal: GoalResult, constraint: Constraint, before: number, after: readonly MovedGoal[]): Candidate[] {
  return after.flatMap(({ move, goal: moved }) => {
    if (moved.value === null) return [];
    const value = rounded(Math.max(0, goal.value! + moved.value - before));
    // Moved out of what the source studied, nothing is met any more.
    const isOutside = moved.verdict === 'not applicable';
    const verdict = isOpen(goal) ? goal.verdict : isOutside ? 'not evaluable' : verdictAt(constraint.goal, value);
    return [{ move, value, verdict }];
  });
}

/** The candidates that may be the worst, as far as their values may be off; the worst first, of equals the shortest. */
function likeliest(
  candidates: readonly Candidate[],
  upwards: boolean,
  { unit }: GoalResult,
  scale: number,
  { share, gy, volume, most }: Doubt,
): Candidate[] {
  if (candidates.length === 0) return [];
  const sign = upwards ? 1 : -1;
  const values = candidates.map(({ value }) => sign * value);
  const worst = Math.max(...values);
  const doubt = share * Math.abs(worst) + (unit === 'Gy' ? gy : volume * scale);
  const step = sameness(worst);
  const level = ({ value }: Candidate) => Math.round((sign * value) / step);
  const near = candidates.filter((_, n) => values[n] >= worst - doubt).sort((a, b) => level(b) - level(a));
  const outside = candidates.find(({ verdict }) => verdict === 'not evaluable');
  const chosen = near.slice(0, most);
  return outside && !chosen.includes(outside) ? [...chosen, outside] : chosen;
}

function endAmong(candidates: readonly Candidate[], upwards: boolean, towards: Towards): Candidate {
  const sign = towards === 'worst' ? 1 : -1;
  return candidates.reduce((end, each) => {
    const worse = sign * (BADNESS[each.verdict] - BADNESS[end.verdict]);
    if (worse !== 0) return worse > 0 ? each : end;
    const by = upwards ? each.value - end.value : end.value - each.value;
    return by > sameness(end.value) ? each : end;
  });
}

/** Whether an end is one: a worse (better) verdict, or the same one at a value that is farther that way. */
function isBeyond(goal: GoalResult, constraint: Constraint, { value, verdict }: Candidate, towards: Towards): boolean {
  const sign = towards === 'worst' ? 1 : -1;
  const worse = sign * (BADNESS[verdict] - BADNESS[goal.verdict]);
  if (worse !== 0) return worse > 0;
  return sign * (isUpper(constraint) ? 1 : -1) * (value - goal.value!) > sameness(goal.value!);
}

const sameness = (value: number): number => Math.max(1e-6, Math.min(SAME, SAME_SHARE * Math.abs(value)));

function resultOf(goal: GoalResult, { value, verdict, move: { cause } }: Candidate): WorstCaseResult {
  return {
    value,
    verdict,
    turnsVerdict: verdict !== goal.verdict,
    cause,
    ...(cause.code === 'shift' &&
      isOfAllPrior(cause) && { shiftMm: [cause.facts.xMm, cause.facts.yMm, cause.facts.zMm] as const }),
  };
}

/** Whether every prior course is moved alike, and nothing else. */
function isOfAllPrior({ groups, ...own }: MoveCause): boolean {
  const isSame = ({ cause }: GroupCause) => JSON.stringify(cause) === JSON.stringify(own);
  return (groups ?? []).every((group) => (group.role === 'prior' ? isSame(group) : group.cause === null));
}

/** What must be made anew for a metric under a motion. */
export const anewFor = (metric: Metric): Anew => (extremeOf(metric).kind === 'max' ? 'peaks' : 'samples');

export const rounded = (value: number): number => Number(value.toPrecision(6));
