import { describe, expect, it } from 'vitest';
import { CoveredDistribution } from '../../src/dvh/covered-distribution';
import { parseMetric } from '../../src/dvh/metric';
import { metricInterval } from '../../src/dvh/metric-value';
import { WorstCaseSum } from '../../src/dvh/worst-case-sum';
import { randomFrom } from '../geometry/solids';

/** Hundred points of 0.1 cc: 10 cc in all. */
const COUNT = 100;
const volumeCc = new Float32Array(COUNT).fill(0.1);
const over = (doseGy: Float32Array) => new CoveredDistribution(doseGy, volumeCc);
const of = (dose: (n: number) => number) => Float32Array.from({ length: COUNT }, (_, n) => dose(n));
/** 0.5, 1.5, ... 99.5 Gy and half of it: the hottest v cc of the first get at least 100 - 10 v Gy. */
const steep = over(of((n) => n + 0.5));
const gentle = over(of((n) => (n + 0.5) / 2));
const both = new WorstCaseSum([steep, gentle], 10);
const at = (metric: string, sum: WorstCaseSum = both) => metricInterval(sum, parseMetric(metric))!;

describe('the worst-case sum of two doses whose places in one another are unknown', () => {
  it('has for a maximum the sum of the maxima, and no less than either', () => {
    expect(at('Dmax')).toEqual({ value: 99.5 + 49.75, low: 99.5, high: 99.5 + 49.75 });
  });

  it('has for a dose at a volume the sum of both, and a bound from the halves of the volume', () => {
    const { value, low, high } = at('D4cc');
    expect(value).toBeCloseTo(60 + 30, 5);
    expect(low).toBeCloseTo(60, 5);
    // The hottest 2 cc of each get at least 80 and 40 Gy.
    expect(high).toBeCloseTo(80 + 40, 5);
    expect(at('D40%').value).toBeCloseTo(90, 5);
    expect(at('D40%').high).toBeCloseTo(120, 5);
  });

  it('has no bound from above for means, volumes and the cold part, and says no volume', () => {
    expect(at('Dmean')).toEqual({ value: 50 + 25, low: 50, high: Infinity });
    expect(at('Dmin')).toEqual({ value: 0.75, low: 0.75, high: Infinity });
    expect(at('V30Gy').value).toBeUndefined();
    expect(at('V30Gy').low).toBeCloseTo(70, 4);
    expect(at('V30Gy').high).toBe(100);
    expect(at('V30Gy[cc]').high).toBe(10);
    expect(at('CV30Gy[cc]').value).toBeUndefined();
    expect(at('CV30Gy[cc]').low).toBe(0);
    expect(at('CV30Gy[cc]').high).toBeCloseTo(3, 4);
    expect(at('DC2cc').value).toBeUndefined();
    expect(at('DC2cc').low).toBeCloseTo(20, 4);
    expect(at('DC2cc').high).toBe(Infinity);
  });

  it('is unknown from above where one of the doses is', () => {
    const unknown = CoveredDistribution.of(Float32Array.of(Number.NaN), Float32Array.of(10));
    const sum = new WorstCaseSum([steep, unknown], 10);
    for (const metric of ['Dmax', 'D4cc', 'Dmean']) {
      expect(at(metric, sum).value).toBeUndefined();
      expect(at(metric, sum).high).toBe(Infinity);
    }
    expect(at('Dmax', sum).low).toBe(99.5);
  });

  it('of three doses shares the volume among three', () => {
    const three = new WorstCaseSum([steep, gentle, gentle], 10);
    expect(at('D3cc', three).value).toBeCloseTo(70 + 35 + 35, 5);
    expect(at('D3cc', three).high).toBeCloseTo(90 + 45 + 45, 5);
  });

  it('holds for every way of laying one over the other', () => {
    const random = randomFrom(11);
    const metrics = ['Dmax', 'Dmin', 'Dmean', 'D1cc', 'D4cc', 'D95%', 'V30Gy', 'V90Gy[cc]', 'CV60Gy[cc]', 'DC2cc'];
    for (let trial = 0; trial < 60; trial++) {
      const a = of(() => 70 * random() ** 2);
      const b = of(() => 50 * random());
      // Sorted either way, and shuffled as drawn.
      if (trial % 3 > 0) a.sort();
      if (trial % 3 === 1) b.sort();
      if (trial % 3 === 2) b.sort().reverse();
      const sum = new WorstCaseSum([over(a), over(b)], 10);
      const laid = over(of((n) => a[n] + b[n]));
      for (const metric of metrics) {
        const laidOver = metricInterval(laid, parseMetric(metric))!.value!;
        const { low, high } = at(metric, sum);
        // The curve runs through the middles of points: half a point's volume is allowed to either side.
        const slack = metric.startsWith('V') || metric.startsWith('CV') ? 1 : 1.5;
        expect(laidOver, metric).toBeGreaterThanOrEqual(low - slack);
        expect(laidOver, metric).toBeLessThanOrEqual(high + slack);
      }
    }
  });
});
