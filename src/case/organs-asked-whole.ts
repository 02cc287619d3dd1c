import type { Constraint } from '../constraints/constraint';
import { limitsMaximum } from '../constraints/limits-maximum';
import type { CaseFile } from './case-file';
import { requiredOrgans, wholeOf } from './required-organs';

/**
 * The organs of which nothing may be left out in silence, for that may be the hottest part: those that are required, and
 * those that a mandatory goal limits in their maximum.
 */
export const organsAskedWhole = (caseFile: CaseFile, goals: readonly Constraint[]): readonly string[] => [
  ...new Set([...requiredOrgans(caseFile), ...goals.filter(limitsMaximum).map(({ organ }) => wholeOf(organ))]),
];
