import type { TFunction } from 'i18next';
import { dayWords, personName } from '../../person-words';
import type { BarCourse, BarInterval, IdentityProblem, PatientFacts } from './patient-bar';

/* What the bar and the title of the window say of a patient, in the user's language. */

export type T = TFunction<'patient'>;

const SEXES = ['M', 'F', 'O'] as const;

/** A DICOM name as people write it, as in the report. */
export const nameText = (t: T, name: string): string => (name.replace(/[\s^=]/g, '') === '' ? t('noName') : personName(name));

export const idText = (t: T, id: string): string => (id.trim() === '' ? t('noId') : t('id', { id }));

export { dayWords as dayText } from '../../person-words';

export function birthText(t: T, birthDate: string | undefined): string {
  return birthDate?.trim() ? t('born', { day: dayWords(birthDate) }) : t('noBirthDate');
}

export function sexText(t: T, sex: string | undefined): string {
  const known = SEXES.find((each) => each === sex?.trim().toUpperCase());
  return known ? t(`sex.${known}`) : t('noSex');
}

export function courseText(t: T, { from, to, fractions, plannedFractions }: BarCourse): string {
  const dates = from && to ? t('fromTo', { from, to }) : from ? t('from', { from }) : to ? t('until', { to }) : t('undated');
  if (fractions === undefined) return `${dates}, ${t('noFractions')}`;
  const given =
    plannedFractions === undefined
      ? t('fractions', { count: fractions })
      : t('fractionsOf', { given: fractions, count: plannedFractions });
  return `${dates}, ${given}`;
}

export function intervalText(t: T, interval: BarInterval): string {
  if (interval.kind === 'months') return t('interval', { months: interval.months.toFixed(1) });
  if (interval.kind === 'reversed') return t('intervalReversed', { course: interval.course });
  if (interval.kind === 'contradicted') {
    const { course } = interval;
    return course === undefined ? t('intervalInDoubt') : t('intervalContradicted', { course });
  }
  const missing = interval.days.map(({ course, day }) => t(day === 'last' ? 'lastDay' : 'firstDay', { course }));
  return t('intervalUnknown', { missing: missing.join(t('and')) });
}

export function problemText(t: T, problem: IdentityProblem): string {
  switch (problem.kind) {
    case 'different':
      return t('problem.different');
    case 'unknown':
      return t('problem.unknown');
    case 'not in every file':
      return t('problem.notInEvery');
    case 'taken as one':
      return t('problem.takenAsOne', { by: problem.by, on: problem.on, why: problem.why });
  }
}

/** Whether a problem means that the figures may be another person's. */
export const isGrave = ({ kind }: IdentityProblem): boolean => kind === 'different' || kind === 'unknown';

/** The title of the window: two open windows are told apart by it, and a mix-up is seen in a task bar. */
export function titleText(t: T, facts: PatientFacts | undefined): string {
  if (!facts) return 'Isoeffect';
  const { patient, problems } = facts;
  const alarms = problems.filter(isGrave).map((problem) => `⚠ ${problemText(t, problem)}`);
  const parts = [nameText(t, patient.name), idText(t, patient.id), birthText(t, patient.birthDate), sexText(t, patient.sex)];
  return `${[...alarms, ...parts].join(' · ')} – Isoeffect`;
}
