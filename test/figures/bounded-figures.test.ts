import { expect, it } from 'vitest';
import { boundFigures, partFigure } from '../../src/figures/bounded-figures';

const of = (plannedEqd2Gy: number | null, atLeast: number, atMost: number | null = null, priorEqd2Gy: number | null = null) =>
  ({ unit: 'Gy', priorEqd2Gy, plannedEqd2Gy, cumulativeEqd2Bounds: { atLeast, atMost } }) as const;
type Metric = ReturnType<typeof of>;
const both = (metric: Metric, ...limits: number[]) => [
  partFigure(metric, metric.plannedEqd2Gy, limits),
  boundFigures(metric)!.low,
];

it('shows a sum no lower than its part', () => {
  expect(both(of(23.76, 23.76))).toEqual(['23.76', '23.76']);
  // Never more than two decimals: where a part would still look more, both are cut off.
  expect(both(of(47.0684, 47.0684))).toEqual(['47.06', '47.06']);
  expect(both(of(34.859, 34.859, 58.9))).toEqual(['34.85', '34.85']);
  expect(both(of(34.859, 34.859, 58.9), 57)).toEqual(['34.85', '34.85']);
  expect(both(of(12.99999, 12.99999))).toEqual(['12.99', '12.99']);
  // A part that is rounded down anyway needs no more digits.
  expect(both(of(23.72, 23.72))).toEqual(['23.7', '23.7']);
  expect(both(of(10.06, 47.09))).toEqual(['10.1', '47.0']);
  // Single precision puts the part above the sum by a millionth.
  expect(both(of(23.760001, 23.76))).toEqual(['23.76', '23.76']);
});

it('looks at both parts, and keeps to the digits of a limit', () => {
  const metric = of(3, 23.76, 30.21, 23.76);
  expect(boundFigures(metric)).toEqual({ low: '23.76', high: '30.3' });
  expect(partFigure(metric, metric.priorEqd2Gy, [])).toBe('23.76');
  expect(both(of(23.76, 23.76), 23.765)).toEqual(['23.760', '23.76']);
});

it('leaves a part that is more than the bound as it is: a least figure may be less than what one course gives', () => {
  expect(both(of(30.06, 23.76))).toEqual(['30.1', '23.7']);
  expect(partFigure(of(null, 23.76), null, [])).toBe('not evaluable');
});
