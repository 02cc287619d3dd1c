import { evenOddSigns, ringBounds } from './ring-nesting';
import type { Ring } from './slab-stack';

/** A lattice of square cells in a contour plane: cell (a, b) spans `originU + a * cellMm` and `originV + b * cellMm`. */
export interface CellLattice {
  readonly originU: number;
  readonly originV: number;
  readonly cellMm: number;
  readonly countU: number;
  readonly countV: number;
}

/**
 * Exact coverage of the cells of a lattice by even-odd rings, at index `a + countU * b`: covered area, and its first
 * moments about the cell's lower corner, all in units of the cell (area 1, moments 0 to 1), so that the centroid of the
 * covered part is `momentU / area` and `momentV / area`. The arrays are working memory: valid until the next covering.
 */
export interface Coverage {
  readonly lattice: CellLattice;
  readonly area: Float64Array;
  readonly momentU: Float64Array;
  readonly momentV: Float64Array;
}

/** The smallest lattice of `cellMm` cells, aligned to multiples of `alignMm`, that holds the rings with room for rounding. */
export function latticeAround(rings: readonly Ring[], cellMm: number, alignMm = cellMm): CellLattice {
  let [minU, minV, maxU, maxV] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of rings) {
    const [u0, v0, u1, v1] = ringBounds(ring);
    minU = Math.min(minU, u0);
    minV = Math.min(minV, v0);
    maxU = Math.max(maxU, u1);
    maxV = Math.max(maxV, v1);
  }
  const perAlign = Math.round(alignMm / cellMm);
  const first = (value: number) => Math.floor(value / alignMm - 1e-6);
  const count = (low: number, high: number) => (Math.floor(high / alignMm + 1e-6) - first(low) + 1) * perAlign;
  return {
    originU: first(minU) * alignMm,
    originV: first(minV) * alignMm,
    cellMm,
    countU: count(minU, maxU),
    countV: count(minV, maxV),
  };
}

let memory: Float64Array[] = [];

/** Some to spare for the next slab, but for lattices that take a hundred megabytes as they are. */
const roomFor = (size: number): number => (size > 2_000_000 ? size : 2 * size);

/** Five zeroed arrays of at least `size`, kept from slab to slab: a body has hundreds of slabs. */
function workingMemory(size: number): Float64Array[] {
  if (memory.length === 0 || memory[0].length < size) memory = Array.from({ length: 5 }, () => new Float64Array(roomFor(size)));
  for (const array of memory) array.fill(0, 0, size);
  return memory;
}

/**
 * Covers `lattice` by `rings` (which do not cross, and lie within the lattice). Each edge is cut at the cell borders
 * and adds the exact trapezoid between itself and the right border of its cell, and a full strip to every cell further
 * right: the signed-area accumulation that font rasterisers use, carried here to first moments as well.
 */
export function coverLattice(rings: readonly Ring[], lattice: CellLattice): Coverage {
  const { countU, countV } = lattice;
  const width = countU + 1;
  const [area, momentU, momentV, strip, stripV] = workingMemory(width * countV);
  const signs = evenOddSigns(rings);
  const sums = { area, momentU, momentV, strip, stripV };
  for (let r = 0; r < rings.length; r++) addRing(rings[r], -signs[r], lattice, sums);

  for (let row = 0; row < countV; row++) {
    let full = 0;
    let fullV = 0;
    for (let column = 0; column < countU; column++) {
      full += strip[column + width * row];
      fullV += stripV[column + width * row];
      const at = column + countU * row;
      area[at] += full;
      momentU[at] += full / 2;
      momentV[at] += fullV;
    }
  }
  return { lattice, area, momentU, momentV };
}

/** What edges add to their own cells, and to all cells right of them. */
interface Sums {
  readonly area: Float64Array;
  readonly momentU: Float64Array;
  readonly momentV: Float64Array;
  readonly strip: Float64Array;
  readonly stripV: Float64Array;
}

