import { type Finding, makeFinding } from '../../findings/finding';
import type { DoseGrid } from '../../geometry/dose-grid';
import { eachVoxelFrom } from '../../geometry/dose-survey';
import { IMPLAUSIBLE_GY } from '../../study/dose-scale';
import type { CheckedCourse, CheckedPhase } from './checked-course';

/**
 * How wide a dose is at half of its height at the least, mm, and how far noise may set one voxel above the next. Bounds of
 * this program's own: targets in the chest, with their margins, are wider than 10 mm.
 */
const LEAST_WIDTH_MM = 10;
const NOISE = 0.15;

/** The share of a peak that lies so far beside it at the least: that of a Gaussian of the least width. */
const leastBeside = (mm: number): number => Math.min(1 - NOISE, 2 ** -(((2 * mm) / LEAST_WIDTH_MM) ** 2));

/**
 * Doses whose highest voxel stands alone: most of those beside it have less than a dose of the least width leaves there. A
 * damaged voxel is no unit taken for another, and may lie below any bound on the dose itself. Beside sources dose does
 * fall so.
 */
export const lonePeakFindings = ({ phases }: CheckedCourse): Finding[] =>
  phases.flatMap((phase): Finding[] => {
    const { survey, file } = phase;
    const { highestGy } = survey;
    // What is above that is told by itself, where the file is read.
    if (!(highestGy > 0) || highestGy > IMPLAUSIBLE_GY || !hasLonePeak(phase)) return [];
    return [makeFinding('dose-implausibly-high', 'warning', { highestGy, isLone: true }, { file })];
  });

function hasLonePeak({ phase, survey, grid }: CheckedPhase): boolean {
  if (phase.plan?.brachytherapy !== undefined) return false;
  let isLone = false;
  eachVoxelFrom(survey, survey.highestGy, (_n, i, j, k) => {
    isLone ||= standsAlone(grid, i, j, k);
  });
  return isLone;
}

function standsAlone(grid: DoseGrid, i: number, j: number, k: number): boolean {
  const { columns, rows, frames, doseGy, frameOffsetsMm } = grid;
  const n = i + columns * (j + rows * k);
  let beside = 0;
  let fallen = 0;
  for (let side = 0; side < 6; side++) {
    const step = side % 2 === 0 ? -1 : 1;
    const at = side < 2 ? i : side < 4 ? j : k;
    const count = side < 2 ? columns : side < 4 ? rows : frames;
    const stride = side < 2 ? 1 : side < 4 ? columns : columns * rows;
    if (at + step < 0 || at + step >= count) continue;
    const mm =
      side < 2 ? grid.columnSpacingMm : side < 4 ? grid.rowSpacingMm : Math.abs(frameOffsetsMm[k + step] - frameOffsetsMm[k]);
    beside++;
    if (doseGy[n + step * stride] < leastBeside(mm) * doseGy[n]) fallen++;
  }
  return 2 * fallen > beside;
}
