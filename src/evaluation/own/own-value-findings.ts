import type { Finding } from '../../findings/finding';
import type { OrganResult } from '../assessment';
import type { EvaluationContext } from '../evaluation-context';
import type { PreparedRegion } from '../prepared-region';
import { goalAlphaBetaFindings } from './goal-alpha-beta';
import { modelFindings } from './organ-model';
import type { TestGoals } from './otherwise';
import { ownRecoveryFindings } from './own-recovery';
import { repairHalfTimeFindings } from './repair-half-time';

/**
 * What the case sets by its own word against tables, sources and plans, with what each goal that it changes would come to
 * without it.
 * @param organs the results of `regions`, one for each, in their order.
 */
export function ownValueFindings(
  regions: readonly PreparedRegion[],
  organs: readonly OrganResult[],
  context: EvaluationContext,
  test: TestGoals,
): Finding[] {
  return regions.flatMap((prepared, n) => [
    ...goalAlphaBetaFindings(prepared, organs[n].goals, context, test),
    ...modelFindings(prepared, organs[n], context, test),
    ...repairHalfTimeFindings(prepared, organs[n].goals, context, test),
    ...ownRecoveryFindings(prepared, organs[n].goals, context, test),
  ]);
}
