import type { DoseGrid } from './dose-grid';
import { dot, type Vec3 } from './vec3';

/** Voxels a side of a cell of the bounds. */
const SIDE = 2;

/**
 * The least and the highest that a dose can be anywhere within some distances of a place, for telling which points can
 * matter when a dose is moved: looked up in cells of 2 × 2 × 2 voxels that hold the extremes of what is around them.
 */
export interface DoseBounds {
  readonly grid: DoseGrid;
  /** The first cell along rows, columns and frames, and how many there are. */
  readonly from: readonly [number, number, number];
  readonly cells: readonly [number, number, number];
  readonly lowGy: Float32Array;
  readonly highGy: Float32Array;
}

/** Cells of which the bounds are asked for: the first and the last along rows, columns and frames. */
export type CellBox = readonly (readonly [first: number, last: number])[];

const cellsAlong = ({ columns, rows, frames }: DoseGrid): number[] =>
  [columns, rows, frames].map((voxels) => Math.ceil(voxels / SIDE));

/**
 * @param reachMm how far along rows, columns and normal the dose may be moved, mm.
 * @param within the cells that are needed, where not the whole grid: of these the bounds are the same.
 * Trilinear interpolation between voxel centres stays between its eight voxels, so that cells are taken with their
 * neighbours' first voxels, and then widened by the reach.
 */
export function doseBounds(grid: DoseGrid, reachMm: Vec3, within?: CellBox): DoseBounds {
  const { frames, frameOffsetsMm } = grid;
  const all = cellsAlong(grid);
  let frameMm = Infinity;
  for (let k = 1; k < frames; k++) frameMm = Math.min(frameMm, frameOffsetsMm[k] - frameOffsetsMm[k - 1]);
  const voxelMm = [grid.columnSpacingMm, grid.rowSpacingMm, frameMm];
  // One cell more for the voxels that interpolation takes in.
  const radius = voxelMm.map((mm, axis) => (all[axis] > 1 ? 1 + Math.ceil(reachMm[axis] / (SIDE * mm) - 1e-9) : 0));
  const from = [0, 1, 2].map((axis) => Math.max(0, (within?.[axis][0] ?? 0) - radius[axis]));
  const to = all.map((count, axis) => Math.min(count, (within?.[axis][1] ?? count) + radius[axis] + 1));
  const cells = [to[0] - from[0], to[1] - from[1], to[2] - from[2]] as const;
  const lowGy = new Float32Array(cells[0] * cells[1] * cells[2]).fill(Infinity);
  const highGy = new Float32Array(lowGy.length).fill(-Infinity);
  const bounds: DoseBounds = { grid, from: [from[0], from[1], from[2]], cells, lowGy, highGy };
  pool(bounds);
  const strides = [1, cells[0], cells[0] * cells[1]];
  for (let axis = 0; axis < 3; axis++) {
    widen(lowGy, cells[axis], strides[axis], radius[axis], -1);
    widen(highGy, cells[axis], strides[axis], radius[axis], 1);
  }
  return bounds;
}

function pool({ grid, from, cells, lowGy, highGy }: DoseBounds): void {
  const { columns, rows, frames, doseGy } = grid;
  const [i0, j0, k0] = [SIDE * from[0], SIDE * from[1], SIDE * from[2]];
  const iEnd = Math.min(columns, i0 + SIDE * cells[0]);
  const jEnd = Math.min(rows, j0 + SIDE * cells[1]);
  const kEnd = Math.min(frames, k0 + SIDE * cells[2]);
  for (let k = k0; k < kEnd; k++) {
    for (let j = j0; j < jEnd; j++) {
      const line = cells[0] * (((j - j0) >> 1) + cells[1] * ((k - k0) >> 1));
      for (let i = i0, n = i0 + columns * (j + rows * k); i < iEnd; i++, n++) {
        const d = doseGy[n];
        const at = line + ((i - i0) >> 1);
        if (d < lowGy[at]) lowGy[at] = d;
        if (d > highGy[at]) highGy[at] = d;
      }
    }
  }
}

/** Neighbouring lines that are widened side by side, so that memory is gone through in order. */
const RUN = 64;

/** The extreme of each cell and of `radius` cells to either side along one axis. */
function widen(values: Float32Array, count: number, stride: number, radius: number, sign: 1 | -1): void {
  if (radius === 0) return;
  const run = Math.min(stride, RUN);
  // Room on both sides, so that no end has to be asked about.
  const lines = new Float32Array((count + 2 * radius) * run).fill(-Infinity);
  const width = 2 * radius + 1;
  // The most of 2, 4, 8 neighbours and so on, and of two such spans that make up the width.
  let span = 1;
  while (2 * span <= width) span *= 2;
  const rest = (width - span) * run;
  for (let block = 0; block < values.length; block += stride * count) {
    for (let start = block; start < block + stride; start += run) {
      const across = Math.min(run, block + stride - start);
      for (let n = 0, from = start, to = radius * run; n < count; n++, from += stride, to += run) {
        for (let c = 0; c < across; c++) lines[to + c] = sign * values[from + c];
      }
      for (let half = run; half < span * run; half *= 2) {
        const last = (count + width - 1) * run - half;
        for (let n = 0; n < last; n++) if (lines[n + half] > lines[n]) lines[n] = lines[n + half];
      }
      for (let n = 0, to = start, from = 0; n < count; n++, to += stride, from += run) {
        for (let c = from; c < from + across; c++) {
          values[to + c - from] = sign * (lines[c + rest] > lines[c] ? lines[c + rest] : lines[c]);
        }
      }
      lines.fill(-Infinity, 0, radius * run);
      lines.fill(-Infinity, (count + radius) * run);
    }
  }
}

