import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/assessment/assess';
import { type Cylinder, doseFile, loaded, PRIOR, structureFile, twoCourses } from '../../case/written-case';

const CORD: Cylinder = { name: 'SpinalCord', x: 0, y: 20, radiusMm: 5, fromMm: -49, toMm: 49 };
const GOAL = { organ: 'SpinalCord', goal: 'Dmax <= 45 Gy', mandatory: true };

async function told(body: Cylinder, more: object = {}, own?: Uint8Array) {
  const { caseFile, files } = twoCourses(
    [body],
    () => 20,
    () => 20,
  );
  const all = { ...caseFile, robustness: false, constraints: [GOAL], ...more };
  if (own) {
    Object.assign(all.courses[0], { structures: 'prior/RS.dcm', registration: 'none' });
    files['prior/RD.dcm'] = doseFile(() => 20, { frame: PRIOR, planUid: '1.2.3.61' }, { SOPInstanceUID: '1.2.3.31' });
  }
  const result = assess(await loaded(all, { ...files, ...(own && { 'prior/RS.dcm': own }) }));
  return {
    found: result.findings.filter(({ code }) => code === 'organ-narrower-than-voxel'),
    verdicts: result.organs.flatMap(({ goals }) => goals.map(({ verdict, code }) => code ?? verdict)),
  };
}

/** The dose has voxels of 3 mm. */
describe('an organ narrower than a voxel of the dose', () => {
  it('asks with its size, and has no verdict until it is answered', async () => {
    const { found, verdicts } = await told({ ...CORD, radiusMm: 1.4 });
    const area = Math.PI * 1.4 ** 2;
    const facts = { cc: expect.closeTo(area / 10, 4), lengthMm: expect.closeTo(100, 6), meanMm2: expect.closeTo(area, 3) };
    expect(found).toMatchObject([
      { severity: 'error', answerable: true, roi: 'SpinalCord', file: 'plan/RS.dcm', facts: { ...facts, boundMm: 3 } },
    ]);
    // A circle is drawn as a polygon of its area.
    expect((found[0].facts as Record<string, number>).widthMm).toBeCloseTo(2.8, 2);
    expect(verdicts).toEqual(['question-open']);
    const word = { by: 'a physicist', on: '2026-01-05', why: 'the central canal is meant' };
    const answers = [{ code: 'organ-narrower-than-voxel', sha256: found[0].sha256, roi: 'SpinalCord', ...word }];
    expect((await told({ ...CORD, radiusMm: 1.4 }, { answers })).verdicts).toEqual(['met']);
  });

  it('asks of lines beside one another, and of what is smaller than near-maxima are read in', async () => {
    const lines = { ...CORD, radiusMm: 1, also: [-4, 4, 8].map((x) => ({ ...CORD, x, radiusMm: 1 })) };
    expect((await told(lines)).found).toMatchObject([{ facts: { widthMm: expect.closeTo(2, 2) } }]);
    // 0.016 cc.
    expect((await told({ ...CORD, radiusMm: 1.6, fromMm: 0, toMm: 1, stepMm: 1 })).found).toHaveLength(1);
  });

  it('is said of the own contours of a course that is summed on them', async () => {
    const own = structureFile([{ ...CORD, radiusMm: 0.6 }], { SOPInstanceUID: '1.2.3.41' }, PRIOR);
    const { found } = await told(CORD, {}, own);
    expect(found).toMatchObject([{ course: 'first', facts: { onOwn: { course: 'first', organ: 'SpinalCord' } } }]);
  });

  it('is nothing of an organ a little wider, of a vessel, or of a rim: holes are asked about by themselves', async () => {
    expect((await told({ ...CORD, innerMm: [4] })).found).toEqual([]);
    expect((await told({ ...CORD, radiusMm: 1.6 })).found).toEqual([]);
    expect((await told({ ...CORD, name: 'A_LAD', radiusMm: 1 })).found).toEqual([]);
  });
});
