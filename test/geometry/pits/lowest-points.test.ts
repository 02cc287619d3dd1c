import { describe, expect, it } from 'vitest';
import { slabsOfRoi } from '../../../src/geometry/contours-to-slabs';
import { type DoseField, inOwnFrame } from '../../../src/geometry/interpolate';
import { lowestPoints } from '../../../src/geometry/pits/lowest-points';
import { affineMap } from '../../../src/geometry/point-map';
import { sampleRoi } from '../../../src/geometry/roi-samples';
import type { SlabStack } from '../../../src/geometry/slab-stack';
import { circle, contourOn, gridOf, slices } from '../../analytic/bodies';
import { counted, type Question } from '../closed-solid';

/* The coldest point of a closed solid, beside closed forms and a count of a fine lattice with faces, walls and vertices. */

const SPEC = { origin: [-60, -60, -60], spacing: [2, 2, 2], size: [61, 61, 61] } as const;
const grid = (dose: (x: number, y: number, z: number) => number, spec: Parameters<typeof gridOf>[0] = SPEC) => gridOf(spec, dose);
const cylinder = (x: number, y: number, r: number, n = 60, step = 3, from = -28.5): SlabStack =>
  slabsOfRoi({
    name: 'organ',
    contours: slices(from, step, Math.round((-2 * from) / step) + 1).map((w) => contourOn(circle(x, y, r, n), w)),
    sliceSpacingMm: 3,
  }).stack!;

/** Physical dose that counts as w D (1 + D / 56): EQD2 of 28 fractions at alpha/beta 2 with w = 0.5. */
const lq = (gy: number, weight = 0.5) => weight * gy * (1 + gy / 56);
const asIs = (gy: number) => gy;

function lowest(stack: SlabStack, fields: readonly DoseField[], of: (gy: number) => number): number {
  const samples = sampleRoi(stack, fields);
  const add = (doseGy: Float32Array, count: number) => {
    for (let n = 0; n < count; n++) doseGy[n] = of(doseGy[n]);
  };
  const found = lowestPoints(
    stack,
    fields.map((field) => ({ field, add })),
    samples,
  )!;
  let least = Infinity;
  for (let n = 0; n < found.count; n++)
    least = Math.min(
      least,
      found.doseGy.reduce((sum, dose) => sum + of(dose[n]), 0),
    );
  return least;
}

/** The same of the lattice. */
const count = (stack: SlabStack, fields: readonly DoseField[], of: (gy: number) => number, stepMm = 0.25) => {
  const question: Question = (doses) => -doses.reduce((sum, gy) => sum + of(gy), 0);
  return -counted(stack, fields, question, stepMm);
};
const within = (found: number, truth: number, gy = 0.015) =>
  expect(Math.abs(found - truth), `${found} for ${truth}`).toBeLessThan(gy);

describe('the coldest point of an organ', () => {
  it('is the vertex and the face that a slope falls to', () => {
    // 0.5 Gy a mm along x and 0.3 along z: lowest at the vertex x = -9, at the lower end z = -30.
    const field = inOwnFrame(grid((x, _y, z) => 40 + 0.5 * x + 0.3 * z));
    within(lowest(cylinder(0, 0, 9, 60), [field], asIs), 40 - 0.5 * 9 - 0.3 * 30);
    within(lowest(cylinder(0, 0, 9, 60), [field], lq), lq(40 - 0.5 * 9 - 0.3 * 30));
  });

  it('is the rim of the end of a dose that falls off all round', () => {
    const field = inOwnFrame(grid((x, y, z) => 52 * Math.exp(-(x * x + y * y) / (2 * 28 ** 2)) - 0.02 * z * z + 20));
    const stack = cylinder(0, 0, 14, 32, 3, -15);
    within(lowest(stack, [field], asIs), count(stack, [field], asIs));
    within(lowest(stack, [field], lq), count(stack, [field], lq));
  });

  it('is a cold voxel inside', () => {
    const field = inOwnFrame(grid((x, y, z) => (Math.hypot(x - 2, y + 4, z - 6) < 0.5 ? 3 : 40)));
    within(lowest(cylinder(0, 0, 9), [field], asIs), 3);
  });

  it('is found on a grid that is oblique to the contours', () => {
    const [c, s] = [Math.cos(0.35), Math.sin(0.35)];
    const turn = affineMap([c, -s, 0, 3, s * 0.8, c * 0.8, -0.6, -2, s * 0.6, c * 0.6, 0.8, 4, 0, 0, 0, 1]);
    const field = { grid: grid((x, y, z) => 30 + 8 * Math.cos(x / 9) + 6 * Math.sin(y / 7) + 0.1 * z), toGridFrame: turn };
    const stack = cylinder(0, 0, 9);
    within(lowest(stack, [field], asIs), count(stack, [field], asIs), 0.03);
  });

  it('of two doses that fall against each other is that of what they add up to', () => {
    // Along x the first falls by as much as the second rises: their EQD2 is lowest in between, where neither is.
    const first = inOwnFrame(grid((x, y) => 30 - 1.1 * x + 0.2 * y));
    const second = inOwnFrame(grid((x, _y, z) => 30 + 1.1 * x - 0.1 * z));
    const stack = cylinder(0, 0, 12);
    const both = [first, second];
    within(lowest(stack, both, lq), count(stack, both, lq), 0.03);
  });

  it('of two doses on grids that are oblique to each other', () => {
    const [c, s] = [Math.cos(0.5), Math.sin(0.5)];
    const turned = {
      grid: grid((x, y) => 25 + x + 0.02 * y * y),
      toGridFrame: affineMap([c, -s, 0, 0, s, c, 0, 0, 0, 0, 1, 0.7, 0, 0, 0, 1]),
    };
    const straight = inOwnFrame(grid((x, y, z) => 28 - 0.9 * x + 0.3 * Math.cos(y / 4) + 0.002 * z * z));
    const stack = cylinder(3, -2, 10, 40);
    within(lowest(stack, [turned, straight], lq), count(stack, [turned, straight], lq), 0.03);
  });

  it('is that of the part inside a grid that ends in the organ', () => {
    // The grid ends at x = 5, half a voxel beyond the last centre.
    const spec = { ...SPEC, size: [33, 61, 61] } as const;
    const field = inOwnFrame(grid((x) => 40 - x, spec));
    within(lowest(cylinder(0, 0, 9), [field], asIs), 36, 0.02);
  });
});
