import { type Finding, makeFinding } from '../findings/finding';
import type { CaseCourse } from './case-file';

/*
 * A course is its place in the case. Its name tells a person which it is; where courses share a name, the name and the
 * place among them do: `dCRT#2` is the second `dCRT` of the case.
 */

/** The names of the courses, as the case has them or as their place says. */
const givenNames = (courses: readonly Pick<CaseCourse, 'name' | 'role'>[]): string[] =>
  courses.map(({ name, role }, index) => name ?? (role === 'planned' ? 'Planned' : `Prior ${index + 1}`));

/** What two names must have in common to look the same. */
const asRead = (name: string): string => name.normalize('NFC').trim();

/**
 * Gives each course a name of its own: its name where no other has it, else `Name#1`, `Name#2` in their order. Where that
 * is what another is really called, that one keeps it and the number stands behind the name in quotation marks.
 */
export function toldApart(names: readonly string[]): string[] {
  const read = names.map(asRead);
  const used = new Set(read);
  const alone = new Set(read.filter((name, n) => read.indexOf(name) === n && read.lastIndexOf(name) === n));
  return names.map((name, n) => {
    if (alone.has(read[n])) return name;
    const number = read.slice(0, n + 1).filter((other) => other === read[n]).length;
    let quoted = read[n];
    while (used.has(`${quoted}#${number}`)) quoted = `"${quoted}"`;
    used.add(`${quoted}#${number}`);
    return `${quoted}#${number}`;
  });
}

/** The names of the courses of a case, each of its own. */
export const courseNames = (courses: readonly Pick<CaseCourse, 'name' | 'role'>[]): string[] => toldApart(givenNames(courses));

/** The courses that share a name with others, by the names that tell them apart; by the name that they share. */
export function coursesOfOneName(courses: readonly Pick<CaseCourse, 'name' | 'role'>[]): Map<string, string[]> {
  const own = courseNames(courses);
  const sharing = new Map<string, string[]>();
  givenNames(courses).forEach((name, n) => {
    const same = sharing.get(asRead(name)) ?? [];
    sharing.set(asRead(name), [...same, own[n]]);
  });
  return new Map([...sharing].filter(([, same]) => same.length > 1));
}

/** That courses of the case have one name, and how they are told apart. */
export const sharedNameFindings = (courses: readonly Pick<CaseCourse, 'name' | 'role'>[]): Finding[] =>
  [...coursesOfOneName(courses)].map(([name, same]) => makeFinding('courses-of-one-name', 'warning', { name, courses: same }));
