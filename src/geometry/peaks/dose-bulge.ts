import type { DoseGrid } from '../dose-grid';
import { liesOutside } from '../interpolate';

/** More voxels than this a side are only asked for their highest. */
const MOST_NODES = 7;

/**
 * What bounds a trilinear dose over a small parallelogram whose four corners are known: how far it can rise above what
 * is interpolated between the corners, along each of the two sides, and the highest voxel that has a part in it.
 */
export interface Bulge {
  alongS: number;
  alongT: number;
  /** -Infinity where the parallelogram lies outside the grid. */
  highestGy: number;
  /** Whether the dose bends down, by more than rounding, at a plane of voxel centres that crosses or borders it. */
  hasFold: boolean;
}

/** Falls of slope, in Gy a mm, that are rounding. */
const NO_FOLD = 1e-4;

/**
 * Fills `out` for the parallelogram with corners `at`, `at + 3`, `at + 6`, `at + 9` of `axes` (mm along the grid's row,
 * column and normal from its first voxel; corner 1 is one side s from corner 0, corner 2 one side t).
 * Along a straight line a trilinear dose is smooth but for the planes of voxel centres. Its second derivative there has
 * only the mixed terms of a cell, and where it crosses a plane its slope falls by the second difference of the voxels:
 * above its chord it is at most L² max|f''| / 8 + L (fall of slope) / 4.
 */
