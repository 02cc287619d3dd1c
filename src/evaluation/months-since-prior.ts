import { calendarMonths } from '../calendar-months';
import type { CaseCourseInput } from '../case/case-inputs';

/**
 * Months from the last day of each prior course to the first of the planned one, for recovery by course; undefined where
 * a date is missing. What a source asks of the interval is asked of the shortest of all (see `shortestInterval`).
 */
export function monthsSincePrior(courses: readonly CaseCourseInput[]): (number | undefined)[] {
  const start = courses.find((course) => course.role === 'planned')?.started;
  return courses.map((course) => {
    if (course.role !== 'prior' || !start || !course.completed) return undefined;
    const months = calendarMonths(course.completed, start);
    return months >= 0 ? months : undefined;
  });
}
