import { describe, expect, it } from 'vitest';
import { effectAt } from '../../src/effect/course-effect';
import { doseOfEffect } from '../../src/effect/dose-of-effect';
import { singleEffect } from '../../src/effect/single-course';

const eqd2 = (more: Omit<Parameters<typeof singleEffect>[0], 'quantity'>) => singleEffect({ quantity: 'eqd2', ...more });

describe('the dose of an effect', () => {
  it.each([
    [20, 25, 2, 26.235],
    [20, 28, 2, 26.991],
    [17.625, 25, 2, 23.86],
    [30.625, 25, 2, 35.72],
  ])('of %f Gy EQD2 in %i fractions with α/β %f Gy is %f Gy', (left, fractions, alphaBetaGy, doseGy) => {
    // The published figures have two or three decimals.
    expect(doseOfEffect(eqd2({ fractions, alphaBetaGy }), left)).toBeCloseTo(doseGy, 2);
  });

  it.each([
    ['plain', {}],
    ['twice a day', { schedule: { fractionsPerDay: 2, hoursBetween: 6 }, repairHalfTimeHours: 4.4 }],
    ['LQ-L', { lqL: { transitionGyPerFraction: 4 } }],
    ['LQ-L with a kink', { lqL: { transitionGyPerFraction: 4, gammaOverAlpha: 2 } }],
  ])('has that effect: %s', (_, more) => {
    const effect = eqd2({ fractions: 5, alphaBetaGy: 2, ...more });
    for (const doseGy of [0, 1e-6, 10, 19.9, 20.1, 45]) {
      expect(doseOfEffect(effect, effectAt(effect, doseGy))).toBeCloseTo(doseGy, 9);
    }
  });
});
