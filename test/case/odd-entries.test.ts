import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assessment/assess';
import { verdictText } from '../../src/cli/verdict-text';
import { restsOnLines, restsOnMore } from '../../src/figures/rests-on';
import { makeGuess } from '../../src/inspection/proposal-words';
import { warnings } from '../../src/report/hangs-on';
import { htmlReport } from '../../src/report/html-report';
import { type Cylinder, loaded, structureFile, twoCourses } from './written-case';

const CORD: Cylinder = { name: 'SpinalCord', x: 0, y: 20, radiusMm: 5, fromMm: -9, toMm: 9 };
const GOAL = {
  organ: 'SpinalCord',
  goal: 'Dmax <= 90 Gy',
  quantity: 'eqd2',
  scope: 'cumulative',
  mandatory: true,
  source: 'test',
};

async function made(edit: (courses: Record<string, unknown>[]) => Record<string, unknown>[], more: object = {}) {
  const { caseFile, files } = twoCourses(
    [CORD],
    () => 30,
    () => 30,
  );
  const courses = edit(caseFile.courses);
  return assess(await loaded({ ...caseFile, courses, robustness: false, constraints: [GOAL], ...more }, files));
}
type Made = Awaited<ReturnType<typeof made>>;
const found = (result: Made, code: string) => result.findings.find((each) => each.code === code);
const cordGoal = (result: Made) => result.organs.find(({ organ }) => organ === 'SpinalCord')!.goals[0];
const withDelivered = (deliveredFractions: number) => (courses: Record<string, unknown>[]) => [
  { ...courses[0], phases: [{ dose: 'prior/RD.dcm', deliveredFractions }] },
  courses[1],
];
const WORD = { by: 'a physicist', on: '2026-01-05', why: 'broken off' };

