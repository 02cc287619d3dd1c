import { isGoalWith } from '../constraints/goal-roles';
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

/** Those of which some verdict rests on prior dose; what nobody has answered for yet has none. */
export function carriedLess({ findings, organs }: Pick<Assessment, 'findings' | 'organs'>): readonly CarriedLess[] {
  return findings.flatMap((finding): CarriedLess[] => {
    if (finding.code !== 'carried-dose-differs' || isOpenQuestion(finding)) return [];
    const { facts } = finding;
    const organ = evaluatedOrgans(organs).find(({ roi }) => roi === facts.roi);
    if (!organ || !(facts.carriedGy < facts.ownGy)) return [];
    const goals = organ.goals.filter((goal) => isJudged(goal) && isGoalWith('prior', goal));
    if (goals.length === 0) return [];
    const [crossed] = goals
      .flatMap((goal) => crossedOf(goal, organ, facts) ?? [])
      .toSorted((a, b) => b.withDifference / b.limit - a.withDifference / a.limit);
    return [{ ...facts, ...(crossed && { crossed }) }];
  });
}

const isJudged = ({ verdict }: GoalResult): boolean => verdict === 'met' || verdict === 'exceeded';

/** Whether a goal holds down what was compared: a near maximum, or the mean. */
function isOf({ metric }: GoalResult, compared: CarriedDose['metric']): boolean {
  if (compared === 'Dmean') return metric?.kind === 'mean';
  return metric?.kind === 'max' || (metric?.kind === 'doseAtVolume' && metric.volumeUnit === 'cc');
}

/** The difference counts in a goal as prior dose does; with another alpha/beta than the organ's it is not known. */
function crossedOf(goal: GoalResult, organ: OrganResult, dose: CarriedDose): CrossedWithDifference | undefined {
  const { value, limit, comparator, quantity, recovery, alphaBetaGy, verdict } = goal;
  const isKnown = quantity !== 'physical' && alphaBetaGy === organ.alphaBetaGy && isOf(goal, dose.metric);
  if (verdict !== 'met' || value === null || !isKnown || !isUpperLimit(goal)) return undefined;
  const perEqd2 = quantity === 'bed' ? 1 + 2 / alphaBetaGy : 1;
  const withDifference = value + (dose.ownGy - dose.carriedGy) * (1 - recovery) * perEqd2;
  return holds(withDifference, limit, comparator) ? undefined : { goal: goal.goal, limit, value, withDifference };
}
