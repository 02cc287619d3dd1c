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
