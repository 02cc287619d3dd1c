import type { CaseCourseInput } from '../../case/case-inputs';
import { daysOf, isoDate } from '../../dicom/date';
import { type Finding, makeFinding } from '../../findings/finding';
import type { DatedBy } from '../../findings/study';
import { today } from '../../study/course-date';

const DAY_MS = 86_400_000;
/** A day's grace: where the case was written it may be tomorrow already. */
const GRACE_DAYS = 1;
/** How far ahead the first day of a planned course may lie; this program's own bound. */
const AHEAD_DAYS = 366;

/**
 * Dates of a course that cannot be: a prior course that is still to come and a planned one that is years ahead ask;
 * a course that was given before its own plan or study was made is told (files that were anonymised have such dates).
 */
export function courseDateFindings(course: CaseCourseInput, now = today()): Finding[] {
  return [...futureFindings(course, now), ...beforePlanFindings(course)];
}

function futureFindings({ name, role, started, completed, phases }: CaseCourseInput, now: string): Finding[] {
  const latest = role === 'prior' ? GRACE_DAYS : AHEAD_DAYS;
  const last = role === 'prior' ? (completed ?? started) : started;
  if (last === undefined || Date.parse(last) - Date.parse(now) <= latest * DAY_MS) return [];
  const file = phases.flatMap(({ files }) => files)[0]?.path;
  const place = { ...(file !== undefined && { file }), course: name, answerable: true } as const;
  return [makeFinding('course-in-future', 'error', { course: name, role, day: last }, place)];
}

/** Of the phases' plans, else of their studies, the one that was made last before which the course ended. */
function beforePlanFindings({ name, started, completed, phases }: CaseCourseInput): Finding[] {
  const day = completed ?? started;
  if (day === undefined) return [];
  const contradicted = phases
    .flatMap(({ plan, header, files }) => {
      const dated: [DatedBy, string | undefined][] = [
        ['plan', plan?.date],
        ['study', header?.studyDate],
      ];
      return dated.flatMap(([of, date]) => (date ? [{ of, dated: date, file: of === 'plan' ? plan!.file : files[0].path }] : []));
    })
    .filter(({ dated }) => daysOf(dated).from > day);
  if (contradicted.length === 0) return [];
  const { of, dated, file } = contradicted.toSorted((a, b) => b.dated.localeCompare(a.dated))[0];
  return [
    makeFinding('course-before-its-plan', 'error', { course: name, day, of, dated: isoDate(dated) }, { file, course: name }),
  ];
}
