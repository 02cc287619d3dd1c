import type { GoalResult } from '../../assessment/assessment';
import type { Verdict } from '../../constraints/evaluate-goal';
import { VERDICT_SIGNS } from '../../report/wording';

/**
 * How a goal stands: its verdict, and between met and exceeded a third state. Only a goal that becomes exceeded is in
 * it; one that merely cannot be judged any more when a course is moved keeps its verdict.
 */
export type Standing = Verdict | 'met as placed';

export const standingOf = ({ verdict, worstCase }: Pick<GoalResult, 'verdict' | 'worstCase'>): Standing =>
  verdict === 'met' && worstCase?.verdict === 'exceeded' ? 'met as placed' : verdict;

/** Half of the sign of a goal that is met. */
export const STANDING_GLYPHS: Readonly<Record<Standing, string>> = {
  met: VERDICT_SIGNS.met.glyph,
  'met as placed': '◐',
  exceeded: VERDICT_SIGNS.exceeded.glyph,
  'not evaluable': VERDICT_SIGNS['not evaluable'].glyph,
  'not applicable': VERDICT_SIGNS['not applicable'].glyph,
};

const GRAVITY: Readonly<Record<Standing, number>> = {
  exceeded: 4,
  'not evaluable': 3,
  'met as placed': 2,
  met: 1,
  'not applicable': 0,
};

/** The goal that an organ is to be judged by: a mandatory one before any other, then the gravest. */
export function gravestGoal(goals: readonly GoalResult[]): GoalResult | undefined {
  const rank = (goal: GoalResult) => {
    const gravity = GRAVITY[standingOf(goal)];
    return goal.mandatory && gravity > 1 ? gravity + 10 : gravity;
  };
  return goals.reduce<GoalResult | undefined>((a, b) => (a === undefined || rank(b) > rank(a) ? b : a), undefined);
}

/** What turns a goal that is met as placed: how far the prior course is moved, or by how much it is turned. */
export type Displacement =
  | { readonly kind: 'shift'; readonly mm: number }
  | { readonly kind: 'rotation'; readonly degrees: number }
  | { readonly kind: 'unknown' };

/** Read from what the worst case says of itself. */
export function displacementOf(worstCase: NonNullable<GoalResult['worstCase']>): Displacement {
  const { cause, shiftMm } = worstCase as {
    readonly cause?: { readonly code: string; readonly facts?: Readonly<Record<string, unknown>> };
    readonly shiftMm?: readonly number[];
  };
  const facts = cause?.facts ?? {};
  if (cause?.code === 'rotation') {
    const degrees = numberAmong(facts, ['degrees']);
    return degrees === undefined ? { kind: 'unknown' } : { kind: 'rotation', degrees: Math.abs(degrees) };
  }
  const along = [facts.xMm, facts.yMm, facts.zMm].filter((each) => typeof each === 'number');
  const shift = along.length === 3 ? along : (shiftMm ?? (facts.shiftMm as readonly number[] | undefined));
  const mm = numberAmong(facts, ['mm']) ?? (shift && Math.hypot(...shift));
  return mm === undefined ? { kind: 'unknown' } : { kind: 'shift', mm };
}

const numberAmong = (facts: Readonly<Record<string, unknown>>, names: readonly string[]): number | undefined =>
  names.map((name) => facts[name]).find((value): value is number => typeof value === 'number');
