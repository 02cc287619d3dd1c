import { calendarMonths } from '../calendar-months';
import type { CaseCourseInput } from '../case/case-inputs';
import { knownDays } from './known-days';

/** The time from the end of one course to the start of the next. */
export interface CourseInterval {
  readonly from: string;
  readonly to: string;
  /** Undefined where a date is missing or contradicted, or the planned course would start before the other ended. */
  readonly months: number | undefined;
  /** The courses, by their place in the case. */
  readonly places: readonly [number, number];
  /** So short, between prior courses, that these are parts of one course: phases on two CTs, or a boost. */
  readonly isWithinOne: boolean;
}

/** Below this a pause is one within a course, in months. */
const OF_ONE_COURSE = 1;

/**
 * The intervals between the courses as they follow on each other in time, the planned one last. Prior courses that
 * overlap have none between them: 0 months.
 */
export function courseIntervals(courses: readonly CaseCourseInput[]): CourseInterval[] {
  const priors = courses.filter(({ role }) => role === 'prior');
  const endOf = (course: CaseCourseInput) => knownDays(course).completed;
  // Where one has no end the order is not known, and neither is any interval between them.
  const inTime = priors.every((course) => endOf(course) !== undefined)
    ? priors.toSorted((a, b) => endOf(a)!.localeCompare(endOf(b)!))
    : undefined;
  const ordered = [...(inTime ?? priors), ...courses.filter(({ role }) => role === 'planned')];
  return ordered.slice(1).map((course, n): CourseInterval => {
    const before = ordered[n];
    const places = [courses.indexOf(before), courses.indexOf(course)] as const;
    const names = { from: before.name, to: course.name, places, isWithinOne: false };
    const [end, start] = [endOf(before), knownDays(course).started];
    if (!end || !start || !inTime) return { ...names, months: undefined };
    const months = calendarMonths(end, start);
    if (course.role === 'planned') return { ...names, months: months >= 0 ? months : undefined };
    return { ...names, months: Math.max(0, months), isWithinOne: months < OF_ONE_COURSE };
  });
}

/** The courses by their places, those that are parts of one course together. */
export function wholeCourses(courses: readonly CaseCourseInput[]): number[][] {
  const groups = courses.map((_, c) => [c]);
  for (const { places, isWithinOne } of courseIntervals(courses)) {
    if (!isWithinOne) continue;
    const [first, second] = places.map((place) => groups.findIndex((group) => group.includes(place)));
    groups[first].push(...groups[second]);
    groups.splice(second, 1);
  }
  return groups;
}

/** The shortest interval between whole courses; undefined where there is none or any is not known. */
export function shortestInterval(courses: readonly CaseCourseInput[]): CourseInterval | undefined {
  const intervals = courseIntervals(courses).filter(({ isWithinOne }) => !isWithinOne);
  if (intervals.some(({ months }) => months === undefined)) return undefined;
  return intervals.toSorted((a, b) => a.months! - b.months!)[0];
}
