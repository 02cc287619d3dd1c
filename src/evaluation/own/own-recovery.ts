import type { Constraint } from '../../constraints/constraint';
import { type Finding, makeFinding } from '../../findings/finding';
import type { GoalResult } from '../assessment';
import { constraintsOf, type EvaluationContext } from '../evaluation-context';
import type { PreparedRegion } from '../prepared-region';
import { besideOther, type TestGoals } from './otherwise';

/** Whether a goal of the case, or of its own table, forgives prior dose: by a share, the organ's, or a schedule. */
const isForgiving = ({ own, quantity }: Constraint, { recovery }: GoalResult): boolean =>
  own === true && quantity !== 'physical' && recovery > 0;

/**
 * Goals that forgive prior dose by no rule of a set that comes with the program, with what they come to where nothing is
 * forgiven.
 * @param goals those of the region, in the order of its constraints.
 */
export function ownRecoveryFindings(
  prepared: PreparedRegion,
  goals: readonly GoalResult[],
  context: EvaluationContext,
  test: TestGoals,
): Finding[] {
  const { settings } = context;
  const { name: roi } = prepared.region;
  const its = constraintsOf(prepared.region, settings)
    .map((constraint, g) => ({ constraint, goal: goals[g] }))
    .filter(({ constraint, goal }) => isForgiving(constraint, goal));
  if (its.length === 0) return [];
  const constraints = its.map(({ constraint }) => ({ ...constraint, recovery: 'none' as const }));
  const others = test(prepared, { ...context, settings: { ...settings, constraints } });
  const told = its.flatMap(({ goal }, n) => {
    const { recovery, recoveryOfCourses } = goal;
    const changed = besideOther(roi, goal, others[n]);
    return changed ? [{ ...changed, recovery, ...(recoveryOfCourses && { recoveryOfCourses }) }] : [];
  });
  return told.length === 0 ? [] : [makeFinding('recovery-own', 'warning', { roi, goals: told }, { roi })];
}
