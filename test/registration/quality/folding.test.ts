import { describe, expect, it } from 'vitest';
import type { DisplacementField } from '../../../src/geometry/displacement-field';
import { mapDeterminants } from '../../../src/geometry/map-determinant';
import { affineMap, type PointMap } from '../../../src/geometry/point-map';
import { IDENTITY, type Matrix4 } from '../../../src/geometry/transform';
import type { Vec3 } from '../../../src/geometry/vec3';
import { cornerVolumeMm3, EDGES, folds, leastCorner } from '../../../src/registration/quality/cell-folding';
import { gridFolding } from '../../../src/registration/quality/field-folding';
import { foldedCellsIn, mapFolding } from '../../../src/registration/quality/map-folding';
import { randomFrom } from '../../geometry/solids';
import { box, field, fieldMap, scalingMap } from './bodies';

const NONE = (): Vec3 => [0, 0, 0];
/** 10 × 8 × 6 cells of 5, 4 and 6 mm from the origin. */
const grid = (displacement: (at: Vec3) => Vec3): DisplacementField => field([0, 0, 0], [5, 4, 6], [11, 9, 7], displacement);
const CELLS = 480;

describe('folding over the whole grid of a field', () => {
  it('finds none in no displacement, a shift, a shear and a scaling, and tells the determinant', () => {
    const least = (displacement: (at: Vec3) => Vec3, matrix: Matrix4 = IDENTITY) => {
      const found = gridFolding(matrix, grid(displacement));
      expect([found.cells, found.unknownCells, found.foldedCells, found.foldedMm.length]).toEqual([CELLS, 0, 0, 0]);
      return found.least!.determinant;
    };
    expect(least(NONE)).toBe(1);
    expect(least(() => [10, 20, 30])).toBeCloseTo(1, 9);
    expect(least(([, y]) => [0.9 * y, 0, 0])).toBeCloseTo(1, 5);
    expect(least(([x, y, z]) => [0.5 * x, 0.5 * y, 0.5 * z])).toBeCloseTo(1.5 ** 3, 4);
    expect(least(([x, y, z]) => [-0.9 * x, -0.9 * y, -0.9 * z])).toBeCloseTo(0.001, 5);
    // With a matrix the whole step counts: 2 - 1.5 along x.
    expect(least(([x]) => [-1.5 * x, 0, 0], [2, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1])).toBeCloseTo(0.5, 5);
  });

  it('counts the cells that fold by construction, and says where', () => {
    // u = -2 (x - 20) between x = 20 and 30: two columns of cells, 8 × 6 each, with determinant 1 - 2.
    const folded = grid(([x]) => [x < 20 ? 0 : x <= 30 ? -2 * (x - 20) : -20, 0, 0]);
    const found = gridFolding(IDENTITY, folded);
    expect([found.cells, found.foldedCells]).toEqual([CELLS, 96]);
    expect(found.least!.determinant).toBeCloseTo(-1, 6);
    expect(found.least!.atMm[0]).toBe(20);
    const middles = Array.from({ length: 96 }, (_, n) => [...found.foldedMm.subarray(3 * n, 3 * n + 3)]);
    expect(new Set(middles.map(([x]) => x))).toEqual(new Set([22.5, 27.5]));
    expect(middles[0]).toEqual([22.5, 2, 3]);
    expect(middles[95]).toEqual([27.5, 30, 33]);
  });

  it('is at its border where a cell is squeezed flat, and counts that', () => {
    const flat = gridFolding(
      IDENTITY,
      grid(([x]) => [x < 20 ? 0 : x <= 25 ? -(x - 20) : -5, 0, 0]),
    );
    expect(flat.foldedCells).toBe(48);
    expect(flat.least!.determinant).toBe(0);
  });

  it('counts every cell of a matrix that mirrors', () => {
    const mirrored: Matrix4 = [-1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
    expect(gridFolding(mirrored, grid(NONE)).foldedCells).toBe(CELLS);
  });

  it('leaves out cells that lack a vector at a corner, and counts them', () => {
    const lacking = grid(NONE);
    lacking.displacementMm.fill(Number.NaN, 3 * (5 + 11 * (4 + 9 * 3)), 3 * (5 + 11 * (4 + 9 * 3)) + 3);
    const found = gridFolding(IDENTITY, lacking);
    expect([found.cells, found.unknownCells, found.foldedCells]).toEqual([CELLS - 8, 8, 0]);
    lacking.displacementMm.fill(Number.NaN);
    expect(gridFolding(IDENTITY, lacking)).toEqual({
      cells: 0,
      unknownCells: CELLS,
      foldedCells: 0,
      foldedMm: new Float64Array(0),
    });
  });

  it('takes a grid of one layer: no slope across it', () => {
    const layer = field([0, 0, 0], [5, 4, 6], [11, 9, 1], ([x]) => [-0.25 * x, 0, 0]);
    const found = gridFolding(IDENTITY, layer);
    expect([found.cells, found.foldedCells]).toEqual([80, 0]);
    expect(found.least!.determinant).toBeCloseTo(0.75, 5);
  });

  it('has at each corner what the map has just inside it, on rough fields', () => {
    const random = randomFrom(4);
    const rough = grid(() => [8 * random() - 4, 8 * random() - 4, 8 * random() - 4]);
    const { least } = gridFolding(IDENTITY, rough);
    // Every corner of every cell, a millionth inside.
    const points: number[] = [];
    for (let k = 0; k < 6; k++)
      for (let j = 0; j < 8; j++)
        for (let i = 0; i < 10; i++)
          for (let n = 0; n < 8; n++) {
            const t = (bit: number) => (((n >> bit) & 1) === 0 ? 1e-6 : 1 - 1e-6);
            points.push(5 * (i + t(0)), 4 * (j + t(1)), 6 * (k + t(2)));
          }
    const determinants = new Float64Array(points.length / 3);
    mapDeterminants(fieldMap(rough), Float64Array.from(points), determinants.length, determinants);
    const smallest = determinants.reduce((a, b) => Math.min(a, b));
    expect(least!.determinant).toBeCloseTo(smallest, 4);
    const at = determinants.indexOf(smallest);
    least!.atMm.forEach((mm, d) => expect(Math.abs(points[3 * at + d] - mm)).toBeLessThan(1e-4));
    let folded = 0;
    for (let cell = 0; cell < CELLS; cell++)
      if (determinants.subarray(8 * cell, 8 * cell + 8).some((value) => value <= 0)) folded++;
    // Cells that fold only between their corners come on top.
    expect(gridFolding(IDENTITY, rough).foldedCells).toBeGreaterThanOrEqual(folded);
    expect(folded / CELLS).toBeGreaterThan(0.3);
  });
});

describe('whether one cell folds', () => {
  /** Edges of a unit cell whose node (a, b, c) goes to `to(a, b, c)`. */
  const cellOf = (to: (a: number, b: number, c: number) => Vec3): Float64Array => {
    const edges = new Float64Array(EDGES);
    let e = 0;
    const put = (low: Vec3, high: Vec3) => {
      for (let d = 0; d < 3; d++) edges[e++] = high[d] - low[d];
    };
    for (const c of [0, 1]) for (const b of [0, 1]) put(to(0, b, c), to(1, b, c));
    for (const c of [0, 1]) for (const a of [0, 1]) put(to(a, 0, c), to(a, 1, c));
    for (const b of [0, 1]) for (const a of [0, 1]) put(to(a, b, 0), to(a, b, 1));
    return edges;
  };

  it('does where a corner is turned inside out', () => {
    expect(folds(cellOf((a, b, c) => [a, b, c]))).toBe(false);
    const pushed = cellOf((a, b, c) => (a + b + c === 3 ? [-0.5, -0.5, -0.5] : [a, b, c]));
    expect(folds(pushed)).toBe(true);
    expect(leastCorner(pushed)).toBe(7);
  });

  it('does where it folds in its middle and in no corner', () => {
    // The floor stays and the lid goes to (p x, q y): at height t the section is scaled by 1 - t + p t and 1 - t + q t, and
    // the determinant is the product of the two. With p = -0.5 and q = -4 it is 1 at the floor and 2 at the lid, and below
    // 0 from t = 0.2 to 0.667; with -0.9 and -1.1 from 0.476 to 0.526 only.
    const lidded = (p: number, q: number) =>
      cellOf((a, b, c) => (c === 0 ? [a - 0.5, b - 0.5, 0] : [p * (a - 0.5), q * (b - 0.5), 1]));
    for (const edges of [lidded(-0.5, -4), lidded(-0.9, -1.1)]) {
      const corners = [0, 1, 2, 3, 4, 5, 6, 7].map((corner) => cornerVolumeMm3(edges, corner));
      expect(Math.min(...corners)).toBeGreaterThan(0.98);
      expect(cornerVolumeMm3(edges, leastCorner(edges))).toBe(Math.min(...corners));
      expect(folds(edges)).toBe(true);
    }
    // A lid turned by 150°: the determinant is (1 - t)² + t² + 2 t (1 - t) cos 150°, 0.067 at its least.
    const [cos, sin] = [Math.cos((150 * Math.PI) / 180), Math.sin((150 * Math.PI) / 180)];
    const twisted = cellOf((a, b, c) => {
      const [x, y] = [a - 0.5, b - 0.5];
      return c === 0 ? [x, y, 0] : [cos * x - sin * y, sin * x + cos * y, 1];
    });
    expect(folds(twisted)).toBe(false);
  });
});

describe('folding of a map', () => {
  const folded = grid(([x]) => [x < 20 ? 0 : x <= 30 ? -2 * (x - 20) : -20, 0, 0]);

  it('is told for each field, in the planned frame', () => {
    expect(mapFolding(affineMap(IDENTITY))).toEqual({ fields: [], foldedMm: new Float64Array(0) });
    const shift: Matrix4 = [1, 0, 0, 100, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
    const map: PointMap = [...affineMap(shift), ...fieldMap(folded)];
    const { fields, foldedMm } = mapFolding(map);
    expect(fields).toHaveLength(1);
    expect([fields[0].cells, fields[0].unknownCells, fields[0].foldedCells]).toEqual([CELLS, 0, 96]);
    // The shift brings planned x = -80 to 20.
    expect(fields[0].minAtMm![0]).toBeCloseTo(-80, 9);
    expect(foldedMm[0]).toBeCloseTo(-77.5, 9);
    expect(foldedCellsIn(box([-100, 0, 0], [-75, 32, 36]), mapFolding(map))).toBe(48);
    expect(foldedCellsIn(box([-100, 0, 0], [-75, 16, 12]), mapFolding(map))).toBe(4 * 2);
    expect(foldedCellsIn(box([20, 0, 0], [30, 32, 36]), mapFolding(map))).toBe(0);
  });

  it('behind another deformation is traced back through it', () => {
    // x to 1.25 x about the origin, then the fold between 20 and 30: planned 16 to 24.
    const { fields, foldedMm } = mapFolding([...scalingMap([0, 0, 0], 1.25), ...fieldMap(folded)]);
    expect(fields.map(({ foldedCells }) => foldedCells)).toEqual([0, 96]);
    expect(fields[0].minDeterminant).toBeCloseTo(1.25 ** 3, 4);
    // A point is traced to 0.01 mm.
    expect(Math.abs(fields[1].minAtMm![0] - 16)).toBeLessThan(0.02);
    expect(Math.abs(foldedMm[0] - 18)).toBeLessThan(0.02);
  });

  it('that no planned point comes to has no place', () => {
    const far = fieldMap(field([900, 900, 900], [5, 5, 5], [3, 3, 3], ([x]) => [-2 * x, 0, 0]));
    const { fields, foldedMm } = mapFolding([...scalingMap([0, 0, 0], 1.25), ...far]);
    expect(Object.keys(fields[1])).toEqual(['cells', 'unknownCells', 'foldedCells', 'minDeterminant']);
    expect([fields[1].foldedCells, foldedMm.length]).toEqual([8, 0]);
  });
});
