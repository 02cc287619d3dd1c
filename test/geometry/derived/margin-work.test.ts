import { describe, expect, it } from 'vitest';
import { contract } from '../../../src/geometry/derived/contract';
import { expand } from '../../../src/geometry/derived/expand';
import type { SlabStack } from '../../../src/geometry/slab-stack';
import { circle } from '../../analytic/bodies';
import { inputErrorOf } from '../../dicom/objects';

/** Discs of 30 mm, each a little larger than the one below, so that no two slabs have one shape. */
const tower = (slabs: number, points: number): SlabStack => ({
  basis: { u: [1, 0, 0], v: [0, 1, 0], w: [0, 0, 1] },
  slabs: Array.from({ length: slabs }, (_, n) => ({
    bottomMm: n,
    topMm: n + 1,
    rings: [Float64Array.from(circle(0, 0, 30 + n / 1000, points).flat())],
  })),
});

describe('a margin', () => {
  it.each([
    ['expand', expand],
    ['contract', contract],
  ])('without end is refused before it is begun: %s', (_, make) => {
    // Within 100 mm of each of 400 layers are 200 slabs of 400 points: 32 million.
    const { found } = inputErrorOf(() => make(tower(400, 400), 100));
    expect(found).toBe('a margin of 100 mm around 400 slabs, with more than 10000000 points in its reach');
  });

  it('of 5 mm around as many slabs is made', () => {
    // Balls on the highest disc reach 5 mm beyond it.
    expect(expand(tower(40, 40), 5).slabs.at(-1)?.topMm).toBeCloseTo(45, 9);
  });
});
