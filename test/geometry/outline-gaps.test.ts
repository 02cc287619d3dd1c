import { describe, expect, it } from 'vitest';
import { outlineGaps } from '../../src/geometry/outline-gaps';
import type { SlabStack } from '../../src/geometry/slab-stack';
import { circle } from '../analytic/bodies';

const basis = { u: [1, 0, 0], v: [0, 1, 0], w: [0, 0, 1] } as const;
const ringOf = (x: number, y: number, r: number) => Float64Array.from(circle(x, y, r, 720).flat());

/** Slices of 2 mm about z = 0, 2, 4 ..., each with these circles of [x, y, radius]. */
const solid = (...slices: readonly (readonly [number, number, number])[][]): SlabStack => ({
  basis,
  slabs: slices.map((circles, n) => ({
    bottomMm: 2 * n - 1,
    topMm: 2 * n + 1,
    rings: circles.map(([x, y, r]) => ringOf(x, y, r)),
  })),
});

describe('how far outlines lie within others', () => {
  it('is the difference of the radii about one axis, and that less and more what one is moved by', () => {
    const inner = solid([[0, 0, 5]], [[0, 0, 5]], [[0, 0, 5]]);
    const [even, moved, beyond] = outlineGaps(inner, solid([[0, 0, 10]], [[3, 0, 10]], [[0, 7, 10]]), true)!;
    for (const { lengthMm } of [even, moved, beyond]) expect(lengthMm).toBe(2);
    expect(even.leastMm).toBeCloseTo(5, 3);
    expect(even.mostMm).toBeCloseTo(5, 3);
    expect(moved.leastMm).toBeCloseTo(2, 3);
    expect(moved.mostMm).toBeCloseTo(8, 3);
    // A distance of 7 mm is more than the inner radius: its nearest point to the other axis is 2 mm from it.
    expect(beyond.leastMm).toBeCloseTo(-2, 3);
    expect(beyond.mostMm).toBeCloseTo(8, 3);
  });

  it('asks for no distance within where that does not matter, and for the same one outside', () => {
    const [gap] = outlineGaps(solid([[0, 7, 5]]), solid([[0, 0, 10]]), false)!;
    expect(gap.leastMm).toBeCloseTo(-2, 3);
    expect(gap.mostMm).toBe(0);
  });

  it('leaves out slices on which the other is not drawn, and takes them by their middles', () => {
    const inner = solid([[0, 0, 5]], [[0, 0, 5]], [[0, 0, 5]]);
    const { slabs } = solid([[0, 0, 8]]);
    const thick = { basis, slabs: slabs.map((slab) => ({ ...slab, bottomMm: 0.5, topMm: 2.5 })) };
    expect(outlineGaps(inner, thick, true)).toEqual([expect.objectContaining({ lengthMm: 2 })]);
  });

  it('takes no hole for an outside, and of several outlines the nearest', () => {
    const inner = solid([[0, 0, 5]]);
    const [hollow] = outlineGaps(
      inner,
      solid([
        [0, 0, 10],
        [0, 0, 3],
      ]),
      true,
    )!;
    expect(hollow.leastMm).toBeCloseTo(5, 3);
    const [two] = outlineGaps(
      inner,
      solid([
        [-40, 0, 10],
        [9, 0, 10],
      ]),
      true,
    )!;
    expect(two.leastMm).toBeCloseTo(-4, 3);
  });

  it('is the same of planes whose axes are named otherwise, and nothing of planes that are not parallel', () => {
    const inner = solid([[0, 7, 5]]);
    const turned: SlabStack = {
      basis: { u: [0, 1, 0], v: [-1, 0, 0], w: [0, 0, 1] },
      slabs: solid([[0, 0, 10]]).slabs,
    };
    expect(outlineGaps(inner, turned, true)?.[0].leastMm).toBeCloseTo(-2, 3);
    const across: SlabStack = { ...turned, basis: { u: [0, 1, 0], v: [0, 0, 1], w: [1, 0, 0] } };
    expect(outlineGaps(inner, across, true)).toBeUndefined();
  });
});
