import type { CaseCourseInput } from './case-inputs';

const DAYS_PER_MONTH = 30.4375;

/** Months from the last day of each prior course to the first of the planned one; undefined where a date is missing. */
export function monthsSincePrior(courses: readonly CaseCourseInput[]): (number | undefined)[] {
  const start = courses.find((course) => course.role === 'planned')?.started;
  return courses.map((course) => {
    if (course.role !== 'prior' || !start || !course.completed) return undefined;
    const months = (Date.parse(start) - Date.parse(course.completed)) / 86_400_000 / DAYS_PER_MONTH;
    return months >= 0 ? months : undefined;
  });
}
