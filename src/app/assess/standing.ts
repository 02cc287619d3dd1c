import type { GoalResult } from '../../evaluation/assessment';
import type { MotionCause } from '../../evaluation/robustness/motions';
import { movedAlike } from '../../figures/placed-words';
import { STANDING_SIGNS, type Standing, standingOf } from '../../figures/standing';

export { type Standing, standingOf };

/** Half of the sign of a goal that is met. */
export const STANDING_GLYPHS: Readonly<Record<Standing, string>> = {
  met: STANDING_SIGNS.met.glyph,
  'met as placed': STANDING_SIGNS['met as placed'].glyph,
  exceeded: STANDING_SIGNS.exceeded.glyph,
  'not evaluable': STANDING_SIGNS['not evaluable'].glyph,
  'not applicable': STANDING_SIGNS['not applicable'].glyph,
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

/** How far a course is moved, or by how much it is turned. */
export type Displacement =
  | { readonly kind: 'shift'; readonly mm: number }
  | { readonly kind: 'rotation'; readonly degrees: number };

/** What turns a goal: the prior course, where that alone can be moved, or the courses that are, each alike or by itself. */
export type Displaced =
  | { readonly who: 'prior'; readonly by: Displacement }
  | { readonly who: 'courses'; readonly each: readonly { readonly courses: readonly string[]; readonly by: Displacement }[] };

/** What lies elsewhere in a worst case, and how far. */
export function displacedOf({ cause }: NonNullable<GoalResult['worstCase']>): Displaced {
  if (!cause.groups) return { who: 'prior', by: displacementOf({ cause }) };
  const each = movedAlike(cause.groups).map(({ courses, cause: own }) => ({ courses, by: displacementOf({ cause: own }) }));
  return { who: 'courses', each };
}

/** The size of a motion. */
export function displacementOf({ cause }: { readonly cause: MotionCause }): Displacement {
  if (cause.code === 'rotation') return { kind: 'rotation', degrees: Math.abs(cause.facts.degrees) };
  const { xMm, yMm, zMm } = cause.facts;
  return { kind: 'shift', mm: Math.hypot(xMm, yMm, zMm) };
}
