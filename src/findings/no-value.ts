import type { WordTable } from './words';

const names = (courses: readonly string[]) => courses.map((name) => `"${name}"`).join(', ');
const ofCourses = (courses: readonly string[]) => `${courses.length > 1 ? 'courses' : 'course'} ${names(courses)}`;

/** Why a metric has no value, whatever it is known to lie between. */
export const NO_VALUE = {
  'record-has-no-value': {
    title: 'A record has no such value',
    message: ({ courses }: { courses: readonly string[] }) =>
      `Of ${ofCourses(courses)} there is a record, which says at most what the highest dose of the organ was, and not where: it gives bounds, and no value of this metric.`,
  },
  'no-sum-of-places': {
    title: 'No sum without places',
    message: ({ courses }: { courses: readonly string[] }) =>
      `Of ${ofCourses(courses)} it is not known where in today's organ the dose lies: of this metric the courses have no sum, only bounds.`,
  },
  'dose-known-on-less': {
    title: 'Dose known on less',
    message: () => 'The dose is known on less volume than the metric asks for.',
  },
  'less-volume-than-asked': {
    title: 'Less volume than asked for',
    message: () => 'The organ has less volume than the metric asks for, or no known dose.',
  },
} satisfies WordTable;
