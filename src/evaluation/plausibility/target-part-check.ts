import { type Finding, makeFinding } from '../../findings/finding';
import { LEAST_NEAR_SHARE, LEAST_SHARE } from './bounds';
import type { CheckedCourse, TargetDose } from './checked-course';
import type { DrawnTarget } from './course-targets';
import { prescriptionsOf } from './prescription-check';

/**
 * Targets of which a fifth has less than half of what is prescribed, whatever the rest has: a dose that is cut off, masked
 * or moved, where half of the target would not tell. Parts of a target outside the body are less than that. Where no fifth
 * has so little, a tenth with less than 0.9 of it is told. One finding for each course, of the target with the least.
 */
export function targetPartFindings(checked: CheckedCourse): Finding[] {
  const { course, phases } = checked;
  if (!checked.isWhole || phases.some(({ isZero, plan }) => isZero || plan?.brachytherapy !== undefined)) return [];
  const measured = prescribedTargets(checked).map(({ target: { name: target }, ...each }) => ({ ...each, target }));
  const facts = (doseGy: number, { target, prescribedGy, coveredShare }: Measured) => {
    return { course: course.name, target, prescribedGy, doseGy, coveredShare };
  };
  const cold = lowest(measured, 'd80PlannedGy', LEAST_SHARE);
  if (cold) {
    const part = facts(cold.d80PlannedGy, cold);
    return phases.map(({ file }) => makeFinding('target-part-without-dose', 'error', part, { file, answerable: true }));
  }
  const cool = lowest(measured, 'd90PlannedGy', LEAST_NEAR_SHARE);
  if (!cool) return [];
  const part = facts(cool.d90PlannedGy, cool);
  return [makeFinding('target-part-below-prescription', 'warning', part, { file: phases[0].file })];
}

type Measured = TargetDose & { readonly target: string; readonly prescribedGy: number };

/** The target whose part is the farthest below a share of what is prescribed to it; none where none is below. */
function lowest(measured: readonly Measured[], of: 'd80PlannedGy' | 'd90PlannedGy', share: number): Measured | undefined {
  const below = measured.filter((each) => each[of] < share * each.prescribedGy);
  return below.sort((a, b) => a[of] / a.prescribedGy - b[of] / b.prescribedGy)[0];
}

/** What is prescribed to targets that are drawn, by the plans, as far as their doses are used, and by the case. */
export function prescribedTargets(
  checked: CheckedCourse,
): (TargetDose & { readonly target: DrawnTarget; readonly prescribedGy: number })[] {
  const ofPlans = checked.phases.flatMap((phase) =>
    prescriptionsOf(phase).flatMap(({ roiNumber, description, doseGy }) => {
      const target = phase.plan && checked.targets.prescribed(roiNumber, description, phase.plan);
      return target ? [{ target, prescribedGy: doseGy * phase.shareOfPlan }] : [];
    }),
  );
  const ofCase = checked.course.targets.flatMap(({ roi, doseGy: prescribedGy }) => {
    const target = checked.targets.named(roi);
    return target ? [{ target, prescribedGy }] : [];
  });
  return [...ofPlans, ...ofCase].map((each) => ({ ...checked.doseIn(each.target), ...each }));
}
