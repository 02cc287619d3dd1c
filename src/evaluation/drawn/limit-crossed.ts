import type { CaseInputs } from '../../case/case-inputs';
import { limitsMaximum } from '../../constraints/limits-maximum';
import type { LimitCrossed } from '../../findings/drawn';
import type { GoalResult } from '../assessment';
import { evaluateConstraint } from '../evaluate-constraint';
import { constraintsOf, contextOf, evaluationContext, tissueModelOf } from '../evaluation-context';
import { OrganDoses, OrganGiven } from '../organ-doses';
import type { PreparedRegion } from '../prepared-region';
import { settingsOf } from '../settings-of';
import type { Redrawn } from './drawn-anatomy';

/**
 * The mandatory goal on a maximum that is met with an organ as drawn and would not be with what is carried on of it: the one
 * whose limit is passed by the greatest share. Undefined where there is none, or nothing is known of the dose there.
 */
export function limitCrossed(redrawn: readonly Redrawn[], inputs: CaseInputs): LimitCrossed | undefined {
  const crossed = redrawn.flatMap((each) => crossedBy(each, inputs));
  const [worst] = crossed.toSorted((a, b) => b.share - a.share);
  if (!worst) return undefined;
  const { share: _, ...facts } = worst;
  return facts;
}

type Crossed = LimitCrossed & { readonly share: number };

function crossedBy({ drawn, carriedOn }: Redrawn, inputs: CaseInputs): Crossed[] {
  const { region } = drawn;
  const settings = settingsOf(inputs);
  const context = contextOf(region, evaluationContext(inputs.courses, settings, []));
  const goals = constraintsOf(region, settings).filter(limitsMaximum);
  if (goals.length === 0) return [];
  const tissue = tissueModelOf(region, context);
  const resultsOf = (prepared: PreparedRegion): GoalResult[] => {
    const given = new OrganGiven(inputs.courses, prepared, settings.outsideDoseGrid === 'zero');
    const doses = new OrganDoses(given);
    return goals.map((goal) => evaluateConstraint(goal, { region, doses, tissue, context, withHeadroom: false }));
  };
  const asDrawn = resultsOf(drawn);
  if (!asDrawn.some(({ verdict }) => verdict === 'met')) return [];
  const asCarriedOn = resultsOf(carriedOn());
  return asDrawn.flatMap((before, n): Crossed[] => {
    const after = asCarriedOn[n];
    if (before.verdict !== 'met' || after.verdict === 'met' || before.value === null || after.value === null) return [];
    const { goal, limit: limitGy, value: drawnGy } = before;
    // A sum with a course that is not carried is the most that it can be: above the limit it is no longer met.
    if (!(after.value > limitGy)) return [];
    return [{ goal, limitGy, drawnGy, carriedOnGy: after.value, share: after.value / limitGy }];
  });
}
