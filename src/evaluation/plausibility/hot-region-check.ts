import { type Finding, makeFinding } from '../../findings/finding';
import { eachVoxelFrom } from '../../geometry/dose-survey';
import { type Box, boxOf } from '../../geometry/stack-box';
import { LEAST_SHARE } from './bounds';
import type { CheckedCourse, CheckedPhase } from './checked-course';
import type { DrawnTarget } from './course-targets';
import { frameThicknessMm } from './hot-region';
import { placeOf } from './voxel-place';

/** What has at least this share of the dose of the hottest 1 cc is the hot region. */
const HOT = 0.9;
/** How far the hot region may reach beyond what is drawn, mm: a PTV has its margins, others get them only in the plan. */
const PTV_MARGIN_MM = 20;
const OTHER_MARGIN_MM = 70;
/** More of the hot region than this is not theirs: away from targets that are not covered, or beyond their slices. */
const MOST_AWAY = 0.2;
const MOST_BEYOND = 0.4;

/**
 * A hot region that lies beside its targets, as where a grid is shifted or stretched: either every target has a tenth
 * with less than half of the hottest dose, and some of the hot region is away from all of them; or much of it lies beyond
 * the slices that they are drawn on, whatever they have. An entrance dose hotter than the target is neither.
 */
export function hotRegionFindings(checked: CheckedCourse): Finding[] {
  const targets = targetsOf(checked);
  if (targets.length === 0) return [];
  const marginMm = targets.some(({ isPtv }) => isPtv) ? PTV_MARGIN_MM : OTHER_MARGIN_MM;
  const boxes = targets.map(({ stack }) => boxOf(stack, marginMm));
  return checked.phases.flatMap((phase, p): Finding[] => {
    if (phase.isZero) return [];
    const d90Gy = Math.max(...targets.map((target) => checked.doseIn(target).d90OfPhaseGy[p]));
    const { awayShare, beyondShare, isCut } = hotRegion(phase, boxes);
    const isBeside = d90Gy < LEAST_SHARE * phase.hottestGy && awayShare > MOST_AWAY;
    // A hot region that the grid cuts off along the slices is no target's, but that of a dose without an end.
    const isStretched = !isCut && beyondShare > MOST_BEYOND;
    if (!isBeside && !isStretched) return [];
    const facts = {
      course: checked.course.name,
      targets: targets.map(({ name }) => name),
      d90Gy,
      hottestGy: phase.hottestGy,
      awayShare: isBeside ? awayShare : beyondShare,
      marginMm,
    };
    return [makeFinding('hot-region-beside-target', 'error', facts, { file: phase.file, answerable: true })];
  });
}

/** All that is known to be a target of the course, each once. */
export function targetsOf({ course, phases, targets }: CheckedCourse): DrawnTarget[] {
  const ofPlans = phases.flatMap(({ plan }) =>
    (plan?.prescriptions ?? []).flatMap(({ type, roiNumber, description }) =>
      type === 'TARGET' ? (targets.prescribed(roiNumber, description, plan!) ?? []) : [],
    ),
  );
  const ofCase = course.targets.flatMap(({ roi }) => targets.named(roi) ?? []);
  return [...new Set([...ofCase, ...ofPlans, ...targets.all()])];
}

/** Shares of the hot region away from all boxes and beyond their z, and whether the grid's first or last frame is in it. */
function hotRegion({ grid, survey, hottestGy }: CheckedPhase, boxes: readonly Box[]) {
  const thickness = frameThicknessMm(grid);
  const at = new Float64Array(3);
  let all = 0;
  let away = 0;
  let beyond = 0;
  let isCut = false;
  eachVoxelFrom(survey, HOT * hottestGy, (_n, i, j, k) => {
    const volume = thickness[k];
    if (k === 0 || k === grid.frames - 1) isCut = true;
    placeOf(grid, i, j, k, at);
    all += volume;
    let isNear = false;
    let isBetween = false;
    for (const [low, high] of boxes) {
      const inSlices = at[2] >= low[2] && at[2] <= high[2];
      isBetween ||= inSlices;
      isNear ||= inSlices && at[0] >= low[0] && at[0] <= high[0] && at[1] >= low[1] && at[1] <= high[1];
    }
    if (!isNear) away += volume;
    if (!isBetween) beyond += volume;
  });
  return { awayShare: all > 0 ? away / all : 0, beyondShare: all > 0 ? beyond / all : 0, isCut };
}
