import type { GoalResult } from '../evaluation/assessment';
import { figure } from './number-format';

const NBSP = '\u00a0';

/** What stands beside a goal on a maximum: `D0.03cc 48.2 Gy; the maximum at x 1.2, y -3.4, z 60.0 mm`. */
export function maximumWords({ nearMaximum, place, unit }: GoalResult): string | undefined {
  const near =
    nearMaximum &&
    (nearMaximum.value === null
      ? `no ${nearMaximum.metric}: ${lowerFirst(nearMaximum.reason ?? '')}`
      : `${nearMaximum.metric} ${figure(nearMaximum.value, unit)}${NBSP}${unit}`);
  const [x, y, z] = place?.map((mm) => mm.toFixed(1)) ?? [];
  const where = place && `the maximum at x${NBSP}${x}, y${NBSP}${y}, z${NBSP}${z}${NBSP}mm`;
  return [near, where].filter(Boolean).join('; ') || undefined;
}

const lowerFirst = (text: string): string => (text.charAt(0).toLowerCase() + text.slice(1)).replace(/\.$/, '');
