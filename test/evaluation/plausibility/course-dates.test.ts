import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/assessment/assess';
import type { CaseCourseInput } from '../../../src/case/case-inputs';
import { verdictText } from '../../../src/cli/verdict-text';
import { courseDateFindings } from '../../../src/evaluation/plausibility/course-dates';
import { htmlReport } from '../../../src/report/html-report';
import { type Cylinder, doseFile, loaded, planFile, twoCourses } from '../../case/written-case';

const NOW = '2026-06-01';
const course = (role: 'prior' | 'planned', days: object, planDate?: string, studyDate = '20240105') =>
  ({
    name: 'A',
    role,
    phases: [
      {
        files: [{ path: 'RD.dcm' }],
        header: { studyDate },
        plan: planDate === undefined ? undefined : { file: 'RP.dcm', date: planDate },
      },
    ],
    ...days,
  }) as unknown as CaseCourseInput;
const told = (...given: Parameters<typeof course>) =>
  courseDateFindings(course(...given), '', NOW).map(({ code, file, answerable }) => [code, file, answerable]);

describe('courseDateFindings', () => {
  it('ask about a prior course that is still to come, and a planned one years ahead', () => {
    const asks = [['course-in-future', 'RD.dcm', true]];
    expect(told('prior', { started: '2026-01-05', completed: '2044-02-16' })).toEqual(asks);
    expect(told('prior', { started: '2026-06-03' })).toEqual(asks);
    expect(told('planned', { started: '2064-12-01' })).toEqual(asks);
    // Tomorrow, elsewhere on earth; and a start that is planned for next spring.
    expect(told('prior', { completed: '2026-06-02' })).toEqual([]);
    expect(told('planned', { started: '2027-04-01' })).toEqual([]);
  });

  it('tell a course that ended before its plan or its study was made', () => {
    expect(told('prior', { completed: '2014-02-16' }, '20240105')).toEqual([['course-before-its-plan', 'RP.dcm', undefined]]);
    expect(told('prior', { completed: '2014-02-16' })).toEqual([['course-before-its-plan', 'RD.dcm', undefined]]);
    expect(told('prior', { completed: '2024-02-16' }, '20240105')).toEqual([]);
    // A year alone may be any of its days; nothing dated says nothing.
    expect(told('prior', { completed: '2024-01-02' }, '2024', '')).toEqual([]);
    expect(told('prior', {}, '20240105')).toEqual([]);
    // Of a course that has only begun, a later phase is planned meanwhile.
    const { phases, ...begun } = course('planned', { started: '2024-02-01' }, '20240105');
    const later = course('planned', {}, '20240210').phases;
    const both = (given: typeof phases) => courseDateFindings({ ...begun, phases: given }, '', NOW).map(({ code }) => code);
    expect(both([...phases, ...later])).toEqual([]);
    expect(both(later)).toEqual(['course-before-its-plan']);
  });

  it('say nothing of a dose of treatment records that was made when the course had ended, but of its plan', () => {
    const record = (planDate?: string) => {
      const given = course('prior', { started: '2020-01-10', completed: '2020-02-24' }, planDate, '20200301');
      const phases = given.phases.map((phase) => ({ ...phase, header: { ...phase.header, doseSummationType: 'RECORD' } }));
      return courseDateFindings({ ...given, phases } as typeof given, '', NOW).map(({ code, file }) => [code, file]);
    };
    expect(record()).toEqual([]);
    expect(record('20200101')).toEqual([]);
    expect(record('20200302')).toEqual([['course-before-its-plan', 'RP.dcm']]);
  });

  it('ask about a course that was given before the patient was born', () => {
    const born = (days: object, bornOn: string) =>
      courseDateFindings(course('prior', days, '', ''), bornOn, NOW).map(({ code, answerable }) => [code, answerable]);
    expect(born({ started: '1922-01-24', completed: '2022-03-04' }, '19500101')).toEqual([['course-before-birth', true]]);
    expect(born({ completed: '1949-12-31' }, '19500101')).toEqual([['course-before-birth', true]]);
    expect(born({ started: '1950-01-01', completed: '1950-03-01' }, '19500101')).toEqual([]);
    // A year alone may be any of its days; an unknown birth says nothing.
    expect(born({ completed: '1950-03-01' }, '1950')).toEqual([]);
    expect(born({ completed: '1922-03-01' }, '')).toEqual([]);
  });

  it('leave no verdict to what hangs on such a course, until it is answered', async () => {
    const cord: Cylinder = { name: 'SpinalCord', x: 0, y: 0, radiusMm: 4, fromMm: -9, toMm: 9 };
    const small = { origin: [-45, -45, -45], spacingMm: 10, size: [10, 10, 10] } as const;
    const { caseFile, files } = twoCourses(
      [cord],
      () => 28,
      () => 28,
    );
    files['plan/RD.dcm'] = doseFile(() => 28, small);
    files['prior/RD.dcm'] = doseFile(() => 28, { ...small, planUid: '1.2.3.61' }, { SOPInstanceUID: '1.2.3.31' });
    // The lungs and the oesophagus are missing, and the outlines' gap asks.
    files['prior/RP.dcm'] = planFile(28, '1.2.3.61');
    Object.assign(caseFile.courses[0], { completed: '2144-03-04' });
    const constraints = [{ organ: 'SpinalCord', goal: 'Dmax <= 57 Gy' }];
    const cordGoal = async (more: object) => {
      const result = await assess(await loaded({ ...caseFile, robustness: false, constraints, ...more }, files));
      return { result, goal: result.organs.find(({ roi }) => roi === 'SpinalCord')!.goals[0] };
    };
    const { result, goal } = await cordGoal({});
    expect(goal).toMatchObject({ verdict: 'not evaluable', code: 'question-open' });
    const { code, sha256 } = result.findings.find(({ code: each }) => each === 'course-in-future')!;
    const word = { by: 'a physicist', on: '2026-01-05', why: 'dates of the phantom' };
    expect((await cordGoal({ answers: [{ code, sha256, course: 'first', ...word }] })).goal.verdict).toBe('met');
  });

  it('stand with the verdict on page one and at the end of the terminal, before what else is odd', async () => {
    const cord: Cylinder = { name: 'SpinalCord', x: 0, y: 0, radiusMm: 4, fromMm: -9, toMm: 9, without: [-3, -1, 1] };
    const { caseFile, files } = twoCourses(
      [cord],
      () => 28,
      () => 28,
    );
    files['prior/RP.dcm'] = planFile(28, '1.2.3.61', { RTPlanDate: '20230105' });
    const result = assess(await loaded({ ...caseFile, robustness: false }, files));
    const errors = 'Course dated before its own plan; Required organ missing';
    const question = '1 question is open (Gap between contours): no verdict on SpinalCord.';
    const [verdict] = htmlReport(result, { createdAt: new Date(0) }).split('</section>');
    expect(verdict).toContain(`errors in the input limit what this report can say: ${errors}.`);
    expect(verdict).toContain(question);
    expect(verdictText(result, [])).toContain(`\nErrors in the input: ${errors}.\n${question}\n`);
  });
});
