import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assessment/assess';
import { verdictText } from '../../src/cli/verdict-text';
import { notJudgedSentence } from '../../src/figures/missing-words';
import { makeReason } from '../../src/findings/reasons';
import { htmlReport } from '../../src/report/html-report';
import { type Cylinder, doseFile, loaded, twoCourses } from './written-case';

const body = (name: string, x: number): Cylinder => ({ name, x, y: 0, radiusMm: 4, fromMm: -9, toMm: 9 });
const SMALL = { origin: [-45, -45, -45], spacingMm: 10, size: [10, 10, 10] } as const;
const GOAL = { goal: 'Dmax <= 57 Gy', source: 'test' };

/** 45 Gy in 28 fractions twice: the cord's EQD2 (2 Gy) is far above 57 Gy. */
async function made(constraints: unknown, names = ['SpinalCord', 'Lungs', 'Esophagus'], tables: Record<string, object> = {}) {
  const { caseFile, files } = twoCourses(
    names.map((name, n) => body(name, 12 * n - 20)),
    () => 45,
    () => 45,
  );
  files['plan/RD.dcm'] = doseFile(() => 45, SMALL);
  files['prior/RD.dcm'] = doseFile(() => 45, { ...SMALL, planUid: '1.2.3.61' }, { SOPInstanceUID: '1.2.3.31' });
  for (const [name, table] of Object.entries(tables)) files[name] = new TextEncoder().encode(JSON.stringify(table));
  return assess(await loaded({ ...caseFile, robustness: false, constraints }, files));
}
type Result = Awaited<ReturnType<typeof made>>;
const goalsOf = (result: Result, roi: string) =>
  result.organs.find((organ) => organ.roi === roi)?.goals.map(({ goal, verdict, mandatory }) => [goal, verdict, mandatory]);
const codes = (result: Result) => result.findings.map(({ code }) => code);

const table = (organ: string | string[]) => ({
  name: 'mine',
  title: 'Mine',
  version: '1',
  description: 'test',
  opinionNote: 'test',
  defaults: { quantity: 'eqd2', scope: 'cumulative', mandatory: true, recovery: 'none', alphaBetaGy: 2, evidence: 'user' },
  goals: [{ organ, ...GOAL }],
});

describe('ownGoalFor', () => {
  it.each(['spinal cord', 'Spinal_Cord', 'Cord', 'spinalcord', '脊髄'])('holds the cord to a goal of "%s"', async (organ) => {
    const result = await made([{ organ, ...GOAL }]);
    expect(goalsOf(result, 'SpinalCord')).toEqual([['Dmax <= 57 Gy', 'exceeded', true]]);
    expect(result.overall.mandatoryExceeded).toBe(1);
  });

  it('keeps the name of an ROI that is there, and of a part of an organ', async () => {
    const result = await made(
      [
        { organ: 'Cord', ...GOAL },
        { organ: 'Lungs-GTV', ...GOAL },
      ],
      ['Cord', 'Lungs', 'GTV'],
    );
    expect(goalsOf(result, 'Cord')).toEqual([['Dmax <= 57 Gy', 'exceeded', true]]);
  });

  it('refuses a name that is nobody’s, with those that are nearest', async () => {
    await expect(made([{ organ: 'SpinalCrod', ...GOAL }])).rejects.toThrow(
      /case\.json: constraints\[0\]\.organ: found "SpinalCrod", .*nearest are SpinalCord,/,
    );
    await expect(made([{ organ: 'PTV_5040', ...GOAL }])).rejects.toThrow(/found "PTV_5040"/);
  });

  it('refuses a name as long as a book at once, and among ROIs of such names', async () => {
    // Held against each known name letter by letter, it took more than a minute.
    const long = 'SpinalCord'.repeat(100_000);
    const before = performance.now();
    await expect(made([{ organ: long, ...GOAL }])).rejects.toThrow(/^case\.json: constraints\[0\]\.organ: /);
    await expect(made([{ organ: 'Crod', ...GOAL }], ['SpinalCord', 'Lungs', `Rm ${long.slice(0, 60_000)}`])).rejects.toThrow(
      /nearest are SpinalCord,/,
    );
    expect(performance.now() - before).toBeLessThan(5000);
  });
});

describe('tableGoalsFor', () => {
  it('reads the organs of a user’s table as ROI names are read, once for each organ of a row', async () => {
    const result = await made('mine.json', undefined, { 'mine.json': table(['Spinal Cord', 'Myelon']) });
    expect(goalsOf(result, 'SpinalCord')).toEqual([['Dmax <= 57 Gy', 'exceeded', true]]);
  });

  it('tells a name that is nobody’s and counts its goals as not evaluable', async () => {
    const result = await made('mine.json', undefined, { 'mine.json': table('Crod') });
    expect(result.findings.find(({ code }) => code === 'goal-organ-unknown')).toMatchObject({
      severity: 'error',
      file: 'mine.json',
      facts: { organ: 'Crod' },
    });
    expect(result.overall.mandatoryNotEvaluable).toBe(1);
  });
});

describe('judgedOrgansFindings', () => {
  it('tells required organs that no mandatory goal asks anything of', async () => {
    const result = await made([
      { organ: 'Esophagus', ...GOAL },
      { organ: 'SpinalCord', ...GOAL, mandatory: false },
    ]);
    expect(result.findings.find(({ code }) => code === 'required-organ-not-judged')).toMatchObject({
      severity: 'warning',
      facts: { organs: ['SpinalCord', 'Lungs'] },
    });
    expect(result.overall.requiredNotJudged).toEqual(['SpinalCord', 'Lungs']);
  });

  it('tells organs that are asked of for some of the courses alone: their sum is not judged', async () => {
    const goals = [
      { organ: 'Esophagus', ...GOAL },
      { organ: 'SpinalCord', ...GOAL, scope: 'prior' },
      { organ: 'Lungs', goal: 'planned:Dmean <= 20 Gy', source: 'test' },
    ];
    const result = await made(goals);
    expect(result.overall).toMatchObject({
      requiredNotJudged: ['SpinalCord', 'Lungs'],
      requiredJudgedAlone: ['SpinalCord', 'Lungs'],
    });
    const said =
      'Not judged for the cumulative dose, for the mandatory goals are on the prior or the planned courses alone: SpinalCord, Lungs.';
    expect(notJudgedSentence(result)).toBe(said);
    expect(verdictText(result, [])).toContain(said);
    expect(htmlReport(result, { createdAt: new Date('2026-01-01') })).toContain(
      '; not judged for the cumulative dose: SpinalCord, Lungs',
    );
    const cord = result.organs.find(({ organ }) => organ === 'SpinalCord')!;
    expect(cord.goals[0].headroom).toEqual(makeReason('no-headroom-on-prior', {}));
    // A ratio of the sum is of the sum; one of the two courses on each other is of both.
    const ratio = { organ: 'Lungs', goal: 'Dmean / planned:Dmean <= 3', source: 'test' };
    expect((await made([...goals.slice(0, 2), ratio])).overall.requiredNotJudged).toEqual(['SpinalCord']);
  });

  it('takes a goal outside its source for none, and says nothing where each organ has one', async () => {
    // 28 fractions are outside of what HyTEC studied.
    const outside = await made(['hytec-cord', { organ: 'Lungs', ...GOAL }, { organ: 'Esophagus', ...GOAL }]);
    expect(outside.findings.find(({ code }) => code === 'required-organ-not-judged')?.facts).toEqual({ organs: ['SpinalCord'] });
    expect(codes(await made('reirradiation-thorax'))).not.toContain('required-organ-not-judged');
  });
});
