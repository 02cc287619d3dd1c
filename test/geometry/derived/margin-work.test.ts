import { describe, expect, it } from 'vitest';
import { contract } from '../../../src/geometry/derived/contract';
import { evaluateDerived } from '../../../src/geometry/derived/evaluate-derived';
import { expand } from '../../../src/geometry/derived/expand';
import { MarginWork } from '../../../src/geometry/derived/margin-work';
import { parseDerived } from '../../../src/geometry/derived/parse-derived';
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

const MOST = 'margins that take outlines of more than 3000000 points, with those of the structures before it';

describe('a margin', () => {
  it.each([
    ['expand', expand],
    ['contract', contract],
  ])('without end is refused before it is begun: %s', (_, make) => {
    // Within 100 mm of each of 400 layers are 200 slabs of 400 points: 32 million.
    const work = new MarginWork();
    const { found } = inputErrorOf(() => make(tower(400, 400), 100, work));
    expect(found).toBe(MOST);
    expect(work.swept).toBe(0);
  });

  it('of 5 mm around as many slabs is made', () => {
    // Balls on the highest disc reach 5 mm beyond it.
    expect(expand(tower(40, 40), 5).slabs.at(-1)?.topMm).toBeCloseTo(45, 9);
  });
});

describe('margins of one case', () => {
  const one = new MarginWork();
  expand(tower(40, 40), 5, one);

  it('are counted together: what one takes is not left for the next', () => {
    const work = new MarginWork(2 * one.swept);
    expand(tower(40, 40), 5, work);
    expand(tower(40, 40), 5, work);
    expect(work.swept).toBe(2 * one.swept);
    expect(inputErrorOf(() => expand(tower(40, 40), 5, work)).found).toBe(MOST);
  });

  it('within one another too, in an expression', () => {
    const make = (most: number) =>
      evaluateDerived(parseDerived('expand(expand(A, 5 mm), 5 mm)'), () => tower(40, 40), '', new MarginWork(most));
    // The second goes around twice as many layers.
    expect(inputErrorOf(() => make(2 * one.swept)).found).toBe(MOST);
    expect(make(20 * one.swept).slabs.at(-1)?.topMm).toBeCloseTo(50, 9);
  });
});
