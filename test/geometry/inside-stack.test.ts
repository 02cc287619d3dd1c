import { describe, expect, it } from 'vitest';
import { INSIDE, insideStack, OUTSIDE, stackTest, UNKNOWN } from '../../src/geometry/inside-stack';
import type { SlabStack } from '../../src/geometry/slab-stack';
import { cross, type Vec3 } from '../../src/geometry/vec3';
import { AXIAL_BASIS, distanceToOutline, isInside, prism, randomFrom, rectangle, ringOf, star } from './solids';

const asked = (stack: SlabStack, points: readonly (readonly number[])[]): number[] => {
  const out = new Uint8Array(points.length);
  insideStack(stackTest(stack), Float64Array.from(points.flat()), points.length, out);
  return [...out];
};

describe('whether a solid holds a point', () => {
  it('is even-odd: a hole is outside, an island in it inside', () => {
    const stack = prism([rectangle(0, 0, 30, 30), rectangle(5, 5, 25, 25), rectangle(10, 10, 20, 20)], 0, 3);
    expect(
      asked(stack, [
        [2, 15, 1],
        [7, 15, 1],
        [15, 15, 1],
        [27, 27, 2.9],
        [31, 15, 1],
        [15, -1, 1],
      ]),
    ).toEqual([INSIDE, OUTSIDE, INSIDE, INSIDE, OUTSIDE, OUTSIDE]);
  });

  it('has the lower border of a slab and not the upper one, and nothing in a gap', () => {
    const rings = [ringOf(rectangle(0, 0, 10, 10))];
    const stack: SlabStack = {
      basis: AXIAL_BASIS,
      slabs: [
        { bottomMm: 0, topMm: 3, rings },
        { bottomMm: 3, topMm: 6, rings },
        { bottomMm: 9, topMm: 12, rings },
      ],
    };
    const at = (...heights: number[]) =>
      asked(
        stack,
        heights.map((z) => [5, 5, z]),
      );
    expect(at(-0.001, 0, 3, 5.999, 6, 8.999, 9, 11.999, 12)).toEqual([0, 1, 1, 1, 0, 0, 1, 1, 0]);
  });

  it('is unknown of an unknown point', () => {
    const stack = prism([rectangle(0, 0, 10, 10)], 0, 3);
    expect(
      asked(stack, [
        [5, 5, 1],
        [Number.NaN, Number.NaN, Number.NaN],
        [5, 5, 1],
      ]),
    ).toEqual([INSIDE, UNKNOWN, INSIDE]);
  });

  it('agrees with a comparison with every edge, for jagged outlines on turned axes', () => {
    const random = randomFrom(11);
    const u: Vec3 = [0.8, 0, 0.6];
    const v: Vec3 = [0, 1, 0];
    const w = cross(u, v);
    const slabs = [0, 1, 2, 3].map((n) => ({
      bottomMm: 3 * n,
      topMm: 3 * n + 3,
      rings: [star(random, [5, -8], [20, 40], 150), star(random, [5, -8], [4, 18], 40)].map(ringOf),
    }));
    const places = Array.from({ length: 3000 }, () => [100 * random() - 45, 100 * random() - 58, 14 * random() - 1]);
    const clear = places.filter(([a, b, c]) => {
      const slab = slabs[Math.floor(c / 3)];
      return !slab || distanceToOutline(slab.rings, a, b) > 1e-6;
    });
    const exact = clear.map(([a, b, c]) => {
      const slab = slabs[Math.floor(c / 3)];
      return slab && isInside(slab.rings, a, b) ? INSIDE : OUTSIDE;
    });
    const points = clear.map(([a, b, c]) => [0, 1, 2].map((n) => a * u[n] + b * v[n] + c * w[n]));
    expect(asked({ basis: { u, v, w }, slabs }, points)).toEqual(exact);
    // Both answers come up, hundreds of times.
    expect(exact.filter((state) => state === INSIDE).length / exact.length).toBeCloseTo(0.19, 1);
  });
});
