import type { Constraint } from './constraint';
import { goalParts } from './goal';

/** Whether a mandatory goal sets a limit to the hottest of an organ, be it a point or some cc. */
export function limitsMaximum({ mandatory, goal }: Pick<Constraint, 'mandatory' | 'goal'>): boolean {
  const { metric, comparator } = goalParts(goal);
  const isMaximum = metric?.kind === 'max' || (metric?.kind === 'doseAtVolume' && metric.volumeUnit === 'cc');
  return mandatory && isMaximum && comparator.startsWith('<');
}
