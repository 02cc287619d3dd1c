import type { CaseCourseInput, CaseInputs } from '../case/case-inputs';
import type { Steps } from '../case/steps';
import { MOST_NEAR_SHARE } from './plausibility/bounds';
import { CheckedCourse, type TargetDose } from './plausibility/checked-course';
import { prescriptionsOf } from './plausibility/prescription-check';

/** A prescription is that of a dose which it is this near to; this program's own bound. */
const NEAR = 0.1;

/**
 * What each target of a course receives of its prescription, Gy, where a part of the fractions is delivered: factors on
 * the dose that counts are factors on this. One share of all phases is the share of every target; of phases with shares
 * of their own, the dose in the target says what share of it counts. Prescriptions that the delivered doses are near to,
 * all of them, and that the doses of all fractions are far above, are those of the delivered part. Of a plan that takes the place of another the fractions of each count. Undefined of a target
 * where that is not known.
 */
export function receivedGy(
  course: CaseCourseInput,
  inputs: Pick<CaseInputs, 'structures' | 'frameOfReferenceUid'>,
  steps: Steps,
): readonly (number | undefined)[] {
  const { phases } = course;
  const isMeasured = phases.every(({ dose }) => dose.kind === 'grid');
  const checked = isMeasured ? new CheckedCourse(course, inputs, steps) : undefined;
  const targets = course.targets.map(({ roi, doseGy }) => {
    const drawn = checked?.targets.named(roi);
    return { doseGy, measured: drawn && checked!.doseIn(drawn) };
  });
  if (checked && areOfPart(targets, checked)) return targets.map(({ doseGy }) => doseGy);
  const [share, ...others] = phases.map(({ deliveredShare }) => deliveredShare);
  const ofAll = others.every((other) => isNear(other, share, 1e-9)) ? share : recordedShare(course);
  return targets.map(({ doseGy, measured }, t) => {
    const ofPhases = replannedGy(course, t);
    if (ofPhases !== undefined) return ofPhases;
    if (ofAll !== undefined) return doseGy * ofAll;
    return measured && measured.plannedGy > 0 ? (doseGy * measured.deliveredGy) / measured.plannedGy : undefined;
  });
}

/**
 * What a target is given where a plan takes the place of another in mid-course: all fractions of both would give far more
 * than is prescribed, and no share of the prescription is what those that count give. Undefined where that is not so.
 */
function replannedGy({ phases, targets }: CaseCourseInput, t: number): number | undefined {
  const ofPhases = phases.map(({ ofTargetsGy }) => ofTargetsGy?.[t]);
  if (phases.length < 2 || ofPhases.every((gy) => gy === undefined)) return undefined;
  const plannedGy = ofPhases.reduce<number>((sum, gy = 0) => sum + gy, 0);
  if (plannedGy <= MOST_NEAR_SHARE * targets[t].doseGy) return undefined;
  return ofPhases.reduce<number>((sum, gy = 0, p) => sum + gy * phases[p].deliveredShare, 0);
}

/** Whether the targets of the case are prescriptions of the delivered part, and not of all fractions. */
function areOfPart(
  targets: readonly { readonly doseGy: number; readonly measured: TargetDose | undefined }[],
  { phases }: CheckedCourse,
): boolean {
  const ofPlans = phases.flatMap((phase) => prescriptionsOf(phase).map(({ doseGy }) => doseGy));
  return targets.every(({ doseGy, measured }) => {
    if (!measured || ofPlans.some((ofPlan) => isNear(ofPlan, doseGy, 0.01))) return false;
    return isNear(measured.deliveredGy, doseGy, NEAR) && measured.plannedGy > MOST_NEAR_SHARE * doseGy;
  });
}

/** The courses, with what the targets receive where the planned one is delivered in part. */
export function withReceivedTargets(
  courses: readonly CaseCourseInput[],
  inputs: Pick<CaseInputs, 'structures' | 'frameOfReferenceUid'>,
  steps: Steps,
): readonly CaseCourseInput[] {
  const isAsked = ({ role, phases, targets }: CaseCourseInput) =>
    role === 'planned' && targets.length > 0 && phases.some(({ deliveredShare }) => deliveredShare < 1);
  if (!courses.some(isAsked)) return courses;
  return courses.map((course) => (isAsked(course) ? { ...course, receivedGy: receivedGy(course, inputs, steps) } : course));
}

/** The share of a course that records alone tell of. */
function recordedShare({ phases }: CaseCourseInput): number | undefined {
  const totals = phases.map(({ dose }) => (dose.kind === 'record' ? dose.totalDoseGy : undefined));
  if (totals.some((gy) => gy === undefined)) return undefined;
  const sum = totals.reduce<number>((all, gy) => all + gy!, 0);
  return totals.reduce<number>((all, gy, p) => all + gy! * phases[p].deliveredShare, 0) / sum;
}

const isNear = (gy: number, other: number, share: number): boolean => Math.abs(gy / other - 1) <= share;
