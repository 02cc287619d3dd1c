import { describe, expect, it } from 'vitest';
import { intersect, subtractStack, unite } from '../../../src/geometry/derived/stack-booleans';
import { stackVolumeCc } from '../../../src/geometry/derived/stack-volume';
import { circle } from '../../analytic/bodies';
import { holds, prism, randomFrom, rectangle, sliced, star } from '../solids';

/** Area common to two discs of radii `a` and `b` whose centres are `d` apart. */
function lensMm2(a: number, b: number, d: number): number {
  const alpha = Math.acos((d * d + a * a - b * b) / (2 * d * a));
  const beta = Math.acos((d * d + b * b - a * a) / (2 * d * b));
  return a * a * (alpha - Math.sin(2 * alpha) / 2) + b * b * (beta - Math.sin(2 * beta) / 2);
}

const POINTS = 2000;
const cylinder = (u: number, r: number, w0 = 0, w1 = 30) => prism([circle(u, 0, r, POINTS)], w0, w1);
const relative = (found: number, exact: number) => Math.abs(found / exact - 1);

describe('two cylinders', () => {
  it.each([
    [20, 20, 10],
    [20, 20, 39],
    [20, 12, 15],
    [25, 5, 22],
  ])('radii %d and %d mm, axes %d mm apart, have a lens in common', (a, b, d) => {
    const [A, B] = [cylinder(0, a), cylinder(d, b)];
    const [whole, other, lens] = [Math.PI * a * a, Math.PI * b * b, lensMm2(a, b, d)].map((mm2) => mm2 * 0.03);
    expect(relative(stackVolumeCc(intersect(A, B)), lens)).toBeLessThan(5e-5);
    expect(relative(stackVolumeCc(unite(A, B)), whole + other - lens)).toBeLessThan(1e-6);
    expect(relative(stackVolumeCc(subtractStack(A, B)), whole - lens)).toBeLessThan(2e-5);
    expect(relative(stackVolumeCc(subtractStack(B, A)), other - lens)).toBeLessThan(2e-5);
  });

  it('of one axis leave a ring, whose hole is no part of it', () => {
    const ring = subtractStack(cylinder(0, 20), cylinder(0, 8));
    expect(relative(stackVolumeCc(ring), Math.PI * (400 - 64) * 0.03)).toBeLessThan(1e-9);
    expect(ring.slabs[0].rings).toHaveLength(2);
    expect([holds(ring, 0, 0, 15), holds(ring, 14, 0, 15), holds(ring, 21, 0, 15)]).toEqual([false, true, false]);
    expect(relative(stackVolumeCc(unite(ring, cylinder(0, 8))), Math.PI * 400 * 0.03)).toBeLessThan(1e-9);
  });

  it('apart from each other share nothing', () => {
    const [A, B] = [cylinder(0, 10), cylinder(40, 15)];
    expect(intersect(A, B).slabs).toEqual([]);
    expect(relative(stackVolumeCc(unite(A, B)), Math.PI * (100 + 225) * 0.03)).toBeLessThan(1e-9);
    expect(stackVolumeCc(subtractStack(A, B))).toBe(stackVolumeCc(A));
    const above = cylinder(0, 10, 50, 60);
    expect(intersect(A, above).slabs).toEqual([]);
    expect(relative(stackVolumeCc(unite(A, above)), Math.PI * 100 * 0.04)).toBeLessThan(1e-9);
    expect(holds(unite(A, above), 0, 0, 40)).toBe(false);
  });

  it('one within the other', () => {
    const [outer, inner] = [cylinder(0, 20), cylinder(5, 7, 10, 20)];
    expect(relative(stackVolumeCc(intersect(outer, inner)), Math.PI * 49 * 0.01)).toBeLessThan(1e-9);
    expect(relative(stackVolumeCc(unite(outer, inner)), Math.PI * 400 * 0.03)).toBeLessThan(1e-9);
    expect(subtractStack(inner, outer).slabs).toEqual([]);
    const hollow = subtractStack(outer, inner);
    expect(relative(stackVolumeCc(hollow), Math.PI * (400 * 0.03 - 49 * 0.01))).toBeLessThan(1e-9);
    expect([5, 15, 25].map((w) => holds(hollow, 5, 0, w))).toEqual([true, false, true]);
  });
});

