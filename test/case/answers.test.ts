import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assessment/assess';
import type { CaseAnswer } from '../../src/case/case-file';
import { htmlReport } from '../../src/report/html-report';
import { type Cylinder, loaded, twoCourses } from './written-case';

const CORD: Cylinder = { name: 'SpinalCord', x: 0, y: 20, radiusMm: 5, fromMm: -29, toMm: 29 };
const LUNG: Cylinder = { name: 'Lungs', x: 30, y: 0, radiusMm: 8, fromMm: -29, toMm: 29 };

/** The planned dose is the prior one's object: counted in both courses, which asks. */
async function doubled(answers?: readonly Partial<CaseAnswer>[]) {
  const { caseFile, files } = twoCourses(
    [CORD, LUNG],
    () => 40,
    () => 20,
  );
  const [prior, planned] = caseFile.courses;
  planned.phases = prior.phases;
  const goals = (['cumulative', 'planned'] as const).map((scope) => ({
    organ: 'SpinalCord',
    goal: 'Dmax <= 70 Gy',
    scope,
    mandatory: true,
  }));
  return assess(
    await loaded({ ...caseFile, constraints: goals, ...(answers && { answers: [...answers] as CaseAnswer[] }) }, files),
  );
}
const cordOf = (result: Awaited<ReturnType<typeof doubled>>) => result.organs.find(({ roi }) => roi === 'SpinalCord')!;
const WORD = { by: 'a physicist', on: '2026-01-05', why: 'the boost repeats the first plan' };

describe('answered', () => {
  it('leaves every goal that an open question touches without a verdict, with the question as the reason', async () => {
    const result = await doubled();
    const asking = result.findings.filter(({ answerable }) => answerable);
    expect(asking.map(({ code, severity, sha256 }) => [code, severity, sha256?.length])).toEqual([
      ['same-dose-in-two-courses', 'error', 64],
    ]);
    const [cumulative, planned] = cordOf(result).goals;
    expect(cumulative).toMatchObject({ verdict: 'not evaluable', code: 'question-open', mandatory: true });
    expect(planned.verdict).toBe('not evaluable');
    expect(result.overall).toMatchObject({ mandatoryExceeded: 0, mandatoryMet: 0, mandatoryNotEvaluable: 2 });
    // 40 Gy in each course: the figure itself is still shown.
    expect(cordOf(result).metrics.Dmax.cumulativeEqd2Gy).not.toBeNull();
  });

  it('gives the verdict back once the very finding of the very file is answered, and still tells', async () => {
    const open = (await doubled()).findings.find(({ answerable }) => answerable)!;
    const result = await doubled([{ code: open.code, sha256: open.sha256!, ...WORD }]);
    const told = result.findings.find(({ code }) => code === open.code)!;
    expect(told).toMatchObject({ severity: 'warning', answered: WORD });
    expect(cordOf(result).goals.map(({ code }) => code)).toEqual([undefined, undefined]);
    expect(result.overall.mandatoryNotEvaluable).toBe(0);
    const [verdict] = htmlReport(result, { createdAt: new Date(0) }).split('</section>');
    expect(verdict).not.toContain('class="head met"');
    expect(verdict).toContain('Answered by a physicist, 2026-01-05: the boost repeats the first plan.');
  });

  it.each([
    ['of another file', { code: 'same-dose-in-two-courses', sha256: '0'.repeat(64), ...WORD }],
    ['of another code', { code: 'dose-is-zero', sha256: undefined, ...WORD }],
    ['of no file where the finding has one', { code: 'same-dose-in-two-courses', course: 'first', ...WORD }],
  ])('takes no answer %s', async (_, answer) => {
    const { sha256, ...rest } = answer as CaseAnswer;
    const result = await doubled([sha256 === undefined ? rest : (answer as CaseAnswer)]);
    expect(result.overall.mandatoryNotEvaluable).toBe(2);
  });
});
