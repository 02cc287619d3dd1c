import type { Assessment, GoalResult, OrganEntry } from '../../assessment/assessment';
import type { Verdict } from '../../constraints/evaluate-goal';
import { byUrgency } from '../../report/organ-order';

/** An organ that stops the re-irradiation, by its most urgent goal. */
export interface Stop {
  readonly organ: OrganEntry;
  readonly goal: GoalResult;
  /** Further mandatory goals of the organ that are exceeded or not evaluable. */
  readonly others: number;
}

/** Organs with a mandatory goal exceeded, then those with one that cannot be judged; the worst first. */
export function stops({ organs }: Assessment): readonly Stop[] {
  return byUrgency(organs).flatMap((organ): Stop[] => {
    const [goal, ...others] = organ.goals.filter(
      ({ mandatory, verdict }) => mandatory && (verdict === 'exceeded' || verdict === 'not evaluable'),
    );
    return goal ? [{ organ, goal, others: others.length }] : [];
  });
}

/** What the assessment comes to, as a verdict for the look and counts for the words. */
export interface Summary {
  readonly verdict: Verdict;
  readonly organsOver: number;
  /** All that is exceeded is exceeded in the target alone. */
  readonly isInTarget: boolean;
  readonly open: number;
  readonly met: number;
}

export function summary({ organs, overall }: Assessment): Summary {
  const organsOver = organs.filter(({ goals }) => goals.some((goal) => goal.mandatory && goal.verdict === 'exceeded')).length;
  const { mandatoryExceeded, mandatoryNotEvaluable: open, mandatoryMet: met } = overall;
  const verdict = mandatoryExceeded > 0 ? 'exceeded' : open > 0 || met === 0 ? 'not evaluable' : 'met';
  const isInTarget = mandatoryExceeded > 0 && overall.exceededOutsideTarget === 0;
  return { verdict, organsOver, isInTarget, open, met };
}
