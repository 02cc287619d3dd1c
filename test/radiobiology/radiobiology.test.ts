import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/input-error';
import { incompleteRepairFactor } from '../../src/radiobiology/incomplete-repair';
import { bedOf, eqd2Of } from '../../src/radiobiology/linear-quadratic';
import { addResponse, bedAt, phaseResponse } from '../../src/radiobiology/phase-response';
import { eqd2LostGy } from '../../src/radiobiology/repopulation';
import { sumResponses } from '../../src/radiobiology/sum-grids';
import { alphaBetaGy, gy } from '../../src/units';

// Published and derived vectors: total dose, fractions, then EQD2 for α/β 2, 3, 10, 4.9 and BED for 2, 3, 10; to 0.005 Gy.
const VECTORS: [number, number, number[], number[]][] = [
  [50, 25, [50.0, 50.0, 50.0, 50.0], [100.0, 83.33, 60.0]],
  [45, 25, [42.75, 43.2, 44.25, 43.7], [85.5, 72.0, 53.1]],
  [50.4, 28, [47.88, 48.38, 49.56, 48.94], [95.76, 80.64, 59.47]],
  [60, 30, [60.0, 60.0, 60.0, 60.0], [120.0, 100.0, 72.0]],
  [58.8, 28, [60.27, 59.98, 59.29, 59.65], [120.54, 99.96, 71.15]],
  [59.92, 28, [62.02, 61.6, 60.62, 61.14], [124.03, 102.66, 72.74]],
  [54, 30, [51.3, 51.84, 53.1, 52.43], [102.6, 86.4, 63.72]],
  [64.8, 28, [69.89, 68.87, 66.5, 67.75], [139.78, 114.79, 79.8]],
];

describe('linear-quadratic model', () => {
  it.each(VECTORS)('%f Gy in %i fractions', (dose, fractions, eqd2, bed) => {
    [2, 3, 10, 4.9].forEach((ab, n) => {
      expect(Math.abs(eqd2Of(gy(dose), fractions, alphaBetaGy(ab)) - eqd2[n])).toBeLessThan(0.0051);
    });
    [2, 3, 10].forEach((ab, n) => {
      expect(Math.abs(bedOf(gy(dose), fractions, alphaBetaGy(ab)) - bed[n])).toBeLessThan(0.0051);
    });
  });

  it('agrees with Nieder 2006: 50 Gy in 25 is 100 Gy2 or 75 Gy4', () => {
    expect(bedOf(gy(50), 25, alphaBetaGy(2))).toBeCloseTo(100, 10);
    expect(bedOf(gy(50), 25, alphaBetaGy(4))).toBeCloseTo(75, 10);
  });

  it('takes a single fraction: 8 Gy in 1 with α/β 2 is 40 Gy BED, 20 Gy EQD2', () => {
    expect(bedOf(gy(8), 1, alphaBetaGy(2))).toBeCloseTo(40, 10);
    expect(eqd2Of(gy(8), 1, alphaBetaGy(2))).toBeCloseTo(20, 10);
  });

  it('refuses an α/β of 0 or below and a dose below 0', () => {
    expect(() => alphaBetaGy(0)).toThrow(RangeError);
    expect(() => alphaBetaGy(-2)).toThrow(RangeError);
    expect(() => gy(-1)).toThrow(RangeError);
    expect(() => gy(Number.NaN)).toThrow(RangeError);
  });
});

describe('incomplete repair', () => {
  const repair = { hoursBetween: 6, repairHalfTimeHours: 4.4 };
  it('gives Hm of Thames for two and three fractions a day', () => {
    expect(incompleteRepairFactor({ ...repair, fractionsPerDay: 1 })).toBe(0);
    expect(incompleteRepairFactor({ ...repair, fractionsPerDay: 2 })).toBeCloseTo(0.3886, 4);
    expect(incompleteRepairFactor({ ...repair, fractionsPerDay: 3 })).toBeCloseTo(0.61881, 5);
  });
  it.each([2, 3, 4])('goes over into one fraction where nothing is repaired between %i a day', (fractionsPerDay) => {
    // Without repair m fractions of d are one of m d: 1 + Hm = m.
    for (const none of [{ hoursBetween: 1e-300 }, { repairHalfTimeHours: 1e21 }, { repairHalfTimeHours: 1e300 }]) {
      expect(incompleteRepairFactor({ ...repair, ...none, fractionsPerDay })).toBeCloseTo(fractionsPerDay - 1, 12);
    }
    // Near it Hm = (m - 1) (1 - x (m + 1) / 3) to the first order in x = ln 2 ΔT / T½.
    const x = (Math.LN2 * 6) / 1e9;
    const near = incompleteRepairFactor({ ...repair, repairHalfTimeHours: 1e9, fractionsPerDay });
    expect((fractionsPerDay - 1 - near) / ((fractionsPerDay - 1) * x)).toBeCloseTo((fractionsPerDay + 1) / 3, 6);
  });
  it('72 Gy in 60 of 1.2 Gy twice a day, α/β 3: 100.80 with complete, 111.99 Gy BED with incomplete repair', () => {
    const model = { fractions: 60, alphaBetaGy: alphaBetaGy(3) };
    expect(bedAt(phaseResponse(model), 72)).toBeCloseTo(100.8, 10);
    expect(bedAt(phaseResponse({ ...model, repair: { ...repair, fractionsPerDay: 2 } }), 72)).toBeCloseTo(111.99, 2);
  });
});

