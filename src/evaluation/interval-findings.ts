import type { CaseCourseInput } from '../case/case-inputs';
import { type Finding, makeFinding } from '../findings/finding';
import type { OrganResult } from './assessment';
import { courseIntervals, shortestInterval } from './course-intervals';

/** An interval that is not known, and one that the series of oesophageal re-irradiation flag. */
export function intervalFindings(organs: readonly OrganResult[], courses: readonly CaseCourseInput[]): Finding[] {
  const intervals = courseIntervals(courses);
  const open = intervals.filter(({ months }) => months === undefined);
  if (open.length > 0) {
    const pairs = open.map(({ from, to }) => ({ from, to }));
    return [makeFinding('interval-not-known', 'warning', { pairs })];
  }
  const joined = intervals.flatMap(({ from, to, months, isWithinOne }) =>
    isWithinOne ? [makeFinding('courses-taken-as-one', 'warning', { from, to, months: months! })] : [],
  );
  const shortest = shortestInterval(courses);
  if (shortest?.months === undefined || !organs.some(({ organ }) => organ === 'Esophagus')) return joined;
  const { from, to, months } = shortest;
  const facts = { from, to, months };
  return [
    ...joined,
    ...(months <= 12 ? [makeFinding('interval-to-12-months', 'info', facts)] : []),
    ...(months <= 24 ? [makeFinding('interval-to-24-months', 'info', facts)] : []),
  ];
}
