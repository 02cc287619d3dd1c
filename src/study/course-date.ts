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

/** Of plan, study and structures the first that has a date that can be. */
export function courseDate(
  plan: RtPlan | undefined,
  dose: Pick<DoseHeader, 'studyDate'>,
  structures: RtStructureSet | undefined,
  now = today(),
): CourseDate | undefined {
  const dates: [DatedBy, string | undefined][] = [
    ['plan', plan?.date],
    ['study', dose.studyDate],
    ['structures', structures?.date],
  ];
  for (const [of, date] of dates) {
    if (date && !whyNot(date, now)) return { ...daysOf(date), said: isoDate(date), of };
  }
  return undefined;
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
