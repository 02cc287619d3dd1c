import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assessment/assess';
import { type Cylinder, loaded, structureFile, twoCourses } from './written-case';

const CORD: Cylinder = { name: 'SpinalCord', x: 0, y: 20, radiusMm: 5, fromMm: -29, toMm: 29 };
const LUNG: Cylinder = { name: 'Lungs', x: 30, y: 0, radiusMm: 8, fromMm: -29, toMm: 29 };
const GOALS = ['SpinalCord', 'Lungs', 'Cord_in'].map((organ) => ({ organ, goal: 'Dmax <= 70 Gy', mandatory: true }));
const WORD = { by: 'a physicist', on: '2026-01-05', why: 'drawn at the two levels of the fields alone' };

/** Thirty slices of 2 mm; 60 Gy in all. */
async function result(cord: Partial<Cylinder>, more: object = {}, prior?: Uint8Array) {
  const { caseFile, files } = twoCourses(
    [{ ...CORD, ...cord }, LUNG],
    () => 40,
    () => 20,
  );
  const derived = { Cord_in: 'contract(SpinalCord, 1 mm)' };
  const all = { ...caseFile, derived, constraints: GOALS, organs: { Cord_in: { alphaBetaGy: 2 } }, ...more };
  if (prior) Object.assign(all.courses[0], { structures: 'prior/RS.dcm', registration: 'none' });
  return assess(await loaded(all, { ...files, ...(prior && { 'prior/RS.dcm': prior }) }));
}
const verdicts = ({ organs }: Awaited<ReturnType<typeof result>>) =>
  Object.fromEntries(organs.flatMap(({ roi, goals }) => goals.map(({ verdict, code }) => [roi, code ?? verdict])));

describe('an organ of which slices are missing', () => {
  it('has no verdict where more than a tenth is, nor has what is made of it; other organs have', async () => {
    const told = await result({ without: [-9, -7, -5, 5] });
    expect(told.findings.filter(({ answerable }) => answerable)).toMatchObject([
      { code: 'slice-gap', severity: 'error', roi: 'SpinalCord', file: 'plan/RS.dcm', facts: { gaps: 2 } },
    ]);
    expect(verdicts(told)).toEqual({ SpinalCord: 'question-open', Lungs: 'met', Cord_in: 'question-open' });
  });

  it('has one again once somebody has said that the gaps are meant', async () => {
    const { sha256 } = (await result({ without: [-9, -7, -5, 5] })).findings.find(({ answerable }) => answerable)!;
    const told = await result(
      { without: [-9, -7, -5, 5] },
      { answers: [{ code: 'slice-gap', sha256, roi: 'SpinalCord', ...WORD }] },
    );
    expect(verdicts(told)).toEqual({ SpinalCord: 'met', Lungs: 'met', Cord_in: 'met' });
  });

  it('is not answered for by what was said of another organ of the file', async () => {
    const { caseFile, files } = twoCourses(
      [CORD, LUNG].map((body) => ({ ...body, without: [-9, -7, -5, 5] })),
      () => 40,
      () => 20,
    );
    const goals = GOALS.slice(0, 2);
    const withAnswers = async (answers: object[]) =>
      assess(await loaded({ ...caseFile, constraints: goals, ...(answers.length > 0 && { answers }) }, files));
    const open = (await withAnswers([])).findings.filter(({ answerable }) => answerable);
    expect(open.map(({ roi }) => roi)).toEqual(['SpinalCord', 'Lungs']);
    const { sha256 } = open[0];
    const answer = { code: 'slice-gap', sha256, ...WORD };
    expect(verdicts(await withAnswers([answer]))).toEqual({ SpinalCord: 'question-open', Lungs: 'question-open' });
    expect(verdicts(await withAnswers([{ ...answer, roi: 'Lungs' }]))).toEqual({ SpinalCord: 'question-open', Lungs: 'met' });
  });

  it('takes an answer that names no organ where only one is asked about', async () => {
    const without = [-9, -7, -5, 5];
    const { sha256 } = (await result({ without })).findings.find(({ answerable }) => answerable)!;
    const told = await result({ without }, { answers: [{ code: 'slice-gap', sha256, ...WORD }] });
    expect(verdicts(told)).toMatchObject({ SpinalCord: 'met' });
  });

  it('of a course’s own contours is answered for by the organ’s name there', async () => {
    const without = [-9, -7, -5, 5];
    const bodies = [
      { ...CORD, name: 'Cord', without },
      { ...LUNG, without },
    ];
    const own = structureFile(bodies, { SOPInstanceUID: '1.2.3.22' });
    const asking = (await result({}, {}, own)).findings.filter(({ answerable }) => answerable);
    expect(asking).toHaveLength(2);
    const of = (roi?: string) => ({ code: 'slice-gap', sha256: asking[0].sha256, course: 'first', ...(roi && { roi }), ...WORD });
    expect(verdicts(await result({}, { answers: [of('Cord')] }, own))).toMatchObject({ SpinalCord: 'question-open' });
    const both = await result({}, { answers: [of('Cord'), of('Lungs')] }, own);
    expect(verdicts(both)).toMatchObject({ SpinalCord: 'met', Lungs: 'met' });
  });

  it('is told, and judged, where a tenth and less is', async () => {
    const told = await result({ without: [-9, 5] });
    expect(told.findings.filter(({ code }) => code === 'slice-gap')).toMatchObject([
      { severity: 'warning', facts: { gaps: 2, lostShare: expect.closeTo(2 / 30, 6) } },
    ]);
    expect(verdicts(told)).toEqual({ SpinalCord: 'met', Lungs: 'met', Cord_in: 'met' });
  });

  it('asks of a course that is summed on contours of its own', async () => {
    const own = (without: readonly number[]) =>
      structureFile([{ ...CORD, name: 'Cord', without }, LUNG], { SOPInstanceUID: '1.2.3.22' });
    expect(verdicts(await result({}, {}, own([])))).toMatchObject({ SpinalCord: 'met' });
    const told = await result({}, {}, own([-9, -7, -5, 5]));
    expect(told.findings.filter(({ answerable }) => answerable)).toMatchObject([
      { code: 'slice-gap', course: 'first', file: 'prior/RS.dcm', facts: { roi: 'Cord' } },
    ]);
    expect(verdicts(told)).toMatchObject({ SpinalCord: 'question-open', Lungs: 'question-open' });
  });
});
