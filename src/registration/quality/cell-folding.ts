/**
 * The edges of one mapped cell, x, y, z each: four along i (at j, k = 00, 10, 01, 11), four along j (at i, k), four along
 * k (at i, j). Its Jacobian at a place in the cell is, up to the cell's volume, the determinant of one vector along
 * each axis, each interpolated bilinearly between its four edges.
 */
export type CellEdges = Float64Array;

/** Numbers in the edges of a cell. */
export const EDGES = 36;

/** Which of the four edges along i, j and k meet in each corner; corner a + 2b + 4c lies at (a, b, c). */
const MEET = Int32Array.from(
  [0, 1, 2, 3, 4, 5, 6, 7].flatMap((n) => {
    const [a, b, c] = [n & 1, (n >> 1) & 1, n >> 2];
    return [3 * (b + 2 * c), 12 + 3 * (a + 2 * c), 24 + 3 * (a + 2 * b)];
  }),
);

/** Volume spanned by three edges, mm³. */
const spanned = (e: CellEdges, i: number, j: number, k: number): number =>
  e[i] * (e[j + 1] * e[k + 2] - e[j + 2] * e[k + 1]) -
  e[i + 1] * (e[j] * e[k + 2] - e[j + 2] * e[k]) +
  e[i + 2] * (e[j] * e[k + 1] - e[j + 1] * e[k]);

/** The corner (0 to 7) at which a mapped cell is squeezed most. */
export function leastCorner(edges: CellEdges): number {
  let [least, at] = [Infinity, 0];
  for (let n = 0; n < 8; n++) {
    const volume = cornerVolumeMm3(edges, n);
    if (volume < least) [least, at] = [volume, n];
  }
  return at;
}

/** The determinant at a corner, times the cell's volume. */
export const cornerVolumeMm3 = (edges: CellEdges, corner: number): number =>
  spanned(edges, MEET[3 * corner], MEET[3 * corner + 1], MEET[3 * corner + 2]);

/** Halvings of a cell in search of a fold between corners that have none. */
const DEPTH = 4;
const parts = Array.from({ length: DEPTH }, () => new Float64Array(EDGES));

/**
 * Whether a mapped cell folds anywhere in it. The determinant is linear in each of its three vectors, so it is a mean of
 * the 64 that the edges can make, with weights that are not negative: where all of these are above 0, the cell does not
 * fold; where it is at or below 0 in a corner, it does; otherwise its eight parts are asked. What is still open in a
 * sixteenth of the cell counts as a fold.
 */
export function folds(edges: CellEdges, depth = 0): boolean {
  for (let n = 0; n < 8; n++) if (cornerVolumeMm3(edges, n) <= 0) return true;
  if (isCertain(edges)) return false;
  if (depth === DEPTH) return true;
  const part = parts[depth];
  for (let n = 0; n < 8; n++) {
    cut(edges, n, part);
    if (folds(part, depth + 1)) return true;
  }
  return false;
}

function isCertain(edges: CellEdges): boolean {
  for (let i = 0; i < 12; i += 3) {
    for (let j = 12; j < 24; j += 3) {
      for (let k = 24; k < 36; k += 3) if (spanned(edges, i, j, k) <= 0) return false;
    }
  }
  return true;
}

/** The edge vectors of one eighth of a cell, which at the scale of the whole cell keep their length. */
function cut(edges: CellEdges, corner: number, out: CellEdges): void {
  const half = [0.5 * (corner & 1), 0.5 * ((corner >> 1) & 1), 0.5 * (corner >> 2)];
  for (let axis = 0; axis < 3; axis++) {
    const first = axis === 0 ? half[1] : half[0];
    const second = axis === 2 ? half[1] : half[2];
    for (let n = 0; n < 4; n++) {
      const s = first + 0.5 * (n & 1);
      const t = second + 0.5 * (n >> 1);
      for (let d = 0; d < 3; d++) {
        const e = 12 * axis + d;
        const low = edges[e] + s * (edges[e + 3] - edges[e]);
        const high = edges[e + 6] + s * (edges[e + 9] - edges[e + 6]);
        out[e + 3 * n] = low + t * (high - low);
      }
    }
  }
}
