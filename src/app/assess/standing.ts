import type { GoalResult } from '../../evaluation/assessment';
import { VERDICT_SIGNS } from '../../figures/wording';
import type { Verdict } from '../../verdict';

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

/** The goal that an organ is to be judged by: the gravest mandatory one that applies; without any, the gravest other. */
export function gravestGoal(goals: readonly GoalResult[]): GoalResult | undefined {
  const rank = (goal: GoalResult) => {
    const gravity = GRAVITY[standingOf(goal)];
    return goal.mandatory && gravity > 0 ? gravity + 10 : gravity;
  };
  return goals.reduce<GoalResult | undefined>((a, b) => (a === undefined || rank(b) > rank(a) ? b : a), undefined);
}

/** How many goals that are not mandatory are exceeded: to be told beside the gravest mandatory one. */
export const optionalExceeded = (goals: readonly GoalResult[]): number =>
  goals.filter(({ mandatory, verdict }) => !mandatory && verdict === 'exceeded').length;

/** What turns a goal that is met as placed: how far the prior course is moved, or by how much it is turned. */
export type Displacement =
  | { readonly kind: 'shift'; readonly mm: number }
  | { readonly kind: 'rotation'; readonly degrees: number };

/** The size of what the worst case says of itself. */
export function displacementOf({ cause }: NonNullable<GoalResult['worstCase']>): Displacement {
  if (cause.code === 'rotation') return { kind: 'rotation', degrees: Math.abs(cause.facts.degrees) };
  const { xMm, yMm, zMm } = cause.facts;
  return { kind: 'shift', mm: Math.hypot(xMm, yMm, zMm) };
}
