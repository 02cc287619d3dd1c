import { describe, expect, it } from 'vitest';
import { shiftedStack } from '../../src/geometry/shifted-stack';

describe('a solid laid elsewhere', () => {
  it('has its outlines and its ends moved along its own planes, whichever way these lie', () => {
    const [a, b] = [0.6, 0.8];
    const stack = {
      basis: { u: [a, b, 0], v: [0, 0, 1], w: [b, -a, 0] },
      slabs: [{ bottomMm: 1, topMm: 3, rings: [Float64Array.of(0, 0, 4, 0, 0, 4)] }],
    } as const;
    const { slabs, basis } = shiftedStack(stack, [5, 0, 2]);
    expect(basis).toBe(stack.basis);
    expect(slabs[0].bottomMm).toBeCloseTo(5, 9);
    expect(slabs[0].topMm).toBeCloseTo(7, 9);
    expect([...slabs[0].rings[0]].map((at) => Number(at.toFixed(9)))).toEqual([3, 2, 7, 2, 3, 6]);
    expect([...stack.slabs[0].rings[0]]).toEqual([0, 0, 4, 0, 0, 4]);
  });
});