/** Cells that hold every point that `boundsAt` would be asked for; more of them where the grid lies aslant. */
export function cellBox(grid: DoseGrid, pointsMm: Float32Array, count: number): CellBox {
  const { alongRow, alongColumn, normal, originMm, columnSpacingMm, rowSpacingMm, frameOffsetsMm } = grid;
  const low = [Infinity, Infinity, Infinity];
  const high = [-Infinity, -Infinity, -Infinity];
  for (let n = 0; n < 3 * count; n += 3) {
    for (let axis = 0; axis < 3; axis++) {
      const mm = pointsMm[n + axis];
      if (mm < low[axis]) low[axis] = mm;
      if (mm > high[axis]) high[axis] = mm;
    }
  }
  // The least and the most along an axis, of the corners of the box around all points.
  const along = (axis: Vec3) => {
    const start = dot(axis, originMm);
    const least = axis.reduce((sum, part, n) => sum + part * (part < 0 ? high[n] : low[n]), -start);
    const most = axis.reduce((sum, part, n) => sum + part * (part < 0 ? low[n] : high[n]), -start);
    return count > 0 ? [least, most] : [0, 0];
  };
  const inPlane = (axis: Vec3, spacingMm: number) => along(axis).map((mm) => mm / spacingMm);
  const [leastMm, mostMm] = along(normal);
  const firstFrame = frameOffsetsMm.findLastIndex((mm) => mm <= leastMm);
  const lastFrame = frameOffsetsMm.findIndex((mm) => mm >= mostMm);
  const ranges = [
    inPlane(alongRow, columnSpacingMm),
    inPlane(alongColumn, rowSpacingMm),
    [firstFrame, lastFrame < 0 ? Infinity : lastFrame],
  ];
  // A voxel more on either side for rounding.
  return cellsAlong(grid).map((cells, axis) => {
    const within = (cell: number) => Math.max(0, Math.min(cells - 1, Math.floor(cell)));
    const [least, most] = ranges[axis];
    return [within((least - 1) / SIDE), within((most + 2) / SIDE)] as const;
  });
}

/**
 * The bounds at `count` points of the grid's own frame (x, y, z triplets, mm); NaN where a point is outside the grid.
 */
export function boundsAt(
  { grid, from, cells, lowGy, highGy }: DoseBounds,
  pointsMm: Float32Array,
  count: number,
  outLow: Float32Array,
  outHigh: Float32Array,
): void {
  const { alongRow: u, alongColumn: v, normal: w, originMm, columnSpacingMm, rowSpacingMm, columns, rows, frames } = grid;
  const { frameOffsetsMm, endCapMm } = grid;
  const [u0, v0, w0] = [dot(u, originMm), dot(v, originMm), dot(w, originMm)];
  const lastMm = frameOffsetsMm[frames - 1];
  const perMm = frames > 1 ? (frames - 1) / (lastMm - frameOffsetsMm[0]) : 0;
  const isEven = frameOffsetsMm.every((mm, k) => Math.abs(mm - frameOffsetsMm[0] - (perMm > 0 ? k / perMm : 0)) < 0.01);
  for (let n = 0, p = 0; n < count; n++, p += 3) {
    const x = pointsMm[p];
    const y = pointsMm[p + 1];
    const z = pointsMm[p + 2];
    const i = Math.round((u[0] * x + u[1] * y + u[2] * z - u0) / columnSpacingMm);
    const j = Math.round((v[0] * x + v[1] * y + v[2] * z - v0) / rowSpacingMm);
    const mm = w[0] * x + w[1] * y + w[2] * z - w0;
    if (!(i >= 0 && i < columns && j >= 0 && j < rows && mm >= frameOffsetsMm[0] - endCapMm[0] && mm <= lastMm + endCapMm[1])) {
      outLow[n] = Number.NaN;
      outHigh[n] = Number.NaN;
      continue;
    }
    let k = Math.round((mm - frameOffsetsMm[0]) * perMm);
    if (!isEven) for (k = 0; k < frames - 1 && frameOffsetsMm[k + 1] <= mm; ) k++;
    k = k < 0 ? 0 : k > frames - 1 ? frames - 1 : k;
    const at = (i >> 1) - from[0] + cells[0] * ((j >> 1) - from[1] + cells[1] * ((k >> 1) - from[2]));
    outLow[n] = lowGy[at];
    outHigh[n] = highGy[at];
  }
}
