import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/assessment/assess';
import {
  type Cylinder,
  doseFile,
  eqd2Gy,
  loaded,
  PRIOR,
  registrationFile,
  structureFile,
  twoCourses,
} from '../../case/written-case';

const TRACHEA: Cylinder = { name: 'Trachea', x: 0, y: 0, radiusMm: 8, fromMm: -29, toMm: 29 };
const goal = (organ: string, text = 'Dmax < 80 Gy') => ({
  organ,
  goal: text,
  quantity: 'eqd2',
  scope: 'cumulative',
  mandatory: true,
  source: 'test',
});
/** The prior frame is the anatomy's moved by 100 mm along the slices. */
const ALONG = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 100, 0, 0, 0, 1];

/**
 * 40 Gy of the prior course everywhere, and of the planned one 20 Gy above -22 mm and 50 Gy below it.
 * @param then on the prior course's own contours, given in the frame of the anatomy.
 */
async function made(now: readonly Cylinder[], then: readonly Cylinder[], more: object = {}, goals = [goal('Trachea')]) {
  const { caseFile, files } = twoCourses(
    [...now],
    () => 40,
    (_x, _y, z) => (z < -22 ? 50 : 20),
  );
  const carried = then.map((body) => ({ ...body, fromMm: body.fromMm - 100, toMm: body.toMm - 100 }));
  files['prior/RD.dcm'] = doseFile(() => 40, { frame: PRIOR, planUid: '1.2.3.61', origin: [-60, -60, -160] });
  files['prior/RS.dcm'] = structureFile(carried, { SOPInstanceUID: '1.2.3.41' }, PRIOR);
  files['REG.dcm'] = registrationFile(ALONG);
  caseFile.courses[0].structures = 'prior/RS.dcm';
  const whole = { ...caseFile, registrations: ['REG.dcm'], robustness: false, constraints: goals, ...more };
  const { findings, organs } = assess(await loaded(whole, files));
  const found = findings.flatMap((finding) => (finding.code === 'organ-shorter-than-on-prior' ? [finding] : []));
  return { found, verdict: organs.find(({ roi }) => roi === now[0].name)!.goals[0]?.verdict };
}

describe('an organ that ends before it does on a prior course’s own contours', () => {
  const short = { ...TRACHEA, fromMm: -9 };

  it('asks where it would break a limit carried on as far', async () => {
    const { found, verdict } = await made([short], [TRACHEA]);
    expect(verdict).toBe('not evaluable');
    expect(found).toMatchObject([{ severity: 'error', answerable: true, roi: 'Trachea', file: 'plan/RS.dcm' }]);
    const { facts } = found[0];
    expect(facts).toMatchObject({ roi: 'Trachea', course: 'first', crossed: { goal: 'Dmax < 80 Gy', limitGy: 80 } });
    // From -30 to -10 mm, half a slice beyond the outermost planes.
    expect(facts.mm).toBeCloseTo(20, 6);
    // Interpolation over 3 mm voxels ends above -10 and at -30 mm.
    expect(facts.crossed.drawnGy).toBeCloseTo(eqd2Gy(40, 28, 3) + eqd2Gy(20, 28, 3), 2);
    expect(facts.crossed.carriedOnGy).toBeCloseTo(eqd2Gy(40, 28, 3) + eqd2Gy(50, 28, 3), 2);
    const { code, sha256 } = found[0];
    const answers = [{ code, sha256, roi: 'Trachea', by: 'Dr A', on: '2023-05-01', why: 'drawn to the carina' }];
    expect((await made([short], [TRACHEA], { answers })).verdict).toBe('met');
  });

  it('asks of a vessel too, at its upper end by the same', async () => {
    const aorta = { ...short, name: 'A_Aorta' };
    const { found } = await made([aorta], [{ ...TRACHEA, name: 'A_Aorta' }], {}, [goal('A_Aorta')]);
    expect(found).toHaveLength(1);
    const lower = { ...TRACHEA, name: 'A_Aorta', toMm: 9 };
    // Above -22 mm there is no dose that would matter.
    const limit = [goal('A_Aorta', 'Dmax < 120 Gy')];
    expect((await made([lower], [{ ...TRACHEA, name: 'A_Aorta' }], {}, limit)).found).toEqual([]);
  });

  it('is nothing where no limit would be broken, or the ends are within 10 mm', async () => {
    const mild = [goal('Trachea', 'Dmax < 110 Gy')];
    expect((await made([short], [TRACHEA], {}, mild)).found).toEqual([]);
    expect((await made([{ ...TRACHEA, fromMm: -19 }], [TRACHEA])).found).toEqual([]);
    expect((await made([TRACHEA], [short])).found).toEqual([]);
  });

  it('is nothing where bronchi are drawn beyond its end', async () => {
    const bronchi = { ...TRACHEA, name: 'Bronchus', x: 20, fromMm: -29, toMm: -11 };
    expect((await made([short, bronchi], [TRACHEA])).found).toEqual([]);
  });
});
