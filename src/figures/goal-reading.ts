import type { Scope } from '../constraints/goal-expression';
import type { GoalResult } from '../evaluation/assessment';
import { type Comparator, comparedFigure, shownDifference } from './number-format';

/** The comparison of a goal as written. */
export const comparatorOf = (goal: string): Comparator => (/<=|>=|<|>/.exec(goal)?.[0] ?? '<=') as Comparator;

const LONE_DOSE = /^(?:(prior|planned|cumulative):)?(D(?:min|max|mean|[\d.]+(?:%|cc))) (?:<=|>=|<|>) [\d.]+ Gy$/;

/** The metric and scope of a goal that is one dose against a limit (`D0.03cc <= 50 Gy`), undefined for any other. */
export function loneDose(goal: GoalResult): { readonly metric: string; readonly scope: Scope } | undefined {
  const match = LONE_DOSE.exec(goal.goal);
  return match ? { metric: match[2], scope: (match[1] as Scope | undefined) ?? goal.scope } : undefined;
}

/** What stands before the comparison: `D0.03cc`. */
export const testedFigure = (goal: GoalResult): string => goal.goal.split(/<=|>=|<|>/)[0].trim();

/** The value of a goal in digits that agree with its verdict; undefined where there is none. */
export function shownValue(goal: GoalResult): string | undefined {
  if (goal.value === null) return undefined;
  return comparedFigure({ ...goal, value: goal.value, comparator: comparatorOf(goal.goal) });
}

/** Value over limit in percent, in digits that agree with the verdict; undefined where there is none. */
export function shownShare(goal: GoalResult): string | undefined {
  if (goal.shareOfLimit === null) return undefined;
  const { verdict } = goal;
  return comparedFigure({ value: goal.shareOfLimit * 100, limit: 100, unit: '%', comparator: comparatorOf(goal.goal), verdict });
}

/** How far the value of an exceeded goal is on the wrong side of its limit, in Gy, % or cc of the goal, as digits. */
export function shownExcess(goal: GoalResult): string | undefined {
  const value = shownValue(goal);
  return value === undefined ? undefined : shownDifference(value, goal.limit);
}

/** Goals with an upper limit are exceeded from above, those with a lower one (spared volume) fall short. */
export const isUpperLimit = (goal: GoalResult): boolean => comparatorOf(goal.goal).startsWith('<');
