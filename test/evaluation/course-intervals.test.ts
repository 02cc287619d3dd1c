import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assessment/assess';
import type { CaseCourseInput } from '../../src/case/case-inputs';
import { verdictText } from '../../src/cli/verdict-text';
import { courseIntervals, shortestInterval, wholeCourses } from '../../src/evaluation/course-intervals';
import { monthsSincePrior } from '../../src/evaluation/months-since-prior';
import { type Cylinder, doseFile, loaded, planFile, twoCourses } from '../case/written-case';

const course = (role: 'prior' | 'planned', started?: string, completed?: string, more: object = {}) =>
  ({ name: `${role} ${completed}`, role, started, completed, phases: [], ...more }) as unknown as CaseCourseInput;
const PRIOR = course('prior', '2022-01-24', '2022-03-04');
const PLANNED = course('planned', '2023-03-04');
const monthsOf = (...courses: readonly CaseCourseInput[]) => courseIntervals(courses).map(({ months }) => months);

describe('the interval between courses', () => {
  it('is counted from the last day of the one to the first of the other', () => {
    expect(monthsOf(PRIOR, PLANNED)).toEqual([12]);
    expect(monthsSincePrior([PRIOR, PLANNED])).toEqual([12, undefined]);
    // A course of one day is not reversed.
    expect(monthsOf(course('prior', '2022-03-04', '2022-03-04'), PLANNED)).toEqual([12]);
  });

  it.each([
    ['the prior course ends before it begins', course('prior', '2022-01-24', '2021-03-04'), PLANNED],
    ['the planned course ends before it begins', PRIOR, course('planned', '2023-03-04', '2023-02-04')],
    ['days of the prior course are doubted', { ...PRIOR, hasDoubtfulDays: true as const }, PLANNED],
    ['days of the planned course are doubted', PRIOR, { ...PLANNED, hasDoubtfulDays: true as const }],
  ])('is not known where %s', (_, prior, planned) => {
    expect(monthsOf(prior, planned)).toEqual([undefined]);
    expect(shortestInterval([prior, planned])).toBeUndefined();
    expect(monthsSincePrior([prior, planned])).toEqual([undefined, undefined]);
  });

  it('is not known between any courses where one of three is reversed, and recovery counts what is known', () => {
    const reversed = course('prior', '2020-05-01', '2020-03-01');
    const courses = [reversed, PRIOR, PLANNED];
    expect(monthsOf(...courses)).toEqual([undefined, undefined]);
    expect(wholeCourses(courses)).toEqual([[0], [1], [2]]);
    expect(monthsSincePrior(courses)).toEqual([undefined, 12, undefined]);
  });
});

const CORD: Cylinder = { name: 'SpinalCord', x: 0, y: 0, radiusMm: 4, fromMm: -9, toMm: 9 };
const SMALL = { origin: [-45, -45, -45], spacingMm: 10, size: [10, 10, 10] } as const;

/** The cord's goals of two sets that ask for the interval, and what is said, with other days of the prior course. */
async function withDays(days: object, more: object = {}, planDate = '20211201') {
  const { caseFile, files } = twoCourses(
    [CORD],
    () => 28,
    () => 28,
  );
  files['plan/RD.dcm'] = doseFile(() => 28, SMALL);
  files['prior/RD.dcm'] = doseFile(() => 28, { ...SMALL, planUid: '1.2.3.61' }, { SOPInstanceUID: '1.2.3.31', StudyDate: '' });
  files['prior/RP.dcm'] = planFile(28, '1.2.3.61', { RTPlanDate: planDate });
  Object.assign(caseFile.courses[0], { started: '2022-01-24', completed: '2022-03-04', ...days });
  Object.assign(caseFile.courses[1], { starts: '2023-06-01' });
  const constraints = ['umich-reirradiation', 'nieder-cord', 'reirradiation-thorax'];
  const result = await assess(await loaded({ ...caseFile, robustness: false, constraints, ...more }, files));
  const goals = result.organs.find(({ roi }) => roi === 'SpinalCord')!.goals;
  const of = (set: string) => goals.filter((goal) => goal.set === set).map(({ verdict, recovery }) => [verdict, recovery]);
  return { result, umich: of('umich-reirradiation'), nieder: of('nieder-cord'), ars: of('reirradiation-thorax') };
}

describe('an interval between two tenths of a month', () => {
  it('is told by its nearest tenth, as findings tell it, and not rounded twice', async () => {
    // From 21 March 2022 14 months to 21 May, and 11 of the 31 days of the next: 14.355, by way of 14.35 it was 14.3.
    const { result } = await withDays({ completed: '2022-03-21' });
    expect(result.monthsBetweenCourses).toBeCloseTo(14 + 11 / 31, 4);
    expect(verdictText(result, [])).toContain('Interval: 14.4 months');
  });
});

describe('an interval that dates contradict', () => {
  it('leaves neither recovery nor a verdict to what hangs on it, and all else as it was', async () => {
    const known = await withDays({});
    expect(known.umich.every(([verdict, recovery]) => verdict === 'met' && recovery === 0.5)).toBe(true);
    expect(known.result.intervals).toMatchObject([{ months: expect.closeTo(14.9, 2) }]);
    const cases: readonly (readonly [string, object])[] = [
      ['course-dates-reversed', { completed: '2021-03-04' }],
      ['course-before-birth', { started: '1922-01-24' }],
    ];
    for (const [code, days] of cases) {
      const { result, umich, nieder, ars } = await withDays(days);
      expect(umich.map(([verdict]) => verdict)).toEqual(known.umich.map(() => 'not evaluable'));
      expect(umich.map(([, recovery]) => recovery)).toEqual(known.umich.map(() => 0));
      expect(nieder.map(([verdict]) => verdict)).toEqual(known.nieder.map(() => 'not evaluable'));
      expect(ars).toEqual(known.ars);
      expect(result).toMatchObject({ monthsBetweenCourses: null, intervals: [{ months: null }] });
      const codes = result.findings.map((finding) => finding.code);
      expect(codes).toEqual(expect.arrayContaining([code, 'interval-not-known']));
      expect(codes).not.toContain('interval-to-24-months');
      expect(result.organs.find(({ roi }) => roi === 'SpinalCord')!.cordRisk).toBeUndefined();
    }
  });

  it('is known again by somebody’s word that the days of the case are right', async () => {
    const known = await withDays({});
    const word = { by: 'a physicist', on: '2026-01-05', why: 'the birth date is of an anonymised file' };
    const born = await withDays(
      { started: '1922-01-24' },
      { answers: [{ code: 'course-before-birth', course: known.result.courses[0].name, ...word }] },
    );
    expect(born.umich).toEqual(known.umich);
    expect(born.nieder).toEqual(known.nieder);
  });

  it('goes by the case where only the files were made later, and where that is so it is told', async () => {
    const { result, umich } = await withDays({}, {}, '20230101');
    expect(umich).toEqual((await withDays({})).umich);
    expect(result.findings.map(({ code }) => code)).toContain('course-before-its-plan');
    expect(result.intervals).toMatchObject([{ months: expect.closeTo(14.9, 2) }]);
  });
});
