import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assessment/assess';
import { courseNames, toldApart } from '../../src/case/course-names';
import { type Cylinder, loaded, twoCourses } from './written-case';

describe('toldApart', () => {
  it('leaves names that no other has as they are', () => {
    expect(toldApart(['rec', 'rec2', 'Rec', ''])).toEqual(['rec', 'rec2', 'Rec', '']);
  });

  it('numbers those that share a name in their order', () => {
    expect(toldApart(['rec', 'plan', 'rec', 'rec'])).toEqual(['rec#1', 'plan', 'rec#2', 'rec#3']);
    // What reads the same is the same: a space behind it, and an accent written as a sign of its own.
    expect(toldApart(['rec', 'rec '])).toEqual(['rec#1', 'rec#2']);
    expect(toldApart(['prév', 'pre\u0301v'])).toEqual(['prév#1', 'prév#2']);
  });

  it('takes no name that another is really called', () => {
    expect(toldApart(['rec', 'rec', 'rec#2'])).toEqual(['rec#1', '"rec"#2', 'rec#2']);
    expect(new Set(toldApart(['rec', 'rec', '"rec"', '"rec"', 'rec#1', 'rec#2'])).size).toBe(6);
  });
});

describe('courseNames', () => {
  it('tells a course without a name from one that is called so', () => {
    const courses = [{ role: 'prior' }, { role: 'prior', name: 'Prior 1' }, { role: 'planned' }] as const;
    expect(courseNames(courses)).toEqual(['Prior 1#1', 'Prior 1#2', 'Planned']);
  });
});

describe('two courses of one name', () => {
  const CORD: Cylinder = { name: 'SpinalCord', x: 0, y: 20, radiusMm: 5, fromMm: -29, toMm: 29 };
  const WORD = { by: 'a physicist', on: '2026-01-05', why: 'far away' };
  const record = (name: string, year: number, maximumGy = 0) => ({
    name,
    role: 'prior',
    started: `${year}-01-05`,
    completed: `${year}-02-10`,
    phases: [{ fractions: 10, organDoses: { SpinalCord: { Dmax: maximumGy } } }],
  });

  async function assessed(answers: readonly object[], names = ['rec', 'rec']) {
    const { caseFile, files } = twoCourses(
      [CORD],
      () => 30,
      () => 30,
    );
    const courses = [record(names[0], 2015), record(names[1], 2018), caseFile.courses[1]];
    const constraints = [{ organ: 'SpinalCord', goal: 'Dmax <= 50 Gy', source: 's' }];
    return assess(await loaded({ ...caseFile, courses, constraints, answers, robustness: false }, files));
  }
  const asked = (result: Awaited<ReturnType<typeof assessed>>) =>
    result.findings.flatMap((each) => (each.code === 'record-dose-zero' ? [[each.course, each.answered !== undefined]] : []));
  const unmet = (result: Awaited<ReturnType<typeof assessed>>) =>
    result.findings.filter(({ code }) => code === 'answer-meets-no-question');
  const verdict = (result: Awaited<ReturnType<typeof assessed>>) =>
    result.organs.find(({ roi }) => roi === 'SpinalCord')!.goals[0].verdict;

  it('have a name each wherever something is said of them', async () => {
    const result = await assessed([]);
    expect(result.courses.map(({ name }) => name)).toEqual(['rec#1', 'rec#2', 'second']);
    expect(asked(result)).toEqual([
      ['rec#1', false],
      ['rec#2', false],
    ]);
    expect(result.findings.find(({ code }) => code === 'courses-of-one-name')).toMatchObject({
      severity: 'warning',
      facts: { name: 'rec', courses: ['rec#1', 'rec#2'] },
    });
    expect(result.intervals.map(({ from }) => from)).toEqual(['rec#1', 'rec#2']);
  });

  it('are not both answered for by an answer to their name, nor by one to one of them', async () => {
    const both = await assessed([{ code: 'record-dose-zero', course: 'rec', ...WORD }]);
    expect(asked(both).filter(([, isAnswered]) => isAnswered)).toEqual([]);
    expect(verdict(both)).toBe('not evaluable');
    expect(unmet(both)).toMatchObject([{ facts: { why: 'course-of-several', courses: ['rec#1', 'rec#2'] } }]);
    const one = await assessed([{ code: 'record-dose-zero', course: 'rec#1', ...WORD }]);
    expect(asked(one)).toEqual(
      expect.arrayContaining([
        ['rec#2', false],
        ['rec#1', true],
      ]),
    );
    expect(verdict(one)).toBe('not evaluable');
    expect(unmet(one)).toEqual([]);
    const each = await assessed(['rec#1', 'rec#2'].map((course) => ({ code: 'record-dose-zero', course, ...WORD })));
    expect(verdict(each)).toBe('met');
  });

  it('with a name each are as they were', async () => {
    const result = await assessed([{ code: 'record-dose-zero', course: 'rec', ...WORD }], ['rec', 'rec2']);
    expect(result.courses.map(({ name }) => name)).toEqual(['rec', 'rec2', 'second']);
    expect(result.findings.map(({ code }) => code)).not.toContain('courses-of-one-name');
    expect(unmet(result)).toEqual([]);
  });

  it('are told of an answer with a field too many, with what is asked', async () => {
    const result = await assessed(
      [
        { code: 'record-dose-zero', course: 'rec', roi: 'SpinalCord', ...WORD },
        { code: 'record-dose-zer0', course: 'rec', ...WORD },
      ],
      ['rec', 'rec2'],
    );
    expect(verdict(result)).toBe('not evaluable');
    expect(unmet(result).map(({ facts }) => facts)).toMatchObject([
      { why: 'no-question', course: 'rec', roi: 'SpinalCord', asked: [{ course: 'rec' }, { course: 'rec2' }] },
      { why: 'no-question', asked: [] },
    ]);
    expect(unmet(result)[0].message).toBe(
      'The answer of a physicist (2026-01-05) to record-dose-zero for course "rec", ROI SpinalCord answers nothing. Asked is: course "rec"; course "rec2". An answer names exactly that, a file by its SHA-256, and nothing else.',
    );
  });
});
