import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assessment/assess';
import { setOrganOverride } from '../../src/case/edit/edit-anatomy';
import { type Assessment, evaluatedOrgans } from '../../src/evaluation/assessment';
import { quantityWords } from '../../src/figures/wording';
import { htmlReport } from '../../src/report/html-report';
import { type Cylinder, eqd2Gy, loaded, twoCourses } from '../case/written-case';

/*
 * 40 Gy and 24 Gy, each in 28 fractions (see `twoCourses`), uniform: with α/β 2 more than with 3 or 10, so that a cord
 * that is judged as heart or as a target would meet what it exceeds.
 */

const body = (name: string, y: number, x = 0): Cylinder => ({ name, x, y, radiusMm: 5, fromMm: -29, toMm: 29 });
const WORD = { by: 'a physicist', on: '2026-01-05', why: 'labelled so by the clinic' };
const sum = (alphaBetaGy: number) => eqd2Gy(40, 28, alphaBetaGy) + eqd2Gy(24, 28, alphaBetaGy);
const limit = (organ: string) => ({ organ, goal: 'Dmax <= 50 Gy', source: 'test', mandatory: true });

const DAYS = [
  { started: '2020-01-06', completed: '2020-02-12' },
  { starts: '2023-01-09', completed: '2023-02-15' },
];

async function made(bodies: readonly Cylinder[], more: object, isAnswered: readonly string[] = []) {
  const { caseFile: given, files } = twoCourses(
    bodies,
    () => 40,
    () => 24,
  );
  const caseFile = { ...given, courses: given.courses.map((course, c) => ({ ...course, ...DAYS[c] })) };
  const ask = async (answers: object[]) =>
    assess(await loaded({ ...caseFile, robustness: false, ...more, ...(answers.length > 0 && { answers }) }, files));
  const open = await ask([]);
  if (isAnswered.length === 0) return open;
  const asking = open.findings.filter(({ code, answerable }) => answerable && code === 'roi-taken-against-its-name');
  return ask(isAnswered.map((roi) => ({ code: asking[0].code, sha256: asking[0].sha256, roi, ...WORD })));
}
const organ = (result: Assessment, roi: string) => evaluatedOrgans(result.organs).find((each) => each.roi === roi)!;
const asks = ({ findings }: Assessment) =>
  findings.filter(({ code, answerable }) => answerable && code === 'roi-taken-against-its-name').map(({ roi }) => roi);
/** The verdict of a goal on an organ of that name, its α/β and whose it is. */
const goalOf = (result: Assessment, roi: string, n = 0) => {
  const { verdict, alphaBetaGy, alphaBetaOf, value } = organ(result, roi).goals[n];
  return { verdict, alphaBetaGy, alphaBetaOf, value };
};

describe('judgedAs', () => {
  it.each(['Heart', 'GTV'])('judges a cord that is taken for %s with the α/β of a cord', async (taken) => {
    const bodies = [body('SpinalCord', 20), body('Lungs', 0, 20)];
    const more = { organs: { SpinalCord: { organ: taken } }, constraints: [limit('SpinalCord'), limit(taken)] };
    const result = await made(bodies, more, ['SpinalCord']);
    const cord = goalOf(result, 'SpinalCord');
    expect(cord).toMatchObject({ verdict: 'exceeded', alphaBetaGy: 2, alphaBetaOf: 'SpinalCord' });
    // Uniform dose: what single precision and dose scaling leave.
    expect(cord.value).toBeCloseTo(sum(2), 2);
    const other = taken === 'Heart' ? 3 : 10;
    expect(goalOf(result, 'SpinalCord', 1)).toMatchObject({ alphaBetaGy: other, alphaBetaOf: undefined });
    expect(goalOf(result, 'SpinalCord', 1).value).toBeCloseTo(sum(other), 2);
    expect(quantityWords(organ(result, 'SpinalCord').goals[0])).toContain('(that of SpinalCord, by the ROI’s name)');
  });

  it('takes the α/β that the case itself sets for the ROI, and tells it against the table of what its name says', async () => {
    // 3 Gy is the heart's of the table: what makes it the case's own is the cord's goal.
    const more = { organs: { SpinalCord: { organ: 'Heart', alphaBetaGy: 3 } }, constraints: [limit('SpinalCord')] };
    const result = await made([body('SpinalCord', 20)], more, ['SpinalCord']);
    expect(goalOf(result, 'SpinalCord')).toMatchObject({ alphaBetaGy: 3, alphaBetaOf: undefined });
    const told = result.findings.find(({ code }) => code === 'own-alpha-beta')!;
    expect(told.facts).toMatchObject({ roi: 'SpinalCord', ownGy: 3, tableGy: 2, withTable: { verdict: 'exceeded' } });
  });

  it('takes nothing off a cord that is taken for a target for what a tumour grows', async () => {
    const repopulation = { dProlifGyPerDay: 0.6, kickOffDays: 7 };
    const goals = [{ ...limit('SpinalCord'), model: 'organ' }];
    const more = { organs: { SpinalCord: { organ: 'GTV', repopulation } }, constraints: goals };
    const result = await made([body('SpinalCord', 20)], more, ['SpinalCord']);
    expect(goalOf(result, 'SpinalCord').value).toBeCloseTo(sum(2), 2);
  });

  it('changes nothing of an ROI whose name says nothing, or that is what its name says', async () => {
    const more = {
      organs: { Cord_2: { organ: 'SpinalCord' }, Heart: { organ: 'Heart' } },
      constraints: [limit('Cord_2'), limit('Heart')],
    };
    const result = await made([body('Cord_2', 20), body('Heart', -20)], more);
    expect(asks(result)).toEqual([]);
    expect(goalOf(result, 'Cord_2')).toMatchObject({ alphaBetaGy: 2, alphaBetaOf: undefined, verdict: 'exceeded' });
    expect(goalOf(result, 'Heart')).toMatchObject({ alphaBetaGy: 3, alphaBetaOf: undefined });
  });
});

