import type { Constraint } from '../../constraints/constraint';
import type { Metric } from '../../dvh/metric';
import { metricInterval } from '../../dvh/metric-value';
import type { GoalResult } from '../assessment';
import { evaluateConstraint } from '../evaluate-constraint';
import type { EvaluationContext, tissueModelOf } from '../evaluation-context';
import { OrganDoses, OrganGiven } from '../organ-doses';
import type { PreparedRegion } from '../prepared-region';

/** What an organ has under a motion, each figure made when it is asked for. */
export interface Look {
  readonly value: (metric: number) => number | undefined;
  readonly goal: (goal: number) => GoalResult;
}

/** What is asked of an organ. */
export interface Wanted {
  readonly metrics: readonly { readonly name: string; readonly metric: Metric }[];
  readonly constraints: readonly Constraint[];
  readonly tissue: ReturnType<typeof tissueModelOf>;
  readonly context: EvaluationContext;
}

export function lookAt(at: PreparedRegion, { metrics, constraints, tissue, context }: Wanted): Look {
  const { courses, settings } = context;
  const doses = new OrganDoses(new OrganGiven(courses, at, settings.outsideDoseGrid === 'zero'));
  const question = { quantity: 'eqd2', scope: 'cumulative', tissue, plannedScale: settings.plannedScale } as const;
  return {
    value: (m) => metricInterval(doses.distribution(question), metrics[m].metric)?.value,
    goal: (g) => evaluateConstraint(constraints[g], { region: at.region, doses, tissue, context, withHeadroom: false }),
  };
}
