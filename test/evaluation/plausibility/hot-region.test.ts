import { describe, expect, it } from 'vitest';
import { hottestGy } from '../../../src/evaluation/plausibility/hot-region';
import { surveyDose } from '../../../src/geometry/dose-survey';
import { gridOf } from '../../analytic/bodies';
import { randomFrom } from '../../geometry/solids';

describe('the dose that the hottest cc of a grid have', () => {
  const random = randomFrom(3);
  const rough = gridOf({ origin: [0, 0, 0], spacing: [2, 2.5, 3], size: [19, 22, 14] }, () => 70 * random() ** 3);

  it.each([0.2, 1, 5, 30, 80, 1000])('is that of the sorted voxels: %s cc', (cc) => {
    const voxelCc = (2 * 2.5 * 3) / 1000;
    const sorted = [...rough.doseGy].filter((gy) => gy > 0).sort((a, b) => b - a);
    const expected = sorted[Math.min(sorted.length, Math.ceil(cc / voxelCc - 1e-9)) - 1];
    // Told to 1/4096 of the highest.
    expect(Math.abs(hottestGy(surveyDose(rough), cc) - expected)).toBeLessThan(sorted[0] / 4095);
  });

  it('is 0 where there is no dose', () => {
    const none = gridOf({ origin: [0, 0, 0], spacing: [2, 2, 2], size: [5, 5, 5] }, () => 0);
    expect(hottestGy(surveyDose(none), 1)).toBe(0);
  });

  it('is not that of one odd voxel', () => {
    const odd = gridOf({ origin: [0, 0, 0], spacing: [2, 2, 2], size: [20, 20, 20] }, (x, y, z) =>
      x === 10 && y === 10 && z === 10 ? 500 : 40,
    );
    expect(Math.abs(hottestGy(surveyDose(odd), 1) - 40)).toBeLessThan(500 / 4095);
  });
});
