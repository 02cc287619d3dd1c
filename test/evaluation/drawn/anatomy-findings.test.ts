import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/assessment/assess';
import { restsOnLines } from '../../../src/figures/rests-on';
import type { Finding } from '../../../src/findings/finding';
import {
  type Cylinder,
  type DoseSpec,
  doseFile,
  eqd2Gy,
  loaded,
  PLANNED,
  PRIOR,
  planFile,
  structureFile,
  twoCourses,
} from '../../case/written-case';

const CORD: Cylinder = { name: 'SpinalCord', x: 0, y: 20, radiusMm: 5, fromMm: -49, toMm: 49 };
const HEART: Cylinder = { name: 'Heart', x: 0, y: -20, radiusMm: 12, fromMm: -20, toMm: 20 };
const cord = (fromMm: number, toMm: number): Cylinder => ({ ...CORD, fromMm, toMm });
const GOALS = [
  { organ: 'SpinalCord', goal: 'Dmax <= 40 Gy', mandatory: true },
  { organ: 'SpinalCord', goal: 'Dmax <= 40 Gy', scope: 'planned', mandatory: true },
  { organ: 'Heart', goal: 'Dmax <= 200 Gy', mandatory: true },
];
type Dose = (x: number, y: number, z: number) => number;
/** 35 Gy from -30 to 30 mm about the axis of the cord, in voxels at multiples of 3 mm, and 5 Gy elsewhere. */
const FIELD: Dose = (_x, _y, z) => (Math.abs(z) <= 30 ? 35 : 5);

interface Given {
  readonly own: readonly Cylinder[];
  readonly today?: readonly Cylinder[];
  /** One for each phase of the prior course: of 28 fractions, and of 10. */
  readonly prior?: readonly Dose[];
  readonly spec?: DoseSpec;
  readonly more?: object;
  readonly course?: object;
}

/** A prior course in a frame of its own that nothing joins to today's, summed on its own contours. */
async function apart({ own, today = [CORD, HEART], prior = [FIELD], spec = {}, more = {}, course = {} }: Given) {
  const { caseFile, files } = twoCourses(
    today,
    () => 0,
    () => 24,
  );
  files['prior/RS.dcm'] = structureFile(own, { SOPInstanceUID: '1.2.3.41' }, PRIOR);
  const phases = prior.map((doseGy, n) => {
    files[`p${n}/RD.dcm`] = doseFile(
      doseGy,
      { frame: PRIOR, planUid: `1.2.3.6${n + 1}`, ...spec },
      { SOPInstanceUID: `1.2.3.3${n + 1}` },
    );
    files[`p${n}/RP.dcm`] = planFile(28 - 18 * n, `1.2.3.6${n + 1}`);
    return { dose: `p${n}/RD.dcm`, plan: `p${n}/RP.dcm` };
  });
  const [first, second] = caseFile.courses;
  const courses = [{ ...first, phases, structures: 'prior/RS.dcm', registration: 'none', ...course }, second];
  const given = { ...caseFile, courses, robustness: false, constraints: GOALS, ...more };
  const result = assess(await loaded(given, files));
  const asked = result.findings.filter((finding) => 'onOwn' in finding.facts);
  const of = (roi: string) => result.organs.find((organ) => organ.roi === roi)!.goals.map(({ verdict, code }) => code ?? verdict);
  return { result, asked, of };
}
const ON_OWN = { onOwn: { course: 'first', organ: 'SpinalCord' } };
const codes = (asked: readonly Finding[]) => asked.map(({ code, severity }) => `${code} ${severity}`);
/** Both are whole, and end at no field. */
const WHOLE = [CORD, HEART];
const even: Dose = () => 20;

