import type { Assessment, GoalResult } from '../evaluation/assessment';
import type { ReasonCode } from '../findings/reasons';
import { isStopping } from './needs-more';

/** How far a plan would have to come down for its exceeded mandatory goals. */
export interface WayDown {
  /** How many goals these are; while there is one, no dose is left. */
  readonly count: number;
  /** Goals that the prior courses alone break: no planned dose meets them. */
  readonly brokenByPrior: number;
  /** Up to this factor on the planned dose all of them are met; undefined where that is not known of each. */
  readonly plannedScale: number | undefined;
  /** Of those, the goals that are met at that factor outside the planned PTV alone, and are still exceeded in it. */
  readonly stillInTarget: number;
  /** Whether there are mandatory goals without a verdict: what they would need is not in it. */
  readonly leavesOut: boolean;
}

const BY_PRIOR: readonly ReasonCode[] = ['prior-alone-exceeds', 'no-headroom-on-prior'];

/** The way down to what meets the mandatory goals that more dose breaks outside the target, all of them at once. */
export function wayDown({ organs }: Pick<Assessment, 'organs'>): WayDown {
  const exceeded = organs.flatMap(({ goals }) => goals.filter(isStopping));
  const brokenByPrior = exceeded.filter(
    ({ scope, headroom }) => scope === 'prior' || (headroom && 'code' in headroom && BY_PRIOR.includes(headroom.code)),
  ).length;
  const scales = exceeded.map(metUpTo).filter((scale) => scale !== undefined);
  const isKnown = scales.length > 0 && scales.length === exceeded.length;
  const leavesOut = organs.some(({ goals }) => goals.some(({ mandatory, verdict }) => mandatory && verdict === 'not evaluable'));
  if (!isKnown) return { count: exceeded.length, brokenByPrior, plannedScale: undefined, stillInTarget: 0, leavesOut };
  const plannedScale = Math.min(...scales);
  const stillInTarget = exceeded.filter(
    ({ headroom }) =>
      headroom && 'code' in headroom && headroom.code === 'headroom-outside-target' && headroom.facts.inTarget < plannedScale,
  ).length;
  return { count: exceeded.length, brokenByPrior, plannedScale, stillInTarget, leavesOut };
}

/** Where more dose would meet a goal there is no way down to it. */
function metUpTo({ headroom }: GoalResult): number | undefined {
  if (!headroom) return undefined;
  if ('plannedScale' in headroom) return headroom.from ? undefined : headroom.plannedScale;
  return headroom.code === 'headroom-outside-target' ? headroom.facts.times : undefined;
}
