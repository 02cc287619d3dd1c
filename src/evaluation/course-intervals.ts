import { calendarMonths } from '../calendar-months';
import type { CaseCourseInput } from '../case/case-inputs';

/** The time from the end of one course to the start of the next. */
export interface CourseInterval {
  readonly from: string;
  readonly to: string;
  /** Undefined where a date is missing, or the planned course would start before the other ended. */
  readonly months: number | undefined;
}

/**
 * The intervals between the courses as they follow on each other in time, the planned one last. Prior courses that
 * overlap have none between them: 0 months.
 */
export function courseIntervals(courses: readonly CaseCourseInput[]): CourseInterval[] {
  const priors = courses.filter(({ role }) => role === 'prior');
  // Where one has no end the order is not known, and neither is any interval between them.
  const inTime = priors.every(({ completed }) => completed !== undefined)
    ? priors.toSorted((a, b) => a.completed!.localeCompare(b.completed!))
    : undefined;
  const ordered = [...(inTime ?? priors), ...courses.filter(({ role }) => role === 'planned')];
  return ordered.slice(1).map((course, n): CourseInterval => {
    const before = ordered[n];
    const names = { from: before.name, to: course.name };
    if (!before.completed || !course.started || !inTime) return { ...names, months: undefined };
    const months = calendarMonths(before.completed, course.started);
    if (course.role === 'planned') return { ...names, months: months >= 0 ? months : undefined };
    return { ...names, months: Math.max(0, months) };
  });
}

/** The shortest interval; undefined where there is none or any is not known. */
export function shortestInterval(courses: readonly CaseCourseInput[]): CourseInterval | undefined {
  const intervals = courseIntervals(courses);
  if (intervals.some(({ months }) => months === undefined)) return undefined;
  return intervals.toSorted((a, b) => a.months! - b.months!)[0];
}
