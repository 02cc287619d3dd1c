import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/assessment/assess';
import { type Cylinder, doseFile, loaded, PRIOR, structureFile, twoCourses } from '../../case/written-case';

const CORD: Cylinder = { name: 'SpinalCord', x: 0, y: 20, radiusMm: 5, fromMm: -29, toMm: 29 };
const around = (name: string, radiusMm: number, more: Partial<Cylinder> = {}): Cylinder => ({ ...CORD, name, radiusMm, ...more });
const PRV = around('SpinalCord_PRV05', 10);
const GOALS = [
  { organ: 'SpinalCord', goal: 'Dmax <= 45 Gy', mandatory: true },
  { organ: 'SpinalCord_PRV', goal: 'Dmax <= 50 Gy', mandatory: true },
  { organ: 'Heart', goal: 'Dmax <= 90 Gy', mandatory: true },
];
const CODE = 'organ-not-held';
/** Falls by half a Gy a mm towards the back. */
const steep = (_x: number, y: number) => 20 - (y - 20) / 2;
const flat = () => 18;

async function told(bodies: readonly Cylinder[], more: object = {}) {
  const { caseFile, files } = twoCourses(bodies, steep, flat);
  const result = assess(await loaded({ ...caseFile, robustness: false, constraints: GOALS, ...more }, files));
  return {
    found: result.findings.filter(({ code }) => code === CODE),
    verdicts: Object.fromEntries(result.organs.map(({ roi, goals }) => [roi, goals.map((g) => g.code ?? g.verdict)])),
  };
}

