import { describe, expect, it } from 'vitest';
import { DoseDistribution } from '../../src/dvh/distribution';
import { slabsOfRoi } from '../../src/geometry/contours-to-slabs';
import { inOwnFrame } from '../../src/geometry/interpolate';
import { sampleRoi } from '../../src/geometry/roi-samples';
import { circle, contourOn, gridOf, slices, solveFalling } from './bodies';

/*
 * Large organs are sampled coarsely where they may be: a linear dose in any direction must not fall in step with the
 * lattice of blocks, whatever the direction. A ball's volume beyond a plane is a cap.
 */

const R = 80;
const contours = slices(-R + 0.5, 1, 2 * R).map((z) => contourOn(circle(0.3, -0.4, Math.sqrt(R * R - z * z)), z));
const { stack } = slabsOfRoi({ name: 'ball', contours, sliceSpacingMm: undefined });
const cap = (x: number) => (Math.PI * (R - x) ** 2 * (2 * R + x)) / 3;

const DIRECTIONS: readonly (readonly [number, number, number])[] = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
  [1, 1, 0],
  [1, 0.25, 0],
  [1, -0.57, 0],
  [0.755, 0, 0.656],
  [1, 1, 1],
  [0.3, -0.8, 0.52],
];

describe('a ball of 2145 cc in a linear dose', () => {
  it.each(DIRECTIONS)('falling along (%f, %f, %f)', (...towards) => {
    const length = Math.hypot(...towards);
    const [a, b, c] = towards.map((each) => each / length);
    // 0.3 Gy a mm: 30 Gy in the middle, from 6 to 54 Gy.
    const dose = (x: number, y: number, z: number) => 30 + 0.3 * (a * (x - 0.3) + b * (y + 0.4) + c * z);
    const grid = gridOf({ origin: [-100, -100, -100], spacing: [4, 4, 4], size: [51, 51, 51] }, dose);
    const { doseGy, volumeCc } = sampleRoi(stack!, [inOwnFrame(grid)]);
    const dvh = new DoseDistribution(doseGy[0], volumeCc);
    const ball = (4 / 3) * Math.PI * R ** 3;
    for (const percent of [1, 2, 5, 10, 20, 30, 40, 50, 60, 70, 80, 90, 95, 98]) {
      const x = solveFalling((at) => cap(at) / ball, percent / 100, -R, R);
      const exact = 30 + 0.3 * x;
      const off = Math.abs(dvh.doseAtHottest((dvh.totalCc * percent) / 100) - exact);
      expect(off, `D${percent}% of ${exact} Gy`).toBeLessThan(Math.max(0.05, 0.002 * exact));
    }
    // Along z the ball's pole is a slab of 1 mm, which is no cap of 0.03 cc.
    const hot = 30 + 0.3 * solveFalling(cap, 30, -R, R);
    if (c < 0.9) expect(Math.abs(dvh.doseAtHottest(0.03) - hot)).toBeLessThan(0.002 * hot);
    expect(Math.abs(dvh.meanGy - 30)).toBeLessThan(0.01);
  });
});
