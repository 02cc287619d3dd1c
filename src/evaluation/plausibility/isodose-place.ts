import { type Finding, makeFinding } from '../../findings/finding';
import { eachVoxelFrom } from '../../geometry/dose-survey';
import { INSIDE, insideStack, stackTest } from '../../geometry/inside-stack';
import type { CheckedCourse, CheckedPhase } from './checked-course';
import type { DrawnTarget } from './course-targets';
import { frameThicknessMm } from './hot-region';
import { targetsOf } from './hot-region-check';
import { prescribedTargets } from './target-part-check';
import { placeOf } from './voxel-place';

/** The isodose that is looked at, as a share of what half of the least treated target has. */
const LEVEL = 0.9;
/** A target with less than this share of the hottest dose is not what a phase treats. */
const TREATED = 0.7;
/** One that holds more than this many times the targets' volume is not shaped after them: opposed fields, wide margins. */
const MOST_TIMES = 3;
/** How far its middle may lie from theirs, mm: above the first it is told, above the second it asks. */
const TOLD_MM = 5;
const ASKED_MM = 10;

type Middle = { readonly cc: number; readonly mm: readonly number[] };

/**
 * Isodoses that are shaped after their targets and lie beside them: a dose that was moved, mirrored or stretched and
 * still covers what it was planned for. Compared are the middle of what has 0.9 of the dose of the targets and the middle
 * of the targets together, each phase by itself.
 */
export function isodosePlaceFindings(checked: CheckedCourse): Finding[] {
  return checked.phases.flatMap((phase, p): Finding[] => {
    if (phase.isZero || phase.plan?.brachytherapy !== undefined) return [];
    const treated = treatedTargets(checked, phase, p);
    if (treated.length === 0) return [];
    const levelGy = LEVEL * Math.min(...treated.map((target) => checked.doseIn(target).ofPhaseGy[p]));
    const isodose = middleOfIsodose(phase, levelGy);
    const drawn = middleOfTargets(checked, treated);
    if (!isodose || isodose.cc > MOST_TIMES * drawn.cc) return [];
    const [xMm, yMm, zMm] = isodose.mm.map((mm, axis) => mm - drawn.mm[axis]);
    const offMm = Math.hypot(xMm, yMm, zMm);
    if (!(offMm > TOLD_MM)) return [];
    const targets = treated.map(({ name }) => name);
    const facts = { course: checked.course.name, targets, levelGy, offMm, xMm, yMm, zMm };
    const { file } = phase;
    if (offMm <= ASKED_MM) return [makeFinding('isodose-off-target', 'warning', facts, { file })];
    return [makeFinding('isodose-off-target', 'error', facts, { file, answerable: true })];
  });
}

/** What is prescribed to, otherwise what is a target by its type or name, as far as this phase treats it. */
function treatedTargets(checked: CheckedCourse, { hottestGy }: CheckedPhase, p: number): readonly DrawnTarget[] {
  const prescribed = new Set(prescribedTargets(checked).map(({ target }) => target));
  const known = prescribed.size > 0 ? [...prescribed] : targetsOf(checked);
  return known.filter((target) => checked.doseIn(target).ofPhaseGy[p] >= TREATED * hottestGy);
}

/** Undefined where the grid ends within the isodose, so that its middle is not known. */
function middleOfIsodose({ grid, survey }: CheckedPhase, levelGy: number): Middle | undefined {
  const thickness = frameThicknessMm(grid);
  const at = new Float64Array(3);
  const sum = new Float64Array(4);
  let isCut = false;
  eachVoxelFrom(survey, levelGy, (_n, i, j, k) => {
    isCut ||= i === 0 || j === 0 || k === 0 || i === grid.columns - 1 || j === grid.rows - 1 || k === grid.frames - 1;
    placeOf(grid, i, j, k, at);
    for (let axis = 0; axis < 3; axis++) sum[axis] += thickness[k] * at[axis];
    sum[3] += thickness[k];
  });
  if (isCut || sum[3] === 0) return undefined;
  const cc = (sum[3] * grid.columnSpacingMm * grid.rowSpacingMm) / 1000;
  return { cc, mm: [0, 1, 2].map((axis) => sum[axis] / sum[3]) };
}

/** What lies in several targets counts once. */
function middleOfTargets(checked: CheckedCourse, targets: readonly DrawnTarget[]): Middle {
  const sum = new Float64Array(4);
  targets.forEach((target, t) => {
    const { count, positionsMm, volumeCc } = checked.doseIn(target).samples;
    const isKnown = new Uint8Array(count);
    const held = new Uint8Array(count);
    for (const before of targets.slice(0, t)) {
      insideStack(stackTest(before.stack), Float64Array.from(positionsMm), count, held);
      for (let n = 0; n < count; n++) if (held[n] === INSIDE) isKnown[n] = 1;
    }
    for (let n = 0; n < count; n++) {
      if (isKnown[n]) continue;
      for (let axis = 0; axis < 3; axis++) sum[axis] += volumeCc[n] * positionsMm[3 * n + axis];
      sum[3] += volumeCc[n];
    }
  });
  return { cc: sum[3], mm: [0, 1, 2].map((axis) => sum[axis] / sum[3]) };
}
