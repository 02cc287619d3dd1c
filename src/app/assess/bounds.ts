import type { MetricResult } from '../../evaluation/assessment';
import { endDigits } from '../../figure-digits';
import type { T } from './goal-words';

/** Bounds of a figure that is not known exactly, rounded outwards, as in the report. */
export function bounds(
  t: T,
  { atLeast, atMost }: NonNullable<MetricResult['cumulativeEqd2Bounds']>,
  unit: MetricResult['unit'],
): string {
  const low = endDigits(atLeast, unit, 'low');
  if (atMost === null) return t('atLeast', { low });
  return t('between', { low, high: endDigits(atMost, unit, 'high') });
}

/** The same as a figure in a table: `≥ 12.3`, `12.3–45.6`. */
export function shortBounds(
  { atLeast, atMost }: NonNullable<MetricResult['cumulativeEqd2Bounds']>,
  unit: MetricResult['unit'],
): string {
  const low = endDigits(atLeast, unit, 'low');
  return atMost === null ? `≥\u00a0${low}` : `${low}–${endDigits(atMost, unit, 'high')}`;
}
