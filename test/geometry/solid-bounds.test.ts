import { describe, expect, it } from 'vitest';
import { slabsOfRoi } from '../../src/geometry/contours-to-slabs';
import { sampleRoi } from '../../src/geometry/roi-samples';
import { finenessOf } from '../../src/geometry/sampling-fineness';
import type { SlabStack } from '../../src/geometry/slab-stack';
import { circle, contourOn, slices } from '../analytic/bodies';
import { rectangle } from './solids';

const build = (contours: readonly ReturnType<typeof contourOn>[]) =>
  slabsOfRoi({ name: 'A', contours, sliceSpacingMm: undefined });
const DISC = circle(0, 0, 8, 96);
const PLANES = slices(0, 3, 20);
const drawn = PLANES.map((w) => contourOn(DISC, w));

/** The corners of a star in the order in which it is drawn: each edge crosses nearly every other. */
const star = (corners: number): number[][] => {
  const step = (corners - 1) / 2;
  return circle(0, 0, 8, corners).map((_, n, all) => all[(n * step) % corners]);
};

describe('contours that cross without end', () => {
  it.each([
    ['100,000 times on one slice', 451, 1],
    ['a million times on one slice', 1501, 1],
    ['100,000 times on every slice', 451, 20],
  ])('%s are no solid, which is said at once', (_, corners, n) => {
    const contours = PLANES.map((w, k) => contourOn(k < n ? star(corners) : DISC, w));
    const { stack, findings } = build(contours);
    expect(stack).toBeUndefined();
    expect(findings).toMatchObject([
      { code: 'roi-without-volume', severity: 'error', facts: { roi: 'A', why: 'scrambled', slices: n } },
    ]);
  });

  it('one another, each going round once, are none either', () => {
    const over = Array.from({ length: 200 }, (_, n) => contourOn(circle(n / 50, n / 70, 8, 96), 3));
    expect(build([...drawn, ...over]).findings).toMatchObject([{ facts: { why: 'scrambled', slices: 1 } }]);
  });

  it('hatched in ten thousands of lines', () => {
    const hatch = Array.from({ length: 30_000 }, (_, n) => [n * 5e-4 - 8, n % 2 === 0 ? -8 : 8]);
    const { findings } = build([...drawn, contourOn(hatch, 3)]);
    expect(findings).toMatchObject([{ facts: { why: 'scrambled', slices: 1 } }]);
  });

  it('but an outline of as many points is what it was', () => {
    // Its edge goes in and out, so that it is not seen at a glance to go round once.
    const wave = circle(0, 0, 1, 50_000).map(([u, v], n) => [u * (8 + (n % 2) * 1e-4), v * (8 + (n % 2) * 1e-4)]);
    const contours = PLANES.map((w, n) => contourOn(n === 1 ? wave : DISC, w));
    expect(build(contours)).toMatchObject({ findings: [], stack: { slabs: { length: 20 } } });
  });

  it('but a handful that cross are the organ that they were', () => {
    const over = Array.from({ length: 3 }, (_, n) => contourOn(circle(12 * n, 4 * n, 8, 96), 3));
    expect(build([...drawn, ...over]).stack?.slabs).toHaveLength(20);
  });
});

describe('contours without number', () => {
  const specks = (count: number, w: number) =>
    Array.from({ length: count }, (_, n) => contourOn(circle(n % 100, Math.floor(n / 100), 0.2, 6), w));

  it('are refused where they would be held against each other a hundred million times', () => {
    const { stack, findings } = build([...drawn, ...specks(10_000, 3)]);
    expect(stack).toBeUndefined();
    expect(findings).toMatchObject([
      { code: 'roi-without-volume', severity: 'error', facts: { why: 'rings', contours: 10_020, most: 10_001 } },
    ]);
  });

  it('are read where a slice has a few hundred, as the vessels of a lung may', () => {
    expect(build([...drawn, ...specks(300, 3)]).stack?.slabs.reduce((n, { rings }) => n + rings.length, 0)).toBe(320);
  });
});

describe('contours out of place', () => {
  it.each([
    ['along the slices', contourOn(DISC, 8000), 8000],
    ['in their plane', contourOn(circle(0, -5000, 8, 96), 3), 5016],
  ])('%s, farther than a patient is long, make no solid', (_, contour, reachMm) => {
    const { stack, findings } = build([...drawn, contour]);
    expect(stack).toBeUndefined();
    // A lost decimal point of a circle of 16 mm: rounded to 1 mm.
    expect(findings).toMatchObject([{ code: 'roi-without-volume', severity: 'error', facts: { why: 'reach' } }]);
    expect((findings[0].facts as { reachMm: number }).reachMm).toBeCloseTo(reachMm, 0);
  });
});

describe('cells', () => {
  const AXES = { u: [1, 0, 0], v: [0, 1, 0], w: [0, 0, 1] } as const;
  const solid = (rings: number[][][], slabs = 1, thicknessMm = 3): SlabStack => ({
    basis: AXES,
    slabs: Array.from({ length: slabs }, (_, n) => ({
      bottomMm: n * thicknessMm,
      topMm: (n + 1) * thicknessMm,
      rings: rings.map((ring) => Float64Array.from(ring.flat())),
    })),
  });

  it('are as fine as ever in an organ', () => {
    expect(finenessOf(solid([rectangle(-10, -10, 10, 10)], 10))).toEqual({
      // 12 cc in 25,000 cells: cbrt(12,000 / 25,000) mm.
      blockMm: expect.closeTo(0.783, 3),
      perBlock: 2,
      isSmall: true,
    });
  });

  it('of a sliver across 2.8 m are as many as the memory holds, and its volume is exact', () => {
    // Cells of 0.1 mm in the box around it would be 784 million, 31 GB.
    const sliver = solid([
      [
        [-1400, -1400],
        [-1399.9, -1400],
        [1400, 1400],
        [1399.9, 1400],
      ],
    ]);
    const { blockMm } = finenessOf(sliver);
    expect((2800 / blockMm) ** 2).toBeLessThanOrEqual(4_010_000);
    // 0.1 mm x 2800 mm x 3 mm; the rest is rounding of single precision.
    expect(sampleRoi(sliver, []).totalCc).toBeCloseTo(0.84, 5);
  });

  it('of thousands of slabs of a room are no more than are held', () => {
    const room = solid([rectangle(-1400, -1400, 1400, 1400)], 20_000, 0.15);
    const { blockMm, perBlock } = finenessOf(room);
    expect((20_000 * 2800 ** 2) / blockMm ** 2).toBeLessThanOrEqual(4_000_001);
    expect((20_000 * 2800 ** 2 * perBlock ** 2) / blockMm ** 2).toBeLessThanOrEqual(400_000_001);
  });
});
