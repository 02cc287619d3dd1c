import { expect, it } from 'vitest';
import { doseAsShown, doseAtFactor } from '../../src/figures/doses-left';
import { allowedDose } from '../../src/figures/number-format';
import { allowedDoses } from '../../src/figures/wording';

/* The factor and the doses beside it say the same: who sets the one finds the other. */

/** As a result has it: the factor to 1e-5 and the dose to 0.01 Gy, both cut off. */
const cut = (doseGy: number, plannedScale: number) => Math.floor(doseAtFactor(doseGy, plannedScale * 100)) / 100;

it('is the dose at the factor as it is written', () => {
  const plannedScale = 0.92987;
  const targets = [50.4, 58.8].map((doseGy, n) => ({ roi: `PTV${n}`, doseGy: cut(doseGy, plannedScale) }));
  // 50.4 · 0.92 = 46.368 and 58.8 · 0.92 = 54.096, cut off.
  expect(allowedDoses({ plannedScale, targets })?.replaceAll('\u00a0', ' ')).toBe('PTV0 46.3 Gy, PTV1 54.0 Gy');
  for (const doseGy of [50.4, 58.8])
    expect(allowedDose(doseAsShown(cut(doseGy, plannedScale), { plannedScale }))).toBe(allowedDose(doseAtFactor(doseGy, 0.92)));
});

it('holds for every usual prescription and factor', () => {
  for (const doseGy of [20, 30.6, 41.4, 45, 50, 50.4, 54, 58.8, 60, 66])
    for (let scale = 0.5; scale < 1.99; scale += 0.01237) {
      const plannedScale = Math.floor(scale * 1e5) / 1e5;
      const shown = Math.floor(Number((plannedScale * 100).toPrecision(12))) / 100;
      const left = doseAsShown(cut(doseGy, plannedScale), { plannedScale });
      expect(left, `${doseGy} ${plannedScale}`).toBeCloseTo(doseGy * shown, 9);
    }
});

it('is cut off to within 0.01 Gy where a prescription of two decimals cannot be told from its neighbour', () => {
  // 69.96 · 0.51237 = 35.8454, given as 35.84, to which 69.95 comes as well.
  const left = doseAsShown(35.84, { plannedScale: 0.51237 });
  expect(69.96 * 0.51 - left).toBeGreaterThanOrEqual(0);
  expect(69.96 * 0.51 - left).toBeLessThan(0.01);
});

it('is never below the least dose that a goal needs', () => {
  // 60 · 0.90123 = 54.0738, given as 54.08; the factor is written ×0.91.
  expect(doseAsShown(54.08, { plannedScale: 0.90123, from: true })).toBeCloseTo(54.6, 9);
});

it('has no dust of binary fractions that would cut off a digit', () => {
  expect(45 * 0.7).not.toBe(31.5);
  expect(allowedDose(doseAtFactor(45, 0.7))).toBe('31.5\u00a0Gy');
});
