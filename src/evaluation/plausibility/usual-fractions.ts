import type { CaseCourseInput } from '../../case/case-inputs';
import { type Finding, type FindingPlace, makeFinding } from '../../findings/finding';
import type { UnusualFraction } from '../../findings/unconfirmed';
import { beamsGy } from './beam-dose-check';
import { isAbove, isBelow, LEAST_USUAL_GY, MOST_USUAL_GY } from './bounds';
import type { CheckedCourse, CheckedPhase } from './checked-course';
import { targetsOf } from './hot-region-check';

/**
 * Numbers of fractions that one source alone says and that make an unusual dose of each fraction in the target: the most
 * that half of any target has. Doses of beams speak for a number, and so do case and plan that say the same.
 */
export function usualFractionFindings(checked: CheckedCourse): Finding[] {
  return checked.phases.flatMap((phase, p): Finding[] => {
    const { fractionsBy: by } = phase.phase;
    const isBrachy = phase.plan?.brachytherapy !== undefined;
    if (by === undefined || by === 'both' || isBrachy || phase.isZero || beamsGy(phase) !== undefined) return [];
    const { file, fractions } = phase;
    const isSplit = phase.phase.schedule !== undefined;
    const facts = { course: checked.course.name, fractions, by, ...hottestTarget(checked, phase, p) };
    return unusual(facts, isSplit, { file });
  });
}

/** The same of phases that are known by a prescription alone. */
export function usualRecordFindings({ name: course, phases }: CaseCourseInput): Finding[] {
  return phases.flatMap(({ dose, fractions, deliveredShare, schedule }): Finding[] => {
    if (dose.kind !== 'record' || dose.totalDoseGy === undefined) return [];
    const planned = Math.round(fractions / deliveredShare);
    const facts = { course, fractions: planned, by: 'case', doseGy: dose.totalDoseGy } as const;
    return unusual(facts, schedule !== undefined, { course });
  });
}

function unusual(
  given: Omit<UnusualFraction, 'perFractionGy' | 'least' | 'most'>,
  isSplit: boolean,
  place: FindingPlace,
): Finding[] {
  const perFractionGy = given.doseGy / given.fractions;
  // Small fractions are what several a day are for.
  const isLow = !isSplit && isBelow(perFractionGy, 1, LEAST_USUAL_GY);
  // Without a target the hottest of the grid is above what a target has.
  const isHigh = !given.isHottest && isAbove(perFractionGy, 1, MOST_USUAL_GY);
  if (!isLow && !isHigh) return [];
  const facts = { ...given, perFractionGy, least: LEAST_USUAL_GY, most: MOST_USUAL_GY };
  return [makeFinding('dose-per-fraction-unusual', 'warning', facts, place)];
}

function hottestTarget(checked: CheckedCourse, { hottestGy }: CheckedPhase, p: number) {
  const [first] = targetsOf(checked)
    .map((target) => ({ target: target.name, doseGy: checked.doseIn(target).ofPhaseGy[p] }))
    .sort((a, b) => b.doseGy - a.doseGy);
  return first?.doseGy > 0 ? first : { doseGy: hottestGy, isHottest: true as const };
}
