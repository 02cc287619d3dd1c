import { InputError } from '../input-error';
import type { CaseCourse, CaseFile } from './case-file';

/*
 * Courses that say one thing in two ways that exclude each other. One of the two would have to be taken without a word,
 * and which of them is right the program cannot know: they are refused before any file is read.
 */

/** The two first days of a course where they differ; undefined where there is one, or the same twice. */
export const twoFirstDays = ({ started, starts }: Pick<CaseCourse, 'started' | 'starts'>): [string, string] | undefined =>
  started !== undefined && starts !== undefined && started !== starts ? [started, starts] : undefined;

/** The place of the first phase with a dose file in a course that has maxima of a record; undefined where there is none. */
export function doseBesideRecord({ organDoses, phases }: Pick<CaseCourse, 'organDoses' | 'phases'>): number | undefined {
  if (organDoses === undefined) return undefined;
  const at = phases.findIndex(({ dose }) => dose !== undefined);
  return at < 0 ? undefined : at;
}

/** @throws InputError for two different first days of one course, and for maxima of a record beside a dose file. */
export function refuseContradictedCourses({ courses }: CaseFile, file: string): void {
  for (const [c, course] of courses.entries()) {
    const days = twoFirstDays(course);
    if (days) {
      throw new InputError({
        file,
        where: `courses[${c}].starts`,
        found: `"${days[1]}", and "${days[0]}" under \`started\`, for the first day of one course`,
        needed: 'one of the two',
      });
    }
    const phase = doseBesideRecord(course);
    if (phase === undefined) continue;
    throw new InputError({
      file,
      where: `courses[${c}].organDoses`,
      found: `maxima of a record for a course that has a dose file (phases[${phase}].dose)`,
      needed: 'either the dose file or the record; maxima of a part of the course stand in a phase without `dose`',
    });
  }
}
