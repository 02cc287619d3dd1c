import { type DoseSurvey, eachVoxelFrom } from './dose-survey';

/** From which dose on a voxel can have no neighbour, up to a distance, with less than a share of its dose. */
export interface Steepest {
  readonly leastGy: number;
  readonly share: number;
  readonly withinMm: number;
}

/**
 * Voxels with so little dose beside one with so much that no dose in tissue falls so, and those behind them that have
 * no more: each has the highest dose of such a neighbour, all else 0. A grid that was cut off, masked or padded does.
 * @param steepest what no dose falls beyond.
 * @param reachMm how far behind, along the grid's axes, through voxels of which none has more than the one before.
 * @returns on the voxels of the grid, Gy; undefined where there are none.
 */
export function doseCliffs(
  survey: DoseSurvey,
  { leastGy, share, withinMm }: Steepest,
  reachMm: number,
): Float32Array | undefined {
  const { grid } = survey;
  const { columns, rows, frames, doseGy, columnSpacingMm, rowSpacingMm, frameOffsetsMm } = grid;
  const plane = columns * rows;
  let cliffs: Float32Array | undefined;
  let edge: number[] = [];
  const look = (at: number, gy: number, mostGy: number) => {
    if (!(doseGy[at] <= mostGy)) return;
    cliffs ??= new Float32Array(doseGy.length);
    if (cliffs[at] === 0) edge.push(at);
    if (gy > cliffs[at]) cliffs[at] = gy;
  };
  const isAlongRow = columnSpacingMm <= withinMm;
  const isAlongColumn = rowSpacingMm <= withinMm;
  eachVoxelFrom(survey, leastGy, (n, i, j, k) => {
    const gy = doseGy[n];
    const mostGy = share * gy;
    if (isAlongRow && i > 0) look(n - 1, gy, mostGy);
    if (isAlongRow && i < columns - 1) look(n + 1, gy, mostGy);
    if (isAlongColumn && j > 0) look(n - columns, gy, mostGy);
    if (isAlongColumn && j < rows - 1) look(n + columns, gy, mostGy);
    if (k > 0 && frameOffsetsMm[k] - frameOffsetsMm[k - 1] <= withinMm) look(n - plane, gy, mostGy);
    if (k < frames - 1 && frameOffsetsMm[k + 1] - frameOffsetsMm[k] <= withinMm) look(n + plane, gy, mostGy);
  });
  if (!cliffs) return undefined;
  for (let step = 0; step < Math.floor(reachMm / finestMm(grid)) && edge.length > 0; step++) {
    const before = edge;
    edge = [];
    for (const n of before) {
      const gy = cliffs[n];
      const mostGy = doseGy[n];
      const i = n % columns;
      const j = Math.floor(n / columns) % rows;
      const k = Math.floor(n / plane);
      if (i > 0 && cliffs[n - 1] === 0) look(n - 1, gy, mostGy);
      if (i < columns - 1 && cliffs[n + 1] === 0) look(n + 1, gy, mostGy);
      if (j > 0 && cliffs[n - columns] === 0) look(n - columns, gy, mostGy);
      if (j < rows - 1 && cliffs[n + columns] === 0) look(n + columns, gy, mostGy);
      if (k > 0 && cliffs[n - plane] === 0) look(n - plane, gy, mostGy);
      if (k < frames - 1 && cliffs[n + plane] === 0) look(n + plane, gy, mostGy);
    }
  }
  return cliffs;
}

/** The smallest distance of neighbouring voxels along rows and columns, mm. */
const finestMm = ({ columnSpacingMm, rowSpacingMm }: DoseSurvey['grid']): number => Math.min(columnSpacingMm, rowSpacingMm);
