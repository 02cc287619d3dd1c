import { describe, expect, it } from 'vitest';
import { PLAIN_STEPS } from '../../src/case/steps';
import { isWithin } from '../../src/case/target-levels';
import type { SlabStack } from '../../src/geometry/slab-stack';

/** A square column about the z axis, `half` wide each way and `high` mm. */
const column = (half: number, high: number, x = 0): SlabStack => ({
  basis: { u: [1, 0, 0], v: [0, 1, 0], w: [0, 0, 1] },
  slabs: [
    {
      bottomMm: 0,
      topMm: high,
      rings: [Float64Array.from([x - half, -half, x + half, -half, x + half, half, x - half, half])],
    },
  ],
});

describe('a target within another', () => {
  const inner = column(10, 20);

  it('is so where all but 2 % of it lies in one that is larger by more than a tenth', () => {
    expect(isWithin(column(20, 40), inner, PLAIN_STEPS)).toBe(true);
    // 10.6²/10² is 1.124; 10.4²/10² is 1.082, which is the same target drawn again.
    expect(isWithin(column(10.6, 20), inner, PLAIN_STEPS)).toBe(true);
    expect(isWithin(column(10.4, 20), inner, PLAIN_STEPS)).toBe(false);
  });

  it('is not so where a part of it lies outside, or all of it', () => {
    // 0.2 of 20 mm outside is 1 %, 1 mm 5 %.
    expect(isWithin(column(15, 20, 5.2), inner, PLAIN_STEPS)).toBe(true);
    expect(isWithin(column(15, 20, 6), inner, PLAIN_STEPS)).toBe(false);
    expect(isWithin(column(15, 20, 60), inner, PLAIN_STEPS)).toBe(false);
    expect(isWithin(inner, column(20, 40), PLAIN_STEPS)).toBe(false);
  });
});