describe('odd entries of a case', () => {
  it('says that without a planned course the prior dose alone is summed', async () => {
    const alone = await made(([prior]) => [prior]);
    expect(found(alone, 'no-planned-course')).toMatchObject({ severity: 'warning' });
    expect(found(await made((courses) => courses), 'no-planned-course')).toBeUndefined();
  });

  it('says that without a prior course nothing is cumulative, on page one of each answer', async () => {
    const alone = await made(([, planned]) => [planned]);
    const said = 'The case has no prior course: cumulative figures are those of the planned course alone.';
    expect(found(alone, 'no-prior-course')).toMatchObject({ severity: 'warning', message: said });
    expect(cordGoal(alone).verdict).toBe('met');
    expect(restsOnLines(alone)).toEqual([said]);
    expect(restsOnMore(alone)).toBe(true);
    expect(found(await made((courses) => courses), 'no-prior-course')).toBeUndefined();
  });

  it('tells no guess that the case does not bear out, and the others by the present names', async () => {
    const guesses = [
      makeGuess('courses[0].role', 'role-by-date', { name: 'before', day: '2020-01-01', role: 'prior' }),
      makeGuess('courses[1].role', 'role-by-date', { name: 'second', day: '2024-01-01', role: 'prior' }),
    ];
    const told = found(await made((courses) => courses, { guesses }), 'guesses-not-confirmed')?.facts;
    expect(told).toMatchObject({ guesses: ['first (2020-01-01) is taken for the prior course: a newer one is there.'] });
  });

  it('says of files that were left out when the case was made that they are in no sum, on page one', async () => {
    const guess = makeGuess('courses', 'course-left-out', { files: ['old/RD.dcm'] });
    const other = makeGuess('courses[0].role', 'role-by-date', { name: 'first', day: '2020-01-01', role: 'prior' });
    const result = await made((courses) => courses, { guesses: [guess, other] });
    expect(found(result, 'course-left-out')).toMatchObject({ severity: 'error', facts: { files: ['old/RD.dcm'] } });
    expect(found(result, 'guesses-not-confirmed')?.facts).toMatchObject({ guesses: [other.message] });
    expect(restsOnLines(result)).toContain(found(result, 'course-left-out')!.message);
  });

  it('asks about a course of which less than half is said to be delivered', async () => {
    const open = await made(withDelivered(13));
    expect(found(open, 'few-fractions-delivered')).toMatchObject({ answerable: true, facts: { delivered: 13, planned: 28 } });
    expect(cordGoal(open)).toMatchObject({ verdict: 'not evaluable', code: 'question-open' });
    expect(found(await made(withDelivered(14)), 'few-fractions-delivered')).toBeUndefined();
    expect(found(await made(withDelivered(28)), 'part-of-fractions-delivered')).toBeUndefined();
    const answers = [{ code: 'few-fractions-delivered', course: 'first', ...WORD }];
    expect(cordGoal(await made(withDelivered(13), { answers })).verdict).toBe('met');
  });

  it('says on page one and in the heads of how many fractions a part was delivered', async () => {
    const result = await made(withDelivered(14));
    const said = found(result, 'part-of-fractions-delivered')!;
    expect(said).toMatchObject({ severity: 'warning', course: 'first', facts: { delivered: 14, planned: 28 } });
    expect(restsOnLines(result)).toContain(said.message);
    expect(result.courses[0].phases[0]).toMatchObject({ fractions: 14, plannedFractions: 28 });
    expect(result.courses[1].phases[0]).not.toHaveProperty('plannedFractions');
    expect(verdictText(result, [])).toContain('Prior: first, 14 of 28 fractions');
    expect(htmlReport(result, { createdAt: new Date(0) })).toContain('14 of 28\u00a0fractions');
  });

  it('asks of one of several phases not whether the course was broken off alone', async () => {
    const phases = [
      { totalDoseGy: 50, fractions: 25, deliveredFractions: 10 },
      { totalDoseGy: 30, fractions: 15 },
    ];
    const open = await made((courses) => [{ ...courses[0], phases }, courses[1]]);
    const asked = found(open, 'few-fractions-delivered')!;
    expect(asked.facts).toMatchObject({ delivered: 10, planned: 25, isOfSeveral: true });
    expect(asked.message).toContain('the other fractions were those of another plan');
    expect(found(await made(withDelivered(13)), 'few-fractions-delivered')!.message).toContain(
      "somebody's word that the course was broken off",
    );
  });

  it('says of a record what of it that share counts, and what is counted whole', async () => {
    const recorded = async (phase: object) => {
      const result = await made((courses) => [{ ...courses[0], phases: [{ fractions: 25, ...phase }] }, courses[1]]);
      return (found(result, 'part-of-fractions-delivered') ?? found(result, 'few-fractions-delivered'))!.message;
    };
    const organDoses = { SpinalCord: { Dmax: 42 } };
    const whole = await recorded({ deliveredFractions: 20, organDoses });
    expect(whole).toContain('its recorded maxima are counted whole');
    expect(whole).not.toContain('20/25');
    const both = await recorded({ deliveredFractions: 20, organDoses, totalDoseGy: 50 });
    expect(both).toContain('its prescription is counted at 20/25, its recorded maxima whole');
    const ofAll = await recorded({ deliveredFractions: 20, organDoses, organDosesAre: 'planned' });
    expect(ofAll).toContain('what is recorded of it is counted at 20/25');
    expect(await recorded({ deliveredFractions: 20, totalDoseGy: 50 })).toContain('recorded of it is counted at 20/25');
    const few = await recorded({ deliveredFractions: 5, organDoses });
    expect(few).toContain('less than half; its recorded maxima are counted whole');
    expect(few).not.toContain('scaled');
  });

  it.each([0.4, 26, 1e9, 1e-9])('asks about an alpha/beta of %s Gy', async (alphaBetaGy) => {
    const open = await made((courses) => courses, { organs: { SpinalCord: { alphaBetaGy } } });
    expect(found(open, 'alpha-beta-implausible')).toMatchObject({ answerable: true, roi: 'SpinalCord', facts: { alphaBetaGy } });
    expect(cordGoal(open).verdict).toBe('not evaluable');
  });

  it.each([0.5, 25])('takes an alpha/beta of %s Gy', async (alphaBetaGy) => {
    const result = await made((courses) => courses, { organs: { SpinalCord: { alphaBetaGy } } });
    expect(found(result, 'alpha-beta-implausible')).toBeUndefined();
  });

  it.each([0.4, 26, 200])('asks about the alpha/beta of %s Gy of a goal', async (alphaBetaGy) => {
    const constraints = [{ ...GOAL, alphaBetaGy }];
    const open = await made((courses) => courses, { constraints });
    const facts = { roi: 'SpinalCord', goal: 'Dmax <= 90 Gy', alphaBetaGy };
    expect(found(open, 'alpha-beta-implausible')).toMatchObject({ answerable: true, roi: 'SpinalCord', facts });
    expect(cordGoal(open)).toMatchObject({ verdict: 'not evaluable', code: 'question-open' });
    const answers = [{ code: 'alpha-beta-implausible', roi: 'SpinalCord', ...WORD }];
    expect(cordGoal(await made((courses) => courses, { constraints, answers })).verdict).toBe('met');
  });

  it.each(['Dmax > 57 Gy', 'D0.03cc >= 5 Gy', 'V20Gy > 10 %', 'V20Gy + 0.5 * V5Gy >= 60 %', 'Dmean > 3 Gy'])(
    'says that more dose meets %s',
    async (goal) => {
      const result = await made((courses) => courses, { constraints: [{ ...GOAL, goal }] });
      const facts = { organ: 'SpinalCord', goal };
      expect(found(result, 'goal-asks-for-dose')).toMatchObject({ severity: 'warning', facts });
      expect(warnings(result).join()).toContain(`the goal ${goal} is met by more dose`);
    },
  );

  it.each([
    ['SpinalCord', 'CV16Gy[cc] >= 1 cc'],
    ['SpinalCord', 'Dmax < 57 Gy'],
    ['SpinalCord', '90 - Dmax / Dmean > 5'],
    ['PTV', 'D95% >= 50 Gy'],
  ])('says nothing of the kind of %s %s', async (organ, goal) => {
    const structures = structureFile([CORD, { ...CORD, name: 'PTV', y: -20 }]);
    const { caseFile, files } = twoCourses(
      [CORD],
      () => 30,
      () => 30,
    );
    const constraints = [{ ...GOAL, organ, goal }];
    const inputs = await loaded({ ...caseFile, constraints }, { ...files, 'plan/RS.dcm': structures });
    expect(inputs.findings.map(({ code }) => code)).not.toContain('goal-asks-for-dose');
  });

  it.each([
    ['beside a prescription', { totalDoseGy: 50.4, fractions: 28, organDoses: { SpinalCord: { Dmax: 0 } } }],
    ['alone', { fractions: 28, organDoses: { SpinalCord: { Dmax: 0 } } }],
  ])('asks about a record of 0 Gy in an organ, %s', async (_, phase) => {
    const withRecord = ([prior, planned]: Record<string, unknown>[]) => [{ ...prior, phases: [phase] }, planned];
    const open = await made(withRecord);
    const facts = { course: 'first', organs: ['SpinalCord'] };
    expect(found(open, 'record-dose-zero')).toMatchObject({ severity: 'error', answerable: true, facts });
    expect(cordGoal(open)).toMatchObject({ verdict: 'not evaluable', code: 'question-open' });
    const answers = [{ code: 'record-dose-zero', course: 'first', ...WORD }];
    expect(cordGoal(await made(withRecord, { answers })).verdict).toBe('met');
  });
});
