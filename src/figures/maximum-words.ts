import type { GoalResult, OrganEntry } from '../evaluation/assessment';
import { limitsOf } from './goal-reading';
import { withUnit } from './number-format';

const NBSP = '\u00a0';

/**
 * What stands beside a goal on a maximum: `D0.03cc 48.2 Gy; the maximum at x 1.2, y -3.4, z 60.0 mm`.
 * @param organ whose goal it is: others of its goals may hold the near maximum to limits of their own.
 */
export function maximumWords(goal: GoalResult, organ: Pick<OrganEntry, 'goals'>): string | undefined {
  const { nearMaximum, place, unit } = goal;
  const scope = goal.metricScope ?? goal.scope;
  const near =
    nearMaximum &&
    (nearMaximum.value === null
      ? `no ${nearMaximum.metric}: ${lowerFirst(nearMaximum.reason ?? '')}`
      : `${nearMaximum.metric} ${withUnit(nearMaximum.value, unit, goal.limit, ...limitsOf(organ, nearMaximum.metric, scope))}`);
  const [x, y, z] = place?.map((mm) => mm.toFixed(1)) ?? [];
  const where = place && `the maximum at x${NBSP}${x}, y${NBSP}${y}, z${NBSP}${z}${NBSP}mm`;
  return [near, where].filter(Boolean).join('; ') || undefined;
}

const lowerFirst = (text: string): string => (text.charAt(0).toLowerCase() + text.slice(1)).replace(/\.$/, '');
