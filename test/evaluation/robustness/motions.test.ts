import { describe, expect, it } from 'vitest';
import { farthestOf, motionsOf, rotationMotion, shiftMotion } from '../../../src/evaluation/robustness/motions';
import type { Vec3 } from '../../../src/geometry/vec3';

const moved = ({ back: b }: { back: readonly number[] }, [x, y, z]: Vec3) =>
  [0, 4, 8].map((r, axis) => [x, y, z][axis] + b[r] * x + b[r + 1] * y + b[r + 2] * z + b[r + 3]);

describe('a motion', () => {
  it('of a shift goes back by the shift', () => {
    expect(moved(shiftMotion([1, 2, 3]), [10, 20, 30])).toEqual([9, 18, 27]);
    expect(shiftMotion([1, 2, 3]).cause).toEqual({ code: 'shift', facts: { xMm: 1, yMm: 2, zMm: 3 } });
  });

  it('of a turn goes back by the turn, about its pivot, by the right-hand rule', () => {
    const pivot = { about: 'organ', atMm: [10, 20, 30] } as const;
    // A quarter turn about z takes x to y: what is at +y was at +x before.
    const near = (found: number[], expected: number[]) => found.forEach((mm, n) => expect(mm).toBeCloseTo(expected[n], 9));
    near(moved(rotationMotion('z', 90, pivot), [10, 21, 30]), [11, 20, 30]);
    near(moved(rotationMotion('x', 90, pivot), [10, 20, 31]), [10, 21, 30]);
    near(moved(rotationMotion('y', 90, pivot), [11, 20, 30]), [10, 20, 31]);
    near(moved(rotationMotion('x', 2, pivot), [99, 20, 30]), [99, 20, 30]);
    expect(farthestOf(rotationMotion('z', 2, pivot), [[110, 20, 0]])).toBeCloseTo(2 * 100 * Math.sin(Math.PI / 180), 6);
  });

  it('is one of 26 shifts, and of six turns about each pivot where turns are asked for', () => {
    const pivots = [
      { about: 'organ', atMm: [0, 0, 0] },
      { about: 'target', atMm: [1, 1, 1] },
    ] as const;
    expect(motionsOf(3, 2, pivots)).toHaveLength(26 + 12);
    expect(motionsOf(3, 0, pivots)).toHaveLength(26);
  });
});
