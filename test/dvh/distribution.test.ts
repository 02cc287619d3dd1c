import { describe, expect, it } from 'vitest';
import { DoseDistribution } from '../../src/dvh/distribution';

/** Independent reference: full sort and a plain walk along the same curve. */
function reference(dose: Float32Array, volume: Float32Array) {
  const order = [...dose.keys()].sort((a, b) => dose[b] - dose[a]);
  const middles: number[] = [];
  let sum = 0;
  for (const n of order) {
    middles.push(sum + volume[n] / 2);
    sum += volume[n];
  }
  return (cc: number) => {
    if (cc <= middles[0]) return dose[order[0]];
    for (let n = 1; n < order.length; n++) {
      if (cc <= middles[n]) {
        const t = (cc - middles[n - 1]) / (middles[n] - middles[n - 1]);
        return dose[order[n - 1]] + t * (dose[order[n]] - dose[order[n - 1]]);
      }
    }
    return dose[order[order.length - 1]];
  };
}

/** A small deterministic generator (numerical recipes' LCG), 0 to 1. */
function generator(seed: number) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

describe('dose-volume distribution', () => {
  it('uniform dose: every metric is that dose, all volume is at it, none above', () => {
    const d = new DoseDistribution(new Float32Array(1000).fill(20), new Float32Array(1000).fill(0.01));
    expect(d.meanGy).toBeCloseTo(20, 10);
    expect(d.doseAtHottest(0.03)).toBe(20);
    expect(d.doseAtHottest(d.totalCc)).toBe(20);
    expect(d.volumeAtLeast(20)).toBe(d.totalCc);
    expect(d.volumeAtLeast(20.001)).toBe(0);
    expect(d.volumeAtLeast(0)).toBe(d.totalCc);
  });

  it('linear ramp 0 to 150 Gy: D(v) = 150 (1 - v/V) and its inverse, with no ceiling', () => {
    const count = 15_000;
    const dose = Float32Array.from({ length: count }, (_, n) => (150 * (n + 0.5)) / count);
    const d = new DoseDistribution(dose, new Float32Array(count).fill(100 / count));
    for (const cc of [0.03, 1, 10, 37.3, 50, 95, 99]) {
      expect(Math.abs(d.doseAtHottest(cc) - 150 * (1 - cc / 100))).toBeLessThan(0.001);
      expect(Math.abs(d.volumeAtLeast(150 * (1 - cc / 100)) - cc)).toBeLessThan(0.001);
    }
  });

  it('is the walk along the fully sorted points, for random doses and weights with ties', () => {
    const random = generator(7);
    for (const count of [1, 2, 3, 10, 5000]) {
      const dose = Float32Array.from({ length: count }, () => Math.round(random() * 40) / 4 + (random() < 0.5 ? random() : 0));
      const volume = Float32Array.from({ length: count }, () => 0.001 + random());
      const d = new DoseDistribution(dose, volume);
      const expected = reference(dose, volume);
      for (let n = 0; n <= 50; n++) {
        const cc = (d.totalCc * n) / 50;
        expect(Math.abs(d.doseAtHottest(cc) - expected(cc))).toBeLessThan(1e-5);
      }
    }
  });

  it('dose and volume are inverses where the curve falls', () => {
    const random = generator(11);
    const dose = Float32Array.from({ length: 3000 }, () => 60 * random() ** 2);
    const volume = Float32Array.from({ length: 3000 }, () => random() + 0.01);
    const d = new DoseDistribution(dose, volume);
    for (let n = 1; n < 40; n++) {
      const cc = (d.totalCc * n) / 40;
      // The tolerance of 1e-6 of the dose in "at or above" moves the volume by as much as the curve is flat there.
      expect(Math.abs(d.volumeAtLeast(d.doseAtHottest(cc)) - cc) / d.totalCc).toBeLessThan(1e-4);
    }
  });

  it('draws the curve within a bucket of the exact one', () => {
    const count = 40_000;
    const dose = Float32Array.from({ length: count }, (_, n) => 80 * Math.sqrt((n + 0.5) / count));
    const d = new DoseDistribution(dose, new Float32Array(count).fill(0.01));
    const doses = Float64Array.from({ length: 81 }, (_, n) => n);
    d.curveCc(doses).forEach((cc, n) => expect(Math.abs(cc - d.volumeAtLeast(doses[n])) / d.totalCc).toBeLessThan(0.002));
    expect(d.curveCc(Float64Array.of(0, 80.1))).toEqual(Float64Array.of(d.totalCc, 0));
  });

  it('counts a dose stored in single precision as reaching itself', () => {
    const twenty = Float32Array.of(Math.fround(19.9999995), 10);
    const d = new DoseDistribution(twenty, Float32Array.of(1, 1));
    expect(d.volumeAtLeast(20)).toBeCloseTo(0.5, 5);
  });
});
