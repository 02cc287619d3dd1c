import type { DoseGrid } from '../../geometry/dose-grid';

const BUCKETS = 4096;

/** Thickness that each frame stands for, mm. */
export function frameThicknessMm({ frames, frameOffsetsMm, endCapMm }: DoseGrid): Float64Array {
  const out = new Float64Array(frames);
  for (let k = 0; k < frames; k++) {
    const below = k === 0 ? endCapMm[0] : (frameOffsetsMm[k] - frameOffsetsMm[k - 1]) / 2;
    const above = k === frames - 1 ? endCapMm[1] : (frameOffsetsMm[k + 1] - frameOffsetsMm[k]) / 2;
    // One frame without thickness still has to count for something.
    out[k] = below + above || 1;
  }
  return out;
}

/** The highest dose of a grid, Gy. */
export function highestGy({ doseGy }: DoseGrid): number {
  let top = -Infinity;
  for (let n = 0; n < doseGy.length; n++) if (doseGy[n] > top) top = doseGy[n];
  return top;
}

/**
 * The dose in Gy that the hottest `cc` of a grid have at the least, to 1/4096 of the highest; unlike the highest, one
 * odd voxel does not make it. The lowest above 0 where the grid has less volume.
 */
export function hottestGy(grid: DoseGrid, cc: number): number {
  const top = highestGy(grid);
  if (!(top > 0)) return 0;
  const { columns, rows, frames, doseGy, columnSpacingMm, rowSpacingMm } = grid;
  const plane = columns * rows;
  const thickness = frameThicknessMm(grid);
  const volumeCc = new Float64Array(BUCKETS);
  const scale = (BUCKETS - 1) / top;
  for (let k = 0, n = 0; k < frames; k++) {
    const voxelCc = (columnSpacingMm * rowSpacingMm * thickness[k]) / 1000;
    for (let end = n + plane; n < end; n++) {
      if (doseGy[n] > 0) volumeCc[Math.round(doseGy[n] * scale)] += voxelCc;
    }
  }
  let above = 0;
  let lowest = top;
  for (let b = BUCKETS - 1; b >= 0; b--) {
    if (volumeCc[b] === 0) continue;
    above += volumeCc[b];
    lowest = b / scale;
    if (above >= cc) return lowest;
  }
  return lowest;
}
