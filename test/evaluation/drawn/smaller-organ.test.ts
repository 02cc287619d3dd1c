import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/assessment/assess';
import { restsOnLines } from '../../../src/figures/rests-on';
import { type Cylinder, doseFile, loaded, PRIOR, registrationFile, structureFile, twoCourses } from '../../case/written-case';

const CORD: Cylinder = { name: 'SpinalCord', x: 0, y: 20, radiusMm: 6, fromMm: -29, toMm: 29 };
const HEART: Cylinder = { name: 'Heart', x: 0, y: -20, radiusMm: 12, fromMm: -29, toMm: 29 };
const goal = (organ: string, text: string) => ({
  organ,
  goal: text,
  quantity: 'eqd2',
  scope: 'cumulative',
  mandatory: true,
  source: 'test',
});
/** The prior frame is the anatomy's moved by 100 mm along the slices. */
const ALONG = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 100, 0, 0, 0, 1];

/** @param now as drawn today. @param then on the prior course's own contours, given in the frame of the anatomy. */
async function made(
  now: readonly Cylinder[],
  then: readonly Cylinder[],
  goals = [goal('SpinalCord', 'Dmax <= 90 Gy')],
  isApart = false,
) {
  const { caseFile, files } = twoCourses(
    [...now],
    () => 30,
    () => 20,
  );
  const carried = then.map((body) => ({ ...body, fromMm: body.fromMm - 100, toMm: body.toMm - 100 }));
  files['prior/RD.dcm'] = doseFile(() => 30, { frame: PRIOR, planUid: '1.2.3.61', origin: [-60, -60, -160] });
  files['prior/RS.dcm'] = structureFile(carried, { SOPInstanceUID: '1.2.3.41' }, PRIOR);
  files['REG.dcm'] = registrationFile(ALONG);
  caseFile.courses[0].structures = 'prior/RS.dcm';
  if (isApart) caseFile.courses[0].registration = 'none';
  const registrations = isApart ? [] : ['REG.dcm'];
  return assess(await loaded({ ...caseFile, registrations, robustness: false, constraints: goals }, files));
}
const found = ({ findings }: Awaited<ReturnType<typeof made>>) =>
  findings.flatMap((finding) => (finding.code === 'organ-smaller-than-on-prior' ? [finding] : []));

describe('an organ beside the same one on a prior course’s own contours', () => {
  it('that is as large, or a fifth smaller, is no finding', async () => {
    expect(found(await made([CORD], [CORD]))).toEqual([]);
    // A ninth less of the radius is 0.79 of the volume.
    expect(found(await made([{ ...CORD, radiusMm: 6 * (8 / 9) }], [CORD]))).toEqual([]);
    expect(found(await made([{ ...CORD, radiusMm: 12 }], [CORD]))).toEqual([]);
  });

  it('at half the diameter has a quarter of the volume: told with both volumes, and on page one', async () => {
    const result = await made([{ ...CORD, radiusMm: 3 }], [CORD]);
    const [said] = found(result);
    expect(said).toMatchObject({ severity: 'warning', roi: 'SpinalCord', facts: { course: 'first' } });
    // Cylinders of 60 mm: pi r^2 h; polygons are a little less than their circles.
    expect(said.facts.cc).toBeCloseTo((Math.PI * 9 * 60) / 1000, 1);
    expect(said.facts.priorCc).toBeCloseTo((Math.PI * 36 * 60) / 1000, 1);
    expect(said.facts.extentShare).toBeUndefined();
    expect(restsOnLines(result)).toContain(said.message);
  });

  it('that is wide and short is told by its extent along the slices where a registration carries that over', async () => {
    // Half as long, a radius of 1.3: 0.85 of the volume, 0.5 of the extent.
    const [said] = found(await made([{ ...CORD, radiusMm: 7.8, fromMm: -29, toMm: -1 }], [CORD]));
    expect(said.facts.extentShare).toBeCloseTo(0.5, 6);
    // As long and elsewhere: the prior one lies 30 mm further on, so that half of it is beyond.
    const on = { ...CORD, fromMm: 1, toMm: 59 };
    expect(found(await made([CORD], [on]))[0].facts.extentShare).toBeCloseTo(0.5, 6);
  });

  it('of no serial kind is told by its volume alone, and is not on page one without a goal on a maximum', async () => {
    const mean = [goal('Heart', 'Dmean <= 90 Gy')];
    expect(found(await made([CORD, { ...HEART, radiusMm: 16, toMm: 1 }], [CORD, HEART], mean))).toEqual([]);
    const result = await made([CORD, { ...HEART, toMm: 1 }], [CORD, HEART], mean);
    const [said] = found(result);
    expect(said.facts).toMatchObject({ roi: 'Heart' });
    expect(restsOnLines(result)).not.toContain(said.message);
  });

  it('that is drawn in two parts is both of them', async () => {
    const parts = [
      { ...CORD, toMm: -1 },
      { ...CORD, fromMm: 1 },
    ];
    expect(found(await made(parts, [CORD]))).toEqual([]);
    expect(found(await made([{ ...CORD, toMm: -1 }], [CORD]))).toHaveLength(1);
  });
});

describe('the own contours that a course is summed on', () => {
  const goals = [goal('Heart', 'Dmax <= 90 Gy')];
  const half = { ...HEART, toMm: -1 };

  it('are told where an organ is much smaller there than today, on page one with whose they are', async () => {
    const result = await made([CORD, HEART], [CORD, half], goals, true);
    const [said, ...more] = found(result);
    expect(more).toEqual([]);
    expect(said).toMatchObject({ severity: 'warning', roi: 'Heart', course: 'first', file: 'prior/RS.dcm' });
    // Cylinders of 60 and of 30 mm.
    expect(said.facts).toMatchObject({ onOwn: { course: 'first', organ: 'Heart' } });
    expect([said.facts.cc, said.facts.priorCc]).toEqual([
      expect.closeTo((Math.PI * 144 * 60) / 1000, 0),
      expect.closeTo((Math.PI * 144 * 30) / 1000, 0),
    ]);
    expect(said.message).toMatch(
      /^On the own contours of course "first": Heart: 1\d\.\d cc are drawn, and 2\d\.\d cc of the organ today\./,
    );
    expect(restsOnLines(result)).toContain(said.message);
  });

  it('say nothing of a cord that is shorter, whose ends are held against the field, nor where they are compared alone', async () => {
    const short = { ...CORD, toMm: -1 };
    expect(found(await made([CORD, HEART], [short, HEART], goals, true))).toEqual([]);
    expect(found(await made([CORD, HEART], [CORD, half], goals))).toEqual([]);
  });
});
