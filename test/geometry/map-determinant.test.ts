import { describe, expect, it } from 'vitest';
import type { DisplacementField } from '../../src/geometry/displacement-field';
import { mapDeterminants } from '../../src/geometry/map-determinant';
import { affineMap, composeMaps, mapPoint, type PointMap } from '../../src/geometry/point-map';
import { IDENTITY, type Matrix4 } from '../../src/geometry/transform';
import { cross, type Vec3 } from '../../src/geometry/vec3';
import { randomFrom } from './solids';

/** A grid turned about two axes, with unequal spacings; nodes from `displacement` at their own places. */
const [c, s] = [Math.cos(0.3), Math.sin(0.3)];
const alongRow: Vec3 = [c, s, 0];
const alongColumn: Vec3 = [-s * 0.8, c * 0.8, 0.6];
const normal = cross(alongRow, alongColumn);
const SIZE = [13, 17, 9] as const;
const place = (i: number, j: number, k: number): Vec3 => {
  const at = (n: number) => [-40, -30, 12][n] + i * 7 * alongRow[n] + j * 5 * alongColumn[n] + k * 9 * normal[n];
  return [at(0), at(1), at(2)];
};
function fieldOf(displacement: (at: Vec3) => Vec3): DisplacementField {
  const displacementMm = new Float32Array(3 * SIZE[0] * SIZE[1] * SIZE[2]);
  for (let k = 0, n = 0; k < SIZE[2]; k++)
    for (let j = 0; j < SIZE[1]; j++)
      for (let i = 0; i < SIZE[0]; i++, n += 3) displacementMm.set(displacement(place(i, j, k)), n);
  return { originMm: place(0, 0, 0), alongRow, alongColumn, normal, spacingMm: [7, 5, 9], size: SIZE, displacementMm };
}

const at = (map: PointMap, points: readonly Vec3[]): number[] => {
  const out = new Float64Array(points.length);
  mapDeterminants(map, Float64Array.from(points.flat()), points.length, out);
  return [...out];
};
const by = (field: DisplacementField, matrix: Matrix4 = IDENTITY): PointMap => [{ matrix, field }];
const random = randomFrom(3);
const inside = Array.from({ length: 100 }, () => place(12 * random(), 16 * random(), 8 * random()));
const TURN: Matrix4 = [0, -1, 0, 11, 1, 0, 0, -4, 0, 0, 1, 6, 0, 0, 0, 1];

/** Displacements are single precision, some 1e-6 mm over cells of 5 mm: 1e-5 leaves room. */
const expectAll = (found: readonly number[], exact: number) => {
  for (const value of found) expect(Math.abs(value - exact)).toBeLessThan(1e-5);
};

