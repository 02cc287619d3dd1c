import { formatMetric } from '../dvh/metric';
import { LIMIT_TOLERANCE } from '../figure-digits';
import { makeReason, type Reason, type Span } from '../findings/reasons';
import type { Verdict } from '../verdict';
import type { Goal } from './goal';
import type { KnownMetric, MetricLookup, ScopedMetric } from './goal-expression';
import type { Interval } from './interval';

/** The answer to one goal. `low` and `high` enclose the value; both are undefined where there is none. */
export interface GoalOutcome {
  readonly verdict: Verdict;
  readonly low: number | undefined;
  readonly high: number | undefined;
  /** Why it is not met and not exceeded. */
  readonly why?: Reason | undefined;
}

/**
 * Tests a goal on what is known of its metrics: `met` if it holds over the entire interval, `exceeded` if it is broken
 * over the entire interval, else `not evaluable`. Where nothing is known of some dose that it is of, it is not met, for
 * its bounds are those that anything has. Cheap: no text is read, nothing but the metrics is computed.
 * @param lookup what is known of a metric; a scope it is not given is the goal's own.
 */
export function evaluateGoal(goal: Goal, lookup: MetricLookup): GoalOutcome {
  const values: KnownMetric[] = [];
  for (const named of goal.metrics) {
    const value = lookup(named.metric, named.scope);
    if (!value || Number.isNaN(value.low) || Number.isNaN(value.high)) {
      return unknown(makeReason('metric-not-there', { metric: nameOf(named) }));
    }
    values.push(value);
  }
  const value = goal.expression.evaluate(values);
  if (!value) return unknown(makeReason('divides-by-zero', {}));
  const verdict = verdictOf(goal, value);
  if (verdict !== 'exceeded' && values.some(({ isUnknown }) => isUnknown)) {
    return { verdict: 'not evaluable', low: value.low, high: value.high, why: makeReason('no-dose-known', {}) };
  }
  if (verdict !== 'not evaluable') return { verdict, low: value.low, high: value.high };
  const why = makeReason('limit-within-interval', span(value, goal));
  return { verdict, low: value.low, high: value.high, why };
}

/** Share by which two ends of an interval differ that are one but for single precision. */
const ONE_VALUE = 1e-6;

/**
 * What is to be said of an exceeded goal whose value is shown as the most that it can be (of a record), and is known to
 * be above the limit only as far as the least.
 */
export function mostOfExceeded(goal: Goal, { verdict, low, high }: GoalOutcome, value: number | null): Reason | undefined {
  if (verdict !== 'exceeded' || value === null || low === undefined || high === undefined) return undefined;
  const isMost = value >= high * (1 - ONE_VALUE) && low < high * (1 - ONE_VALUE);
  return isMost && goal.comparator.startsWith('<') ? makeReason('value-is-the-most', span({ low, high }, goal)) : undefined;
}

/** The verdict on a value that is known. */
export const verdictAt = (goal: Goal, value: number): Verdict => verdictOf(goal, { low: value, high: value });

function verdictOf({ comparator, limit }: Goal, { low, high }: Interval): Verdict {
  const slack = Math.abs(limit) * LIMIT_TOLERANCE;
  switch (comparator) {
    case '<':
      return high < limit ? 'met' : low >= limit ? 'exceeded' : 'not evaluable';
    case '<=':
      return high <= limit + slack ? 'met' : low > limit + slack ? 'exceeded' : 'not evaluable';
    case '>':
      return low > limit ? 'met' : high <= limit ? 'exceeded' : 'not evaluable';
    case '>=':
      return low >= limit - slack ? 'met' : high < limit - slack ? 'exceeded' : 'not evaluable';
  }
}

function unknown(why: Reason): GoalOutcome {
  return { verdict: 'not evaluable', low: undefined, high: undefined, why };
}

const nameOf = ({ metric, scope }: ScopedMetric): string => (scope ? `${scope}:` : '') + formatMetric(metric);

function span({ low, high }: Interval, { limit, unit }: Goal): Span {
  return {
    ...(low !== -Infinity && { low }),
    ...(high !== Infinity && { high }),
    limit,
    unit,
  };
}
