import { daysOf, isoDate } from '../dicom/date';
import type { DoseHeader } from '../dicom/rt-dose';
import type { RtPlan } from '../dicom/rt-plan';
import type { RtStructureSet } from '../dicom/rt-structure-set';
import { type Finding, makeFinding } from '../findings/finding';
import type { DatedBy } from '../findings/study';

/** When a course was planned, as far as its files tell; days are YYYY-MM-DD. */
export interface CourseDate {
  /** The first and the last day that it can be. */
  readonly from: string;
  readonly to: string;
  /** The date as it is to be said: a day, or a year. */
  readonly said: string;
  readonly of: DatedBy;
}

/** No treatment was planned on a CT before there was one (Hounsfield 1971); clocks and pseudonymisers write such dates. */
const FIRST_CT = '1971-10-01';
const DAY_MS = 86_400_000;

/** Today as YYYY-MM-DD, in UTC. */
export const today = (): string => new Date().toISOString().slice(0, 10);

/** Why a date cannot be that of a treatment. A day's grace: where the file was written it may be tomorrow already. */
function whyNot(date: string, now: string): 'future' | 'early' | undefined {
  const { from, to } = daysOf(date);
  if (Date.parse(from) - Date.parse(now) > DAY_MS) return 'future';
  return to < FIRST_CT ? 'early' : undefined;
}

/** Files of one course that are dated further apart than this contradict each other; this program's own bound. */
const MOST_APART_DAYS = 60;

/** The dates of plan, study and structures that can be, in this order. */
function datesOf(
  plan: RtPlan | undefined,
  dose: Pick<DoseHeader, 'studyDate'>,
  structures: RtStructureSet | undefined,
  now: string,
): CourseDate[] {
  const dates: [DatedBy, string | undefined][] = [
    ['plan', plan?.date],
    ['study', dose.studyDate],
    ['structures', structures?.date],
  ];
  return dates.flatMap(([of, date]) => (date && !whyNot(date, now) ? [{ ...daysOf(date), said: isoDate(date), of }] : []));
}

/** The dates of one course where any two are so far apart that one must be wrong; none where they agree. */
export function contradictingDates(...given: Parameters<typeof datesOf>): readonly CourseDate[] {
  const dates = datesOf(...given);
  const isFar = (a: CourseDate, b: CourseDate) => Date.parse(b.from) - Date.parse(a.to) > MOST_APART_DAYS * DAY_MS;
  return dates.some((a) => dates.some((b) => isFar(a, b))) ? dates : [];
}

/** Of plan, study and structures the first that has a date that can be. */
export function courseDate(
  plan: RtPlan | undefined,
  dose: Pick<DoseHeader, 'studyDate'>,
  structures: RtStructureSet | undefined,
  now = today(),
): CourseDate | undefined {
  return datesOf(plan, dose, structures, now)[0];
}

/** Dates of plans, doses and structure sets that cannot be. */
export function dateFindings(
  {
    plans,
    doses,
    structureSets,
  }: Readonly<{
    plans: readonly RtPlan[];
    doses: readonly DoseHeader[];
    structureSets: readonly RtStructureSet[];
  }>,
  now = today(),
): Finding[] {
  const dated: [DatedBy, string, string | undefined][] = [
    ...plans.map(({ file, date }): [DatedBy, string, string | undefined] => ['plan', file, date]),
    ...doses.map(({ file, studyDate }): [DatedBy, string, string | undefined] => ['study', file, studyDate]),
    ...structureSets.map(({ file, date }): [DatedBy, string, string | undefined] => ['structures', file, date]),
  ];
  return dated.flatMap(([of, file, date]) => {
    const why = date && whyNot(date, now);
    return why ? [makeFinding('date-cannot-be', 'warning', { of, day: isoDate(date), why }, { file })] : [];
  });
}
