import type { CaseInputs } from '../case/case-inputs';
import type { CoursePaths } from '../case/course-paths';
import { baseOf } from '../case/required-organs';
import { isGoalWith } from '../constraints/goal-roles';
import { type Finding, makeFinding } from '../findings/finding';
import { type GoalOtherwise, isTurned } from '../findings/otherwise';
import { nearestMatrix } from '../geometry/nearest-matrix';
import { affineMap, composeMaps } from '../geometry/point-map';
import { shiftedStack } from '../geometry/shifted-stack';
import type { SlabStack } from '../geometry/slab-stack';
import { applyMatrix, invert, linearPart } from '../geometry/transform';
import { eachAxis, length, type Vec3 } from '../geometry/vec3';
import type { GoalResult } from './assessment';
import { contextOf, type EvaluationContext, evaluationContext } from './evaluation-context';
import { type OrganDisplacement, organDisplacements } from './organ-displacement';
import { OrganGiven } from './organ-doses';
import { beside, goalsOf } from './own/otherwise';
import type { PreparedRegion } from './prepared-region';
import { RIGID_MARGIN_MM, shiftMarginMm } from './robustness/shift-margin';
import { settingsOf } from './settings-of';

/** From here the figure of a goal is another one, as a share of its limit; a bound of this program's own. */
const TOLD_SHARE = 0.1;

/** What does not move in the body from one course to the next: where it lies aside, it may be drawn aside today. */
const IN_BONE = /^(SpinalCord|SpinalCanal|ThecalSac|CaudaEquina|Brainstem)$/;
/**
 * From here on an organ that is not in bone is tried where the course has it too, mm: it may be drawn aside, or it may have
 * moved. A bound of this program's own.
 */
const MOVES_MM = 10;

/** Samples a region anew where courses are carried another way, or where it is drawn elsewhere. */
export type PrepareOtherwise = (region: PreparedRegion, paths: CoursePaths, stack: SlabStack) => PreparedRegion;

/**
 * Organs that a prior course is carried beside its own contours of them, by more than the margin that the worst case has
 * of it, where that matters to a goal: tested once more with the course's dose laid so that the organ falls on itself,
 * and, of a cord and what else lies in bone and of any organ more than 10 mm aside, with the organ itself laid there, in
 * all doses.
 * Asked is where a verdict hangs on it, and where an organ has nothing in common with itself.
 * @param told what is told of the doses: what asks of an organ and a course already, asks once.
 */
export function displacedOrganFindings(
  inputs: CaseInputs,
  paths: CoursePaths,
  prepared: readonly PreparedRegion[],
  told: readonly Finding[],
  prepare: PrepareOtherwise,
): Finding[] {
  const { courses, caseFile } = inputs;
  const marginMm = shiftMarginMm(caseFile.robustness, paths) ?? RIGID_MARGIN_MM;
  const context = evaluationContext(courses, settingsOf(inputs), []);
  return courses.flatMap((course, c): Finding[] => {
    const path = paths[c];
    if (course.role !== 'prior' || course.isApart || !path) return [];
    const displaced = organDisplacements(prepared, course, c, path.map);
    return groupsOf(prepared, displaced).flatMap(({ roi, names, regions, of }): Finding[] => {
      const shiftMm = eachAxis((axis) => of.reduce((sum, each) => sum + each.shiftMm[axis], 0) / of.length);
      const distanceMm = length(shiftMm);
      const isApart = of.some((each) => each.isApart);
      if (distanceMm <= marginMm && !isApart) return [];
      const map = composeMaps(path.map, affineMap(translation(shiftMm)));
      const moved = paths.with(c, { ...path, map });
      const goals = regions.flatMap((region) => {
        return telling(region, prepare(region, moved, region.region.stack), context, (goal) => isGoalWith('prior', goal));
      });
      const isInBone = regions.every(({ region: { organ } }) => organ !== undefined && IN_BONE.test(baseOf(organ) ?? organ));
      const redrawn = (isInBone || distanceMm > MOVES_MM ? regions : []).flatMap((region) => {
        const { stack } = region.region;
        const back = applyMatrix(linearPart(invert(nearestMatrix(path.map, [stack]))), shiftMm);
        return telling(region, prepare(region, paths, shiftedStack(stack, back)), context, () => true);
      });
      if (goals.length === 0 && redrawn.length === 0 && !isApart) return [];
      const isWorse = [...goals, ...redrawn].some((goal) => goal.mandatory && goal.verdict === 'met' && isBeyond(goal));
      const isAskedAlready = told.some(
        (each) => each.answerable && each.course === course.name && each.roi !== undefined && names.includes(each.roi),
      );
      const asks = !isAskedAlready && (isApart || (isWorse && !of.some(({ isOfEnds }) => isOfEnds)));
      const other = of.find((each) => each.comparedWith !== undefined)?.comparedWith;
      const compared = other !== undefined && { comparedWith: other };
      const facts = {
        roi,
        course: course.name,
        ...compared,
        distanceMm,
        ...(isApart && { isApart }),
        goals,
        ...(redrawn.length > 0 && { redrawn }),
        ...(asks && { asks }),
      };
      const file = course.structures?.file;
      const place = { roi, course: course.name, ...(file !== undefined && { file }) };
      return asks
        ? [makeFinding('organ-carried-beside-own', 'error', facts, { ...place, answerable: true })]
        : [makeFinding('organ-carried-beside-own', 'warning', facts, place)];
    });
  });
}

