import { describe, expect, it } from 'vitest';
import { type CellLattice, coverLattice, latticeAround } from '../../src/geometry/coverage';
import { evenOddAreaMm2, evenOddSigns } from '../../src/geometry/ring-nesting';
import type { Ring } from '../../src/geometry/slab-stack';
import { circle } from '../analytic/bodies';
import { type Points, randomFrom, rectangle, ringOf, star } from './solids';

/** The part of a polygon on one side of an axis-parallel line (Sutherland and Hodgman). */
function cut(points: Points, axis: 0 | 1, limit: number, above: boolean): number[][] {
  const kept: number[][] = [];
  points.forEach((p, n) => {
    const q = points[(n + 1) % points.length];
    const [pIn, qIn] = [p, q].map((x) => (above ? x[axis] >= limit : x[axis] <= limit));
    if (pIn) kept.push([...p]);
    if (pIn !== qIn) {
      const t = (limit - p[axis]) / (q[axis] - p[axis]);
      kept.push([p[0] + t * (q[0] - p[0]), p[1] + t * (q[1] - p[1])]);
    }
  });
  return kept;
}

/** Signed area and first moments by Green's theorem. */
function moments(points: Points): [area: number, u: number, v: number] {
  const sum: [number, number, number] = [0, 0, 0];
  points.forEach(([x, y], n) => {
    const [nx, ny] = points[(n + 1) % points.length];
    const doubled = x * ny - nx * y;
    sum[0] += doubled / 2;
    sum[1] += (doubled * (x + nx)) / 6;
    sum[2] += (doubled * (y + ny)) / 6;
  });
  return sum;
}

/** Area and moments of the rings within a cell, in its own units. */
function withinCell(rings: readonly Ring[], { originU, originV, cellMm }: CellLattice, a: number, b: number): number[] {
  const signs = evenOddSigns(rings);
  const total = [0, 0, 0];
  rings.forEach((ring, r) => {
    let points: number[][] = Array.from({ length: ring.length / 2 }, (_, p) => [
      (ring[2 * p] - originU) / cellMm - a,
      (ring[2 * p + 1] - originV) / cellMm - b,
    ]);
    for (const axis of [0, 1] as const) points = cut(cut(points, axis, 0, true), axis, 1, false);
    moments(points).forEach((value, n) => {
      total[n] += signs[r] * value;
    });
  });
  return total;
}

const random = randomFrom(42);
/** Name, rings, edge of a cell in mm, and in how many cells some of the polygon lies: as the clipping above has it. */
const SHAPES: [string, Points[], number, number][] = [
  ['a circle', [circle(3.1, -2.7, 20, 180)], 2, 356],
  ['a circle in cells larger than itself', [circle(0, 0, 3, 60)], 10, 4],
  [
    'a triangle with a needle’s point',
    [
      [
        [0.2, 0.3],
        [30.1, 0.31],
        [0.25, 9],
      ],
    ],
    1,
    160,
  ],
  ['a rectangle on cell borders', [rectangle(-4, -6, 8, 10)], 2, 48],
  ['a jagged outline', [star(random, [5, 5], [2, 30], 80)], 1.7, 501],
  [
    'a hole and an island',
    [star(random, [0, 0], [20, 30], 40), star(random, [0, 0], [8, 18], 30), star(random, [0, 0], [1, 6], 20)],
    2.5,
    331,
  ],
  ['pieces apart, one clockwise', [star(random, [0, 0], [5, 12], 20), star(random, [40, 7], [3, 12], 20).reverse()], 3, 75],
];

describe.each(SHAPES)('cells covered by %s', (_, outlines, cellMm, cells) => {
  const rings = outlines.map(ringOf);
  const lattice = latticeAround(rings, cellMm);
  const { countU, countV, originU, originV } = lattice;

  it('have the area and centroid of the polygon clipped to the cell', () => {
    const { area, momentU, momentV } = coverLattice(rings, lattice);
    let touched = 0;
    for (let b = 0, at = 0; b < countV; b++) {
      for (let a = 0; a < countU; a++, at++) {
        const exact = withinCell(rings, lattice, a, b);
        [area[at], momentU[at], momentV[at]].forEach((found, n) => expect(Math.abs(found - exact[n])).toBeLessThan(1e-11));
        if (area[at] > 1e-6) touched++;
      }
    }
    expect(touched).toBe(cells);
  });

  it('sum to the area and moments of the whole', () => {
    const { area, momentU, momentV } = coverLattice(rings, lattice);
    const signs = evenOddSigns(rings);
    const exact = [0, 0, 0];
    outlines.forEach((points, r) => {
      moments(points).forEach((value, n) => {
        exact[n] += signs[r] * value;
      });
    });
    const sum = [0, 0, 0];
    for (let b = 0, at = 0; b < countV; b++) {
      for (let a = 0; a < countU; a++, at++) {
        sum[0] += area[at] * cellMm ** 2;
        sum[1] += (area[at] * (originU + a * cellMm) + momentU[at] * cellMm) * cellMm ** 2;
        sum[2] += (area[at] * (originV + b * cellMm) + momentV[at] * cellMm) * cellMm ** 2;
      }
    }
    expect(sum[0]).toBeCloseTo(evenOddAreaMm2(rings), 9);
    sum.forEach((found, n) => expect(Math.abs(found - exact[n])).toBeLessThan(1e-10 * Math.max(1000, Math.abs(exact[n]))));
  });
});

describe('lattices', () => {
  it('hold the rings and start on multiples of the alignment', () => {
    const rings = [ringOf(rectangle(-7.3, 2.1, 12.9, 8.8))];
    const lattice = latticeAround(rings, 0.5, 2);
    expect(lattice).toMatchObject({ originU: -8, originV: 2, cellMm: 0.5 });
    expect(lattice.originU + lattice.countU * 0.5).toBe(14);
    expect(lattice.originV + lattice.countV * 0.5).toBe(10);
  });

  it('are left clean by the covering before', () => {
    const big = [ringOf(circle(0, 0, 30))];
    coverLattice(big, latticeAround(big, 1));
    const small = [ringOf(rectangle(0.25, 0.25, 0.75, 0.75))];
    const { area } = coverLattice(small, latticeAround(small, 1));
    expect(area.slice(0, 1)[0]).toBeCloseTo(0.25, 12);
  });
});
