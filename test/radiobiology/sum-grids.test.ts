import { describe, expect, it } from 'vitest';
import { phaseResponse } from '../../src/radiobiology/phase-response';
import { sumResponses } from '../../src/radiobiology/sum-grids';
import { alphaBetaGy } from '../../src/units';

const COUNT = 20_003;
const ramp = (step: number) => Float32Array.from({ length: COUNT }, (_, n) => (n % 7000) * step);
const eqd2Gy = (d: number, n: number, ab: number) => (d * (d / n + ab)) / (2 + ab);
const phase = (doseGy: Float32Array, fractions: number, ab: number, forgiven = 0) => ({
  doseGy,
  response: phaseResponse({ fractions, alphaBetaGy: alphaBetaGy(ab) }),
  weight: (1 - forgiven) / (1 + 2 / ab),
});

describe('a voxel-wise sum of EQD2', () => {
  it.each([1, 2, 3])('of %d phases is the closed form in every voxel', (count) => {
    const doses = [ramp(0.009), ramp(0.007).reverse(), ramp(0.002)].slice(0, count);
    const fractions = [28, 25, 5];
    const out = new Float32Array(COUNT).fill(99);
    sumResponses(
      doses.map((dose, p) => phase(dose, fractions[p], 3, p === 0 ? 0.25 : 0)),
      out,
    );
    let worst = 0;
    for (let n = 0; n < COUNT; n++) {
      const exact = doses.reduce((sum, dose, p) => sum + (p === 0 ? 0.75 : 1) * eqd2Gy(dose[n], fractions[p], 3), 0);
      worst = Math.max(worst, Math.abs(out[n] - exact));
    }
    // Single precision holds 1e-5 Gy at 150 Gy.
    expect(worst).toBeLessThan(2e-5);
  });

  it('is unknown where one dose is, and bends where LQ-L does', () => {
    const [a, b] = [Float32Array.of(10, Number.NaN, 60), Float32Array.of(20, 20, 20)];
    const out = new Float32Array(3);
    sumResponses([phase(a, 10, 2), phase(b, 10, 2)], out);
    expect(out[0]).toBeCloseTo(eqd2Gy(10, 10, 2) + eqd2Gy(20, 10, 2), 4);
    expect(out[1]).toBeNaN();
    const bent = {
      ...phase(a, 10, 2),
      response: phaseResponse({ fractions: 10, alphaBetaGy: alphaBetaGy(2), lqL: { transitionGyPerFraction: 4 } }),
    };
    sumResponses([bent, phase(b, 10, 2)], out);
    // dT = 4 Gy, γ/α = 1 + 2·4/2 = 5: BED = 10 [4 (1 + 2) + 5 (6 - 4)] = 220 Gy.
    expect(out[2]).toBeCloseTo(220 / 2 + eqd2Gy(20, 10, 2), 3);
  });
});
