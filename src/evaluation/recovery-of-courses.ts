import type { CaseCourseInput } from '../case/case-inputs';

/** The share (0 to 1) of one prior course's BED that is forgiven. */
export interface CourseRecovery {
  readonly course: string;
  readonly share: number;
}

/** What is forgiven of prior BED: one share, or the largest of several with the list of them. */
export interface Forgiven {
  /** Of every prior course; where they differ, the largest of any. */
  readonly recovery: number;
  /** Of each prior course, in their order; only where they differ. */
  readonly recoveryOfCourses?: readonly CourseRecovery[];
}

/** @param ofCourse the share of each course of the case, planned ones included. */
export function forgivenOf(courses: readonly CaseCourseInput[], ofCourse: readonly number[]): Forgiven {
  const shares = courses.flatMap(({ role, name }, c) => (role === 'prior' ? [{ course: name, share: ofCourse[c] }] : []));
  const recovery = Math.max(0, ...shares.map(({ share }) => share));
  const differ = shares.some(({ share }) => share !== recovery);
  return { recovery, ...(differ && { recoveryOfCourses: shares }) };
}

/** Whether two figures forgive the same of every prior course. */
export function isSameRecovery(one: Forgiven, other: Forgiven): boolean {
  const shares = ({ recoveryOfCourses = [] }: Forgiven) => recoveryOfCourses.map(({ share }) => share);
  return one.recovery === other.recovery && String(shares(one)) === String(shares(other));
}
