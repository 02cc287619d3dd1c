import type { CaseCourseInput } from '../case/case-inputs';
import type { Constraint } from '../constraints/constraint';
import type { GoalOutcome } from '../constraints/evaluate-goal';
import type { Scope } from '../constraints/goal-expression';
import { makeReason, type Reason } from '../findings/reasons';
import type { KnownShares } from './known-shares';

/** Whose doses the figures of a goal are of. */
export const scopesOf = ({ goal, scope }: Constraint): Scope[] => goal.metrics.map((named) => named.scope ?? scope);

/** The courses that a goal's figures are of, by their place. */
export function coursesAsked(constraint: Constraint, courses: readonly CaseCourseInput[]): number[] {
  const scopes = scopesOf(constraint);
  const isAsked = (role: Scope) => scopes.includes('cumulative') || scopes.includes(role);
  return courses.flatMap(({ role }, c) => (isAsked(role) ? [c] : []));
}

/** A goal on a course that the case does not have. */
export function missingCourse(scopes: readonly Scope[], courses: readonly CaseCourseInput[]): Reason | undefined {
  const missing = scopes.find((scope) => scope !== 'cumulative' && !courses.some(({ role }) => role === scope));
  return missing && missing !== 'cumulative' ? makeReason('no-such-course', { role: missing }) : undefined;
}

/** Where nothing is known of a sum and something of each course that it is of, how much that is. */
export function withReach(
  outcome: GoalOutcome,
  constraint: Constraint,
  courses: readonly CaseCourseInput[],
  known: KnownShares['courses'],
): GoalOutcome {
  if (outcome.why?.code !== 'no-dose-known') return outcome;
  const asked = coursesAsked(constraint, courses).map((c) => courses[c].name);
  const reach = known?.filter(({ course }) => asked.includes(course));
  if (reach?.length !== asked.length) return outcome;
  return { ...outcome, why: makeReason('no-dose-known', { courses: reach }) };
}
