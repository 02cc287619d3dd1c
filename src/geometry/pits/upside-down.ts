import type { DoseGrid } from '../dose-grid';
import type { DoseField } from '../interpolate';
import { mapPoints, matrixOfMap } from '../point-map';
import type { SlabStack } from '../slab-stack';

/**
 * The part of a dose field about a solid, with its sign turned: what was lowest is highest. The part has a voxel more on
 * each side than the solid reaches, so that nothing inside knows of the cut; through a deformation the whole grid is taken.
 */
export function upsideDown({ grid, toGridFrame }: DoseField, stack: SlabStack): DoseField | undefined {
  const box = matrixOfMap(toGridFrame) ? boxIn(grid, toGridFrame, stack) : [0, grid.columns, 0, grid.rows, 0, grid.frames];
  const [i0, i1, j0, j1, k0, k1] = box;
  if (i1 <= i0 || j1 <= j0 || k1 <= k0) return undefined;
  const { originMm: o, alongRow: r, alongColumn: c, columnSpacingMm: sx, rowSpacingMm: sy } = grid;
  const [columns, rows, frames] = [i1 - i0, j1 - j0, k1 - k0];
  const doseGy = new Float32Array(columns * rows * frames);
  for (let k = k0, to = 0; k < k1; k++) {
    for (let j = j0; j < j1; j++) {
      const line = grid.columns * (j + grid.rows * k);
      for (let i = i0; i < i1; i++) doseGy[to++] = -grid.doseGy[line + i];
    }
  }
  const at = (axis: number) => o[axis] + i0 * sx * r[axis] + j0 * sy * c[axis];
  const frameOffsetsMm = grid.frameOffsetsMm.slice(k0, k1);
  const part = { ...grid, columns, rows, frames, originMm: [at(0), at(1), at(2)] as const, frameOffsetsMm, doseGy };
  return { grid: part, toGridFrame };
}

/** First and one past the last column, row and frame that have a part in the dose of the solid, and one more each way. */
function boxIn(grid: DoseGrid, toGridFrame: DoseField['toGridFrame'], { basis, slabs }: SlabStack): number[] {
  const low = [Infinity, Infinity, Infinity];
  const high = [-Infinity, -Infinity, -Infinity];
  const bounds = { low: [Infinity, Infinity], high: [-Infinity, -Infinity] };
  for (const { rings } of slabs) {
    for (const ring of rings) {
      for (let n = 0; n < ring.length; n++) {
        if (ring[n] < bounds.low[n & 1]) bounds.low[n & 1] = ring[n];
        if (ring[n] > bounds.high[n & 1]) bounds.high[n & 1] = ring[n];
      }
    }
  }
  const ends = [slabs[0].bottomMm, slabs[slabs.length - 1].topMm];
  const point = new Float64Array(3);
  for (let corner = 0; corner < 8; corner++) {
    const pu = (corner & 1 ? bounds.high : bounds.low)[0];
    const pv = (corner & 2 ? bounds.high : bounds.low)[1];
    const pw = ends[corner >> 2];
    for (let axis = 0; axis < 3; axis++) point[axis] = pu * basis.u[axis] + pv * basis.v[axis] + pw * basis.w[axis];
    mapPoints(toGridFrame, point, 1, point);
    for (const [a, axis] of [grid.alongRow, grid.alongColumn, grid.normal].entries()) {
      let mm = 0;
      for (let n = 0; n < 3; n++) mm += axis[n] * (point[n] - grid.originMm[n]);
      if (mm < low[a]) low[a] = mm;
      if (mm > high[a]) high[a] = mm;
    }
  }
  const range = (lowMm: number, highMm: number, spacing: number, count: number) => [
    Math.max(0, Math.floor(lowMm / spacing) - 1),
    Math.min(count, Math.ceil(highMm / spacing) + 2),
  ];
  const offsets = grid.frameOffsetsMm;
  let k0 = 0;
  while (k0 < grid.frames - 1 && offsets[k0 + 1] <= low[2]) k0++;
  let k1 = k0;
  while (k1 < grid.frames - 1 && offsets[k1] < high[2]) k1++;
  return [
    ...range(low[0], high[0], grid.columnSpacingMm, grid.columns),
    ...range(low[1], high[1], grid.rowSpacingMm, grid.rows),
    Math.max(0, k0 - 1),
    Math.min(grid.frames, k1 + 2),
  ];
}
