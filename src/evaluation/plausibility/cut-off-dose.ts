import type { CaseInputs } from '../../case/case-inputs';
import type { CoursePaths } from '../../case/course-paths';
import type { Steps } from '../../case/steps';
import { targetKind } from '../../constraints/target-names';
import type { RtPlan } from '../../dicom/rt-plan';
import { phasesOf } from '../../effect/given-course';
import { type Finding, makeFinding } from '../../findings/finding';
import { doseCliffs, type Steepest } from '../../geometry/dose-cliffs';
import type { DoseGrid } from '../../geometry/dose-grid';
import { mapPoints, type PointMap } from '../../geometry/point-map';
import type { RoiSamples } from '../../geometry/roi-samples';
import { dot } from '../../geometry/vec3';
import { radiationTypes } from '../../study/radiation-kind';
import type { DosedOrgan } from '../prepared-region';

/** A dose this high is one, in Gy and of the grid's maximum. */
const HIGH_GY = 5;
const HIGH_SHARE = 0.1;
/** What such a dose does not fall to in the next voxel: at its edge there is scatter. */
const NOTHING_SHARE = 0.02;
/** Half of the maximum and more hardly falls to a tenth within so few millimetres: few penumbras are so sharp. */
const HALF = 0.5;
const TENTH = 0.1;
const PENUMBRA_MM = 4;
const PARTICLES = ['PROTON', 'ION'];
/** So near to such a dose there is scatter, if nothing else. */
const SCATTER_MM = 30;
/** Organs that reach to the air, where some planning systems leave the dose off. */
const AT_AIR = new Set(['Body', 'Skin', 'Chestwall']);

/**
 * That a dose falls so far from one voxel to the next, within an organ or short before it,
 * that the grid was cut off, masked or padded there; or so steeply that it may have been, which is told. One finding for each organ and dose file. The bounds are this program's own.
 */
export function cutOffDoseFindings(
  { courses, findings }: Pick<CaseInputs, 'courses' | 'findings'>,
  paths: CoursePaths,
  regions: readonly DosedOrgan[],
  { surveyDose }: Pick<Steps, 'surveyDose'>,
): Finding[] {
  return phasesOf(courses).flatMap(({ phase, course, courseIndex }): Finding[] => {
    const { dose } = phase;
    const toCourse = paths[courseIndex];
    // A record has no file.
    if (dose.kind !== 'grid' || !toCourse) return [];
    const [{ path: file }] = phase.files;
    // Planes that were lost are asked about as such.
    if (findings.some((finding) => finding.code === 'dose-planes-empty' && finding.file === file)) return [];
    const survey = surveyDose(dose.grid);
    const { impossible, steep } = steepestOf(survey.highestGy, phase.plan);
    const cliffs = doseCliffs(survey, impossible, SCATTER_MM);
    const slopes = steep && doseCliffs(survey, steep, SCATTER_MM);
    if (!cliffs && !slopes) return [];
    const most = (on: Float32Array | undefined, { positionsMm, count }: RoiSamples) =>
      on ? highestAt(dose.grid, toCourse.map, on, positionsMm, count) : 0;
    return regions.flatMap(({ region: { name: roi, organ }, samples }): Finding[] => {
      if (organ === undefined || AT_AIR.has(organ) || targetKind(organ) !== undefined) return [];
      const facts = { roi, course: course.name };
      const besideGy = most(cliffs, samples);
      if (besideGy > 0) {
        return [makeFinding('dose-cut-off-in-organ', 'error', { ...facts, besideGy }, { file, roi, answerable: true })];
      }
      const steepGy = most(slopes, samples);
      return steepGy > 0 ? [makeFinding('dose-falls-steeply', 'warning', { ...facts, besideGy: steepGy }, { file, roi })] : [];
    });
  });
}

/**
 * What no dose does, and what hardly one does. Where tracks of particles end there is little scatter, and only the
 * steepest fall is told from the end of a range.
 */
function steepestOf(highestGy: number, plan: RtPlan | undefined): { impossible: Steepest; steep?: Steepest } {
  const leastGy = Math.max(HIGH_GY, HIGH_SHARE * highestGy);
  const halfGy = Math.max(HIGH_GY, HALF * highestGy);
  const isOfParticles = plan !== undefined && radiationTypes(plan).some((type) => PARTICLES.includes(type));
  if (isOfParticles) return { impossible: { leastGy: halfGy, share: NOTHING_SHARE, withinMm: Infinity } };
  return {
    impossible: { leastGy, share: NOTHING_SHARE, withinMm: Infinity },
    steep: { leastGy: halfGy, share: TENTH, withinMm: PENUMBRA_MM },
  };
}

/** The highest of some values of a grid's voxels among those that points lie in. */
function highestAt(grid: DoseGrid, map: PointMap, values: Float32Array, pointsMm: Float32Array, count: number): number {
  const { originMm, alongRow, alongColumn, normal, columns, rows, frames } = grid;
  const { columnSpacingMm, rowSpacingMm, frameOffsetsMm, endCapMm } = grid;
  const [lowMm, highMm] = [frameOffsetsMm[0] - endCapMm[0], frameOffsetsMm[frames - 1] + endCapMm[1]];
  const at = new Float64Array(3 * count);
  mapPoints(map, pointsMm, count, at);
  const [u0, v0, w0] = [dot(alongRow, originMm), dot(alongColumn, originMm), dot(normal, originMm)];
  let most = 0;
  let k = 0;
  for (let n = 0, p = 0; n < count; n++, p += 3) {
    const [x, y, z] = [at[p], at[p + 1], at[p + 2]];
    const i = Math.round((alongRow[0] * x + alongRow[1] * y + alongRow[2] * z - u0) / columnSpacingMm);
    const j = Math.round((alongColumn[0] * x + alongColumn[1] * y + alongColumn[2] * z - v0) / rowSpacingMm);
    const mm = normal[0] * x + normal[1] * y + normal[2] * z - w0;
    if (!(i >= 0 && i < columns && j >= 0 && j < rows && mm >= lowMm && mm <= highMm)) continue;
    // Points come slice by slice, so the frame is mostly that of the point before.
    while (k < frames - 1 && frameOffsetsMm[k + 1] - mm <= mm - frameOffsetsMm[k]) k++;
    while (k > 0 && mm - frameOffsetsMm[k - 1] < frameOffsetsMm[k] - mm) k--;
    const value = values[i + columns * (j + rows * k)];
    if (value > most) most = value;
  }
  return most;
}
