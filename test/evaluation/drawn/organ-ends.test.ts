import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/assessment/assess';
import { prepareCase } from '../../../src/evaluation/prepared-case';
import { restsOnLines, restsOnMore } from '../../../src/figures/rests-on';
import { type Cylinder, doseFile, eqd2Gy, loaded, PLANNED, PRIOR, registrationFile, twoCourses } from '../../case/written-case';
import { fileBytes } from '../../dicom/objects';
import { deformation, deformationGrid } from '../../dicom/samples';

const CORD: Cylinder = { name: 'SpinalCord', x: 0, y: 20, radiusMm: 5, fromMm: -49, toMm: 49 };
/** 40 Gy from -30 to 30 mm, in voxels at multiples of 3 mm. */
const field = (_x: number, _y: number, z: number) => (Math.abs(z) <= 30 ? 40 : 2);

async function told(
  bodies: readonly Cylinder[],
  planned: (x: number, y: number, z: number) => number = field,
  more: (of: ReturnType<typeof twoCourses>) => void = () => {},
) {
  const made = twoCourses(bodies, () => 20, planned);
  more(made);
  const { findings } = prepareCase(await loaded({ ...made.caseFile, robustness: false }, made.files));
  return findings.filter(({ code }) => code === 'organ-ends-before-field').map(({ severity, facts }) => ({ severity, ...facts }));
}
const cord = (fromMm: number, toMm: number): Cylinder => ({ ...CORD, fromMm, toMm });

describe('contours of a serial organ', () => {
  it('that go through the field are not told, nor such as end at its edge', async () => {
    expect(await told([CORD])).toEqual([]);
    expect(await told([cord(-49, 27)])).toEqual([]);
  });

  it('that end before the field are told with how far', async () => {
    // The last plane at -41 and half a slice: 10 mm before the voxels at -30.
    expect(await told([cord(-55, -41)])).toEqual([
      { severity: 'warning', roi: 'SpinalCord', course: 'second', where: 'before', mm: 10 },
    ]);
  });

  it('that end in the field are told with how far it goes on, at either end', async () => {
    expect(await told([cord(-49, -1)])).toMatchObject([{ where: 'within', mm: 30 }]);
    expect(await told([cord(1, 49)])).toMatchObject([{ where: 'within', mm: 30 }]);
  });

  it('are held against the field of a prior course where it is carried to', async () => {
    const carried = ({ caseFile, files }: ReturnType<typeof twoCourses>) => {
      files['prior/RD.dcm'] = doseFile(field, { frame: PRIOR, planUid: '1.2.3.61' });
      // The prior field comes to lie between -10 and 50 mm.
      files['REG.dcm'] = registrationFile([1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 20, 0, 0, 0, 1]);
      caseFile.registrations = ['REG.dcm'];
    };
    expect(await told([cord(-49, 31)], field, carried)).toMatchObject([{ course: 'first', where: 'within', mm: 18 }]);
  });

  it('are held against it all the same where the way is written as a deformation', async () => {
    // From the anatomy to the course, 20 mm down: the way back of the matrix above, with nothing in the matrices.
    const vectors = Float32Array.from({ length: 3 * 8 }, (_, n) => (n % 3 === 2 ? -20 : 0));
    const grid = {
      ImagePositionPatient: [-100, -100, -100],
      ImageOrientationPatient: [1, 0, 0, 0, 1, 0],
      GridDimensions: Uint32Array.of(2, 2, 2),
      GridResolution: Float64Array.of(200, 200, 200),
    };
    const carried = ({ caseFile, files }: ReturnType<typeof twoCourses>) => {
      files['prior/RD.dcm'] = doseFile(field, { frame: PRIOR, planUid: '1.2.3.61' });
      files['REG.dcm'] = fileBytes(
        deformation(deformationGrid(vectors, grid), { FrameOfReferenceUID: PLANNED }, { SourceFrameOfReferenceUID: PRIOR }),
      );
      caseFile.registrations = ['REG.dcm'];
    };
    expect(await told([cord(-49, 31)], field, carried)).toMatchObject([
      { course: 'first', where: 'within', mm: expect.closeTo(18, 6) },
    ]);
    expect(await told([cord(-49, 49)], field, carried)).toEqual([]);
  });

  it('that end where a field goes on to the border of its grid are told with how far it goes on at the least', async () => {
    const uncut = (_x: number, _y: number, z: number) => (z > -30 ? 30 + z / 6 : 2);
    // The last frame lies at 60 mm.
    expect(await told([cord(-49, -1)], uncut)).toMatchObject([{ where: 'within', mm: 60, isCut: true }]);
    // To within half a slice of it: a grid often reaches somewhat beyond the slices.
    expect(await told([cord(-49, 55)], uncut)).toEqual([]);
    // No hotter than what is drawn.
    expect(await told([cord(-49, -1)], (_x, _y, z) => (z > -30 ? 30 - z / 6 : 2))).toEqual([]);
  });

  it('of the oesophagus may end in the field, and not in the slices of the planned PTV', async () => {
    const oesophagus = (fromMm: number, toMm: number): Cylinder => ({ ...CORD, name: 'Esophagus', y: -20, fromMm, toMm });
    const ptv: Cylinder = { ...CORD, name: 'PTV', y: 0, radiusMm: 8, fromMm: -19, toMm: 19 };
    expect(await told([CORD, ptv, oesophagus(-49, 21)])).toEqual([]);
    expect(await told([CORD, ptv, oesophagus(-49, -1)])).toMatchObject([{ roi: 'Esophagus', where: 'within', mm: 20 }]);
    expect(await told([CORD, ptv, oesophagus(-55, -41)])).toMatchObject([{ roi: 'Esophagus', where: 'before', mm: 10 }]);
  });
});

