import { type Finding, makeFinding } from '../../findings/finding';
import type { CheckedCourse } from './checked-course';
import { prescriptionsOf } from './prescription-check';

/** Prescriptions are written to 0.01 Gy; a bound of this program's own. */
const ROUNDING_SHARE = 0.005;

/**
 * Targets to which the case prescribes another dose than the plans that it is of: what is left of the planned dose is
 * told in Gy of the case's. Of several phases any sum of what their plans prescribe may be meant, for each may name what
 * all of them together give; where one says nothing of the target, nothing is known.
 */
export function targetDoseFindings(checked: CheckedCourse): Finding[] {
  const { course, phases } = checked;
  const isOneOfOne = course.targets.length === 1;
  return course.targets.flatMap(({ roi: target, doseGy: caseGy }): Finding[] => {
    const solid = checked.targets.named(target);
    const ofPhases = phases.map((phase) => {
      const { plan } = phase;
      const all = prescriptionsOf(phase);
      const named = all.filter(
        ({ roiNumber, description }) =>
          plan !== undefined && solid !== undefined && checked.targets.prescribed(roiNumber, description, plan) === solid,
      );
      // To a site, or on a structure set that is not at hand: the one target of both.
      const [said] = named.length > 0 ? named : isOneOfOne && isOneOf(all, solid !== undefined) ? all : [];
      if (!said) return [];
      const { doseGy, orGy } = said;
      return [doseGy, ...(orGy === undefined ? [] : [orGy])];
    });
    if (!checked.isWhole || ofPhases.length === 0 || ofPhases.some((doses) => doses.length === 0)) return [];
    const sums = sumsOf(ofPhases);
    const shares = phases.map(({ phase }) => phase.deliveredShare);
    const meant = sums.flatMap((sum) => [sum, ...shares.map((share) => sum * share)]);
    if (meant.some((gy) => Math.abs(caseGy - gy) <= ROUNDING_SHARE * gy)) return [];
    const planGy = sums.toSorted((a, b) => Math.abs(a - caseGy) - Math.abs(b - caseGy))[0];
    const file = phases[0].plan?.file;
    const place = { course: course.name, ...(file !== undefined && { file }) };
    return [makeFinding('target-dose-not-of-plan', 'warning', { course: course.name, target, caseGy, planGy }, place)];
  });
}

/** What any of the phases come to together, to 0.0001 Gy, each sum once. */
function sumsOf(ofPhases: readonly (readonly number[])[]): number[] {
  const sums = new Set<number>();
  for (const doses of ofPhases) {
    for (const sum of [0, ...sums]) for (const doseGy of doses) sums.add(Number((sum + doseGy).toFixed(4)));
  }
  return [...sums];
}

/** Whether a plan prescribes to one thing alone, and that may be a target which is drawn, or not, without its number. */
const isOneOf = (all: ReturnType<typeof prescriptionsOf>, isDrawn: boolean): boolean =>
  all.length === 1 && (!isDrawn || all[0].roiNumber === undefined);
