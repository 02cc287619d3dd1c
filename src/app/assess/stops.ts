import type { Assessment, GoalResult } from '../../evaluation/assessment';
import { headlineStanding, metAsPlaced } from '../../figures/headline-standing';
import { byUrgency } from '../../figures/organ-order';
import { organsOver } from '../../figures/organs-over';
import { type ContouredOrgan, contoured } from './missing-organs';
import { type Standing, standingOf } from './standing';

/** An organ that stops the re-irradiation, by its most urgent goal. */
export interface Stop {
  readonly organ: ContouredOrgan;
  readonly goal: GoalResult;
  /** Further mandatory goals of the organ that stop it as well. */
  readonly others: number;
}

/**
 * Organs with a mandatory goal exceeded, then those with one that cannot be judged, then those that meet it only as the
 * prior courses are placed; the worst first. Organs without a region are told apart.
 */
export function stops({ organs }: Assessment): readonly Stop[] {
  return contoured(byUrgency(organs)).flatMap((organ): Stop[] => {
    const [goal, ...others] = organ.goals.filter((each) => each.mandatory && STOPPING.includes(standingOf(each)));
    return goal ? [{ organ, goal, others: others.length }] : [];
  });
}

const STOPPING: readonly Standing[] = ['exceeded', 'not evaluable', 'met as placed'];

/** What the assessment comes to, as a verdict for the look and counts for the words. */
export interface Summary {
  readonly verdict: Standing;
  readonly organsOver: number;
  /** All that is exceeded is exceeded in the target alone. */
  readonly isInTarget: boolean;
  readonly open: number;
  readonly met: number;
  /** Of those that are met, how many are so only as the prior courses are placed. */
  readonly metAsPlaced: number;
}

export function summary(assessment: Assessment): Summary {
  const { overall } = assessment;
  const { mandatoryExceeded, mandatoryNotEvaluable: open, mandatoryMet: met } = overall;
  const verdict = headlineStanding(assessment);
  const isInTarget = mandatoryExceeded > 0 && overall.exceededOutsideTarget === 0;
  return { verdict, organsOver: organsOver(assessment), isInTarget, open, met, metAsPlaced: metAsPlaced(assessment) };
}
