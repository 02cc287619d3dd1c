import type { GoalResult, OrganEntry } from '../assessment/assessment';

/**
 * How urgent a goal is to read, as a number that sorts ascending: mandatory and exceeded, mandatory and not evaluable,
 * mandatory and met only while the prior courses lie where they are placed, exceeded though not mandatory, then met
 * goals by what is left; last, what the planned dose cannot turn.
 */
export function urgency(goal: GoalResult): number {
  if (goal.verdict === 'exceeded') return (goal.mandatory ? -4000 : -2000) + Math.min(scaleOf(goal) ?? 0, 20);
  if (goal.verdict === 'not evaluable') return goal.mandatory ? -3000 : -1000;
  if (goal.verdict === 'not applicable') return 2000;
  if (goal.worstCase?.verdict === 'exceeded') return (goal.mandatory ? -2500 : -500) + Math.min(scaleOf(goal) ?? 0, 20);
  return scaleOf(goal) ?? 1000;
}

/** The factor on the planned dose at which a goal is just met; undefined where there is only a reason. */
export function scaleOf({ headroom }: GoalResult): number | undefined {
  return headroom && 'plannedScale' in headroom ? headroom.plannedScale : undefined;
}

const mostUrgent = (organ: OrganEntry): number => Math.min(2000, ...organ.goals.map(urgency));

/** Organs with the most urgent first, and the goals of each in the same order. */
export function byUrgency<Organ extends OrganEntry>(organs: readonly Organ[]): readonly Organ[] {
  return organs
    .map((organ) => ({ ...organ, goals: organ.goals.toSorted((a, b) => urgency(a) - urgency(b)) }))
    .sort((a, b) => mostUrgent(a) - mostUrgent(b));
}
