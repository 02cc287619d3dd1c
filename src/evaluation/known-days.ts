import type { CaseCourseInput } from '../case/case-inputs';

/** The days of a course that can be counted with, YYYY-MM-DD. */
export type KnownDays = Pick<CaseCourseInput, 'started' | 'completed'>;

const UNKNOWN: KnownDays = { started: undefined, completed: undefined };

/**
 * The first and the last day of a course. Where they contradict one another, or what else is known of the course, and
 * nobody has answered for it, one of them is wrong and nothing tells which: then neither is known.
 */
export function knownDays(course: CaseCourseInput): KnownDays {
  const { started, completed, hasDoubtfulDays } = course;
  return hasDoubtfulDays || areReversed(course) ? UNKNOWN : { started, completed };
}

/** Whether a course would end before it begins. */
export const areReversed = ({ started, completed }: KnownDays): boolean =>
  started !== undefined && completed !== undefined && completed < started;
