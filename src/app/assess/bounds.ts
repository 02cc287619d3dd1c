import type { MetricResult } from '../../evaluation/assessment';
import { decimalsOf, figure } from '../../figures/number-format';
import type { T } from './goal-words';

/** Bounds of a figure that is not known exactly, rounded outwards, as in the report. */
export function bounds(
  t: T,
  { atLeast, atMost }: NonNullable<MetricResult['cumulativeEqd2Bounds']>,
  unit: MetricResult['unit'],
): string {
  const low = figure(outward(atLeast, unit, Math.floor), unit);
  if (atMost === null) return t('atLeast', { low });
  return t('between', { low, high: figure(outward(atMost, unit, Math.ceil), unit) });
}

function outward(value: number, unit: MetricResult['unit'], round: (value: number) => number): number {
  const steps = 10 ** decimalsOf(value, unit);
  return round(Number((value * steps).toPrecision(12))) / steps;
}
