import { describe, expect, it } from 'vitest';
import { slabsOfRoi } from '../../../src/geometry/contours-to-slabs';
import { cleanRings } from '../../../src/geometry/derived/clean-rings';
import { intersect, subtractStack, unite } from '../../../src/geometry/derived/stack-booleans';
import { stackVolumeCc } from '../../../src/geometry/derived/stack-volume';
import { evenOddAreaMm2, signedAreaMm2 } from '../../../src/geometry/ring-nesting';
import type { PlaneBasis, SlabStack } from '../../../src/geometry/slab-stack';
import { cross, dot, type Vec3 } from '../../../src/geometry/vec3';
import { circle, contourOn } from '../../analytic/bodies';
import { AXIAL_BASIS, holds, prism, randomFrom, rectangle, ringOf, sliced, star } from '../solids';

const box = (half: number, fromMm: number, toMm: number, count: number) =>
  sliced(fromMm, toMm, count, () => [rectangle(-half, -half, half, half)]);
const volumes = (a: SlabStack, b: SlabStack) =>
  [unite(a, b), intersect(a, b), subtractStack(a, b), subtractStack(b, a)].map(stackVolumeCc);
const expectAll = (found: readonly number[], exact: readonly number[], digits = 9) =>
  exact.forEach((cc, n) => expect(found[n]).toBeCloseTo(cc, digits));

describe('solids on different slices', () => {
  it.each([
    [10, 7],
    [30, 12],
    [1, 50],
    [3, 2],
  ])('%d slabs against %d', (countA, countB) => {
    // 20 × 20 × 30 mm from 0, and 10 × 10 × 40 mm from -15: 10 × 10 × 25 mm in common.
    expectAll(volumes(box(10, 0, 30, countA), box(5, -15, 25, countB)), [12 + 4 - 2.5, 2.5, 9.5, 1.5]);
  });

  it('borders off by less than 1e-3 mm leave neither sliver nor gap', () => {
    const a = box(10, 0, 30, 10);
    const shifted = {
      ...a,
      slabs: a.slabs.map((slab) => ({ ...slab, bottomMm: slab.bottomMm + 6e-4, topMm: slab.topMm + 6e-4 })),
    };
    expect(subtractStack(a, shifted).slabs).toEqual([]);
    expect(subtractStack(shifted, a).slabs).toEqual([]);
    expect(unite(a, shifted).slabs).toHaveLength(10);
    expectAll(volumes(a, shifted), [12, 12, 0, 0]);
  });

  it('a gap stays a gap unless the other fills it', () => {
    const gapped: SlabStack = { basis: AXIAL_BASIS, slabs: [...box(10, 0, 9, 3).slabs, ...box(10, 21, 30, 3).slabs] };
    expectAll(volumes(gapped, box(5, 0, 30, 30)), [7.2 + 1.2, 1.8, 5.4, 1.2]);
    expect(holds(unite(gapped, box(5, 0, 9, 2)), 0, 0, 15)).toBe(false);
  });

  it('an empty solid is neutral', () => {
    const nothing: SlabStack = { basis: AXIAL_BASIS, slabs: [] };
    expectAll(volumes(box(10, 0, 30, 4), nothing), [12, 0, 12, 0]);
  });
});

/** The solid in another basis: its corners' coordinates are those of the same places. */
function inBasis(stack: SlabStack, basis: PlaneBasis): SlabStack {
  const slabs = stack.slabs.map(({ bottomMm, topMm, rings }) => {
    const ends = [bottomMm, topMm].map((w) => w * dot(stack.basis.w, basis.w)).sort((a, b) => a - b);
    const moved = rings.map((ring) => {
      const points: number[] = [];
      for (let p = 0; p < ring.length; p += 2) {
        const at = [0, 1, 2].map((axis) => ring[p] * stack.basis.u[axis] + ring[p + 1] * stack.basis.v[axis]) as unknown as Vec3;
        points.push(dot(at, basis.u), dot(at, basis.v));
      }
      return Float64Array.from(points);
    });
    return { bottomMm: ends[0], topMm: ends[1], rings: moved };
  });
  return { basis, slabs: slabs.sort((a, b) => a.bottomMm - b.bottomMm) };
}

