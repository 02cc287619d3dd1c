import { describe, expect, it } from 'vitest';
import type { DisplacementField } from '../../src/geometry/displacement-field';
import {
  affineMap,
  composeMaps,
  farthestMm,
  mapPoint,
  mapPoints,
  matrixOfMap,
  type PointMap,
} from '../../src/geometry/point-map';
import { invert, type Matrix4 } from '../../src/geometry/transform';
import { cross, type Vec3 } from '../../src/geometry/vec3';
import { randomFrom } from './solids';

/** A grid turned about two axes, with unequal spacings; nodes from `displacement` at their own places. */
const [c, s] = [Math.cos(0.3), Math.sin(0.3)];
const alongRow: Vec3 = [c, s, 0];
const alongColumn: Vec3 = [-s * 0.8, c * 0.8, 0.6];
const normal = cross(alongRow, alongColumn);
const ORIGIN: Vec3 = [-40, -30, 12];
const SPACING: Vec3 = [7, 5, 9];
const SIZE = [13, 17, 9] as const;
const place = (i: number, j: number, k: number): Vec3 =>
  [0, 1, 2].map((n) => ORIGIN[n] + i * 7 * alongRow[n] + j * 5 * alongColumn[n] + k * 9 * normal[n]) as unknown as Vec3;

function fieldOf(displacement: (at: Vec3) => Vec3): DisplacementField {
  const displacementMm = new Float32Array(3 * SIZE[0] * SIZE[1] * SIZE[2]);
  for (let k = 0, n = 0; k < SIZE[2]; k++)
    for (let j = 0; j < SIZE[1]; j++)
      for (let i = 0; i < SIZE[0]; i++, n += 3) displacementMm.set(displacement(place(i, j, k)), n);
  return { originMm: ORIGIN, alongRow, alongColumn, normal, spacingMm: SPACING, size: SIZE, displacementMm };
}

/** Trilinear interpolation has no error on a displacement that is linear in place. */
const linear = ([x, y, z]: Vec3): Vec3 => [3 + 0.1 * x - 0.05 * z, -2 + 0.08 * y, 1 + 0.02 * x + 0.03 * y - 0.1 * z];
const turn: Matrix4 = [0, -1, 0, 11, 1, 0, 0, -4, 0, 0, 1, 6, 0, 0, 0, 1];
const turned = ([x, y, z]: Vec3): Vec3 => [11 - y, x - 4, z + 6];
const sum = (a: Vec3, b: Vec3): Vec3 => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
const random = randomFrom(7);
const inside = Array.from({ length: 200 }, () => place(12 * random(), 16 * random(), 8 * random()));

function expectNear(found: Vec3 | undefined, exact: Vec3, toMm = 0.001): void {
  expect(found).toHaveLength(3);
  exact.forEach((value, n) => expect(Math.abs(found![n] - value)).toBeLessThan(toMm));
}

describe('a map of points', () => {
  it('by a displacement field is matrix · x plus the displacement at x itself', () => {
    const map: PointMap = [{ matrix: turn, field: fieldOf(linear) }];
    for (const x of inside) expectNear(mapPoint(map, x), sum(turned(x), linear(x)));
  });

  it('then by a matrix', () => {
    const map = composeMaps([{ matrix: turn, field: fieldOf(linear) }], affineMap(turn));
    expect(map).toHaveLength(2);
    for (const x of inside) expectNear(mapPoint(map, x), turned(sum(turned(x), linear(x))));
  });

  it('by a matrix, then by a field: the field is asked where the matrix has brought the point', () => {
    const map = composeMaps(affineMap(invert(turn)), [{ matrix: turn, field: fieldOf(linear) }]);
    for (const x of inside) expectNear(mapPoint(map, turned(x)), sum(turned(x), linear(x)));
  });

  it('by two fields, one after the other', () => {
    const shift = fieldOf(() => [0.5, -0.25, 1]);
    const still: Matrix4 = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
    const map = composeMaps([{ matrix: still, field: shift }], [{ matrix: still, field: fieldOf(linear) }]);
    const x = place(6, 8, 4);
    const y = sum(x, [0.5, -0.25, 1]);
    expectNear(mapPoint(map, x), sum(y, linear(y)));
  });

  it('by matrices alone is one matrix', () => {
    const map = composeMaps(affineMap(turn), composeMaps(affineMap(turn), affineMap(turn)));
    expect(map).toHaveLength(1);
    // (x, y, z) to (11 - y, x - 4, z + 6), three times, is (4 + y, 11 - x, z + 18).
    expect(matrixOfMap(map)).toEqual([0, 1, 0, 4, -1, 0, 0, 11, 0, 0, 1, 18, 0, 0, 0, 1]);
    expect(matrixOfMap([])).toEqual([1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]);
    expect(matrixOfMap([{ matrix: turn, field: fieldOf(linear) }])).toBeUndefined();
  });

  it('reaches half a node spacing beyond the outermost nodes, and is unknown beyond', () => {
    const map: PointMap = [{ matrix: turn, field: fieldOf(() => [1, 2, 3]) }];
    const edge = place(-0.49, 8, 8.49);
    expectNear(mapPoint(map, edge), sum(turned(edge), [1, 2, 3]));
    for (const beyond of [place(-0.51, 8, 4), place(6, 16.51, 4), place(6, 8, 8.51)])
      expect(mapPoint(map, beyond)).toBeUndefined();
  });

  it('is unknown beside an undefined vector and known elsewhere', () => {
    const field = fieldOf(() => [1, 2, 3]);
    field.displacementMm.fill(Number.NaN, 3 * (6 + 13 * (8 + 17 * 4)), 3 * (6 + 13 * (8 + 17 * 4)) + 3);
    const map: PointMap = [{ matrix: turn, field }];
    for (const near of [place(6, 8, 4), place(5.1, 8, 4), place(6.9, 8.9, 3.1)]) expect(mapPoint(map, near)).toBeUndefined();
    expectNear(mapPoint(map, place(4.9, 8, 4)), sum(turned(place(4.9, 8, 4)), [1, 2, 3]));
  });

  it('maps many points as it maps one, in single or double precision', () => {
    const map = composeMaps(affineMap(invert(turn)), [{ matrix: turn, field: fieldOf(linear) }]);
    const points = inside.map(turned);
    const out = new Float64Array(3 * points.length);
    mapPoints(map, Float32Array.from(points.flat()), points.length, out);
    points.forEach((point, n) => expectNear([out[3 * n], out[3 * n + 1], out[3 * n + 2]], mapPoint(map, point)!, 0.001));
    expectNear(mapPoint([], [1, 2, 3]), [1, 2, 3]);
  });

  it('tells a bound on how far its fields move points', () => {
    expect(farthestMm(affineMap(turn))).toBe(0);
    const map: PointMap = [{ matrix: turn, field: fieldOf(() => [2, -3, 6]) }];
    expect(farthestMm(map)).toBeCloseTo(7, 6);
    expect(farthestMm(composeMaps(map, affineMap(turn)))).toBeGreaterThanOrEqual(7);
  });
});
