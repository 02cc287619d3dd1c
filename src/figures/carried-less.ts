import { isGoalWith } from '../constraints/goal-roles';
import { formatMetric } from '../dvh/metric';
import { type Assessment, evaluatedOrgans, type GoalResult, type OrganResult } from '../evaluation/assessment';
import type { CarriedDose } from '../findings/registration';
import { isOpenQuestion } from './error-words';
import { isUpperLimit } from './goal-reading';
import { holds } from './number-format';

/** A goal that an organ meets as its prior dose is carried, and would not with what its own contours had more. */
export interface CrossedWithDifference {
  readonly goal: string;
  readonly limit: number;
  readonly value: number;
  readonly withDifference: number;
}

/** An organ with less prior dose as carried than on the course's own contours. */
export type CarriedLess = CarriedDose & { readonly crossed?: CrossedWithDifference };

/** An organ in which the differences of several courses together would break a goal that it meets as they are carried. */
export interface CarriedLessTogether {
  readonly roi: string;
  readonly courses: readonly string[];
  readonly crossed: CrossedWithDifference;
}

type Told = Pick<Assessment, 'findings' | 'organs'>;

/** Those of which some verdict rests on prior dose; what nobody has answered for yet has none. */
export const carriedLess = (assessment: Told): readonly CarriedLess[] =>
  lessIn(assessment).map(({ dose, organ, goals }) => {
    const crossed = worst(goals.flatMap((goal) => crossedOf(goal, organ, [dose]) ?? []));
    return { ...dose, ...(crossed && { crossed }) };
  });

/** What the differences of all prior courses of an organ come to together, where that breaks a goal. */
export function carriedLessTogether(assessment: Told): readonly CarriedLessTogether[] {
  const all = lessIn(assessment);
  const rois = [...new Set(all.map(({ dose }) => dose.roi))];
  return rois.flatMap((roi): CarriedLessTogether[] => {
    const those = all.filter(({ dose }) => dose.roi === roi);
    const [{ organ, goals }] = those;
    const crossings = goals.flatMap((goal) => {
      const doses = those.map(({ dose }) => dose).filter(({ metric }) => isOf(goal, metric));
      const crossed = doses.length > 1 ? crossedOf(goal, organ, doses) : undefined;
      return crossed ? [{ ...crossed, courses: doses.map(({ course }) => course) }] : [];
    });
    const most = worst(crossings);
    if (!most) return [];
    const { courses, ...crossed } = most;
    return [{ roi, courses, crossed }];
  });
}

interface LessIn {
  readonly dose: CarriedDose;
  readonly organ: OrganResult;
  /** The judged goals of the organ that have prior dose in them. */
  readonly goals: readonly GoalResult[];
}

function lessIn({ findings, organs }: Told): LessIn[] {
  return findings.flatMap((finding): LessIn[] => {
    if (finding.code !== 'carried-dose-differs' || isOpenQuestion(finding)) return [];
    const { facts: dose } = finding;
    const organ = evaluatedOrgans(organs).find(({ roi }) => roi === dose.roi);
    if (!organ || !(dose.carriedGy < dose.ownGy)) return [];
    const goals = organ.goals.filter((goal) => isJudged(goal) && isGoalWith('prior', goal));
    return goals.length === 0 ? [] : [{ dose, organ, goals }];
  });
}

/** The one that is furthest above its limit. */
const worst = <Crossed extends CrossedWithDifference>(crossed: readonly Crossed[]): Crossed | undefined =>
  crossed.toSorted((a, b) => b.withDifference / b.limit - a.withDifference / a.limit)[0];

const isJudged = ({ verdict }: GoalResult): boolean => verdict === 'met' || verdict === 'exceeded';

/** Whether a goal holds down what was compared: a near maximum, or the mean. */
function isOf({ metric }: GoalResult, compared: CarriedDose['metric']): boolean {
  if (compared !== 'D0.03cc') return metric !== undefined && formatMetric(metric) === compared;
  return metric?.kind === 'max' || (metric?.kind === 'doseAtVolume' && metric.volumeUnit === 'cc');
}

/** Differences count in a goal as prior dose does; with another alpha/beta than the organ's they are not known. */
function crossedOf(goal: GoalResult, organ: OrganResult, doses: readonly CarriedDose[]): CrossedWithDifference | undefined {
  const { value, limit, comparator, quantity, alphaBetaGy, verdict } = goal;
  const isKnown = quantity !== 'physical' && alphaBetaGy === organ.alphaBetaGy && doses.every(({ metric }) => isOf(goal, metric));
  if (verdict !== 'met' || value === null || !isKnown || !isUpperLimit(goal)) return undefined;
  const perEqd2 = quantity === 'bed' ? 1 + 2 / alphaBetaGy : 1;
  const lost = ({ course, ownGy, carriedGy }: CarriedDose) => (ownGy - carriedGy) * (1 - forgivenOf(goal, course)) * perEqd2;
  const withDifference = doses.reduce((sum, dose) => sum + lost(dose), value);
  return holds(withDifference, limit, comparator) ? undefined : { goal: goal.goal, limit, value, withDifference };
}

const forgivenOf = ({ recovery, recoveryOfCourses }: GoalResult, course: string): number =>
  recoveryOfCourses?.find((each) => each.course === course)?.share ?? recovery;
