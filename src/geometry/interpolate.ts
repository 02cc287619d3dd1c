import type { DoseGrid } from './dose-grid';
import type { DoseSurvey } from './dose-survey';
import { mapPoints, matrixOfMap, type PointMap, SAME_POINTS, unmappedPoints } from './point-map';
import { IDENTITY, type Matrix4 } from './transform';
import { dot, type Vec3 } from './vec3';

/**
 * A dose grid seen from another frame of reference: `toGridFrame` maps the points that will be asked for into the
 * frame of the grid.
 */
export interface DoseField {
  readonly grid: DoseGrid;
  readonly toGridFrame: PointMap;
  /** Where it was gone through: what is far from the highest need not be looked at again. */
  readonly survey?: DoseSurvey;
}

/** Rounding allowance at the edge of the grid, in voxels and mm. */
const EDGE = 1e-5;

/** Rows of the affine map from asked-for points to (column index, row index, mm along the normal). */
function indexMap(grid: DoseGrid, m: Matrix4): Float64Array {
  const out = new Float64Array(12);
  const axes: [Vec3, number][] = [
    [grid.alongRow, grid.columnSpacingMm],
    [grid.alongColumn, grid.rowSpacingMm],
    [grid.normal, 1],
  ];
  axes.forEach(([axis, spacing], row) => {
    for (let column = 0; column < 3; column++) {
      out[4 * row + column] = (axis[0] * m[column] + axis[1] * m[4 + column] + axis[2] * m[8 + column]) / spacing;
    }
    const offset: Vec3 = [m[3] - grid.originMm[0], m[7] - grid.originMm[1], m[11] - grid.originMm[2]];
    out[4 * row + 3] = dot(axis, offset) / spacing;
  });
  return out;
}

/** Frame spacing where all frames are evenly spaced (within 1e-4 mm), else 0. */
function evenSpacing(offsets: Float64Array): number {
  const step = offsets.length > 1 ? (offsets[offsets.length - 1] - offsets[0]) / (offsets.length - 1) : 0;
  for (let k = 1; k < offsets.length; k++) {
    if (Math.abs(offsets[k] - offsets[0] - k * step) > 1e-4) return 0;
  }
  return step;
}

/**
 * Trilinear dose in Gy at `count` points (x, y, z triplets, mm). The dose of the outermost voxel centres reaches half a
 * voxel outwards (the voxel's own extent); a point beyond that gets NaN: the dose there is unknown, not zero.
 * So does a point that a deformation leaves without a place. Allocates nothing per point.
 */
export function interpolateDose(
  { grid, toGridFrame }: DoseField,
  pointsMm: Float32Array | Float64Array,
  count: number,
  out: Float32Array,
): void {
  const matrix = matrixOfMap(toGridFrame);
  if (matrix) {
    interpolateThrough(grid, matrix, pointsMm, count, out);
    return;
  }
  const carried = new Float64Array(3 * Math.min(count, AT_A_TIME));
  for (let from = 0; from < count; from += AT_A_TIME) {
    const some = Math.min(AT_A_TIME, count - from);
    mapPoints(toGridFrame, pointsMm.subarray(3 * from), some, carried);
    interpolateThrough(grid, IDENTITY, carried, some, out.subarray(from));
  }
}

/** Points that are carried through a deformation at a time: few enough to stay in the processor's cache. */
const AT_A_TIME = 2048;

