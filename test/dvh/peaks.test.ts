import { describe, expect, it } from 'vitest';
import { CoveredDistribution } from '../../src/dvh/covered-distribution';
import { DoseDistribution } from '../../src/dvh/distribution';
import { parseMetric } from '../../src/dvh/metric';
import { metricInterval } from '../../src/dvh/metric-value';
import { WorstCaseSum } from '../../src/dvh/worst-case-sum';

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

  it('are what no volume gets at least, under whatever name it is asked for; all of the volume gets the least', () => {
    const whole = CoveredDistribution.of(doseGy, volumeCc, Float32Array.of(44, 12));
    const of = (metric: string) => metricInterval(whole, parseMetric(metric));
    expect(of('D0%')).toEqual({ value: 44, low: 44, high: 44 });
    expect(of('D0%')).toEqual(of('Dmax'));
    expect(of('D100%')).toEqual({ value: 10, low: 10, high: 10 });
    expect(of('D100%')).toEqual(of('Dmin'));
    // The coldest 4 of 4 cc get no more than the highest.
    expect(of('DC4cc')!.value).toBe(44);
    const distribution = new DoseDistribution(doseGy, volumeCc, Float32Array.of(44));
    expect([0, 4].map((cc) => distribution.doseAtHottest(cc))).toEqual([44, 10]);
  });

  it('of doses that cannot be laid over each other add up for D0% as for Dmax', () => {
    const parts = [44, 50].map((peak) => CoveredDistribution.of(doseGy, volumeCc, Float32Array.of(peak)));
    const sum = new WorstCaseSum(parts, 4);
    expect(metricInterval(sum, parseMetric('D0%'))).toEqual({ value: 94, low: 50, high: 94 });
    expect(metricInterval(sum, parseMetric('Dmax'))).toEqual({ value: 94, low: 50, high: 94 });
  });
});
