import type { CaseCourseInput, CaseInputs } from '../case/case-inputs';
import { PLAIN_STEPS, type Steps } from '../case/steps';
import { CheckedCourse, type CheckedPhase } from './plausibility/checked-course';
import { prescriptionsOf } from './plausibility/prescription-check';

/** A phase treats a target that has this share of what its best treated target has; this program's own bound. */
const TREATED_SHARE = 0.5;
/** A target's median is taken for the prescription of a plan, or of the course, that it is this near to; own bounds. */
const NEAR_PLAN = 0.1;
const NEAR_COURSE = 0.03;

interface TargetMedians {
  /** What the course prescribes to it over all phases. */
  readonly levelGy: number;
  readonly ofPhaseGy: readonly number[];
}

/**
 * What each phase of a course of several gives to the targets that it treats, Gy, as planned: the prescription levels of
 * that phase. The dose says which share of a prescription is whose, where no plan does: the median in each drawn target
 * of the case, or where its only level is drawn nowhere, the hottest 1 cc of the grid. Undefined where that is not known:
 * without a prescription, for a record without a total, and where several levels are not drawn.
 */
export const phaseLevelsGy = (
  course: CaseCourseInput,
  inputs: Pick<CaseInputs, 'structures' | 'frameOfReferenceUid'>,
  steps: Steps = PLAIN_STEPS,
): (readonly number[])[] | undefined => phaseTargetsGy(course, inputs, steps)?.map(levelsIn);

const levelsIn = (ofTargetsGy: readonly (number | undefined)[]): readonly number[] => [
  ...new Set(ofTargetsGy.filter((gy) => gy !== undefined)),
];

/** The same of each target of the course, in their order; undefined of one that the phase does not treat. */
function phaseTargetsGy(
  course: CaseCourseInput,
  inputs: Pick<CaseInputs, 'structures' | 'frameOfReferenceUid'>,
  steps: Steps,
): (readonly (number | undefined)[])[] | undefined {
  const { phases, targets } = course;
  if (targets.length === 0) return undefined;
  if (phases.every(({ dose }) => dose.kind === 'record')) {
    const totals = phases.map(({ dose }) => (dose.kind === 'record' ? dose.totalDoseGy : undefined));
    return totals.some((gy) => gy === undefined) ? undefined : totals.map((gy) => targets.map(() => gy!));
  }
  const checked = new CheckedCourse(course, inputs, steps);
  const measured = checked.isWhole && !checked.phases.some(({ isZero }) => isZero) ? mediansOf(checked) : undefined;
  return measured && checked.phases.map((phase, p) => ofTargets(phase, p, measured, checked));
}

/** The courses, with what each phase gives of the prescription where the planned one has several. */
export function withPhaseLevels(
  courses: readonly CaseCourseInput[],
  inputs: Pick<CaseInputs, 'structures' | 'frameOfReferenceUid'>,
  steps: Steps,
): readonly CaseCourseInput[] {
  const isAsked = ({ role, phases }: CaseCourseInput) => role === 'planned' && phases.length > 1;
  if (!courses.some(isAsked)) return courses;
  return courses.map((course) => {
    const each = isAsked(course) ? phaseTargetsGy(course, inputs, steps) : undefined;
    if (!each) return course;
    return {
      ...course,
      phases: course.phases.map((phase, p) => ({ ...phase, levelsGy: levelsIn(each[p]), ofTargetsGy: each[p] })),
    };
  });
}

/** Each level of the case by the dose that it has in each phase; undefined where that cannot be told. */
function mediansOf(checked: CheckedCourse): TargetMedians[] | undefined {
  const { targets } = checked.course;
  const drawn = targets.map(({ roi, doseGy }) => ({ levelGy: doseGy, target: checked.targets.named(roi) }));
  if (drawn.every(({ target }) => target === undefined)) {
    const levels = [...new Set(targets.map(({ doseGy }) => doseGy))];
    if (levels.length > 1) return undefined;
    const ofPhaseGy = checked.phases.map(({ hottestGy }) => hottestGy);
    return targets.map(() => ({ levelGy: levels[0], ofPhaseGy }));
  }
  if (drawn.some(({ target }) => target === undefined)) return undefined;
  return drawn.map(({ levelGy, target }) => ({ levelGy, ofPhaseGy: checked.doseIn(target!).ofPhaseGy }));
}

function ofTargets(
  phase: CheckedPhase,
  p: number,
  targets: readonly TargetMedians[],
  { phases }: CheckedCourse,
): readonly (number | undefined)[] {
  const most = phases.map((_, q) => Math.max(...targets.map(({ ofPhaseGy }) => ofPhaseGy[q])));
  const isTreated = ({ ofPhaseGy }: TargetMedians, q: number) => ofPhaseGy[q] >= TREATED_SHARE * most[q];
  const ofPlan = prescriptionsOf(phase).map(({ doseGy }) => doseGy * phase.shareOfPlan);
  return targets.map((target) => {
    if (!isTreated(target, p)) return undefined;
    const { levelGy, ofPhaseGy } = target;
    const treating = phases.map((_, q) => q).filter((q) => isTreated(target, q));
    const sum = (of: (q: number) => number) => treating.reduce((total, q) => total + of(q), 0);
    const fractions = sum((q) => phases[q].fractions);
    const isEven = treating.every((q) =>
      isNear((ofPhaseGy[q] / sum((r) => ofPhaseGy[r])) * fractions, phases[q].fractions, NEAR_COURSE),
    );
    const even = (levelGy * phase.fractions) / fractions;
    const ownShare = (levelGy * ofPhaseGy[p]) / sum((q) => ofPhaseGy[q]);
    const gy = ofPhaseGy[p];
    let written = ofPlan[0];
    for (const each of ofPlan) if (Math.abs(each - gy) < Math.abs(written - gy)) written = each;
    if (written !== undefined && isNear(written, gy, NEAR_PLAN)) return written;
    if (isEven && isNear(even, gy, NEAR_PLAN)) return even;
    return rounded(isNear(ownShare, gy, NEAR_PLAN) ? ownShare : gy, phase.fractions);
  });
}

const isNear = (gy: number, other: number, share: number): boolean => Math.abs(gy / other - 1) <= share;

/** A measured dose as a prescription would have it: to 0.01 Gy a fraction. */
const rounded = (gy: number, fractions: number): number => (Math.round((100 * gy) / fractions) / 100) * fractions;
