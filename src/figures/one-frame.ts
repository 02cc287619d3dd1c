import type { Assessment } from '../evaluation/assessment';
import { dayWords } from '../person-words';

/** One of the studies whose coordinates are taken for those of one scan. */
export interface StudyInFrame {
  /** The courses whose doses are among its files; its first file where there is none. */
  readonly courses: readonly string[];
  readonly file: string;
  /** As people write it; empty where it is not stated. */
  readonly date: string;
}

/** Studies that state one frame of reference, so that the same coordinates are taken for the same place in all of them. */
export const studiesInOneFrame = ({
  findings,
  courses,
}: Pick<Assessment, 'findings' | 'courses'>): readonly (readonly StudyInFrame[])[] =>
  findings.flatMap((finding) => {
    if (finding.code !== 'frame-in-several-studies') return [];
    const studies = finding.facts.studies.map(({ files, date }) => ({
      courses: courses.filter(({ phases }) => phases.some(({ dose }) => files.includes(dose))).map(({ name }) => name),
      file: files[0],
      date: date.split(', ').map(dayWords).join(', '),
    }));
    return [studies];
  });

/** The line of page one, in English. */
export const oneFrameLines = (assessment: Pick<Assessment, 'findings' | 'courses'>): string[] =>
  studiesInOneFrame(assessment).map((studies) => {
    const named = studies.map(({ courses, file, date }) => {
      const what = courses.length > 0 ? courses.map((name) => `"${name}"`).join(', ') : file;
      return `${what} (${date || 'no date'})`;
    });
    return `Taken for one scan, though of different studies: ${named.join('; ')} state one frame of reference. What carries one carries all of them.`;
  });
