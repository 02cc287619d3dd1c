import type { CaseCourseInput } from '../../case/case-inputs';
import { dateIn, daysOf, isoDate } from '../../dicom/date';
import { type Finding, makeFinding } from '../../findings/finding';
import type { DatedBy } from '../../findings/study';
import { today } from '../../study/course-date';

const DAY_MS = 86_400_000;
/** A day's grace: where the case was written it may be tomorrow already. */
const GRACE_DAYS = 1;
/** How far ahead the first day of a planned course may lie; this program's own bound. */
const AHEAD_DAYS = 366;

/**
 * Dates of a course that cannot be: a prior course that is still to come, a planned one that is years ahead and a course
 * before the patient was born ask; a course that was given before its own plan or study was made is told, for files that
 * were anonymised have such dates, and the case's own stand.
 * @param bornOn the patient's birth date as files have it, YYYYMMDD or YYYY; '' where it is not known.
 */
export function courseDateFindings(course: CaseCourseInput, bornOn = '', now = today()): Finding[] {
  return [...futureFindings(course, now), ...beforePlanFindings(course), ...beforeBirthFindings(course, bornOn)];
}

function futureFindings({ name, role, started, completed, phases }: CaseCourseInput, now: string): Finding[] {
  const latest = role === 'prior' ? GRACE_DAYS : AHEAD_DAYS;
  const last = role === 'prior' ? (completed ?? started) : started;
  if (last === undefined || Date.parse(last) - Date.parse(now) <= latest * DAY_MS) return [];
  const file = phases.flatMap(({ files }) => files)[0]?.path;
  const place = { ...(file !== undefined && { file }), course: name, answerable: true } as const;
  return [makeFinding('course-in-future', 'error', { course: name, role, day: last }, place)];
}

/**
 * Of the phases' plans, else of their studies, the one that was made last before which the course ended. Of a course
 * whose end is not known, all must have been made after it began: a later phase is planned meanwhile.
 */
function beforePlanFindings({ name, started, completed, phases }: CaseCourseInput): Finding[] {
  const day = completed ?? started;
  if (day === undefined) return [];
  const dated = phases.map(({ plan, header, files }) => {
    const each: [DatedBy, string | undefined, string | undefined][] = [
      ['plan', plan?.date, plan?.file],
      // A dose of treatment records is made when they are: of that course it may be dated as late as one likes.
      ['study', header?.doseSummationType === 'RECORD' ? undefined : header?.studyDate, files[0]?.path],
    ];
    return each.flatMap(([of, date, file]) => (date ? [{ of, date, file }] : []));
  });
  const late = dated.map((each) => each.filter(({ date }) => daysOf(date).from > day));
  if (completed === undefined && late.some((each) => each.length === 0)) return [];
  const [last] = late.flat().toSorted((a, b) => b.date.localeCompare(a.date));
  if (!last) return [];
  const { of, date, file } = last;
  const place = { ...(file !== undefined && { file }), course: name };
  return [makeFinding('course-before-its-plan', 'error', { course: name, day, of, dated: isoDate(date) }, place)];
}

function beforeBirthFindings({ name, started, completed }: CaseCourseInput, bornOn: string): Finding[] {
  const day = [started, completed].filter((each) => each !== undefined).sort()[0];
  const birth = dateIn(bornOn);
  if (day === undefined || birth === '' || daysOf(birth).from <= day) return [];
  const facts = { course: name, day, born: isoDate(birth) };
  return [makeFinding('course-before-birth', 'error', facts, { course: name, answerable: true })];
}
