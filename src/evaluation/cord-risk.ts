import type { CaseCourseInput } from '../case/case-inputs';
import { NIEDER_SOURCE, type NiederScore, niederScore } from '../constraints/nieder-score';
import type { TissueModel } from '../effect/dose-question';
import { type Finding, makeFinding } from '../findings/finding';
import type { OrganResult } from './assessment';
import { shortestInterval, wholeCourses } from './course-intervals';
import type { OrganDoses } from './organ-doses';

/** The source's alpha/beta for cervical and thoracic cord. */
const ALPHA_BETA_GY = 2;

/**
 * The score of Nieder for the cord, from its maximum BED with the source's own alpha/beta and nothing forgiven; undefined
 * for other organs and where a dose, a course or a date is missing.
 */
export function cordRisk(
  organ: string | undefined,
  doses: OrganDoses,
  tissue: TissueModel,
  courses: readonly CaseCourseInput[],
  plannedScale: number,
): NiederScore | undefined {
  const whole = wholeCourses(courses);
  const intervalMonths = shortestInterval(courses)?.months;
  if (organ !== 'SpinalCord' || whole.length < 2 || intervalMonths === undefined) return undefined;
  // Plain LQ, as the source has it; that a day had several fractions is part of how the dose was given.
  const own: TissueModel = {
    alphaBetaGy: ALPHA_BETA_GY,
    recoveryOfCourse: courses.map(() => 0),
    repairHalfTimeHours: tissue.repairHalfTimeHours,
    lqL: undefined,
    repopulation: undefined,
  };
  const courseBedsGy = whole.map((parts) => doses.courseMaximumBed(parts, own, plannedScale));
  const cumulative = doses.distribution({ quantity: 'bed', scope: 'cumulative', tissue: own, plannedScale });
  if (courseBedsGy.includes(undefined) || !cumulative.isWhole || !cumulative.covered) return undefined;
  return niederScore({
    cumulativeBedGy: cumulative.covered.maxGy,
    courseBedsGy: courseBedsGy as number[],
    intervalMonths,
  });
}

/**
 * The score to be said: a band of risk from a small series, not a verdict.
 * @param isInQuestion whether something about the organ's dose is asked and not answered: then no score is told.
 */
export function cordRiskFindings(organs: readonly OrganResult[], isInQuestion: (organ: OrganResult) => boolean): Finding[] {
  return organs.flatMap((organ): Finding[] => {
    const { roi, cordRisk: risk } = organ;
    if (!risk) return [];
    const asked = isInQuestion(organ) && { isInQuestion: true };
    const facts = { roi, ...risk, alphaBetaGy: ALPHA_BETA_GY, source: NIEDER_SOURCE, ...asked };
    return [makeFinding('cord-risk-score', 'info', facts, { roi })];
  });
}
