import type { Constraint } from './constraint';
import { goalParts } from './goal';

/** Whether a goal sets a limit to the hottest of an organ, be it a point or some cc. */
export function limitsHottest({ goal }: Pick<Constraint, 'goal'>): boolean {
  const { metric, comparator } = goalParts(goal);
  const isMaximum = metric?.kind === 'max' || (metric?.kind === 'doseAtVolume' && metric.volumeUnit === 'cc');
  return isMaximum && comparator.startsWith('<');
}

/** The same of a mandatory goal. */
export const limitsMaximum = (constraint: Pick<Constraint, 'mandatory' | 'goal'>): boolean =>
  constraint.mandatory && limitsHottest(constraint);
