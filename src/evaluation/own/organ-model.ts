import { type Finding, makeFinding } from '../../findings/finding';
import type { OrganResult } from '../assessment';
import { constraintsOf, type EvaluationContext } from '../evaluation-context';
import type { PreparedRegion } from '../prepared-region';
import { beside, type TestGoals } from './otherwise';

/**
 * That an organ's figures are asked for in another model than plain linear-quadratic, with the goals of the case that ask
 * for it too and what they come to in plain LQ.
 */
export function modelFindings(
  prepared: PreparedRegion,
  { models = [], goals }: OrganResult,
  context: EvaluationContext,
  test: TestGoals,
): Finding[] {
  const { region } = prepared;
  const lqL = models.find((model) => model.kind === 'lq-l');
  const overall = models.find((model) => model.kind === 'overall-time');
  if (!lqL && !overall) return [];
  const its = constraintsOf(region, context.settings)
    .map((constraint, g) => ({ constraint, goal: goals[g] }))
    .filter(({ constraint: { model, quantity } }) => model === 'organ' && quantity !== 'physical');
  const constraints = its.map(({ constraint }) => ({ ...constraint, model: undefined }));
  const plain = its.length === 0 ? [] : test(prepared, { ...context, settings: { ...context.settings, constraints } });
  const { name: roi } = region;
  const facts = {
    roi,
    ...(lqL && { lqLAboveGy: lqL.transitionGyPerFraction }),
    ...(overall && { overallTime: { gyPerDay: overall.dProlifGyPerDay, fromDay: overall.kickOffDays } }),
    ...(its.length > 0 && { goals: its.map(({ goal }, n) => beside(roi, goal, plain[n])) }),
  };
  return [makeFinding('model-not-lq', 'warning', facts, { roi })];
}
