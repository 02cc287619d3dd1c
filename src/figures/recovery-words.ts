import type { GoalResult } from '../evaluation/assessment';
import type { Forgiven } from '../evaluation/recovery-of-courses';
import { percent } from './number-format';

/* What is forgiven of prior BED, said to a reader: of each course where the courses differ, never the largest alone. */

/** `25.0 %`, or `A 30.0 %, B 10.0 %`. */
export const sharesText = ({ recovery, recoveryOfCourses }: Forgiven): string =>
  recoveryOfCourses?.map(({ course, share }) => `${course} ${percent(share)}`).join(', ') ?? percent(recovery);

/** The same to stand behind the name of an organ or a goal: several shares in parentheses. */
export const sharesBehind = (forgiven: Forgiven): string =>
  forgiven.recoveryOfCourses ? `(${sharesText(forgiven)})` : sharesText(forgiven);

/** `after 25.0 % recovery`; undefined where a goal forgives nothing. */
export function recoveryOfGoal(goal: GoalResult): string | undefined {
  if (goal.recovery === 0 || goal.quantity === 'physical') return undefined;
  return goal.recoveryOfCourses ? `after recovery ${sharesBehind(goal)}` : `after ${sharesText(goal)} recovery`;
}

/** What is forgiven, and by whose rule. */
export function recoveryWords(forgiven: Forgiven, rule?: string): string {
  const some = forgiven.recoveryOfCourses
    ? `recovery by course, share of its BED forgiven: ${sharesText(forgiven)}`
    : `recovery: ${sharesText(forgiven)} of the prior BED forgiven`;
  const words = forgiven.recovery === 0 ? 'no recovery' : some;
  return rule ? `${words} (${rule})` : words;
}
