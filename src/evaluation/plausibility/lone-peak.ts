import { type Finding, makeFinding } from '../../findings/finding';
import type { DoseGrid } from '../../geometry/dose-grid';
import { eachVoxelFrom } from '../../geometry/dose-survey';
import { IMPLAUSIBLE_GY } from '../../study/dose-scale';
import type { CheckedCourse, CheckedPhase } from './checked-course';

/** A bound of this program's own: no beam's dose falls to half all round from one voxel to the next. */
const FALLEN = 0.5;

/**
 * Doses whose highest voxel stands alone: most of those beside it have less than half. A damaged voxel is no unit taken
 * for another, and may lie below any bound on the dose itself. Beside sources dose does fall so.
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

function standsAlone({ columns, rows, frames, doseGy }: DoseGrid, i: number, j: number, k: number): boolean {
  const n = i + columns * (j + rows * k);
  const mostGy = FALLEN * doseGy[n];
  let beside = 0;
  let fallen = 0;
  for (let side = 0; side < 6; side++) {
    const step = side % 2 === 0 ? -1 : 1;
    const [at, count, stride] = side < 2 ? [i, columns, 1] : side < 4 ? [j, rows, columns] : [k, frames, columns * rows];
    if (at + step < 0 || at + step >= count) continue;
    beside++;
    if (doseGy[n + step * stride] < mostGy) fallen++;
  }
  return 2 * fallen > beside;
}