export function doseBulge(grid: DoseGrid, axes: Float64Array, at: number, out: Bulge): void {
  const { columns, rows, frames, columnSpacingMm: dx, rowSpacingMm: dy, frameOffsetsMm, doseGy } = grid;
  const lowX = Math.min(axes[at], axes[at + 3], axes[at + 6], axes[at + 9]);
  const highX = Math.max(axes[at], axes[at + 3], axes[at + 6], axes[at + 9]);
  const lowY = Math.min(axes[at + 1], axes[at + 4], axes[at + 7], axes[at + 10]);
  const highY = Math.max(axes[at + 1], axes[at + 4], axes[at + 7], axes[at + 10]);
  const lowZ = Math.min(axes[at + 2], axes[at + 5], axes[at + 8], axes[at + 11]);
  const highZ = Math.max(axes[at + 2], axes[at + 5], axes[at + 8], axes[at + 11]);
  if (liesOutside(grid, lowX, highX, lowY, highY, lowZ, highZ)) {
    out.alongS = 0;
    out.alongT = 0;
    out.highestGy = -Infinity;
    out.hasFold = false;
    return;
  }
  const i0 = clamp(Math.floor(lowX / dx + 1e-6), columns);
  const i1 = clamp(Math.ceil(highX / dx - 1e-6), columns);
  const j0 = clamp(Math.floor(lowY / dy + 1e-6), rows);
  const j1 = clamp(Math.ceil(highY / dy - 1e-6), rows);
  const k0 = frameBelow(frameOffsetsMm, lowZ + 1e-6);
  const k1 = Math.min(frames - 1, highZ <= frameOffsetsMm[k0] + 1e-6 ? k0 : frameBelow(frameOffsetsMm, highZ - 1e-6) + 1);
  const isLarge = i1 - i0 >= MOST_NODES || j1 - j0 >= MOST_NODES || k1 - k0 >= MOST_NODES;
  // Along an axis that the parallelogram does not run along, nothing bends in it.
  const spansX = highX - lowX > 1e-6;
  const spansY = highY - lowY > 1e-6;
  const spansZ = highZ - lowZ > 1e-6;
  const plane = columns * rows;
  let highest = -Infinity;
  let foldX = 0;
  let foldY = 0;
  let foldZ = 0;
  let twistXY = 0;
  let twistYZ = 0;
  let twistXZ = 0;
  let borderFold = 0;
  for (let k = k0; k <= k1; k++) {
    const below = k > 0 ? -plane : 0;
    const above = k < frames - 1 ? plane : 0;
    const isAtZ = spansZ && frameOffsetsMm[k] > lowZ - 1e-6 && frameOffsetsMm[k] < highZ + 1e-6;
    const isInsideZ = frameOffsetsMm[k] > lowZ + 1e-6 && frameOffsetsMm[k] < highZ - 1e-6;
    const perBelow = k > 0 ? 1 / (frameOffsetsMm[k] - frameOffsetsMm[k - 1]) : 0;
    const perAbove = k < frames - 1 ? 1 / (frameOffsetsMm[k + 1] - frameOffsetsMm[k]) : 0;
    for (let j = j0; j <= j1; j++) {
      const line = columns * (j + rows * k);
      if (isLarge) {
        for (let i = i0; i <= i1; i++) if (doseGy[line + i] > highest) highest = doseGy[line + i];
        continue;
      }
      const up = j > 0 ? -columns : 0;
      const down = j < rows - 1 ? columns : 0;
      const isInsideY = j * dy > lowY + 1e-6 && j * dy < highY - 1e-6;
      const isAtY = spansY && j * dy > lowY - 1e-6 && j * dy < highY + 1e-6;
      for (let i = i0; i <= i1; i++) {
        const n = line + i;
        const d = doseGy[n];
        if (d > highest) highest = d;
        if (spansX && i * dx > lowX - 1e-6 && i * dx < highX + 1e-6) {
          const fold = (2 * d - doseGy[i > 0 ? n - 1 : n] - doseGy[i < columns - 1 ? n + 1 : n]) / dx;
          if (fold > borderFold) borderFold = fold;
          if (fold > foldX && i * dx > lowX + 1e-6 && i * dx < highX - 1e-6) foldX = fold;
        }
        if (isAtY) {
          const fold = (2 * d - doseGy[n + up] - doseGy[n + down]) / dy;
          if (fold > borderFold) borderFold = fold;
          if (fold > foldY && isInsideY) foldY = fold;
        }
        if (isAtZ) {
          const fold = (d - doseGy[n + below]) * perBelow + (d - doseGy[n + above]) * perAbove;
          if (fold > borderFold) borderFold = fold;
          if (fold > foldZ && isInsideZ) foldZ = fold;
        }
        const right = i < i1 ? 1 : 0;
        const downIn = j < j1 ? columns : 0;
        const aboveIn = k < k1 ? plane : 0;
        if (right && downIn) {
          const twist = Math.abs(doseGy[n + 1 + columns] - doseGy[n + 1] - doseGy[n + columns] + d) / (dx * dy);
          if (twist > twistXY) twistXY = twist;
        }
        if (downIn && aboveIn) {
          const twist = (Math.abs(doseGy[n + columns + plane] - doseGy[n + columns] - doseGy[n + plane] + d) / dy) * perAbove;
          if (twist > twistYZ) twistYZ = twist;
        }
        if (right && aboveIn) {
          const twist = (Math.abs(doseGy[n + 1 + plane] - doseGy[n + 1] - doseGy[n + plane] + d) / dx) * perAbove;
          if (twist > twistXZ) twistXZ = twist;
        }
      }
    }
  }
  out.highestGy = highest;
  out.hasFold = isLarge || borderFold > NO_FOLD;
  if (isLarge) {
    out.alongS = Infinity;
    out.alongT = Infinity;
    return;
  }
  // As many planes as are crossed, each with the deepest fold.
  foldX *= Math.max(0, Math.ceil(highX / dx - 1e-6) - Math.floor(lowX / dx + 1e-6) - 1);
  foldY *= Math.max(0, Math.ceil(highY / dy - 1e-6) - Math.floor(lowY / dy + 1e-6) - 1);
  foldZ *= Math.max(0, k1 - k0 - 1);
  for (let side = 0; side < 2; side++) {
    const to = at + (side === 0 ? 3 : 6);
    const x = Math.max(Math.abs(axes[to] - axes[at]), Math.abs(axes[at + 9] - axes[at + (side === 0 ? 6 : 3)]));
    const y = Math.max(Math.abs(axes[to + 1] - axes[at + 1]), Math.abs(axes[at + 10] - axes[at + (side === 0 ? 7 : 4)]));
    const z = Math.max(Math.abs(axes[to + 2] - axes[at + 2]), Math.abs(axes[at + 11] - axes[at + (side === 0 ? 8 : 5)]));
    const rise = (x * foldX + y * foldY + z * foldZ + x * y * twistXY + y * z * twistYZ + x * z * twistXZ) / 4;
    if (side === 0) out.alongS = rise;
    else out.alongT = rise;
  }
}

const clamp = (n: number, count: number): number => (n < 0 ? 0 : n > count - 1 ? count - 1 : n);

/** The last frame at or below `mm`; the first where none is. */
function frameBelow(offsetsMm: Float64Array, mm: number): number {
  let low = 0;
  let high = offsetsMm.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (offsetsMm[middle] <= mm) low = middle;
    else high = middle - 1;
  }
  return low;
}