describe('a solid with itself', () => {
  const random = randomFrom(7);
  const solid = sliced(-12, 18, 10, () => [star(random, [3, -80], [10, 40], 60)]);
  const copy = structuredClone(solid);

  it.each([
    ['the same object', solid],
    ['an equal one', copy],
  ])('%s: the union and intersection are it, the difference is empty', (_, other) => {
    expect(relative(stackVolumeCc(unite(solid, other)), stackVolumeCc(solid))).toBeLessThan(1e-12);
    expect(relative(stackVolumeCc(intersect(solid, other)), stackVolumeCc(solid))).toBeLessThan(1e-12);
    expect(subtractStack(solid, other).slabs).toEqual([]);
    expect(unite(solid, other).slabs.map((slab) => [slab.bottomMm, slab.topMm])).toEqual(
      solid.slabs.map((slab) => [slab.bottomMm, slab.topMm]),
    );
  });
});

describe('jagged solids from a fixed seed', () => {
  it('keep |A| + |B| = |A ∪ B| + |A ∩ B|, |A| = |A − B| + |A ∩ B|, and each point where it belongs', () => {
    const random = randomFrom(20);
    for (let round = 0; round < 12; round++) {
      const A = sliced(0, 20, 4 + (round % 3), () => [star(random, [0, 0], [5, 40], 50), star(random, [80, 0], [5, 30], 30)]);
      const B = sliced(-5, 15, 3 + (round % 4), () => [star(random, [20, 10], [5, 45], 50), star(random, [60, 100], [5, 20], 9)]);
      const [both, common, rest] = [unite(A, B), intersect(A, B), subtractStack(A, B)];
      const [a, b, u, i, d] = [A, B, both, common, rest].map(stackVolumeCc);
      expect(i).toBeGreaterThan(1);
      expect(Math.abs(a + b - u - i)).toBeLessThan(1e-6 * u);
      expect(Math.abs(a - d - i)).toBeLessThan(1e-6 * a);
      for (let n = 0; n < 300; n++) {
        const p = [-40 + 160 * random(), -45 + 170 * random(), -6 + 27 * random()] as const;
        const [inA, inB] = [holds(A, ...p), holds(B, ...p)];
        expect([holds(both, ...p), holds(common, ...p), holds(rest, ...p)]).toEqual([inA || inB, inA && inB, inA && !inB]);
      }
    }
  });
});

describe('boxes with edges in common', () => {
  const left = prism([rectangle(0, 0, 10, 20)], 0, 10);
  const right = prism([rectangle(10, 5, 25, 15)], 0, 10);

  it('side by side become one outline, share nothing, and leave each other whole', () => {
    const both = unite(left, right);
    expect(both.slabs[0].rings).toHaveLength(1);
    expect(stackVolumeCc(both)).toBeCloseTo(3.5, 9);
    expect(intersect(left, right).slabs).toEqual([]);
    expect(stackVolumeCc(subtractStack(left, right))).toBeCloseTo(2, 9);
  });

  it('one in the corner of the other: two edges coincide', () => {
    const corner = prism([rectangle(0, 0, 4, 5)], 0, 10);
    expect(stackVolumeCc(unite(left, corner))).toBeCloseTo(2, 9);
    expect(stackVolumeCc(intersect(left, corner))).toBeCloseTo(0.2, 9);
    expect(stackVolumeCc(subtractStack(left, corner))).toBeCloseTo(1.8, 9);
    expect(subtractStack(corner, left).slabs).toEqual([]);
  });

  it('a corner in common: no volume is shared', () => {
    const diagonal = prism([rectangle(10, 20, 15, 25)], 0, 10);
    expect(intersect(left, diagonal).slabs).toEqual([]);
    expect(stackVolumeCc(unite(left, diagonal))).toBeCloseTo(2.25, 9);
  });
});