interface Group {
  readonly roi: string;
  /** The drawn ROIs that are compared. */
  readonly names: readonly string[];
  readonly regions: readonly PreparedRegion[];
  readonly of: readonly OrganDisplacement[];
}

/** A compared organ with all that is made of it alone, and each region that is made of several. */
function groupsOf(prepared: readonly PreparedRegion[], displaced: ReadonlyMap<string, OrganDisplacement>): Group[] {
  const groups = new Map<string, Group>();
  for (const each of prepared) {
    const names = each.region.madeOf.filter((name) => displaced.has(name));
    if (names.length === 0) continue;
    const roi = names.length === 1 ? names[0] : each.region.name;
    const known = groups.get(roi)?.regions ?? [];
    groups.set(roi, { roi, names, regions: [...known, each], of: names.map((name) => displaced.get(name)!) });
  }
  return [...groups.values()];
}

const translation = ([x, y, z]: Vec3) => [1, 0, 0, x, 0, 1, 0, y, 0, 0, 1, z, 0, 0, 0, 1];

/** Whether a goal comes to more than its limit otherwise, be it of a part that is known. */
function isBeyond({ goal, limit, otherwise: { verdict, value } }: GoalOtherwise): boolean {
  if (verdict === 'exceeded') return true;
  return verdict === 'not evaluable' && value !== undefined && (goal.includes('<') ? value > limit : value < limit);
}

/** The goals that come to something else where a region, or a dose in it, lies elsewhere. */
function telling(
  still: PreparedRegion,
  moved: PreparedRegion,
  context: EvaluationContext,
  isMeant: (goal: GoalResult) => boolean,
): GoalOtherwise[] {
  const { region } = still;
  const own = contextOf(region, context);
  const test = (of: PreparedRegion) => goalsOf(new OrganGiven(own.courses, of, own.settings.outsideDoseGrid === 'zero'), own);
  const others = test(moved);
  const told = test(still).flatMap((goal, g) => {
    if (!isMeant(goal) || goal.verdict === 'not applicable') return [];
    const both = beside(region.name, goal, others[g]);
    const { value, limit, otherwise } = both;
    if (value === undefined || otherwise.value === undefined) return [];
    return isTurned(both) || Math.abs(otherwise.value - value) > TOLD_SHARE * limit ? [both] : [];
  });
  // What another verdict hangs on comes first.
  return told.toSorted((a, b) => Number(isTurned(b)) - Number(isTurned(a)));
}
