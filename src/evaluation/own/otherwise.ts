import { type GoalOtherwise, type Outcome, telling } from '../../findings/otherwise';
import type { GoalResult, OrganResult } from '../assessment';
import { evaluateConstraint } from '../evaluate-constraint';
import { constraintsOf, type EvaluationContext, tissueModelOf } from '../evaluation-context';
import { OrganDoses, type OrganGiven } from '../organ-doses';
import type { PreparedRegion } from '../prepared-region';

/*
 * What the case sets by its own word is set against what the tables, the sources or the plan have: the same goals are
 * tested once more with that.
 */

/** How the goals of a region are tested under a context: anew, or remembered. */
export type TestGoals = (region: PreparedRegion, context: EvaluationContext) => readonly GoalResult[];

/** The goals of a region alone, without what they leave of the planned dose. */
export function goalsOf(given: OrganGiven, context: EvaluationContext): readonly GoalResult[] {
  const { region } = given.prepared;
  const doses = new OrganDoses(given);
  const tissue = tissueModelOf(region, context);
  return constraintsOf(region, context.settings).map((constraint) =>
    evaluateConstraint(constraint, { region, doses, tissue, context, withHeadroom: false }),
  );
}

/** The same where it comes to anything else; undefined where it does not. */
export const besideOther = (roi: string, goal: GoalResult, other: GoalResult): GoalOtherwise | undefined =>
  goal.verdict === other.verdict && goal.value === other.value ? undefined : beside(roi, goal, other);

/**
 * What of the goals of all regions has to be read with their verdicts.
 * @param organs the results of `regions`, one for each, in their order.
 */
export const tellingGoals = (
  regions: readonly PreparedRegion[],
  organs: readonly OrganResult[],
  testOtherwise: (region: PreparedRegion) => readonly GoalResult[],
): readonly GoalOtherwise[] =>
  regions.flatMap((prepared, n) => {
    const { name } = prepared.region;
    const others = testOtherwise(prepared);
    return telling(organs[n].goals.flatMap((goal, g) => besideOther(name, goal, others[g]) ?? []));
  });

/** A goal beside what it comes to otherwise. */
export function beside(roi: string, goal: GoalResult, other: GoalResult): GoalOtherwise {
  const { quantity, scope, limit, unit, mandatory } = goal;
  return {
    roi,
    goal: goal.goal,
    ...(quantity !== 'eqd2' && { quantity }),
    ...(scope !== 'cumulative' && { scope }),
    limit,
    unit,
    mandatory,
    ...outcomeOf(goal),
    otherwise: outcomeOf(other),
  };
}

const outcomeOf = ({ verdict, value }: GoalResult): Outcome => ({ verdict, ...(value !== null && { value }) });
