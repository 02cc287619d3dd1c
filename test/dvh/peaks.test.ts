import { describe, expect, it } from 'vitest';
import { CoveredDistribution } from '../../src/dvh/covered-distribution';
import { DoseDistribution } from '../../src/dvh/distribution';
import { parseMetric } from '../../src/dvh/metric';
import { metricInterval } from '../../src/dvh/metric-value';

const doseGy = Float32Array.of(10, 20, 30, 40);
const volumeCc = Float32Array.of(1, 1, 1, 1);

describe('peaks of a distribution', () => {
  it('are its maximum and nothing else', () => {
    const [plain, peaked] = [
      new DoseDistribution(doseGy, volumeCc),
      new DoseDistribution(doseGy, volumeCc, Float32Array.of(44, 12)),
    ];
    expect([plain.maxGy, peaked.maxGy]).toEqual([40, 44]);
    for (const cc of [0.03, 1, 2.5]) expect(peaked.doseAtHottest(cc)).toBe(plain.doseAtHottest(cc));
    for (const gy of [5, 25, 39, 41, 43]) expect(peaked.volumeAtLeast(gy)).toBe(plain.volumeAtLeast(gy));
    expect([...peaked.curveCc(Float64Array.of(0, 25, 39, 42))]).toEqual([...plain.curveCc(Float64Array.of(0, 25, 39, 42))]);
    expect([peaked.meanGy, peaked.minGy, peaked.totalCc]).toEqual([25, 10, 4]);
  });

  it('below the hottest point or unknown change nothing', () => {
    expect(new DoseDistribution(doseGy, volumeCc, Float32Array.of(39, Number.NaN)).maxGy).toBe(40);
  });

  it('that are known raise the least of a maximum where a part of the organ is unknown, and leave no upper bound', () => {
    const partly = Float32Array.of(10, 20, 30, Number.NaN);
    const found = metricInterval(CoveredDistribution.of(partly, volumeCc, Float32Array.of(33, Number.NaN)), parseMetric('Dmax'))!;
    expect([found.value, found.low, found.high]).toEqual([33, 33, Infinity]);
  });
});
