import type { Scope } from '../constraints/goal-expression';
import { formatMetric } from '../dvh/metric';
import type { GoalResult, OrganEntry } from '../evaluation/assessment';
import { comparedFigure, shownDifference } from './number-format';

/** The metric and scope of a goal that is one dose against a limit (`D0.03cc <= 50 Gy`), undefined for any other. */
export function loneDose({
  metric,
  metricScope,
  scope,
}: GoalResult): { readonly metric: string; readonly scope: Scope } | undefined {
  if (metric?.unit !== 'Gy' || metric.kind === 'coldDoseAtVolume') return undefined;
  return { metric: formatMetric(metric), scope: metricScope ?? scope };
}

/**
 * The limits that an organ's goals hold a metric of its EQD2 to, or stand it beside: what its figure must not be shown
 * as.
 */
export const limitsOf = ({ goals }: Pick<OrganEntry, 'goals'>, name: string, scope: Scope): number[] =>
  goals
    .filter(
      (goal) =>
        goal.quantity === 'eqd2' &&
        (goal.metricScope ?? goal.scope) === scope &&
        ((goal.metric && formatMetric(goal.metric) === name) || goal.nearMaximum?.metric === name),
    )
    .map(({ limit }) => limit);

/** The value of a goal in digits that agree with its verdict; undefined where there is none. */
export function shownValue(goal: GoalResult): string | undefined {
  if (goal.value === null) return undefined;
  return comparedFigure({ ...goal, value: goal.value });
}

/** Value over limit in percent, in digits that agree with the verdict; undefined where there is none. */
export function shownShare(goal: GoalResult): string | undefined {
  if (goal.shareOfLimit === null) return undefined;
  const { verdict, comparator } = goal;
  return comparedFigure({ value: goal.shareOfLimit * 100, limit: 100, unit: '%', comparator, verdict });
}

/** How far the value of an exceeded goal is on the wrong side of its limit, in Gy, % or cc of the goal, as digits. */
export function shownExcess(goal: GoalResult): string | undefined {
  const value = shownValue(goal);
  return value === undefined ? undefined : shownDifference(value, goal.limit);
}

/** Goals with an upper limit are exceeded from above, those with a lower one (spared volume) fall short. */
export const isUpperLimit = (goal: GoalResult): boolean => goal.comparator.startsWith('<');

/** Share by which two ends of an interval differ that are one but for single precision. */
const ONE_VALUE = 1e-6;

/** Whether the value of a goal without a verdict is the most that it can be, and not what is known of it. */
export function isTheMost(goal: GoalResult): boolean {
  if (goal.verdict !== 'not evaluable' || goal.code !== 'limit-within-interval' || goal.value === null) return false;
  const { low, high } = goal.facts as { readonly low?: number; readonly high?: number };
  return high !== undefined && goal.value >= high * (1 - ONE_VALUE) && (low ?? -Infinity) < high * (1 - ONE_VALUE);
}
