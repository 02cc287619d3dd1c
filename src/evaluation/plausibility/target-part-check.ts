import { type Finding, makeFinding } from '../../findings/finding';
import { LEAST_SHARE } from './bounds';
import type { CheckedCourse } from './checked-course';
import type { DrawnTarget } from './course-targets';
import { prescriptionsOf } from './prescription-check';

/**
 * Targets of which a fifth has less than half of what is prescribed, whatever the rest has: a dose that is cut off, masked
 * or moved, where half of the target would not tell. Parts of a target outside the body are less than that. One finding
 * for each course, of the target with the least.
 */
export function targetPartFindings(checked: CheckedCourse): Finding[] {
  const { course, phases } = checked;
  if (!checked.isWhole || phases.some(({ isZero, plan }) => isZero || plan?.brachytherapy !== undefined)) return [];
  const [worst] = prescribedTargets(checked)
    .map(({ target, prescribedGy }) => ({ target, prescribedGy, ...checked.doseIn(target) }))
    .filter(({ d80PlannedGy, prescribedGy }) => d80PlannedGy < LEAST_SHARE * prescribedGy)
    .sort((a, b) => a.d80PlannedGy / a.prescribedGy - b.d80PlannedGy / b.prescribedGy);
  if (!worst) return [];
  const { target, prescribedGy, d80PlannedGy: doseGy, coveredShare } = worst;
  const facts = { course: course.name, target: target.name, prescribedGy, doseGy, coveredShare };
  return phases.map(({ file }) => makeFinding('target-part-without-dose', 'error', facts, { file, answerable: true }));
}

/** What is prescribed to targets that are drawn, by the plans, as far as their doses are used, and by the case. */
function prescribedTargets(checked: CheckedCourse): { target: DrawnTarget; prescribedGy: number }[] {
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
  return [...ofPlans, ...ofCase];
}
