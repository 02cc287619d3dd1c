import type { DisplacementField } from '../../geometry/displacement-field';
import { mappedCell } from '../../geometry/map-determinant';
import { determinant3, invert, type Matrix4 } from '../../geometry/transform';
import { type CellEdges, cornerVolumeMm3, EDGES, folds, leastCorner } from './cell-folding';

/** What a displacement field with its matrix does to volume, over its whole grid. */
export interface GridFolding {
  /** Cells between neighbouring nodes that have a vector at all their corners, and those that lack one. */
  readonly cells: number;
  readonly unknownCells: number;
  /** Cells in which the determinant comes to 0 or below. */
  readonly foldedCells: number;
  /** Over the corners of all cells; absent where every cell lacks a vector. */
  readonly least?: { readonly determinant: number; readonly atMm: Float64Array };
  /** Middles of the folded cells (x, y, z triplets, mm), the first 20 000 of them. */
  readonly foldedMm: Float64Array;
}

const KEPT = 20_000;

/**
 * Looks at every cell of a field's grid: the determinant of `matrix + grad u` at its eight corners, by the one-sided
 * differences that belong to the cell, and whether it folds between them. Places are those at which the field is asked.
 */
export function gridFolding(matrix: Matrix4, field: DisplacementField): GridFolding {
  const { edgesMm, volumeMm3 } = mappedCell(matrix, field);
  const bound = slopeBound(matrix, field);
  const [ni, nj, nk] = field.size;
  const [ci, cj, ck] = field.size.map((nodes) => Math.max(1, nodes - 1));
  const ends = edgeEnds(field.size);
  const edges = new Float64Array(EDGES);
  const folded: number[] = [];
  let [unknownCells, foldedCells, least, leastAt] = [0, 0, Infinity, -1];
  for (let cell = 0; cell < ci * cj * ck; cell++) {
    const row = (cell / ci) | 0;
    const at = 3 * (cell - row * ci + ni * ((row % cj) + nj * ((row / cj) | 0)));
    const slope = takeEdges(field.displacementMm, at, ends, edgesMm, bound.perMm2, edges);
    if (Number.isNaN(slope)) {
      unknownCells++;
      continue;
    }
    const isSure = bound.determinant > 0 && slope < 1;
    if (isSure && bound.determinant * (1 - Math.sqrt(slope)) ** 3 >= least) continue;
    const corner = leastCorner(edges);
    const determinant = cornerVolumeMm3(edges, corner) / volumeMm3;
    if (determinant < least) [least, leastAt] = [determinant, 8 * cell + corner];
    if (isSure || (determinant > 0 && !folds(edges))) continue;
    foldedCells++;
    if (folded.length < KEPT) folded.push(cell);
  }
  const placeMm = (cell: number, a: number, b: number, c: number) => {
    const row = (cell / ci) | 0;
    return nodeMm(field, [cell - row * ci + a, (row % cj) + b, ((row / cj) | 0) + c]);
  };
  const middle = [ni, nj, nk].map((nodes) => (nodes > 1 ? 0.5 : 0));
  const corner = (bit: number, nodes: number) => (nodes > 1 ? (leastAt >> bit) & 1 : 0);
  return {
    cells: ci * cj * ck - unknownCells,
    unknownCells,
    foldedCells,
    ...(leastAt >= 0 && {
      least: {
        determinant: least,
        atMm: Float64Array.from(placeMm(Math.floor(leastAt / 8), corner(0, ni), corner(1, nj), corner(2, nk))),
      },
    }),
    foldedMm: Float64Array.from(folded.flatMap((cell) => placeMm(cell, middle[0], middle[1], middle[2]))),
  };
}

function nodeMm({ originMm, alongRow, alongColumn, normal, spacingMm }: DisplacementField, index: readonly number[]): number[] {
  const [i, j, k] = index.map((place, axis) => place * spacingMm[axis]);
  return originMm.map((from, n) => from + i * alongRow[n] + j * alongColumn[n] + k * normal[n]);
}

/**
 * A cell whose displacements differ by less than this cannot fold: `matrix · (1 + e)` has a determinant of at least
 * `determinant · (1 - |e|)³`. `perMm2` turns the squared difference along each axis into its part of |e|² (by Frobenius'
 * norm, which is no less than the true one).
 */
function slopeBound(matrix: Matrix4, { spacingMm }: DisplacementField): { determinant: number; perMm2: Float64Array } {
  const back = invert(matrix);
  const norm2 = [0, 1, 2, 4, 5, 6, 8, 9, 10].reduce((sum, n) => sum + back[n] * back[n], 0);
  return { determinant: determinant3(matrix), perMm2: Float64Array.from(spacingMm, (mm) => norm2 / (mm * mm)) };
}

/** For each of the twelve edges of a cell, in the order of `CellEdges`: where its ends lie in the displacements. */
function edgeEnds([ni, nj, nk]: readonly [number, number, number]): Int32Array {
  const step = [ni > 1 ? 3 : 0, nj > 1 ? 3 * ni : 0, nk > 1 ? 3 * ni * nj : 0];
  return Int32Array.from(
    [0, 1, 2].flatMap((axis) => {
      const [p, q] = [0, 1, 2].filter((other) => other !== axis);
      return [0, step[p], step[q], step[p] + step[q]].flatMap((from) => [from, from + step[axis]]);
    }),
  );
}

/**
 * Puts the twelve mapped edges of the cell at `at` into `edges`.
 * @returns the bound on |e|² (see `slopeBound`); NaN where a corner has no vector.
 */
function takeEdges(
  u: Float32Array,
  at: number,
  ends: Int32Array,
  edgesMm: Float64Array,
  perMm2: Float64Array,
  edges: CellEdges,
): number {
  let slope = 0;
  for (let axis = 0; axis < 3; axis++) {
    let largest = 0;
    for (let n = 4 * axis; n < 4 * axis + 4; n++) {
      const from = at + ends[2 * n];
      const to = at + ends[2 * n + 1];
      const x = u[to] - u[from];
      const y = u[to + 1] - u[from + 1];
      const z = u[to + 2] - u[from + 2];
      const square = x * x + y * y + z * z;
      if (!(square <= largest)) largest = square;
      edges[3 * n] = edgesMm[3 * axis] + x;
      edges[3 * n + 1] = edgesMm[3 * axis + 1] + y;
      edges[3 * n + 2] = edgesMm[3 * axis + 2] + z;
      if (Number.isNaN(square)) return Number.NaN;
    }
    slope += largest * perMm2[axis];
  }
  return slope;
}
