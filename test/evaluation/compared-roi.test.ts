import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assessment/assess';
import { registrationQualityOf } from '../../src/evaluation/registration-quality-of';
import { hangsOn } from '../../src/report/hangs-on';
import { type Cylinder, doseFile, loaded, PRIOR, registrationFile, structureFile, twoCourses } from '../case/written-case';

/* An ROI that is taken for another organ than its name says is compared with what is the same tissue on the prior course. */

const cylinder = (name: string, x: number, y: number, radiusMm: number): Cylinder => ({
  name,
  x,
  y,
  radiusMm,
  fromMm: -29,
  toMm: 29,
});
const TRACHEA = cylinder('Trachea', -20, 0, 6);
const HEART = cylinder('Heart', 20, 0, 12);
const CORD = cylinder('SpinalCord', 0, 30, 5);
/** High on the trachea's side, low on the heart's: 44 Gy and 12 Gy at their middles. */
const prior = (x: number) => 28 - 0.8 * x;
const AT_REST = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
const WORD = { by: 'a physicist', on: '2026-01-05', why: 'mislabelled' };

async function made(
  organs: Record<string, { organ: string }>,
  { now = [TRACHEA, HEART, CORD], own = [TRACHEA, HEART, CORD], matrix = AT_REST, answers = [] as object[] } = {},
) {
  const { caseFile, files } = twoCourses(now, prior, () => 20);
  files['prior/RD.dcm'] = doseFile(prior, { frame: PRIOR, planUid: '1.2.3.61' });
  files['prior/RS.dcm'] = structureFile(own, { SOPInstanceUID: '1.2.3.41' }, PRIOR);
  files['REG.dcm'] = registrationFile(matrix);
  caseFile.courses[0].structures = 'prior/RS.dcm';
  const inputs = await loaded(
    { ...caseFile, organs, registrations: ['REG.dcm'], robustness: false, ...(answers.length > 0 && { answers }) },
    files,
  );
  return { result: assess(inputs), inputs };
}
type Result = Awaited<ReturnType<typeof made>>['result'];
const told = ({ findings }: Result) =>
  findings.filter(({ code }) => code === 'sum-above-own-maxima' || code === 'carried-dose-differs').map(({ message }) => message);
const check = (result: Result) =>
  hangsOn(result)
    .map(({ text }) => text)
    .find((row) => row.includes('Check of it'));
const answerTo = ({ findings }: Result) => {
  const { code, sha256, roi } = findings.find((each) => each.code === 'roi-taken-against-its-name')!;
  return { code, sha256, roi, ...WORD };
};

describe('an ROI taken for another organ than its name says', () => {
  it('is compared with what has its name on the prior course, and no registration is blamed', async () => {
    const { result, inputs } = await made({ Trachea: { organ: 'Heart' } });
    expect(result.findings.find(({ code }) => code === 'roi-taken-against-its-name')).toMatchObject({ severity: 'error' });
    expect(told(result)).toEqual([]);
    const trachea = result.organs.find(({ roi }) => roi === 'Trachea')!;
    expect(trachea.ownAnatomy).toMatchObject([{ comparedWith: 'Trachea' }]);
    const [own] = trachea.ownAnatomy!;
    // Carried at rest: the same contours in the same dose, to rounding of 32-bit sums.
    expect(own['carriedD0.03ccEqd2Gy']).toBeCloseTo(own['D0.03ccEqd2Gy'], 2);
    expect(check(result)).toContain('at most 0.0 Gy EQD2 apart');
    const { organs } = registrationQualityOf(inputs, 0, [{ matrix: AT_REST } as never]);
    expect(organs.map(({ name }) => name)).toEqual(['Trachea', 'Heart', 'SpinalCord']);
    // The same volume drawn twice; sampled on a grid.
    expect(organs[0].overlap!.dice).toBeCloseTo(1, 2);
  });

  it('is compared with nothing where the prior course has none of its name', async () => {
    const { result } = await made({ Trachea: { organ: 'Heart' } }, { own: [HEART, CORD] });
    expect(result.organs.find(({ roi }) => roi === 'Trachea')!.ownAnatomy).toBeUndefined();
    expect(told(result)).toEqual([]);
    expect(result.findings.filter(({ code, roi }) => code === 'organ-smaller-than-on-prior' && roi === 'Trachea')).toEqual([]);
  });

  it('is compared with what somebody answers that it is, and that is said', async () => {
    const asked = (await made({ Trachea: { organ: 'Heart' } })).result;
    const { result } = await made({ Trachea: { organ: 'Heart' } }, { answers: [answerTo(asked)] });
    const [sum, differs] = told(result).toSorted((a, b) => Number(/carried onto/.test(a)) - Number(/carried onto/.test(b)));
    expect(differs).toMatch(
      /^Trachea: .* EQD2 on its own contours of Heart and .* carried onto today's of Trachea\. Trachea is something else, the organ is drawn differently/,
    );
    expect(sum).toMatch(
      /near maxima in what is Heart in their own structures together .* Unless Trachea is something else, prior dose from outside/,
    );
    expect(check(result)).toContain('(Trachea, beside Heart there, which is in question)');
  });

  it('leaves a wrong registration to be told by the organs that are not in question', async () => {
    const matrix = [1, 0, 0, -25, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
    const { result } = await made({ Trachea: { organ: 'Heart' } }, { matrix });
    expect(told(result).join()).toMatch(/^SpinalCord: |,SpinalCord: |^Heart: |,Heart: /);
    expect(told(result).join()).not.toMatch(/Trachea/);
  });
});

describe('an ROI taken for the organ that its name holds the whole of', () => {
  const CANAL = cylinder('SpinalCanal', 0, 30, 9);
  const asCord = { SpinalCanal: { organ: 'SpinalCord' } };

  it('is compared with its like where the prior course has it, else with the organ, by its name', async () => {
    const like = (await made(asCord, { now: [CANAL, HEART, TRACHEA], own: [CANAL, CORD, HEART, TRACHEA] })).result;
    expect(like.organs.find(({ roi }) => roi === 'SpinalCanal')!.ownAnatomy).toMatchObject([{ comparedWith: 'SpinalCanal' }]);
    const organ = (await made(asCord, { now: [CANAL, HEART, TRACHEA], own: [CORD, HEART, TRACHEA] })).result;
    expect(organ.organs.find(({ roi }) => roi === 'SpinalCanal')!.ownAnatomy).toMatchObject([{ comparedWith: 'SpinalCord' }]);
    const plain = (await made({}, {})).result;
    expect(plain.organs.every(({ ownAnatomy }) => ownAnatomy?.every((own) => !('comparedWith' in own)) ?? true)).toBe(true);
  });
});
