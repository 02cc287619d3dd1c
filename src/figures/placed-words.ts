import type { Assessment, AssessmentSettings, WorstCaseResult } from '../evaluation/assessment';
import type { MotionCause } from '../evaluation/robustness/motions';
import type { GroupCause, MoveCause } from '../evaluation/robustness/moves';

/* Where the courses would have to lie for a figure, said to a reader. */

type Robustness = NonNullable<AssessmentSettings['robustness']>;

/** What moved as one: which courses, and how. */
export interface MovedAlike {
  readonly courses: readonly string[];
  readonly cause: MotionCause;
}

/** What was moved, courses that were moved by the same motion together. */
export function movedAlike(groups: readonly GroupCause[]): readonly MovedAlike[] {
  const alike = new Map<string, { courses: string[]; cause: MotionCause }>();
  for (const { courses, cause } of groups) {
    if (!cause) continue;
    const key = JSON.stringify(cause);
    const known = alike.get(key) ?? { courses: [], cause };
    known.courses.push(...courses);
    alike.set(key, known);
  }
  return [...alike.values()];
}

/** How a course would have to lie: `3.0 mm off (x -3, y 0, z 0 mm)`, `turned by 2° about x through the organ`. */
function motionWords(cause: MotionCause): string {
  if (cause.code === 'shift') {
    const { xMm, yMm, zMm } = cause.facts;
    const mm = (value: number) => Number(value.toFixed(1)).toString();
    return `${mm(Math.hypot(xMm, yMm, zMm))}\u00a0mm off (x\u00a0${mm(xMm)}, y\u00a0${mm(yMm)}, z\u00a0${mm(zMm)})`;
  }
  const { degrees, axis, about } = cause.facts;
  return `turned by ${degrees}° about ${axis} through the ${about}’s middle`;
}

const named = (courses: readonly string[]): string => listed(courses.map((name) => `"${name}"`));
const listed = (each: readonly string[]): string =>
  each.length < 2 ? each.join('') : `${each.slice(0, -1).join(', ')} and ${each.at(-1)}`;
const isOrAre = (courses: readonly string[]): string => (courses.length === 1 ? 'is' : 'are');

/** `each prior course`, and with a planned one among those that moved `each course`. */
const eachCourse = (groups: readonly GroupCause[]): string =>
  groups.some(({ role, cause }) => role === 'planned' && cause) ? 'each course' : 'each prior course';

/** What lies elsewhere, by how much: `the prior course is 3 mm off (…)`, `"A" alone is …`, `each prior course moved by itself …`. */
export function placedWords({ cause }: Pick<WorstCaseResult, 'cause'>): string {
  const { groups } = cause;
  if (!groups) return `the prior course is ${motionWords(cause)}`;
  const alike = movedAlike(groups);
  if (alike.length > 1) {
    const each = alike.map(({ courses, cause: by }) => `${named(courses)} ${isOrAre(courses)} ${motionWords(by)}`);
    return `${eachCourse(groups)} is moved by itself: ${listed(each)}`;
  }
  return `${subjectOf(groups)} ${motionWords(cause)}`;
}

/** The same without how far: `the prior course is moved`. */
export function movedSubject({ groups }: MoveCause): string {
  if (!groups) return 'the prior course is moved';
  if (movedAlike(groups).length > 1) return `${eachCourse(groups)} is moved by itself`;
  return `${subjectOf(groups)} moved`;
}

/** Courses that are moved by one motion: `the prior courses are`, `"A" and "B" together are`, `"A" alone is`. */
function subjectOf(groups: readonly GroupCause[]): string {
  const [{ courses }] = movedAlike(groups);
  const moved = groups.filter(({ cause }) => cause);
  const isPriorAlone = moved.every(({ role }) => role === 'prior');
  if (isPriorAlone && groups.every(({ role, cause }) => role === 'planned' || cause)) {
    if (courses.length === 1) return 'the prior course is';
    return groups.length === 1 ? 'the prior courses are' : 'the prior courses together are';
  }
  if (groups.length === 1) return `the planned course is`;
  return `${named(courses)} ${moved.length === 1 ? 'alone' : 'together'} ${isOrAre(courses)}`;
}

/** What may lie elsewhere: `the prior course`, `the courses` where several may. */
export const mayLieElsewhere = (robustness: Robustness | undefined): string =>
  robustness?.groups ? 'the courses' : 'the prior course';

/** `the prior course is moved`, of no goal in particular. */
export const elsewhereMoved = (robustness: Robustness | undefined): string =>
  `${mayLieElsewhere(robustness)} ${robustness?.groups ? 'are' : 'is'} moved`;

/** `prior courses moved by up to 3 mm along each axis, and turned by 2° about the organ and the target`. */
export function movedWords(robustness: Robustness): string {
  const { marginMm, rotationDegrees, groups } = robustness;
  const prior = !groups || groups.some(({ role }) => role === 'prior');
  const planned = groups?.some(({ role }) => role === 'planned');
  const what = planned ? (prior ? 'prior courses and the planned one' : 'planned course') : 'prior courses';
  const turned = rotationDegrees > 0 ? `, and turned by ${rotationDegrees}° about the organ and the target` : '';
  const apart = isSearched(robustness) ? '; together, and each by itself as far as was searched, not in every combination' : '';
  return `${what} moved by up to ${marginMm} mm along each axis${turned}${apart}`;
}

/** Whether several groups were moved, so that what is told is the worst of what was tried. */
export const isSearched = ({ groups }: Robustness): boolean => (groups?.length ?? 0) > 1;

/** That nothing was moved where something could have been, and why; empty where no dose is carried. */
export function notMovedWords({ registrations }: Pick<Assessment, 'registrations'>): string {
  const carried = registrations.filter(({ type }) => type !== 'none' && type !== 'not needed');
  if (carried.length === 0) return '';
  const deformed = carried.filter(({ type }) => type === 'deformable').map(({ course }) => course);
  const why =
    deformed.length > 0
      ? `a deformation carries ${named(deformed)}, nobody can say by how much it is off, and the case gives no margin`
      : 'the case asks for no motion';
  return `not tried: no course was moved, for ${why}. What hangs on the place of the dose is not known`;
}
