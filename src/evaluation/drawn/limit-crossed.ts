import type { CaseInputs, Region } from '../../case/case-inputs';
import type { Constraint } from '../../constraints/constraint';
import { goalParts } from '../../constraints/goal';
import type { LimitCrossed } from '../../findings/drawn';
import type { Slab } from '../../geometry/slab-stack';
import type { GoalResult } from '../assessment';
import { evaluateConstraint } from '../evaluate-constraint';
import { constraintsOf, contextOf, evaluationContext, tissueModelOf } from '../evaluation-context';
import { OrganDoses, OrganGiven } from '../organ-doses';
import type { PreparedRegion } from '../prepared-region';
import { settingsOf } from '../settings-of';

/** Whether a goal sets a limit to the hottest of an organ, be it a point or some cc. */
function isOnMaximum({ mandatory, goal }: Constraint): boolean {
  const { metric, comparator } = goalParts(goal);
  const isMaximum = metric?.kind === 'max' || (metric?.kind === 'doseAtVolume' && metric.volumeUnit === 'cc');
  return mandatory && isMaximum && comparator.startsWith('<');
}

/**
 * The mandatory goal on a maximum that an organ meets as drawn and would break with what is carried on of it: the one
 * that is broken by the greatest share. Undefined where there is none, or nothing is known of the dose there.
 */
export function limitCrossed(
  drawn: PreparedRegion,
  { below, above }: { readonly below: readonly Slab[]; readonly above: readonly Slab[] },
  inputs: CaseInputs,
  prepare: (region: Region) => PreparedRegion,
): LimitCrossed | undefined {
  const { region } = drawn;
  const settings = settingsOf(inputs);
  const context = contextOf(region, evaluationContext(inputs.courses, settings, []));
  const goals = constraintsOf(region, settings).filter(isOnMaximum);
  if (goals.length === 0 || below.length + above.length === 0) return undefined;
  const tissue = tissueModelOf(region, context);
  const resultsOf = (prepared: PreparedRegion): GoalResult[] => {
    const given = new OrganGiven(inputs.courses, prepared, settings.outsideDoseGrid === 'zero');
    const doses = new OrganDoses(given);
    return goals.map((goal) => evaluateConstraint(goal, { region, doses, tissue, context, withHeadroom: false }));
  };
  const asDrawn = resultsOf(drawn);
  if (!asDrawn.some(({ verdict }) => verdict === 'met')) return undefined;
  const { stack } = region;
  const slabs = [...below, ...stack.slabs, ...above];
  const carriedOn = resultsOf(prepare({ ...region, stack: { ...stack, slabs } }));
  const crossed = asDrawn.flatMap((before, n): (LimitCrossed & { readonly share: number })[] => {
    const after = carriedOn[n];
    if (before.verdict !== 'met' || after.verdict !== 'exceeded' || before.value === null || after.value === null) return [];
    const { goal, limit: limitGy, value: drawnGy } = before;
    return [{ goal, limitGy, drawnGy, carriedOnGy: after.value, share: after.value / limitGy }];
  });
  const [worst] = crossed.toSorted((a, b) => b.share - a.share);
  if (!worst) return undefined;
  const { share: _, ...facts } = worst;
  return facts;
}