describe('the own contours of a course that is not carried onto the anatomy', () => {
  it('say nothing where they are whole', async () => {
    const { asked, of } = await apart({ own: WHOLE, prior: [even] });
    expect(asked).toEqual([]);
    expect([of('SpinalCord'), of('Heart')]).toEqual([['met', 'met'], ['met']]);
  });

  it('ask where the cord ends before the field, of that organ with that course alone, until somebody answers', async () => {
    const { asked, of } = await apart({ own: [cord(41, 59), HEART] });
    expect(asked).toMatchObject([
      {
        code: 'organ-ends-before-field',
        severity: 'error',
        answerable: true,
        course: 'first',
        roi: 'SpinalCord',
        file: 'prior/RS.dcm',
        facts: {
          ...ON_OWN,
          where: 'before',
          mm: 10,
          // The limit is on the sum, and neither course is above it by itself.
          crossed: {
            limitGy: 40,
            drawnGy: expect.closeTo(eqd2Gy(5, 28, 2) + eqd2Gy(24, 28, 2), 3),
            carriedOnGy: expect.closeTo(eqd2Gy(35, 28, 2) + eqd2Gy(24, 28, 2), 3),
          },
        },
      },
    ]);
    expect(asked[0].message).toMatch(/^On the own contours of course "first": SpinalCord: its contours end 10 mm before/);
    expect([of('SpinalCord'), of('Heart')]).toEqual([['question-open', 'met'], ['met']]);
    const word = { by: 'a physicist', on: '2026-01-05', why: 'drawn as far as it matters' };
    const answers = [{ code: 'organ-ends-before-field', sha256: asked[0].sha256, ...word }];
    const answered = await apart({ own: [cord(41, 59), HEART], more: { answers } });
    expect(answered.asked).toMatchObject([{ severity: 'warning', answered: word }]);
    expect(answered.of('SpinalCord')).toEqual(['met', 'met']);
  });

  it('tell where it ends within the field, on page one, with whose contours these are', async () => {
    // Half of the hottest dose goes on to 30 mm, and the most of it begins where the cord ends.
    const { asked, result } = await apart({ own: [cord(-49, -1), HEART], prior: [(_x, _y, z) => (z > 3 ? 35 : 18)] });
    expect(asked).toMatchObject([{ severity: 'warning', facts: { ...ON_OWN, where: 'within', crossed: { limitGy: 40 } } }]);
    expect(restsOnLines(result)).toContainEqual(expect.stringContaining('SpinalCord (first) ends in the field (Dmax <= 40 Gy'));
    const [sum, planned] = result.organs.find(({ roi }) => roi === 'SpinalCord')!.goals;
    expect([sum.reserves, planned.reserves]).toEqual([['as-drawn'], undefined]);
  });

  it('ask of an oesophagus that does not come to the field, and tell one that ends in the slices of its own PTV', async () => {
    const oesophagus = (fromMm: number, toMm: number): Cylinder => ({ ...CORD, name: 'Esophagus', y: -20, fromMm, toMm });
    const ptv: Cylinder = { ...CORD, name: 'PTV', y: 0, radiusMm: 8, fromMm: -19, toMm: 19 };
    const today = [CORD, oesophagus(-49, 49)];
    const constraints = [{ organ: 'Esophagus', goal: 'Dmax <= 40 Gy', mandatory: true }];
    const of = async (own: Cylinder) => (await apart({ own: [CORD, ptv, own], today, more: { constraints } })).asked;
    expect(await of(oesophagus(-49, 21))).toEqual([]);
    const esophagus = { onOwn: { course: 'first', organ: 'Esophagus' } };
    expect(await of(oesophagus(-49, -1))).toMatchObject([
      { severity: 'warning', facts: { ...esophagus, where: 'within', mm: 20 } },
    ]);
    // Carried on only to the PTV's slices, and the field is about these.
    expect(await of(oesophagus(-55, -41))).toMatchObject([
      { severity: 'error', facts: { ...esophagus, where: 'before', mm: 10 } },
    ]);
  });

  it('ask of a part that is named after the organ and has more dose, and name no organ that the case could give', async () => {
    const part: Cylinder = { ...CORD, name: 'SpinalCord_upper', x: 30 };
    const { asked, of } = await apart({ own: [CORD, part, HEART], prior: [(x) => (x > 15 ? 30 : 20)] });
    expect(codes(asked)).toEqual(['organ-part-left-out error']);
    expect(asked[0]).toMatchObject({
      file: 'prior/RS.dcm',
      course: 'first',
      facts: { ...ON_OWN, maxGy: expect.closeTo(eqd2Gy(20, 28, 2), 2), parts: [{ roi: 'SpinalCord_upper' }] },
    });
    expect(asked[0].message).toContain('Give a structure set that has the organ whole');
    expect(of('SpinalCord')).toEqual(['question-open', 'met']);
  });

  it('ask of lungs that lack one of their sides', async () => {
    const lung = (name: string, x: number): Cylinder => ({ name, x, y: -10, radiusMm: 10, fromMm: -19, toMm: 19 });
    const sides = [lung('Lung_L', 25), lung('Lung_R', -25)];
    const today = [CORD, { ...sides[0], name: 'Lungs', also: [sides[1]] }];
    const constraints = [{ organ: 'Lungs', goal: 'Dmean <= 50 Gy', mandatory: true }];
    const given = { today, prior: [even], more: { constraints } };
    const { asked, of } = await apart({ own: [CORD, ...sides, lung('Lungs', 25)], ...given });
    // They also have half of today's volume, and that is told.
    expect(codes(asked)).toEqual(['pair-contradicts-sides error', 'organ-smaller-than-on-prior warning']);
    expect(asked[0]).toMatchObject({ answerable: true, facts: { onOwn: { organ: 'Lungs' } } });
    expect(of('Lungs')).toEqual(['question-open']);
    expect((await apart({ own: [CORD, ...sides], ...given })).asked).toEqual([]);
  });
});

