import { highestOf } from '../../dicom/prescribed-total';
import { type Finding, makeFinding } from '../../findings/finding';
import type { PrescribedDose } from '../../findings/plausibility';
import { distance, isAbout, isNear, LEAST_NEAR_SHARE } from './bounds';
import type { CheckedCourse, CheckedPhase } from './checked-course';
import { prescriptionsOf } from './prescription-check';

/**
 * Doses that are about what is prescribed and not near it: half of a plan's dose would be asked about, seven tenths are
 * told. What is hot for a target beside which more is prescribed to another is that other's dose.
 */
export function prescriptionDistanceFindings(checked: CheckedCourse): Finding[] {
  if (checked.phases.some(({ plan }) => plan?.brachytherapy !== undefined)) return [];
  const ofPlans = checked.phases.flatMap((phase, p) => told(ofPlan(checked, phase, p), phase));
  if (ofPlans.length > 0 || !checked.isWhole || checked.phases.some(({ isZero }) => isZero)) return ofPlans;
  return told(ofCase(checked), checked.phases[0]);
}

function told(far: readonly PrescribedDose[], { file }: CheckedPhase): Finding[] {
  // What is not even about it is asked.
  const between = far.filter(({ doseGy, prescribedGy }) => isAbout(doseGy, prescribedGy));
  const [first] = between.sort((a, b) => distance(b.doseGy, b.prescribedGy) - distance(a.doseGy, a.prescribedGy));
  return first ? [makeFinding('dose-off-prescription', 'warning', first, { file })] : [];
}

function ofPlan(checked: CheckedCourse, phase: CheckedPhase, p: number): PrescribedDose[] {
  const { plan } = phase;
  const prescribed = prescriptionsOf(phase);
  if (phase.isZero || !plan || prescribed.length === 0) return [];
  const { name: course } = checked.course;
  const topGy = highestOf(prescribed.map(({ doseGy }) => doseGy));
  const isPhaseOf = (plannedGy: number, prescribedGy: number) =>
    checked.phases.length > 1 && isNear(plannedGy, prescribedGy, topGy);
  const drawn = prescribed.flatMap(({ roiNumber, description, doseGy: prescribedGy, orGy }) => {
    const target = checked.targets.prescribed(roiNumber, description, plan);
    return target ? [{ target, prescribedGy, orGy }] : [];
  });
  if (drawn.length === 0) {
    const doseGy = phase.hottestGy / phase.shareOfPlan;
    const sumGy = checked.phases.reduce((sum, { hottestGy }) => sum + hottestGy, 0);
    const isLow = doseGy < LEAST_NEAR_SHARE * topGy && !isPhaseOf(sumGy, topGy);
    return isLow ? [{ course, prescribedGy: topGy, doseGy, by: 'plan', measured: 'hottest-1cc' }] : [];
  }
  return drawn.flatMap(({ target, prescribedGy, orGy }): PrescribedDose[] => {
    const { ofPhaseGy, plannedGy, coveredShare } = checked.doseIn(target);
    const doseGy = ofPhaseGy[p] / phase.shareOfPlan;
    if (isNear(doseGy, prescribedGy, topGy) || isPhaseOf(plannedGy, prescribedGy)) return [];
    if (orGy !== undefined && isNear(doseGy, orGy, orGy)) return [];
    return [{ course, prescribedGy, doseGy, by: 'plan', measured: 'median-in-target', target: target.name, coveredShare }];
  });
}

function ofCase(checked: CheckedCourse): PrescribedDose[] {
  const { name: course, targets } = checked.course;
  const topGy = Math.max(...targets.map(({ doseGy }) => doseGy));
  return targets.flatMap(({ roi, doseGy: prescribedGy }): PrescribedDose[] => {
    const target = checked.targets.named(roi);
    if (!target) return [];
    const { plannedGy: doseGy, deliveredGy, coveredShare } = checked.doseIn(target);
    if ([doseGy, deliveredGy].some((gy) => isNear(gy, prescribedGy, topGy))) return [];
    return [{ course, prescribedGy, doseGy, by: 'case', measured: 'median-in-target', target: roi, coveredShare }];
  });
}
