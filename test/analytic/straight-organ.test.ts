import { describe, expect, it } from 'vitest';
import { DoseDistribution } from '../../src/dvh/distribution';
import { slabsOfRoi } from '../../src/geometry/contours-to-slabs';
import { inOwnFrame } from '../../src/geometry/interpolate';
import { sampleRoi } from '../../src/geometry/roi-samples';
import { circle, contourOn, gridOf, slices, solveFalling } from './bodies';

/*
 * A cord runs straight through its slices, so that every slice cuts the same outline and an isodose crosses its wall at
 * the same place in all of them: what one cell at the wall rounds off, a hundred beneath it round off alike. 1.5 Gy a
 * mm is the flank of a plan; volumes are held to 0.1 % of the organ, doses to 0.2 % or 0.05 Gy.
 */

const STEEP = 1.5;
const SLICES = { '3 mm': [3, 41], '2 mm': [2, 60], '5 mm': [5, 24] } as const;
const PERCENTS = [2, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90, 95, 98];
const GRID = { origin: [-30, -10, -95], spacing: [2.5, 2.5, 3], size: [25, 41, 65] } as const;

type Direction = readonly [number, number, number];
const unit = (towards: Direction) => towards.map((each) => each / Math.hypot(...towards)) as unknown as Direction;

/** Measures an organ of one outline about (0.37, 40.11) and says how far V and D are off the closed form. */
function off(outline: number[][], [step, count]: readonly [number, number], towards: Direction, share: (x: number) => number) {
  const [a, b, c] = unit(towards);
  const dose = (x: number, y: number, z: number) => 130 + STEEP * (a * (x - 0.37) + b * (y - 40.11) + c * z);
  const middle = ((count - 1) * step) / 2;
  const contours = slices(-middle, step, count).map((z) => contourOn(outline, z));
  const { stack } = slabsOfRoi({ name: 'cord', contours, sliceSpacingMm: undefined });
  const { doseGy, volumeCc } = sampleRoi(stack!, [inOwnFrame(gridOf(GRID, dose))]);
  const dvh = new DoseDistribution(doseGy[0], volumeCc);
  return PERCENTS.map((percent) => {
    const x = solveFalling(share, percent / 100, -80, 80);
    const exact = 130 + STEEP * x;
    return {
      percent,
      volumeShare: Math.abs(dvh.volumeAtLeast(exact) / dvh.totalCc - percent / 100),
      doseGy: Math.abs(dvh.doseAtHottest((dvh.totalCc * percent) / 100) - exact),
      allowedGy: Math.max(0.05, 0.002 * exact),
    };
  });
}

function holds(found: ReturnType<typeof off>, most = 0.001): void {
  expect(found.filter(({ volumeShare }) => !(volumeShare < most))).toEqual([]);
  expect(found.filter(({ doseGy, allowedGy }) => !(doseGy < allowedGy))).toEqual([]);
}

const R = 6;
/** Share of a disc beyond `x` from its middle. */
const segment = (x: number) =>
  x <= -R ? 1 : x >= R ? 0 : (R * R * Math.acos(x / R) - x * Math.sqrt(R * R - x * x)) / (Math.PI * R * R);
/** Share of a cylinder of this length beyond a plane, by Simpson's rule along its axis. */
const cylinder = (length: number, towards: Direction) => {
  const [a, b, c] = unit(towards);
  const across = Math.hypot(a, b);
  return (x: number) => {
    let sum = 0;
    const parts = 2000;
    for (let n = 0; n <= parts; n++) {
      const z = length * (n / parts - 0.5);
      sum += (n === 0 || n === parts ? 1 : n % 2 ? 4 : 2) * segment((x - c * z) / across);
    }
    return sum / (3 * parts);
  };
};

describe.each(Object.entries(SLICES))('a straight cord of 12 mm on slices of %s', (_, slicing) => {
  const outline = circle(0.37, 40.11, R);
  const length = slicing[0] * slicing[1];

  it('dose falling along its axis', () => {
    holds(off(outline, slicing, [0, 0, 1], (z) => Math.min(1, Math.max(0, 0.5 - z / length))));
  });

  it.each([
    [0, -1, 0],
    [1, 0, 0],
    [0.6, -0.8, 0],
  ] as const)('dose falling across, along (%f, %f, %f)', (...towards) => {
    holds(off(outline, slicing, towards, segment));
  });

  it('dose falling slantwise', () => {
    // The spread of whole cells itself is held to no more where an isodose leaves the slices by so little.
    holds(off(outline, slicing, [0.2, -1, 0.05], cylinder(length, [0.2, -1, 0.05])), 0.0015);
  });

  it('a wall along an isodose: a square canal', () => {
    const square = [
      [0.37 - R, 40.11 - R],
      [0.37 + R, 40.11 - R],
      [0.37 + R, 40.11 + R],
      [0.37 - R, 40.11 + R],
    ];
    holds(off(square, slicing, [0, -1, 0], (x) => Math.min(1, Math.max(0, 0.5 - x / (2 * R)))));
  });
});