describe('the dose of a course that is not carried, on its own contours', () => {
  /** Nothing from 15 mm towards the back on: all of the cord. */
  const masked: Dose = (_x, y) => (y > 14 ? 0 : 40);

  it('asks where it is cut off, of the phase that it is cut off in', async () => {
    const { asked, of } = await apart({ own: WHOLE, prior: [even, masked] });
    expect(asked).toMatchObject([
      {
        code: 'dose-cut-off-in-organ',
        roi: 'SpinalCord',
        course: 'first',
        file: 'p1/RD.dcm',
        facts: { ...ON_OWN, besideGy: 40 },
      },
    ]);
    expect([of('SpinalCord'), of('Heart')]).toEqual([['question-open', 'met'], ['met']]);
  });

  it('tells where it falls steeper than a penumbra', async () => {
    const { asked } = await apart({ own: WHOLE, prior: [(x, y) => (masked(x, y, 0) > 0 ? 40 : 3)] });
    expect(codes(asked)).toEqual(['dose-falls-steeply warning']);
  });

  it('asks where its grid ends in a high dose and the case says 0 Gy beyond, even where all of the organ is', async () => {
    // The last row of voxels is at 12 mm, and the cord begins at 15 mm.
    const spec = { size: [41, 25, 41] } as const;
    const { asked, of } = await apart({ own: WHOLE, prior: [() => 40], spec, more: { outsideDoseGrid: 'zero' } });
    expect(asked).toMatchObject([
      { code: 'zero-outside-contradicted', file: 'p0/RD.dcm', course: 'first', facts: { ...ON_OWN, borderGy: 40 } },
    ]);
    expect(of('SpinalCord')).toEqual(['question-open', 'met']);
  });

  it('asks where it is negative', async () => {
    const { caseFile, files } = twoCourses(WHOLE, even, () => 24);
    const pixels = Int32Array.from({ length: 41 ** 3 }, (_, n) => (Math.floor(n / 41) % 41 > 22 ? -200_000 : 2_000_000));
    files['prior/RD.dcm'] = doseFile(
      even,
      { frame: PRIOR, planUid: '1.2.3.61' },
      { SOPInstanceUID: '1.2.3.31', PixelRepresentation: 1, PixelData: pixels },
    );
    files['prior/RS.dcm'] = structureFile(WHOLE, { SOPInstanceUID: '1.2.3.41' }, PRIOR);
    const [first, second] = caseFile.courses;
    const courses = [{ ...first, structures: 'prior/RS.dcm', registration: 'none' }, second];
    const { findings } = assess(await loaded({ ...caseFile, courses, robustness: false }, files));
    const found = findings.filter(({ code }) => code === 'negative-dose-in-roi');
    expect(found).toMatchObject([{ answerable: true, roi: 'SpinalCord', facts: { ...ON_OWN, lowestGy: -2 } }]);
  });

  it('concerns the organ whatever it is called: then by a number, today by another name', async () => {
    const empty: Cylinder = { ...CORD, fromMm: 1, toMm: -1 };
    const other: Cylinder = { ...HEART, name: 'Cord_2' };
    const today = [{ ...CORD, name: 'Cord' }, HEART];
    const { asked, of } = await apart({
      own: [empty, CORD, other, { ...HEART, name: 'SpinalCord_PRV' }],
      today,
      prior: [masked],
    });
    expect(asked.filter(({ code }) => code === 'dose-cut-off-in-organ')).toMatchObject([{ roi: 'SpinalCord', facts: ON_OWN }]);
    expect(of('Cord')).toEqual(['question-open', 'met']);
  });

  it('is asked once where the course is carried: on the contours of today', async () => {
    const { caseFile, files } = twoCourses(WHOLE, masked, () => 24);
    files['prior/RS.dcm'] = structureFile([cord(41, 59), HEART], { SOPInstanceUID: '1.2.3.41' }, PLANNED);
    const [first, second] = caseFile.courses;
    const courses = [{ ...first, structures: 'prior/RS.dcm' }, second];
    const { findings } = assess(await loaded({ ...caseFile, courses, robustness: false }, files));
    expect(findings.filter(({ code }) => code === 'dose-cut-off-in-organ')).toHaveLength(1);
    expect(findings.filter(({ facts }) => 'onOwn' in facts)).toEqual([]);
  });

  it('is not taken in a frame that the contours are not in', async () => {
    const { caseFile, files } = twoCourses(WHOLE, even, () => 24);
    files['prior/RD.dcm'] = doseFile(even, { frame: PRIOR, planUid: '1.2.3.61' });
    files['boost/RD.dcm'] = doseFile(even, { frame: `${PRIOR}.1`, planUid: '1.2.3.62' }, { SOPInstanceUID: '1.2.3.32' });
    files['boost/RP.dcm'] = planFile(28, '1.2.3.62');
    files['prior/RS.dcm'] = structureFile(WHOLE, { SOPInstanceUID: '1.2.3.41' }, PRIOR);
    const [first, second] = caseFile.courses;
    const phases = [{ dose: 'prior/RD.dcm' }, { dose: 'boost/RD.dcm' }];
    const courses = [{ ...first, phases, structures: 'prior/RS.dcm', registration: 'none' }, second];
    const inputs = await loaded({ ...caseFile, courses, robustness: false }, files);
    expect(() => assess(inputs)).toThrow(/phases on 2 frames of reference/);
  });
});
