import { describe, expect, it } from 'vitest';
import { continuationOf } from '../../src/geometry/continuation';
import type { Slab, SlabStack } from '../../src/geometry/slab-stack';

const BASIS = { u: [1, 0, 0], v: [0, 1, 0], w: [0, 0, 1] } as const;
/** A square of 4 mm about a middle. */
const square = (u: number, v: number) => Float64Array.of(u - 2, v - 2, u + 2, v - 2, u + 2, v + 2, u - 2, v + 2);
/** Slices of 2 mm from 0 on, about a middle that goes sideways with height. */
const stackOf = (count: number, at: (mm: number) => [number, number]): SlabStack => ({
  basis: BASIS,
  slabs: Array.from({ length: count }, (_, n) => ({ bottomMm: 2 * n, topMm: 2 * n + 2, rings: [square(...at(2 * n + 1))] })),
});
const middles = (slabs: readonly Slab[]) =>
  slabs.map(({ bottomMm, topMm, rings: [ring] }) => [(bottomMm + topMm) / 2, (ring[0] + ring[4]) / 2, (ring[1] + ring[5]) / 2]);

describe('a solid carried on', () => {
  it('goes straight on where it is straight, to where it is asked and in slices of its own', () => {
    const { below, above } = continuationOf(
      stackOf(10, () => [5, -3]),
      -6,
      25,
    );
    expect(below.map(({ bottomMm, topMm }) => [bottomMm, topMm])).toEqual([
      [-6, -4],
      [-4, -2],
      [-2, 0],
    ]);
    expect([above[0].bottomMm, above[above.length - 1].topMm]).toEqual([20, 25]);
    for (const [, u, v] of middles([...below, ...above])) {
      expect(u).toBeCloseTo(5, 9);
      expect(v).toBeCloseTo(-3, 9);
    }
  });

  it('keeps its slant at either end', () => {
    const { below, above } = continuationOf(
      stackOf(20, (mm) => [mm / 4, -mm / 2]),
      -10,
      60,
    );
    for (const [w, u, v] of middles([...below, ...above])) {
      expect(u).toBeCloseTo(w / 4, 9);
      expect(v).toBeCloseTo(-w / 2, 9);
    }
  });

  it('shows no slant in three slices, and is nothing at an end that reaches as far', () => {
    const { below, above } = continuationOf(
      stackOf(3, (mm) => [mm, 0]),
      2,
      10,
    );
    expect(below).toEqual([]);
    for (const [, u] of middles(above)) expect(u).toBeCloseTo(5, 9);
  });
});