describe('solids on parallel planes with other axes', () => {
  const random = randomFrom(3);
  const a = sliced(10, 40, 6, () => [star(random, [30, -10], [10, 30], 40)]);
  const b = sliced(5, 33, 7, () => [star(random, [45, 0], [10, 30], 40)]);
  const turn = (degrees: number): Vec3 => [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180), 0];

  it.each([
    ['opposite normal', [1, 0, 0] as Vec3, [0, 0, -1] as Vec3],
    ['turned by 90°', turn(90), [0, 0, 1] as Vec3],
    ['turned by 33° with opposite normal', turn(33), [0, 0, -1] as Vec3],
  ])('%s', (_, u, w) => {
    const other = inBasis(b, { u, v: cross(w, u), w });
    const exact = volumes(a, b);
    expect(exact[1]).toBeGreaterThan(5);
    expectAll(volumes(a, other), exact, 5);
    expect(unite(other, a).basis).toEqual(other.basis);
    expectAll(volumes(other, a), [exact[0], exact[1], exact[3], exact[2]], 5);
  });

  it('planes that are not parallel are refused', () => {
    const tilted = { ...b, basis: { u: [1, 0, 0], v: [0, 0, 1], w: [0, -1, 0] } satisfies PlaneBasis };
    expect(() => unite(a, tilted)).toThrow(/different orientation.*parallel planes/);
  });
});

describe('holes', () => {
  const disc = (r: number) => circle(0, 0, r, 400);
  const solid = (contours: readonly number[][][]) =>
    slabsOfRoi({ name: 'X', contours: [0, 5].flatMap((w) => contours.map((points) => contourOn(points, w))), sliceSpacingMm: 5 })
      .stack!;
  const keyhole = [
    ...rectangle(-20, -20, 20, 20),
    [-20, -20],
    [-10, -10],
    ...rectangle(-10, -10, 10, 10).reverse().slice(0, 3),
    [-10, -10],
  ];

  it('two rings, one in the other: the hole may be filled, cut and met', () => {
    const pipe = solid([disc(20), disc(12)]);
    const core = solid([disc(12)]);
    expectAll(volumes(pipe, core), [4 * Math.PI, 0, 2.56 * Math.PI, 1.44 * Math.PI]);
    const bar = prism([rectangle(-30, -1, 30, 1)], -2.5, 7.5);
    const chord = (r: number) => 2 * (Math.sqrt(r * r - 1) + r * r * Math.asin(1 / r));
    expect(stackVolumeCc(intersect(pipe, bar))).toBeCloseTo((chord(20) - chord(12)) / 100, 4);
  });

  it('a keyhole contour is the same solid as its two rings', () => {
    const [slit, rings] = [solid([keyhole]), solid([rectangle(-20, -20, 20, 20), rectangle(-10, -10, 10, 10)])];
    expect(stackVolumeCc(slit)).toBeCloseTo(12, 9);
    expectAll(volumes(slit, rings), [12, 12, 0, 0]);
    expectAll(volumes(slit, solid([disc(9)])), [12 + 0.81 * Math.PI, 0, 12, 0.81 * Math.PI], 6);
  });

  it('a figure of eight counts both its loops, whichever way they run', () => {
    const eight = [
      [-10, -5],
      [10, 5],
      [10, -5],
      [-10, 5],
    ];
    const cleaned = cleanRings([ringOf(eight)]);
    expect(cleaned).toHaveLength(2);
    expect(evenOddAreaMm2(cleaned)).toBeCloseTo(100, 6);
    for (const ring of cleaned) expect(signedAreaMm2(ring)).toBeCloseTo(50, 6);
    expectAll(volumes(solid([eight]), solid([rectangle(0, -5, 10, 5)])), [1.5, 0.5, 0.5, 0.5], 6);
  });

  it('the result turns holes clockwise and outlines anticlockwise', () => {
    const areas = subtractStack(solid([disc(20)]), solid([disc(12)]))
      .slabs[0].rings.map(signedAreaMm2)
      .sort((x, y) => x - y);
    expectAll(areas, [-144 * Math.PI, 400 * Math.PI], 6);
  });
});