describe('an ROI taken against its name', () => {
  it('has no verdict, nor what is made of it, until somebody answers; page one names it then too', async () => {
    const more = {
      organs: { SpinalCord: { organ: 'Heart' } },
      derived: { SpinalCord_PRV03: 'expand(SpinalCord, 3 mm)' },
      constraints: [limit('SpinalCord'), limit('SpinalCord_PRV03'), limit('Lungs')],
    };
    const bodies = [body('SpinalCord', 20), body('Lungs', 0, 20)];
    const open = await made(bodies, more);
    expect(asks(open)).toEqual(['SpinalCord']);
    for (const roi of ['SpinalCord', 'SpinalCord_PRV03']) {
      expect(organ(open, roi).goals[0]).toMatchObject({ verdict: 'not evaluable', code: 'question-open' });
    }
    expect(organ(open, 'Lungs').goals[0].code).toBeUndefined();
    const told = await made(bodies, more, ['SpinalCord']);
    expect(organ(told, 'SpinalCord').goals[0].verdict).toBe('exceeded');
    const [page] = htmlReport(told, { createdAt: new Date(0) }).split('</section>');
    expect(page).toContain('is that of SpinalCord, and the case takes it for Heart');
  });

  it.each([
    ['a margin about the organ', 'SpinalCord_PRV03', 'SpinalCord', false],
    ['the canal of the cord', 'SpinalCanal', 'SpinalCord', false],
    ['the canal for another organ', 'SpinalCanal', 'Esophagus', true],
    ['the cord for its own margin', 'SpinalCord', 'SpinalCord_PRV', true],
    ['one side for the other', 'Lung_L', 'Lung_R', true],
    ['one side for both', 'Lung_L', 'Lungs', true],
    ['a target for another kind', 'CTV', 'PTV', false],
    ['a target for an organ at risk', 'PTV_5040', 'Heart', true],
    ['an organ at risk for a target', 'Esophagus', 'PTV', true],
  ])('asks where an organ would be lost: %s', async (_, name, taken, isAsked) => {
    const result = await made([body(name, 20)], { organs: { [name]: { organ: taken } }, constraints: [limit(taken)] });
    expect(asks(result)).toEqual(isAsked ? [name] : []);
    expect(result.findings.filter(({ code }) => code === 'roi-taken-against-its-name')).toHaveLength(1);
  });
});

describe('setOrganOverride', () => {
  const answers = [{ code: 'roi-taken-against-its-name', sha256: 'a'.repeat(64), roi: 'SpinalCord', ...WORD }];
  const caseFile = { organs: { SpinalCord: { organ: 'Heart' } }, answers } as unknown as Parameters<typeof setOrganOverride>[0];

  it('asks anew where an ROI is taken for yet another organ, and keeps the word where it is not', () => {
    expect(setOrganOverride(caseFile, 'SpinalCord', { organ: 'GTV' }).answers).toBeUndefined();
    expect(setOrganOverride(caseFile, 'SpinalCord', { alphaBetaGy: 3 }).answers).toEqual(answers);
    expect(setOrganOverride(caseFile, 'Trachea', { organ: 'Liver' }).answers).toEqual(answers);
  });
});
