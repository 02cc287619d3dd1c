import { highestOf, type PrescribedTotal, prescribedTotals } from '../../dicom/prescribed-total';
import { type Finding, makeFinding } from '../../findings/finding';
import type { PrescribedDose } from '../../findings/plausibility';
import { distance, isAbout, isAbove, isBelow, LEAST_SHARE, MOST_SHARE } from './bounds';
import type { CheckedCourse, CheckedPhase } from './checked-course';

/** Plans of one course may each name what all of them together give: then the sum is just that. */
const isJust = (doseGy: number, expectedGy: number): boolean => Math.abs(doseGy / expectedGy - 1) <= 0.1;

/** The target prescriptions of a phase's plan: of one ROI one, the total of what several references say. */
export const prescriptionsOf = ({ plan }: CheckedPhase): readonly PrescribedTotal[] => (plan ? prescribedTotals(plan) : []);

/**
 * Doses that their prescriptions contradict: each plan's by the plan's own, and a course's by what the case prescribes.
 * A target that is drawn is measured by its median dose; otherwise the hottest 1 cc of the grid stands for it.
 */
export function prescriptionFindings(checked: CheckedCourse): Finding[] {
  const findings = checked.phases.flatMap((phase, p) => worst(ofPlan(checked, phase, p), phase));
  if (findings.length > 0 || !checked.isWhole || checked.phases.some(({ isZero }) => isZero)) return findings;
  const ofCase = ofTargets(checked);
  return checked.phases.flatMap((phase) => worst(ofCase, phase));
}

function worst(contradicted: readonly PrescribedDose[], { file }: CheckedPhase): Finding[] {
  const [first] = [...contradicted].sort((a, b) => distance(b.doseGy, b.prescribedGy) - distance(a.doseGy, a.prescribedGy));
  if (!first) return [];
  return [makeFinding('dose-contradicts-prescription', 'error', first, { file, answerable: true })];
}

function ofPlan(checked: CheckedCourse, phase: CheckedPhase, p: number): PrescribedDose[] {
  if (phase.isZero) return [];
  const { plan } = phase;
  const { name: course } = checked.course;
  const prescribed = prescriptionsOf(phase);
  const isBrachy = plan?.brachytherapy !== undefined;
  let hasTarget = false;
  const contradicted = prescribed.flatMap(({ roiNumber, description, doseGy: prescribedGy, orGy }): PrescribedDose[] => {
    const target = plan && checked.targets.prescribed(roiNumber, description, plan);
    if (!target) return [];
    hasTarget = true;
    const { ofPhaseGy, d90OfPhaseGy, plannedGy, coveredShare } = checked.doseIn(target);
    const doseGy = ofPhaseGy[p] / phase.shareOfPlan;
    // Half of a target with sources in it has far more than what is prescribed to its border.
    const highGy = isBrachy ? d90OfPhaseGy[p] / phase.shareOfPlan : doseGy;
    const isRight = (gy: number) => isAbove(doseGy, LEAST_SHARE, gy) && isBelow(highGy, MOST_SHARE, gy);
    if ([prescribedGy, orGy ?? prescribedGy].some((gy) => isRight(gy) || isJust(plannedGy, gy))) return [];
    return [{ course, prescribedGy, doseGy, by: 'plan', measured: 'median-in-target', target: target.name, coveredShare }];
  });
  if (hasTarget || prescribed.length === 0) return contradicted;
  const prescribedGy = highestOf(prescribed.map(({ doseGy }) => doseGy));
  const doseGy = phase.hottestGy / phase.shareOfPlan;
  const isTooHigh = !isBrachy && !isBelow(doseGy, MOST_SHARE, prescribedGy) && isHighInTargets(checked, p, prescribedGy);
  if (isAbove(doseGy, LEAST_SHARE, prescribedGy) && !isTooHigh) return [];
  const sumGy = checked.phases.reduce((sum, each) => sum + each.hottestGy, 0);
  if (checked.phases.length > 1 && isJust(sumGy, prescribedGy)) return [];
  return [{ course, prescribedGy, doseGy, by: 'plan', measured: 'hottest-1cc' }];
}

/** A small hot spot above a prescription to a low isodose is no contradiction where half of a target is not as hot. */
function isHighInTargets(checked: CheckedCourse, p: number, prescribedGy: number): boolean {
  const medians = checked.targets.all().map((target) => checked.doseIn(target).ofPhaseGy[p]);
  return medians.length === 0 || !isBelow(Math.max(...medians), MOST_SHARE, prescribedGy);
}

/** What the case prescribes is the course's whole: all of its phases, as planned or as delivered. */
function ofTargets(checked: CheckedCourse): PrescribedDose[] {
  const { name: course, targets } = checked.course;
  const isBrachy = checked.phases.some(({ plan }) => plan?.brachytherapy !== undefined);
  return targets.flatMap(({ roi, doseGy: prescribedGy }): PrescribedDose[] => {
    const target = checked.targets.named(roi);
    if (target) {
      const { plannedGy, deliveredGy, coveredShare } = checked.doseIn(target);
      const isRight = isAbout(plannedGy, prescribedGy) || isAbout(deliveredGy, prescribedGy);
      if (isRight || (isBrachy && plannedGy > prescribedGy)) return [];
      const doseGy = plannedGy;
      return [{ course, prescribedGy, doseGy, by: 'case', measured: 'median-in-target', target: roi, coveredShare }];
    }
    const hottest = checked.phases.map(({ hottestGy }) => hottestGy);
    const [one, all] = [Math.max(...hottest), hottest.reduce((sum, gy) => sum + gy, 0)];
    const isTooHigh = !isBrachy && !isBelow(one, MOST_SHARE, prescribedGy) && targets.length === 1;
    if (isAbove(all, LEAST_SHARE, prescribedGy) && !isTooHigh) return [];
    return [{ course, prescribedGy, doseGy: isTooHigh ? one : all, by: 'case', measured: 'hottest-1cc' }];
  });
}
