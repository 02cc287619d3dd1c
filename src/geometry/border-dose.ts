import { type DoseField, inOwnFrame, interpolateDose } from './interpolate';
import { mapPoints } from './point-map';
import { dot } from './vec3';

/**
 * The highest dose on the border of a grid next to the points outside of it: at each point that has no dose, that of the
 * nearest voxel centre of the grid. Points that a deformation leaves without a place count nowhere.
 * @param doseGy the dose at the points, NaN outside.
 * @returns Gy; 0 where every point is inside.
 */
export function borderDoseGy(
  { grid, toGridFrame }: DoseField,
  pointsMm: Float32Array,
  count: number,
  doseGy: Float32Array,
): number {
  const { originMm, alongRow, alongColumn, normal, columns, rows, frames, columnSpacingMm, rowSpacingMm, frameOffsetsMm } = grid;
  const at = new Float64Array(3 * count);
  mapPoints(toGridFrame, pointsMm, count, at);
  const axes = [
    { axis: alongRow, least: 0, most: (columns - 1) * columnSpacingMm },
    { axis: alongColumn, least: 0, most: (rows - 1) * rowSpacingMm },
    { axis: normal, least: frameOffsetsMm[0], most: frameOffsetsMm[frames - 1] },
  ] as const;
  let outside = 0;
  for (let n = 0, p = 0; n < count; n++, p += 3) {
    if (!Number.isNaN(doseGy[n]) || Number.isNaN(at[p])) continue;
    const to = 3 * outside++;
    const [x, y, z] = [at[p], at[p + 1], at[p + 2]];
    at[to] = x;
    at[to + 1] = y;
    at[to + 2] = z;
    for (const { axis, least, most } of axes) {
      const mm = axis[0] * x + axis[1] * y + axis[2] * z - dot(axis, originMm);
      const by = Math.min(most, Math.max(least, mm)) - mm;
      for (let d = 0; d < 3; d++) at[to + d] += by * axis[d];
    }
  }
  const found = new Float32Array(outside);
  interpolateDose(inOwnFrame(grid), at, outside, found);
  return found.reduce((most, gy) => Math.max(most, gy), 0);
}
