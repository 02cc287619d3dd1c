import type { DoseGrid } from '../../geometry/dose-grid';
import { type DoseSurvey, eachVoxelFrom } from '../../geometry/dose-survey';

const BUCKETS = 4096;
/** How much lower is looked next, where what was looked at is not enough. */
const LOWER = 0.5;

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

/**
 * The dose in Gy that the hottest `cc` of a grid have at the least, to 1/4096 of the highest; unlike the highest, one
 * odd voxel does not make it. The lowest above 0 where the grid has less volume.
 */
export function hottestGy(survey: DoseSurvey, cc: number): number {
  const { grid, highestGy: top } = survey;
  if (!(top > 0)) return 0;
  const { doseGy, columnSpacingMm, rowSpacingMm } = grid;
  const voxelCc = frameThicknessMm(grid).map((mm) => (columnSpacingMm * rowSpacingMm * mm) / 1000);
  const scale = (BUCKETS - 1) / top;
  let lowest = top;
  // Mostly the hottest cc are near the top, and little of the grid has to be gone through.
  for (let from = Math.floor(BUCKETS * LOWER); ; from = Math.floor(from * LOWER)) {
    const volumeCc = new Float64Array(BUCKETS);
    const leastGy = from > 0 ? (from - 0.5) / scale : Number.MIN_VALUE;
    eachVoxelFrom(survey, leastGy, (n, _i, _j, k) => {
      volumeCc[Math.round(doseGy[n] * scale)] += voxelCc[k];
    });
    let above = 0;
    for (let b = BUCKETS - 1; b >= from; b--) {
      if (volumeCc[b] === 0) continue;
      above += volumeCc[b];
      lowest = b / scale;
      if (above >= cc) return lowest;
    }
    if (from === 0) return lowest;
  }
}
