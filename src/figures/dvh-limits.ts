import type { GoalResult, OrganResult } from '../evaluation/assessment';
import { isSameRecovery } from '../evaluation/recovery-of-courses';
import { loneDose } from './goal-reading';
import { type Standing, standingOf, WORST_FIRST } from './standing';
import { goalWords } from './wording';

/** A vertical line in an organ's picture. */
export interface DrawnLimit {
  readonly doseGy: number;
  readonly label: string;
  /** How its goal stands. */
  readonly verdict: Standing;
}

/**
 * The limits of an organ that can stand on its EQD2 axis: doses in EQD2 with the alpha/beta and recovery that the curves
 * are drawn with. Equal limits share one line, which shows the gravest of how they stand. The others are named, for a line
 * of another alpha/beta on this axis would mislead.
 */
export function dvhLimits(organ: OrganResult): { readonly drawn: readonly DrawnLimit[]; readonly left: readonly GoalResult[] } {
  const doses = organ.goals.filter((goal) => loneDose(goal));
  const fits = (goal: GoalResult) =>
    goal.quantity === 'eqd2' &&
    goal.alphaBetaGy === organ.alphaBetaGy &&
    (isSameRecovery(goal, organ) || loneDose(goal)!.scope === 'planned');
  const lines = new Map<string, DrawnLimit>();
  for (const goal of doses.filter(fits)) {
    const { metric, scope } = loneDose(goal)!;
    const label = `${scope === 'cumulative' ? '' : `${scope} `}${metric} ${goalWords(goal.comparator)} ${goal.limit}`;
    const same = lines.get(label);
    const own = standingOf(goal);
    const verdict = same && WORST_FIRST.indexOf(same.verdict) < WORST_FIRST.indexOf(own) ? same.verdict : own;
    lines.set(label, { doseGy: goal.limit, label, verdict });
  }
  return { drawn: [...lines.values()].sort((a, b) => a.doseGy - b.doseGy), left: doses.filter((goal) => !fits(goal)) };
}