function interpolateThrough(
  grid: DoseGrid,
  matrix: Matrix4,
  pointsMm: Float32Array | Float64Array,
  count: number,
  out: Float32Array,
): void {
  const { columns, rows, frames, frameOffsetsMm, endCapMm, doseGy } = grid;
  const [a0, a1, a2, a3, b0, b1, b2, b3, c0, c1, c2, c3] = indexMap(grid, matrix);
  const step = evenSpacing(frameOffsetsMm);
  const firstMm = frameOffsetsMm[0];
  const lastMm = frameOffsetsMm[frames - 1];
  const lowMm = firstMm - endCapMm[0] - EDGE;
  const highMm = lastMm + endCapMm[1] + EDGE;
  const maxI = columns - 1;
  const maxJ = rows - 1;
  const plane = columns * rows;
  const right = columns > 1 ? 1 : 0;
  const down = rows > 1 ? columns : 0;
  const next = frames > 1 ? plane : 0;

  for (let n = 0, p = 0; n < count; n++, p += 3) {
    const x = pointsMm[p];
    const y = pointsMm[p + 1];
    const z = pointsMm[p + 2];
    let fi = a0 * x + a1 * y + a2 * z + a3;
    let fj = b0 * x + b1 * y + b2 * z + b3;
    const w = c0 * x + c1 * y + c2 * z + c3;
    if (
      !(fi >= -0.5 - EDGE && fi <= maxI + 0.5 + EDGE && fj >= -0.5 - EDGE && fj <= maxJ + 0.5 + EDGE && w >= lowMm && w <= highMm)
    ) {
      out[n] = Number.NaN;
      continue;
    }
    fi = fi < 0 ? 0 : fi > maxI ? maxI : fi;
    fj = fj < 0 ? 0 : fj > maxJ ? maxJ : fj;
    let i = fi | 0;
    let j = fj | 0;
    if (i === maxI && i > 0) i--;
    if (j === maxJ && j > 0) j--;
    let k = 0;
    let fk = 0;
    if (frames > 1) {
      if (w <= firstMm) {
        k = 0;
      } else if (w >= lastMm) {
        k = frames - 2;
        fk = 1;
      } else if (step > 0) {
        fk = (w - firstMm) / step;
        k = fk | 0;
        if (k > frames - 2) k = frames - 2;
        fk -= k;
      } else {
        let high = frames - 1;
        while (high - k > 1) {
          const middle = (k + high) >> 1;
          if (frameOffsetsMm[middle] <= w) k = middle;
          else high = middle;
        }
        fk = (w - frameOffsetsMm[k]) / (frameOffsetsMm[k + 1] - frameOffsetsMm[k]);
      }
    }
    const ti = fi - i;
    const tj = fj - j;
    const at = i + columns * j + plane * k;
    const up = at + next;
    const d00 = doseGy[at] + ti * (doseGy[at + right] - doseGy[at]);
    const d10 = doseGy[at + down] + ti * (doseGy[at + down + right] - doseGy[at + down]);
    const d01 = doseGy[up] + ti * (doseGy[up + right] - doseGy[up]);
    const d11 = doseGy[up + down] + ti * (doseGy[up + down + right] - doseGy[up + down]);
    const d0 = d00 + tj * (d10 - d00);
    const d1 = d01 + tj * (d11 - d01);
    out[n] = d0 + fk * (d1 - d0);
  }
}

/**
 * The dose of `field` at the voxel centres of `target`, NaN where `field` does not reach. For display and export only.
 * @param outsideIsZero 0 Gy outside the grid, by the user's word; where a map ends, the dose stays unknown.
 */
export function resampleDose(field: DoseField, target: DoseGrid, outsideIsZero = false): Float32Array {
  const { columns, rows, frames } = target;
  const out = new Float32Array(columns * rows * frames);
  const line = new Float32Array(columns);
  const points = new Float64Array(3 * columns);
  for (let k = 0, at = 0; k < frames; k++) {
    for (let j = 0; j < rows; j++, at += columns) {
      for (let axis = 0; axis < 3; axis++) {
        const start =
          target.originMm[axis] +
          j * target.rowSpacingMm * target.alongColumn[axis] +
          target.frameOffsetsMm[k] * target.normal[axis];
        const stride = target.columnSpacingMm * target.alongRow[axis];
        for (let i = 0; i < columns; i++) points[3 * i + axis] = start + i * stride;
      }
      interpolateDose(field, points, columns, line);
      if (outsideIsZero) zeroOutside(unmappedPoints(field.toGridFrame, points, columns), line);
      out.set(line, at);
    }
  }
  return out;
}

function zeroOutside(unmapped: Uint8Array | undefined, doseGy: Float32Array): void {
  for (let n = 0; n < doseGy.length; n++) if (Number.isNaN(doseGy[n]) && !unmapped?.[n]) doseGy[n] = 0;
}

/**
 * Whether nothing is known of the dose in a box, in mm along the grid's row, column and normal from its first voxel: see
 * `interpolateDose` for how far a grid reaches.
 */
export function liesOutside(
  { columns, rows, frames, columnSpacingMm, rowSpacingMm, frameOffsetsMm, endCapMm }: DoseGrid,
  lowX: number,
  highX: number,
  lowY: number,
  highY: number,
  lowZ: number,
  highZ: number,
): boolean {
  const half = 0.5 + EDGE;
  return (
    highX < -half * columnSpacingMm ||
    lowX > (columns - 1 + half) * columnSpacingMm ||
    highY < -half * rowSpacingMm ||
    lowY > (rows - 1 + half) * rowSpacingMm ||
    highZ < frameOffsetsMm[0] - endCapMm[0] - EDGE ||
    lowZ > frameOffsetsMm[frames - 1] + endCapMm[1] + EDGE
  );
}

/** The field of a grid asked for in its own frame. */
export const inOwnFrame = (grid: DoseGrid): DoseField => ({ grid, toGridFrame: SAME_POINTS });
