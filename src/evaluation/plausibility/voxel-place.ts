import type { DoseGrid } from '../../geometry/dose-grid';

/** The centre of a voxel, mm in the grid's frame of reference. */
export function placeOf(grid: DoseGrid, i: number, j: number, k: number, out: Float64Array): void {
  const { originMm, alongRow, alongColumn, normal, columnSpacingMm, rowSpacingMm, frameOffsetsMm } = grid;
  const [a, b, c] = [i * columnSpacingMm, j * rowSpacingMm, frameOffsetsMm[k]];
  for (let axis = 0; axis < 3; axis++) {
    out[axis] = originMm[axis] + a * alongRow[axis] + b * alongColumn[axis] + c * normal[axis];
  }
}
