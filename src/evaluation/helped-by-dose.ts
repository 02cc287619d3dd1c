import type { GoalResult } from './assessment';

/**
 * Whether more planned dose is on the goal's side: one that is met from a factor on; without a factor by its
 * comparison, of which a volume below a dose is the other way round.
 */
export function isHelpedByDose({ headroom, comparator, figure }: GoalResult): boolean {
  if (headroom && 'plannedScale' in headroom) return headroom.from === true;
  return comparator.startsWith('>') !== figure.startsWith('CV');
}