describe('an organ that is carried on beyond its end through the field', () => {
  const WORD = { by: 'a physicist', on: '2026-01-05', why: 'drawn as far as it matters' };
  const GOAL = { organ: 'SpinalCord', goal: 'Dmax <= 45 Gy', mandatory: true };
  type Dose = (x: number, y: number, z: number) => number;
  /** 35 Gy from -30 to 30 mm about the axis of the cord, and 5 Gy elsewhere. */
  const hot: Dose = (_x, _y, z) => (Math.abs(z) <= 30 ? 35 : 5);

  interface Given {
    readonly dose?: Dose;
    readonly more?: object;
    readonly goal?: object;
  }
  async function assessed(bodies: readonly Cylinder[], { dose = hot, more = {}, goal = GOAL }: Given = {}) {
    const { caseFile, files } = twoCourses(bodies, dose, dose);
    const result = assess(await loaded({ ...caseFile, robustness: false, constraints: [goal], ...more }, files));
    const [organ] = result.organs.filter(({ roi }) => roi === bodies[0].name);
    return {
      result,
      found: result.findings.filter(({ code }) => code === 'organ-ends-before-field'),
      verdicts: organ.goals.map(({ verdict, code }) => code ?? verdict),
    };
  }
  const severities = async (...of: Parameters<typeof assessed>) => (await assessed(...of)).found.map(({ severity }) => severity);

  it('asks once where it would be above a limit that it meets as drawn, with both figures', async () => {
    const { found, verdicts } = await assessed([cord(41, 59)]);
    expect(found.map(({ severity }) => severity)).toEqual(['error', 'warning']);
    const crossed = {
      goal: 'Dmax <= 45 Gy',
      limitGy: 45,
      drawnGy: expect.closeTo(2 * eqd2Gy(5, 28, 2), 3),
      carriedOnGy: expect.closeTo(2 * eqd2Gy(35, 28, 2), 3),
    };
    expect(found[0]).toMatchObject({
      answerable: true,
      roi: 'SpinalCord',
      file: 'plan/RS.dcm',
      facts: { where: 'before', mm: 10, crossed },
    });
    expect(verdicts).toEqual(['question-open']);
    const answers = [{ code: 'organ-ends-before-field', sha256: found[0].sha256, roi: 'SpinalCord', ...WORD }];
    const answered = await assessed([cord(41, 59)], { more: { answers } });
    expect(answered.found).toMatchObject([{ severity: 'warning', answered: WORD }, { severity: 'warning' }]);
    expect(answered.verdicts).toEqual(['met']);
  });

  it('says so at the lower end, in a field that a grid cuts off, and of some cc', async () => {
    // More than half of the dose from 30 mm down to the grid's end at -60, and the most of it from -20 on.
    const down: Dose = (_x, _y, z) => (z > 30 ? 5 : z > -20 ? 20 : 35);
    const { found, verdicts, result } = await assessed([cord(-9, 49)], {
      dose: down,
      goal: { ...GOAL, goal: 'D0.03cc <= 45 Gy' },
    });
    // From half a slice below -9 to the voxels at -60.
    expect(found).toMatchObject([
      { severity: 'warning', facts: { where: 'within', mm: 50, crossed: { goal: 'D0.03cc <= 45 Gy' } } },
    ]);
    // The verdict is that of what is drawn, and page one says what it is of.
    expect(verdicts).toEqual(['met']);
    const [drawn, carriedOn] = [20, 35].map((gy) => (2 * eqd2Gy(gy, 28, 2)).toFixed(1));
    expect(restsOnLines(result)).toContain(
      `Met as far as drawn: SpinalCord ends in the field (D0.03cc <= 45 Gy: ${drawn} Gy as drawn, ${carriedOn} Gy carried on through it).`,
    );
    expect(restsOnMore(result)).toBe(true);
  });

  it('ends at its last slice where only specks are drawn beyond it, and asks within the field too', async () => {
    // The most of it from 20 mm on, beside the specks.
    const up: Dose = (x, _y, z) => (z < -30 ? 5 : z > 20 && x < 1 ? 35 : 20);
    const specks = (fromMm: number, toMm: number): Cylinder => ({ ...CORD, x: 4, radiusMm: 0.4, fromMm, toMm });
    const { found, verdicts } = await assessed([{ ...cord(-49, 9), also: [specks(11, 49)] }], { dose: up });
    expect(found).toMatchObject([
      {
        severity: 'error',
        answerable: true,
        // From half a slice above 9 to the last voxels at 60.
        facts: { where: 'within', mm: 50, hasSpecks: true, crossed: { drawnGy: expect.closeTo(2 * eqd2Gy(20, 28, 2), 3) } },
      },
    ]);
    expect(verdicts).toEqual(['question-open']);
    // One that comes to a point, a ninth of its slices, is drawn.
    const pointed = { ...cord(-49, 9), also: [{ ...specks(11, 49), radiusMm: 1.7 }] };
    expect((await assessed([pointed], { dose: up })).found.filter(({ facts }) => 'hasSpecks' in facts)).toEqual([]);
  });

  it('goes aslant where it does', async () => {
    // 1 mm sideways for each 4 mm: at 0 mm it is at x = -10, where alone the dose is high.
    const slices = Array.from({ length: 10 }, (_, n) => 41 + 2 * n).map(
      (z): Cylinder => ({ ...CORD, x: -10 + z / 4, radiusMm: 4, fromMm: z, toMm: z }),
    );
    const aslant = (side: number): Dose => {
      return (x, _y, z) => (Math.abs(z) <= 30 ? (Math.abs(x - side) < 3 ? 35 : 20) : 5);
    };
    const body = { ...slices[0], also: slices.slice(1) };
    expect(await severities([body], { dose: aslant(-10) })).toEqual(['error', 'warning']);
    expect(await severities([body], { dose: aslant(10) })).toEqual(['warning', 'warning']);
  });

  it('stays a warning where no limit is crossed, or none is mandatory, or it is exceeded as drawn', async () => {
    const others = ['Dmax <= 90 Gy', 'Dmean <= 45 Gy', 'Dmax <= 1 Gy'].map((goal) => ({ ...GOAL, goal }));
    for (const goal of [{ ...GOAL, mandatory: false }, ...others]) {
      const of = await assessed([cord(41, 59)], { goal });
      expect(of.found.map(({ severity }) => severity)).toEqual(['warning', 'warning']);
      expect(of.verdicts).not.toContain('question-open');
    }
  });

  it('is nothing to tell in an even dose, whatever the limit is', async () => {
    expect(await severities([cord(-19, 19)], { dose: () => 20 })).toEqual([]);
  });

  it('is not carried on through what it goes over into, nor where it is drawn as another ROI', async () => {
    const brainstem: Cylinder = { ...CORD, name: 'Brainstem', radiusMm: 14, fromMm: 29, toMm: 39 };
    expect(await severities([cord(41, 59), brainstem])).toEqual(['warning', 'warning']);
    const whole: Cylinder = { ...CORD, name: 'Cord', fromMm: -59, toMm: 59 };
    expect(await severities([cord(41, 59), whole])).toEqual(['warning', 'warning']);
    expect(await severities([cord(41, 59), { ...brainstem, x: 40 }])).toEqual(['error', 'warning']);
  });

  it('names what is drawn in its line by a name that is not known, and nothing around or beside it', async () => {
    const others: Cylinder[] = [
      { ...CORD, name: 'Moelle', fromMm: -59, toMm: 59 },
      { ...CORD, name: 'Outline', radiusMm: 30 },
      { ...CORD, name: 'Elsewhere', x: 30 },
    ];
    const { found } = await assessed([cord(41, 59), ...others]);
    expect(found.map(({ facts }) => facts)).toMatchObject([{ inLine: ['Moelle'] }, { inLine: ['Moelle'] }]);
    expect(found[0].message).toContain('Moelle');
  });
});
