import type { Constraint } from '../../constraints/constraint';
import { type Finding, makeFinding } from '../../findings/finding';
import type { GoalResult } from '../assessment';
import { constraintsOf, type EvaluationContext } from '../evaluation-context';
import { withTableAlphaBeta } from '../own-alpha-beta';
import type { PreparedRegion } from '../prepared-region';
import { besideOther, type TestGoals } from './otherwise';

/** Whether a goal of the case, or of its own table, states an alpha/beta that no published set has. */
const hasOwn = ({ own, alphaBetaGy, quantity }: Constraint): boolean =>
  own === true && typeof alphaBetaGy === 'number' && quantity !== 'physical';

/**
 * Goals of the case and of its own tables with an alpha/beta of their own, beside what they come to with the tissue
 * table's; of a region that no organ of the table stands behind, with the one that the case sets for it.
 * @param goals those of the region, in the order of its constraints.
 */
export function goalAlphaBetaFindings(
  prepared: PreparedRegion,
  goals: readonly GoalResult[],
  context: EvaluationContext,
  test: TestGoals,
): Finding[] {
  const { region } = prepared;
  const { settings } = context;
  const all = constraintsOf(region, settings);
  const its = all.map((constraint, g) => ({ constraint, goal: goals[g] })).filter(({ constraint }) => hasOwn(constraint));
  if (its.length === 0) return [];
  const isOrgans = region.tissueOrgan === undefined;
  const bare = isOrgans ? settings : withTableAlphaBeta(settings, region);
  const constraints = its.map(({ constraint }) => ({ ...constraint, alphaBetaGy: 'organ' as const }));
  const others = test(prepared, { ...context, settings: { ...bare, constraints } });
  const told = its.flatMap(({ goal }, n) => {
    const beside = besideOther(region.name, goal, others[n]);
    const isSame = goal.alphaBetaGy === others[n].alphaBetaGy;
    return beside && !isSame ? [{ ...beside, ownGy: goal.alphaBetaGy, otherGy: others[n].alphaBetaGy }] : [];
  });
  if (told.length === 0) return [];
  const { name: roi } = region;
  return [makeFinding('goal-alpha-beta-own', 'warning', { roi, goals: told, ...(isOrgans && { isOrgans }) }, { roi })];
}
