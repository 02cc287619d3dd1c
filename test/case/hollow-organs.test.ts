import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assessment/assess';
import { type Cylinder, loaded, structureFile, twoCourses } from './written-case';

const CORD: Cylinder = { name: 'SpinalCord', x: 0, y: 20, radiusMm: 6, fromMm: -29, toMm: 29 };
const LUNG: Cylinder = { name: 'Lungs', x: 30, y: 0, radiusMm: 8, fromMm: -29, toMm: 29 };
const GOALS = ['SpinalCord', 'Lungs'].map((organ) => ({ organ, goal: 'Dmax <= 70 Gy', mandatory: true }));
const WORD = { by: 'a physicist', on: '2026-01-05', why: 'the wall alone is meant' };

/** 60 Gy in all. */
async function result(bodies: readonly Cylinder[], more: object = {}, prior?: Uint8Array) {
  const { caseFile, files } = twoCourses(
    bodies,
    () => 40,
    () => 20,
  );
  const all = { ...caseFile, constraints: GOALS, ...more };
  if (prior) Object.assign(all.courses[0], { structures: 'prior/RS.dcm', registration: 'none' });
  return assess(await loaded(all, { ...files, ...(prior && { 'prior/RS.dcm': prior }) }));
}
type Result = Awaited<ReturnType<typeof result>>;
const verdicts = ({ organs }: Result) =>
  Object.fromEntries(organs.flatMap(({ roi, goals }) => goals.map(({ verdict, code }) => [roi, code ?? verdict])));
const asking = ({ findings }: Result) => findings.filter(({ answerable }) => answerable);

describe('an organ whose contours are taken as its holes', () => {
  it('has no verdict until somebody says that it is hollow', async () => {
    const drawn = [{ ...CORD, innerMm: [5] }, LUNG];
    const told = await result(drawn);
    expect(asking(told)).toMatchObject([{ code: 'nested-contours', severity: 'error', roi: 'SpinalCord' }]);
    expect(verdicts(told)).toEqual({ SpinalCord: 'question-open', Lungs: 'met' });
    const [{ sha256 }] = asking(told);
    const answers = [{ code: 'nested-contours', sha256, roi: 'SpinalCord', ...WORD }];
    expect(verdicts(await result(drawn, { answers }))).toEqual({ SpinalCord: 'met', Lungs: 'met' });
  });

  it('is asked about by the user’s word for what it is as well', async () => {
    const told = await result([{ ...CORD, name: 'Rm_17', innerMm: [5] }, LUNG], { organs: { Rm_17: { organ: 'SpinalCord' } } });
    expect(asking(told)).toMatchObject([{ code: 'nested-contours', roi: 'Rm_17' }]);
  });

  it('is asked about on the contours of a course that is summed apart', async () => {
    const own = structureFile([{ ...CORD, name: 'Cord', innerMm: [5] }, LUNG], { SOPInstanceUID: '1.2.3.22' });
    expect(asking(await result([CORD, LUNG], {}, own))).toMatchObject([{ code: 'nested-contours', course: 'first' }]);
  });

  it('is no target, no ring, and no organ less a target', async () => {
    const rings = ['PTV_1', 'PTV_Ring', 'Lungs-GTV', 'Skin'].map((name) => ({ ...LUNG, name, innerMm: [6] }));
    const told = await result([CORD, LUNG, ...rings], { derived: { Edge: 'PTV_Ring & SpinalCord' } });
    expect(asking(told)).toEqual([]);
  });
});

describe('a small hole in one slice', () => {
  // Of radius 2.9 mm on a slice of 2 mm: 0.053 cc. Beside the axis the rim is 1.1 mm wide on one side and 5.1 on the other.
  const hole = (name: string): Cylinder[] => [
    { ...CORD, name, y: 18, radiusMm: 2.9, fromMm: 1, toMm: 1 },
    { ...CORD, name, fromMm: -29, toMm: 29 },
  ];
  const told = (name: string, organs?: object, radiusMm = 2.9) => {
    const [inner, outer] = hole(name);
    return result([{ ...outer, also: [{ ...inner, radiusMm }] }, CORD_ELSEWHERE, LUNG], organs);
  };
  const CORD_ELSEWHERE: Cylinder = { ...CORD, x: -30 };
  /** That the cord is elsewhere than its canal is asked too. */
  const asksOf = async (...of: Parameters<typeof told>) =>
    asking(await told(...of)).flatMap(({ code, roi }) => (code === 'organ-not-held' ? [] : [[code, roi]]));

  it.each(['Cord', 'SpinalCanal', 'Brainstem', 'BrachialPlex_L', 'SpinalCord_PRV05'])('of %s is asked about', async (name) => {
    expect(await asksOf(name)).toEqual([['nested-contours', name]]);
  });

  it('of an organ by the user’s word is asked about as well', async () => {
    expect(await asksOf('Moelle', { organs: { Moelle: { organ: 'SpinalCord' } } })).toEqual([['nested-contours', 'Moelle']]);
  });

  it('is no question where it is of less than 0.03 cc, nor in an organ in which vessels run', async () => {
    // 12.3 mm² and 2 mm: 0.025 cc.
    expect(await asksOf('Cord', undefined, 1.98)).toEqual([]);
    expect(await asksOf('Heart')).toEqual([]);
  });
});

describe('an organ whose contours go round twice', () => {
  it('is that organ, with its dose', async () => {
    const told = await result([{ ...CORD, passes: 2 }, LUNG]);
    expect(told.organs[0]).toMatchObject({
      volumeCc: expect.closeTo((Math.PI * 36 * 60) / 1000, 3),
      metrics: { Dmax: { cumulativeEqd2Gy: expect.any(Number) } },
    });
    expect(told.findings).toContainEqual(expect.objectContaining({ code: 'contour-retraced', severity: 'info' }));
    expect(verdicts(told)).toEqual({ SpinalCord: 'met', Lungs: 'met' });
  });
});