describe('the Jacobian determinant of a map', () => {
  it('is 1 for no map and a rigid one, and that of the matrix for an affine one', () => {
    expect(at([], inside.slice(0, 2))).toEqual([1, 1]);
    expectAll(at(affineMap(TURN), inside), 1);
    expectAll(at(affineMap([2, 0, 0, 5, 0, 3, 0, 6, 0, 1, 0.5, 7, 0, 0, 0, 1]), inside), 3);
    expectAll(at(affineMap([-1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]), inside), -1);
  });

  it('is s³ where a field scales by s, and 1 where it shears, on turned grids', () => {
    expectAll(at(by(fieldOf(([x, y, z]) => [0.2 * x, 0.2 * (y - 7), 0.2 * z])), inside), 1.728);
    expectAll(at(by(fieldOf(([, y]) => [0.7 * y, 0, 0])), inside), 1);
  });

  it('is that of matrix + grad u, the field being asked before the matrix', () => {
    // Rows (0, -1, 0), (1, 0, 0), (0, 0, 1) plus 0.1 in the corner of x and 0.5 of x by z:
    // det ((0.1, -1, 0.5), (1, 0, 0), (0, 0, 1)) = 1; with 0.3 for y by y: 0.1 * 0.3 + 1 = 1.03.
    expectAll(
      at(
        by(
          fieldOf(([x, y, z]) => [0.1 * x + 0.5 * z, 0.3 * y, 0]),
          TURN,
        ),
        inside,
      ),
      1.03,
    );
  });

  it('is the product over the steps of a chain, each where the steps before have brought the point', () => {
    // A quadratic field in x has slope 0.02 x, so the place of the question shows: with nodes on x (an untilted grid) the
    // cell's slope is that of its middle.
    const axial: DisplacementField = {
      originMm: [0, 0, 0],
      alongRow: [1, 0, 0],
      alongColumn: [0, 1, 0],
      normal: [0, 0, 1],
      spacingMm: [10, 10, 10],
      size: [5, 2, 2],
      displacementMm: Float32Array.from({ length: 60 }, (_, n) => (n % 3 === 0 ? 0.01 * (10 * ((n / 3) % 5)) ** 2 : 0)),
    };
    const shift: Matrix4 = [1, 0, 0, 20, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
    const grow: Matrix4 = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 2, 0, 0, 0, 0, 1];
    const map = composeMaps(composeMaps(affineMap(shift), by(axial)), affineMap(grow));
    // Asked at x = 27 (middle of its cell 25): 1 + 0.02 * 25 = 1.5, times 2 for the last matrix.
    expectAll(at(map, [[7, 5, 5]]), 3);
    // Two fields, the second asked at 7 + 0.1 * 7 = 7.7 (first cell, slope 0.1): 1.1 * 1.1.
    expectAll(at([...by(axial), ...by(axial)], [[7, 5, 5]]), 1.21);
  });

  it('agrees with differences of the map itself within a trilinear cell', () => {
    const wavy = fieldOf(([x, y, z]) => [4 * Math.sin(x / 9 + y / 20), 3 * Math.cos(z / 11), 2 * Math.sin((x * y) / 300)]);
    const map = composeMaps(by(wavy, TURN), affineMap([1, 0.2, 0, 0, 0, 1, 0, 0, 0, 0, 1.5, 0, 0, 0, 0, 1]));
    const h = 1e-4;
    for (let n = 0; n < 50; n++) {
      // Away from the borders of the cell, where the slope jumps.
      const x = place(Math.floor(12 * random()) + 0.5, Math.floor(16 * random()) + 0.3, Math.floor(8 * random()) + 0.7);
      const slope = [0, 1, 2].map((axis) => {
        const moved = (by: number) =>
          mapPoint(map, [x[0] + (axis === 0 ? by : 0), x[1] + (axis === 1 ? by : 0), x[2] + (axis === 2 ? by : 0)])!;
        const [low, high] = [moved(-h), moved(h)];
        return [0, 1, 2].map((d) => (high[d] - low[d]) / (2 * h)) as unknown as Vec3;
      });
      const [a, b] = slope;
      const product = cross(a, b);
      const exact = product[0] * slope[2][0] + product[1] * slope[2][1] + product[2] * slope[2][2];
      // Central differences of a trilinear map are exact to the fourth order of h; rounding leaves 1e-8.
      expect(at(map, [x])[0]).toBeCloseTo(exact, 6);
    }
  });

  it('has no slope across the outer half of an outermost voxel, and is unknown beyond', () => {
    const scaling = by(fieldOf(([x, y, z]) => [0.2 * x, 0.2 * y, 0.2 * z]));
    expectAll(at(scaling, [place(-0.4, 8, 4), place(12.4, 8.2, 4)]), 1.44);
    expectAll(at(scaling, [place(-0.4, 8, 8.3)]), 1.2);
    expectAll(at(scaling, [place(-0.4, 16.4, 8.3)]), 1);
    expectAll(at(scaling, [place(0, 0, 0), place(12, 16, 8)]), 1.728);
    expect(at(scaling, [place(-0.51, 8, 4), place(6, 8, 8.51), place(40, 8, 4)])).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  });
});
