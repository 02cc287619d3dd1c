import { calendarMonths } from '../calendar-months';
import type { CaseCourseInput } from '../case/case-inputs';
import { knownDays } from './known-days';

/**
 * Months from the last day of each prior course to the first of the planned one, for recovery by course; undefined where
 * a date is missing or contradicted. What a source asks of the interval is asked of the shortest of all (see `shortestInterval`).
 */
export function monthsSincePrior(courses: readonly CaseCourseInput[]): (number | undefined)[] {
  const planned = courses.find((course) => course.role === 'planned');
  const start = planned && knownDays(planned).started;
  return courses.map((course) => {
    const end = knownDays(course).completed;
    if (course.role !== 'prior' || !start || !end) return undefined;
    const months = calendarMonths(end, start);
    return months >= 0 ? months : undefined;
  });
}