describe('an organ and what is drawn around it', () => {
  it('asks where the cord was moved out of its own planning volume, of both', async () => {
    const heart: Cylinder = { ...CORD, name: 'Heart', y: -30, radiusMm: 10 };
    const { found, verdicts } = await told([{ ...CORD, y: 27 }, PRV, heart]);
    expect(found).toMatchObject([{ severity: 'error', answerable: true, roi: 'SpinalCord', file: 'plan/RS.dcm' }]);
    expect(found[0].facts).toMatchObject({
      organ: 'SpinalCord',
      around: [{ roi: 'SpinalCord_PRV05', by: 'margin', wantedMm: 5, lengthMm: 60, ofMm: 60 }],
    });
    const [{ leastMm, mostMm }] = (found[0].facts as unknown as { around: { leastMm: number; mostMm: number }[] }).around;
    expect(leastMm).toBeCloseTo(-2, 1);
    expect(mostMm).toBeCloseTo(8, 1);
    expect(verdicts).toMatchObject({ SpinalCord: ['question-open'], SpinalCord_PRV05: ['question-open'], Heart: ['met'] });
    const word = { by: 'a physicist', on: '2026-01-05', why: 'the cord was drawn anew, the margin was not' };
    const answers = [{ code: CODE, sha256: found[0].sha256, roi: 'SpinalCord', ...word }];
    const after = await told([{ ...CORD, y: 27 }, PRV, heart], { answers });
    expect(after.found).toMatchObject([{ severity: 'warning', answered: { by: 'a physicist' } }]);
    expect(after.verdicts.SpinalCord).toEqual(['met']);
  });

  it('asks where the planning volume was moved, and where the cord is still within it but aside', async () => {
    expect((await told([CORD, { ...PRV, y: 27 }])).found).toMatchObject([{ severity: 'error' }]);
    expect((await told([{ ...CORD, x: 3 }, PRV])).found).toMatchObject([{ severity: 'error' }]);
    // Its own width takes from what is more on the other side: -1.0 to 7.0 mm, and the margin is gone.
    expect((await told([{ ...CORD, radiusMm: 4, x: 7 }, PRV])).found).toMatchObject([{ severity: 'error' }]);
  });

  it('tells a margin that is less than its name says, on all sides or where it was cut back', async () => {
    const [less] = (await told([CORD, { ...PRV, radiusMm: 7.5 }])).found;
    expect(less).toMatchObject({ severity: 'warning', facts: { around: [{ wantedMm: 5 }] } });
    expect(less.message).toMatch(
      /has from 2\.5 to 2\.5 mm around it on 60 of the 60 mm .*, and 5 mm by its name\. It was drawn smaller/,
    );
    expect((await told([CORD, { ...PRV, radiusMm: 8 }])).found).toEqual([]);
  });

  it('asks of the canal, of the body, and of a margin whose name has no figure', async () => {
    const moved = { ...CORD, x: 7 };
    expect((await told([moved, around('SpinalCanal', 9)])).found).toMatchObject([
      { severity: 'error', facts: { around: [{ roi: 'SpinalCanal', by: 'canal' }] } },
    ]);
    expect((await told([moved, around('Cord PRV', 9)])).found).toMatchObject([
      { severity: 'error', facts: { around: [{ roi: 'Cord PRV', by: 'margin' }] } },
    ]);
    const body = around('BODY', 30, { y: 0 });
    expect((await told([{ ...CORD, y: 32 }, body])).found).toMatchObject([
      { severity: 'error', facts: { around: [{ roi: 'BODY', by: 'body' }] } },
    ]);
  });

  it('says all that does not hold an organ at once, and asks once', async () => {
    const { found } = await told([{ ...CORD, y: 27 }, PRV, around('SpinalCanal', 9)]);
    expect(found).toHaveLength(1);
    expect((found[0].facts as unknown as { around: unknown[] }).around).toHaveLength(2);
  });

  it('is a warning where no more than a few slices lie outside, and asks where no slice has both', async () => {
    const wild = { ...CORD, without: [1], also: [{ ...CORD, x: 9, fromMm: 1, toMm: 1 }] };
    expect((await told([wild, PRV])).found).toMatchObject([{ severity: 'warning', facts: { around: [{ lengthMm: 2 }] } }]);
    const above = { ...PRV, fromMm: 41, toMm: 59 };
    expect((await told([CORD, above])).found).toMatchObject([{ severity: 'error', facts: { around: [{ ofMm: 0 }] } }]);
  });

  it('is nothing where it is held, longer than what holds it, or as rough as contours are', async () => {
    const canal = around('SpinalCanal', 9, { fromMm: -19, toMm: 19 });
    const body = around('BODY', 50, { y: 0, innerMm: [19] });
    expect((await told([{ ...CORD, x: 1.5 }, { ...PRV, fromMm: -19, toMm: 19 }, canal, body])).found).toEqual([]);
    // 1.5 mm over the rim.
    expect((await told([CORD, around('SpinalCanal', 3.5)])).found).toEqual([]);
  });

  it('asks a course that is summed on its own contours of these', async () => {
    const { caseFile, files } = twoCourses([CORD, PRV], steep, flat);
    const own = structureFile([{ ...CORD, y: 27 }, PRV], { SOPInstanceUID: '1.2.3.41' }, PRIOR);
    files['prior/RD.dcm'] = doseFile(steep, { frame: PRIOR, planUid: '1.2.3.61' }, { SOPInstanceUID: '1.2.3.31' });
    Object.assign(caseFile.courses[0], { structures: 'prior/RS.dcm', registration: 'none' });
    const all = { ...caseFile, robustness: false, constraints: GOALS };
    const { findings } = assess(await loaded(all, { ...files, 'prior/RS.dcm': own }));
    expect(findings.filter(({ code }) => code === CODE)).toMatchObject([
      { severity: 'error', course: 'first', facts: { onOwn: { course: 'first', organ: 'SpinalCord' } } },
    ]);
  });
});

describe('a target and the PTV', () => {
  const GTV: Cylinder = { ...CORD, name: 'GTVp', y: -20, radiusMm: 10 };
  const of = async (bodies: readonly Cylinder[]) => {
    const { caseFile, files } = twoCourses(bodies, steep, flat);
    const { findings } = assess(await loaded({ ...caseFile, robustness: false, constraints: GOALS }, files));
    return findings.filter(({ code }) => code === 'target-outside-ptv');
  };

  it('is told where the PTVs together do not hold it', async () => {
    const ptv: Cylinder = { ...GTV, name: 'PTV_5040', radiusMm: 15 };
    const second: Cylinder = { ...ptv, name: 'PTV_6000', x: 25 };
    const between: Cylinder = { ...GTV, x: 12 };
    expect(await of([GTV, ptv])).toEqual([]);
    expect(await of([between, ptv, second])).toEqual([]);
    expect(await of([between, ptv])).toMatchObject([
      { severity: 'warning', roi: 'GTVp', facts: { ptvs: ['PTV_5040'], outMm: expect.closeTo(7, 1), lengthMm: 60, ofMm: 60 } },
    ]);
    expect(await of([GTV])).toEqual([]);
  });
});
