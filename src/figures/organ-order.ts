import type { GoalResult, OrganEntry } from '../evaluation/assessment';

/**
 * How urgent a goal is to read, as a number that sorts ascending: mandatory and exceeded, mandatory and not evaluable,
 * mandatory and exceeded in the target alone, mandatory and met only while the prior courses lie where they are placed,
 * exceeded though not mandatory, then met goals by what is left; last, what the planned dose cannot turn.
 */
export function urgency(goal: GoalResult): number {
  if (goal.verdict === 'exceeded')
    return (!goal.mandatory ? -2000 : goal.inTarget ? -2500 : -4000) + Math.min(outsideScale(goal) ?? scaleOf(goal) ?? 0, 20);
  if (goal.verdict === 'not evaluable') return goal.mandatory ? -3000 : -1000;
  if (goal.verdict === 'not applicable') return 2000;
  if (goal.worstCase?.verdict === 'exceeded') return (goal.mandatory ? -2250 : -500) + Math.min(turningScale(goal) ?? 0, 20);
  return turningScale(goal) ?? 1000;
}

/**
 * The factor on the planned dose up to which a goal is met, whatever turns there; undefined where there is only a reason,
 * and where the goal is met from a factor on.
 */
export function turningScale({ headroom }: GoalResult): number | undefined {
  return headroom && 'plannedScale' in headroom && !headroom.from ? headroom.plannedScale : undefined;
}

/** The same where it is not what lies in the target that turns. */
const scaleOf = (goal: GoalResult): number | undefined => {
  const { headroom } = goal;
  return headroom && 'until' in headroom && headroom.until === 'target' ? undefined : turningScale(goal);
};

/** Where the part in the target sets no factor, that of the part outside. */
function outsideScale({ headroom }: GoalResult): number | undefined {
  if (!headroom || !('code' in headroom) || headroom.code !== 'headroom-outside-target') return undefined;
  return headroom.facts.times;
}

/**
 * Nervous organs, in which what is too much cannot be made good: of several organs that exceed a mandatory goal they are
 * read first, in this order.
 */
const GRAVEST = [
  'SpinalCord',
  'Brainstem',
  'CaudaEquina',
  'SpinalCanal',
  'ThecalSac',
  'OpticChiasm',
  'OpticNrv',
  'BrachialPlex',
  'SacralPlex',
];

/** The place of an organ among them, of its sides and of its planning risk volumes; behind all for any other. */
function gravity({ organ }: OrganEntry): number {
  const place = GRAVEST.indexOf((organ ?? '').replace(/_PRV\d*$/, '').replace(/_[LR]$/, ''));
  return place < 0 ? GRAVEST.length : place;
}

/** Whether an organ exceeds a mandatory goal, and not in the target alone. */
const isExceeded = (organ: OrganEntry): boolean =>
  organ.goals.some(({ verdict, mandatory, inTarget }) => verdict === 'exceeded' && mandatory && !inTarget);

function compared(a: OrganEntry, b: OrganEntry): number {
  const byGravity = isExceeded(a) && isExceeded(b) ? gravity(a) - gravity(b) : 0;
  return byGravity || mostUrgent(a) - mostUrgent(b);
}

const mostUrgent = (organ: OrganEntry): number => Math.min(2000, ...organ.goals.map(urgency));

/** Organs with the most urgent first, nervous ones before others that exceed a mandatory goal too; and the goals of each in the same order. */
export function byUrgency<Organ extends OrganEntry>(organs: readonly Organ[]): readonly Organ[] {
  return organs.map((organ) => ({ ...organ, goals: organ.goals.toSorted((a, b) => urgency(a) - urgency(b)) })).sort(compared);
}