function addRing(ring: Ring, sign: number, lattice: CellLattice, sums: Sums): void {
  const { originU, originV, cellMm, countU, countV } = lattice;
  let x0 = (ring[ring.length - 2] - originU) / cellMm;
  let y0 = (ring[ring.length - 1] - originV) / cellMm;
  let column = x0 | 0;
  let row = y0 | 0;
  // Most edges of a drawn contour lie within one cell, as the one before: summed here until the ring leaves it.
  let ownArea = 0;
  let ownU = 0;
  let ownV = 0;
  let ownStrip = 0;
  let ownStripV = 0;
  for (let p = 0; p < ring.length; p += 2) {
    const x1 = (ring[p] - originU) / cellMm;
    const y1 = (ring[p + 1] - originV) / cellMm;
    if ((x1 | 0) === column && (y1 | 0) === row) {
      const height = sign * (y1 - y0);
      const s = x0 - column;
      const t = x1 - column;
      const low = y0 - row;
      const high = y1 - row;
      ownArea += height * (1 - (s + t) / 2);
      ownU += height * (0.5 - (s * s + s * t + t * t) / 6);
      ownV += height * ((low + high) / 2 - (2 * s * low + s * high + t * low + 2 * t * high) / 6);
      ownStrip += height;
      ownStripV += (height * (low + high)) / 2;
    } else {
      addTo(column, row, ownArea, ownU, ownV, ownStrip, ownStripV, lattice, sums);
      ownArea = ownU = ownV = ownStrip = ownStripV = 0;
      if (y0 !== y1) addEdge(x0, y0, x1, y1, sign, countU, countV, sums);
      column = x1 | 0;
      row = y1 | 0;
    }
    x0 = x1;
    y0 = y1;
  }
  addTo(column, row, ownArea, ownU, ownV, ownStrip, ownStripV, lattice, sums);
}

function addTo(
  column: number,
  row: number,
  ownArea: number,
  ownU: number,
  ownV: number,
  ownStrip: number,
  ownStripV: number,
  { countU, countV }: CellLattice,
  { area, momentU, momentV, strip, stripV }: Sums,
): void {
  // Rounding may put a vertex on the upper border.
  if (row >= countV) return;
  const at = column + countU * row;
  area[at] += ownArea;
  momentU[at] += ownU;
  momentV[at] += ownV;
  const beyond = column + 1 + (countU + 1) * row;
  strip[beyond] += ownStrip;
  stripV[beyond] += ownStripV;
}

/** Adds an edge, cut at the borders of the cells. */
function addEdge(
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  sign: number,
  countU: number,
  countV: number,
  { area, momentU, momentV, strip, stripV }: Sums,
): void {
  const upwards = y1 > y0;
  const lowY = upwards ? y0 : y1;
  const highY = upwards ? y1 : y0;
  const lowX = upwards ? x0 : x1;
  const highX = upwards ? x1 : x0;
  const weight = upwards ? sign : -sign;
  const slope = (highX - lowX) / (highY - lowY);
  const lastRow = Math.min(countV - 1, highY | 0);
  let ya = lowY;
  let xa = lowX;
  for (let row = lowY | 0; row <= lastRow; row++) {
    const yb = row + 1 < highY ? row + 1 : highY;
    const xb = yb === highY ? highX : lowX + (yb - lowY) * slope;
    if (yb > ya) {
      // Cut the piece within this row at the column borders, left to right.
      const leftToRight = xb >= xa;
      const startX = leftToRight ? xa : xb;
      const endX = leftToRight ? xb : xa;
      const startY = (leftToRight ? ya : yb) - row;
      const endY = (leftToRight ? yb : ya) - row;
      const lastColumn = endX | 0;
      const rise = endX > startX ? (endY - startY) / (endX - startX) : 0;
      let cx = startX;
      let cy = startY;
      for (let column = startX | 0; column <= lastColumn; column++) {
        const nx = column === lastColumn ? endX : column + 1;
        const ny = column === lastColumn ? endY : startY + (nx - startX) * rise;
        const height = weight * Math.abs(ny - cy);
        if (height !== 0) {
          const s = cx - column;
          const t = nx - column;
          const at = column + countU * row;
          area[at] += height * (1 - (s + t) / 2);
          momentU[at] += height * (0.5 - (s * s + s * t + t * t) / 6);
          momentV[at] += height * ((cy + ny) / 2 - (2 * s * cy + s * ny + t * cy + 2 * t * ny) / 6);
          const beyond = column + 1 + (countU + 1) * row;
          strip[beyond] += height;
          stripV[beyond] += (height * (cy + ny)) / 2;
        }
        cx = nx;
        cy = ny;
      }
    }
    ya = yb;
    xa = xb;
  }
}
