import type { DoseGrid } from './dose-grid';

/** Voxels a side of a cell. */
const SIDE_BITS = 2;

/** What is known of a dose grid from going through it once: its highest dose, whole and in cells of 4 × 4 × 4 voxels. */
export interface DoseSurvey {
  readonly grid: DoseGrid;
  /** -Infinity where the grid has no dose that is a number. */
  readonly highestGy: number;
  /** Cells along rows, columns and frames. */
  readonly cells: readonly [number, number, number];
  /** The highest dose of each cell, at `a + cells[0] * (b + cells[1] * c)`. */
  readonly highGy: Float32Array;
}

export function surveyDose(grid: DoseGrid): DoseSurvey {
  const { columns, rows, frames, doseGy } = grid;
  const count = (voxels: number) => ((voxels - 1) >> SIDE_BITS) + 1;
  const cells = [count(columns), count(rows), count(frames)] as const;
  const highGy = new Float32Array(cells[0] * cells[1] * cells[2]).fill(-Infinity);
  for (let k = 0, n = 0; k < frames; k++) {
    for (let j = 0; j < rows; j++) {
      const line = cells[0] * ((j >> SIDE_BITS) + cells[1] * (k >> SIDE_BITS));
      for (let a = 0; a < cells[0]; a++) {
        const end = Math.min(n + (1 << SIDE_BITS), n + columns - (a << SIDE_BITS));
        let most = highGy[line + a];
        for (; n < end; n++) if (doseGy[n] > most) most = doseGy[n];
        highGy[line + a] = most;
      }
    }
  }
  let highestGy = -Infinity;
  for (let c = 0; c < highGy.length; c++) if (highGy[c] > highestGy) highestGy = highGy[c];
  return { grid, highestGy, cells, highGy };
}

/**
 * The most that voxels within some ranges can have, Gy: that of the cells that hold them.
 * @param i0 to `k1`: first and last column, row and frame.
 */
export function mostWithin(
  { cells, highGy }: DoseSurvey,
  i0: number,
  i1: number,
  j0: number,
  j1: number,
  k0: number,
  k1: number,
): number {
  let most = -Infinity;
  for (let c = k0 >> SIDE_BITS; c <= k1 >> SIDE_BITS; c++) {
    for (let b = j0 >> SIDE_BITS; b <= j1 >> SIDE_BITS; b++) {
      const line = cells[0] * (b + cells[1] * c);
      for (let a = i0 >> SIDE_BITS; a <= i1 >> SIDE_BITS; a++) if (highGy[line + a] > most) most = highGy[line + a];
    }
  }
  return most;
}

/** Called with the index of a voxel, and its column, row and frame. */
export type VisitVoxel = (n: number, i: number, j: number, k: number) => void;

/** Visits every voxel with at least `leastGy`, cell by cell. */
export function eachVoxelFrom({ grid, cells, highGy }: DoseSurvey, leastGy: number, visit: VisitVoxel): void {
  const { columns, rows, frames, doseGy } = grid;
  const end = (cell: number, count: number) => Math.min(count, (cell + 1) << SIDE_BITS);
  for (let c = 0, at = 0; c < cells[2]; c++) {
    for (let b = 0; b < cells[1]; b++) {
      for (let a = 0; a < cells[0]; a++, at++) {
        if (!(highGy[at] >= leastGy)) continue;
        for (let k = c << SIDE_BITS; k < end(c, frames); k++) {
          for (let j = b << SIDE_BITS; j < end(b, rows); j++) {
            for (let i = a << SIDE_BITS; i < end(a, columns); i++) {
              const n = i + columns * (j + rows * k);
              if (doseGy[n] >= leastGy) visit(n, i, j, k);
            }
          }
        }
      }
    }
  }
}
