import type { GoalResult } from '../evaluation/assessment';
import type { Verdict } from '../verdict';
import { VERDICT_SIGNS } from './wording';

/**
 * How a goal stands: its verdict, and between met and exceeded a third state. Only a goal that becomes exceeded is in
 * it; one that merely cannot be judged any more when a course is moved keeps its verdict.
 */
export type Standing = Verdict | 'met as placed';

export const standingOf = ({ verdict, worstCase }: Pick<GoalResult, 'verdict' | 'worstCase'>): Standing =>
  verdict === 'met' && worstCase?.verdict === 'exceeded' ? 'met as placed' : verdict;

/** Whether a goal is met as the courses are placed and exceeded when they are moved: its headroom is as placed too. */
export const isOnlyAsPlaced = (goal: Pick<GoalResult, 'verdict' | 'worstCase'>): boolean => standingOf(goal) === 'met as placed';

/** The sign of each, and the style of its colour: what is met only as placed has half of the sign of what is met. */
export const STANDING_SIGNS: Readonly<Record<Standing, { readonly glyph: string; readonly style: string }>> = {
  ...VERDICT_SIGNS,
  'met as placed': { glyph: '◐', style: 'placed' },
};

/** Of limits that share one line the first of these is shown. */
export const WORST_FIRST: readonly Standing[] = ['exceeded', 'not evaluable', 'met as placed', 'met', 'not applicable'];

/** How it stands, in English. */
export const standingWords = (standing: Standing): string => (standing === 'met as placed' ? 'met only as placed' : standing);