describe('LQ-L', () => {
  const model = { fractions: 3, alphaBetaGy: alphaBetaGy(3) };
  it('54 Gy in 3, α/β 3, dT 6, γ/α 5: 234 Gy BED where LQ gives 378', () => {
    expect(bedAt(phaseResponse(model), 54)).toBeCloseTo(378, 10);
    expect(bedAt(phaseResponse({ ...model, lqL: { transitionGyPerFraction: 6, gammaOverAlpha: 5 } }), 54)).toBeCloseTo(234, 10);
  });
  it('joins smoothly without a given slope: γ/α = 1 + 2 dT/(α/β) = 5', () => {
    expect(bedAt(phaseResponse({ ...model, lqL: { transitionGyPerFraction: 6 } }), 54)).toBeCloseTo(234, 10);
  });
  it('is LQ below the transition', () => {
    expect(bedAt(phaseResponse({ ...model, lqL: { transitionGyPerFraction: 6 } }), 15)).toBeCloseTo(
      bedOf(gy(15), 3, alphaBetaGy(3)),
      10,
    );
  });
  it('keeps the transition at its dose per fraction when the dose is scaled', () => {
    const half = phaseResponse({ ...model, doseScale: 0.5, lqL: { transitionGyPerFraction: 6, gammaOverAlpha: 5 } });
    expect(bedAt(half, 108)).toBeCloseTo(234, 10);
  });
  it('refuses what has no published form', () => {
    const lqL = { transitionGyPerFraction: 6 };
    const repair = { fractionsPerDay: 2, hoursBetween: 6, repairHalfTimeHours: 4 };
    expect(() => phaseResponse({ ...model, lqL, repair })).toThrow(InputError);
    expect(() => phaseResponse({ ...model, lqL: { transitionGyPerFraction: 1.5 } })).toThrow(InputError);
  });
});

describe('overall time', () => {
  it('50.4 Gy in 28, α/β 10, 0.59 Gy a day from day 21: 39.53 Gy EQD2 in 38 days, 31.27 in 52', () => {
    const repopulation = { dProlifGyPerDay: 0.59, kickOffDays: 21 };
    const eqd2 = eqd2Of(gy(50.4), 28, alphaBetaGy(10));
    expect(eqd2 - eqd2LostGy(repopulation, 38)).toBeCloseTo(39.53, 2);
    expect(eqd2 - eqd2LostGy(repopulation, 52)).toBeCloseTo(31.27, 2);
    expect(eqd2LostGy(repopulation, 20)).toBe(0);
  });
});

describe('sums', () => {
  // Full overlap, α/β 3, with 0, 25 and 50 % of the prior course forgiven; Gy EQD2, to 0.05.
  it.each([
    [50.4, 28, 45, 25, [91.6, 79.5, 67.4]],
    [50.4, 28, 50.4, 28, [96.8, 84.7, 72.6]],
    [50.4, 28, 59.92, 28, [110.0, 97.9, 85.8]],
    [60, 30, 45, 25, [103.2, 88.2, 73.2]],
    [60, 30, 50.4, 28, [108.4, 93.4, 78.4]],
    [60, 30, 59.92, 28, [121.6, 106.6, 91.6]],
  ])('%f Gy in %i, then %f Gy in %i', (d1, n1, d2, n2, expected) => {
    const ab = alphaBetaGy(3);
    [0, 0.25, 0.5].forEach((recovery, r) => {
      const out = new Float32Array(20_000);
      const perBed = 1 / (1 + 2 / ab);
      const phase = (dose: number, fractions: number, weight: number) => ({
        doseGy: new Float32Array(out.length).fill(dose),
        response: phaseResponse({ fractions, alphaBetaGy: ab }),
        weight,
      });
      sumResponses([phase(d1, n1, (1 - recovery) * perBed), phase(d2, n2, perBed)], out);
      expect(Math.abs(out[0] - expected[r])).toBeLessThan(0.051);
      expect(out[out.length - 1]).toBe(out[0]);
    });
  });

  it('keeps an unknown dose unknown', () => {
    const out = new Float32Array(2);
    addResponse(
      phaseResponse({ fractions: 10, alphaBetaGy: alphaBetaGy(2) }),
      Float32Array.of(20, Number.NaN),
      0,
      2,
      1,
      out,
      true,
    );
    expect([...out]).toEqual([40, Number.NaN]);
  });
});
