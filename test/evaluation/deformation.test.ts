import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assessment/assess';
import type { DisplacementField } from '../../src/geometry/displacement-field';
import { writeDeformation } from '../../src/registration/deformation-text';
import { type Cylinder, doseFile, loaded, PLANNED, PRIOR, structureFile, twoCourses } from '../case/written-case';
import { fileBytes } from '../dicom/objects';
import { deformation } from '../dicom/samples';

const CORD: Cylinder = { name: 'SpinalCord', x: 0, y: 20, radiusMm: 5, fromMm: -29, toMm: 29 };
const HEART: Cylinder = { ...CORD, name: 'Heart', x: -10, y: -20, radiusMm: 15 };
const STILL = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
const linear = (x: number, y: number, z: number) => 30 + 0.3 * x + 0.2 * y + 0.1 * z;

/** Nodes every 10 mm from -60 mm, as many as asked for along z. */
function fieldOf(displacement: (x: number, y: number, z: number) => readonly number[], planes = 13): DisplacementField {
  const size = [13, 13, planes] as const;
  const displacementMm = new Float32Array(3 * 13 * 13 * planes);
  for (let k = 0, n = 0; k < planes; k++)
    for (let j = 0; j < 13; j++)
      for (let i = 0; i < 13; i++, n += 3) displacementMm.set(displacement(10 * i - 60, 10 * j - 60, 10 * k - 60), n);
  const axes = { alongRow: [1, 0, 0], alongColumn: [0, 1, 0], normal: [0, 0, 1] } as const;
  return { originMm: [-60, -60, -60], ...axes, spacingMm: [10, 10, 10], size, displacementMm };
}

async function made(field: DisplacementField, robustness?: { marginMm: number }) {
  const { caseFile, files } = twoCourses([CORD, HEART], linear, () => 20);
  files['prior/RD.dcm'] = doseFile(linear, { frame: PRIOR, planUid: '1.2.3.61' });
  files['prior/RS.dcm'] = structureFile([CORD, HEART], { SOPInstanceUID: '1.2.3.41' }, PRIOR);
  caseFile.courses[0].structures = 'prior/RS.dcm';
  caseFile.courses[0].landmarks = [{ name: 'carina', onAnatomyMm: [0, 0, 0], onCourseMm: [3, 0, 4] }];
  const entry = { from: PLANNED, to: PRIOR, matrix: STILL, deformation: writeDeformation(field) };
  return assess(await loaded({ ...caseFile, registrations: [entry], ...(robustness && { robustness }) }, files));
}
const organ = (result: Awaited<ReturnType<typeof made>>, name: string) => result.organs.find(({ roi }) => roi === name)!;
const finding = (result: Awaited<ReturnType<typeof made>>, code: string) => result.findings.filter((each) => each.code === code);

describe('a prior course carried through a deformation', () => {
  it('gives at each point the dose of the place it came from', async () => {
    // A tenth of each place's x and z: the dose there is still linear, so that its mean is that of the organ's middle.
    const result = await made(fieldOf((x, _, z) => [0.1 * x, 2, 0.1 * z]));
    const middle = (x: number, y: number) => linear(1.1 * x, y + 2, 0);
    expect(organ(result, 'SpinalCord').metrics.Dmean.priorPhysicalGy).toBeCloseTo(middle(0, 20), 2);
    expect(organ(result, 'Heart').metrics.Dmean.priorPhysicalGy).toBeCloseTo(middle(-10, -20), 2);
    expect(finding(result, 'registration-folds')).toEqual([]);
    expect(finding(result, 'deformation-does-not-cover-roi')).toEqual([]);
  });

  it('comes with the figures that tell how far to trust it', async () => {
    const [{ quality }] = (await made(fieldOf(() => [0, 2, 0]))).registrations;
    const [cord, heart] = ['SpinalCord', 'Heart'].map((name) => quality!.organs.find((each) => each.name === name)!);
    // Both organs stand where they stood, but the map says 2 mm: two discs of radius r, 2 mm apart.
    const dice = (r: number) => (2 / Math.PI) * (Math.acos(1 / r) - (1 / r) * Math.sqrt(1 - 1 / r ** 2));
    expect(cord.overlap!.dice).toBeCloseTo(dice(5), 2);
    expect(heart.overlap!.dice).toBeCloseTo(dice(15), 2);
    // Within a tenth of the lattice that it is taken on.
    expect(Math.abs(heart.overlap!.centroidDistanceMm! - 2)).toBeLessThan(0.1);
    expect(cord.deformation!.maxDisplacementMm.value).toBeCloseTo(2, 5);
    expect(cord.deformation!.minDeterminant.value).toBeCloseTo(1, 5);
    expect(cord.foldedCells).toBe(0);
    // The carina goes to (0, 2, 0); it was found at (3, 0, 4).
    expect(quality!.landmarks.all!.meanMm).toBeCloseTo(Math.hypot(3, 2, 4), 5);
  });

  it('that folds is an error which names the structures it folds in', async () => {
    // Between x = -20 and 0 points come back on themselves: through the heart, clear of the cord.
    const folded = fieldOf((x) => [x >= -10 && x < 0 ? -25 : 0, 0, 0]);
    const [found] = finding(await made(folded), 'registration-folds');
    expect(found.severity).toBe('error');
    expect(found.facts).toMatchObject({ course: 'first', rois: ['Heart'] });
    // One node of a row is pushed back by 25 mm of 10: the cell before it is turned over.
    expect((found.facts as { determinant: number }).determinant).toBeCloseTo(1 - 2.5, 5);
  });

  it('that ends inside a structure leaves the rest of it unknown, and says how much', async () => {
    // The last nodes are at z = 20 and reach to 25; the organs reach from -30 to 30.
    const result = await made(fieldOf(() => [0, 0, 0], 9));
    const found = finding(result, 'deformation-does-not-cover-roi');
    expect(found.map(({ roi }) => roi)).toEqual(['SpinalCord', 'Heart']);
    expect((found[0].facts as { share: number }).share).toBeCloseTo(5 / 60, 3);
    expect(organ(result, 'SpinalCord').insideDoseGrid?.prior).toBeCloseTo(55 / 60, 3);
    expect(organ(result, 'SpinalCord').metrics.Dmean.cumulativeEqd2Bounds!.atMost).toBeNull();
  });

  it('is moved only by a margin that the user gives', async () => {
    const field = fieldOf(() => [0, 0, 0]);
    expect((await made(field)).settings.robustness).toBeUndefined();
    const result = await made(field, { marginMm: 5 });
    expect(result.settings.robustness).toEqual({ marginMm: 5, shifts: 26, rotationDegrees: 2 });
    const { band, cumulativeEqd2Gy } = organ(result, 'SpinalCord').metrics.Dmax;
    expect(band!.high - cumulativeEqd2Gy!).toBeGreaterThan(5 * 0.6 * 0.9);
  });
});

it('a deformation of a file is applied as one written in the case', async () => {
  const { caseFile, files } = twoCourses([CORD], linear, () => 20);
  files['prior/RD.dcm'] = doseFile(linear, { frame: PRIOR, planUid: '1.2.3.61' });
  const field = fieldOf((x, _, z) => [0.1 * x, 2, 0.1 * z]);
  files['DEF.dcm'] = fileBytes(
    deformation(
      {
        ImagePositionPatient: [...field.originMm],
        ImageOrientationPatient: [1, 0, 0, 0, 1, 0],
        GridDimensions: Uint32Array.from(field.size),
        GridResolution: Float64Array.from(field.spacingMm),
        VectorGridData: field.displacementMm,
      },
      { FrameOfReferenceUID: PLANNED },
      { SourceFrameOfReferenceUID: PRIOR },
    ),
  );
  const result = assess(await loaded({ ...caseFile, registrations: ['DEF.dcm'] }, files));
  expect(result.registrations[0]).toMatchObject({ type: 'deformable', links: [{ source: 'DEF.dcm', method: 'dicom' }] });
  expect(organ(result, 'SpinalCord').metrics.Dmean.priorPhysicalGy).toBeCloseTo(linear(0, 22, 0), 2);
});

describe('a deformation with vectors that are not numbers', () => {
  const refused = (displacement: (x: number, y: number, z: number) => readonly number[]) =>
    made(fieldOf(displacement)).then(
      () => 'none',
      (error: Error) => error.message,
    );

  it.each([
    ['Infinity at one node', (x: number, y: number, z: number) => [0, x + y + z === 0 ? Number.POSITIVE_INFINITY : 0, 0]],
    ['-Infinity everywhere', () => [Number.NEGATIVE_INFINITY, 0, 0]],
  ])('is refused by its field: %s', async (_, displacement) => {
    expect(await refused(displacement)).toMatch(
      /^case\.json: registrations\[0\]\.deformation\.displacementMm: found an infinite displacement at value \d+; needed/,
    );
  });

  it.each([
    ['no vector at all', () => [Number.NaN, Number.NaN, Number.NaN]],
    ['one number of each vector missing', () => [0, Number.NaN, 0]],
  ])('is refused by its field: %s', async (_, displacement) => {
    expect(await refused(displacement)).toMatch(
      /^case\.json: registrations\[0\]\.deformation\.displacementMm: found no node with a displacement; needed/,
    );
  });

  it('a displacement beyond any patient is refused by its field', async () => {
    expect(await refused(() => [0, 0, 1e9])).toMatch(/displacementMm: found a displacement of more than 10 m at value 3; needed/);
  });

  it.each([
    ['one node in eight', (x: number, y: number, z: number) => ((x + y + z) % 80 === 0 ? Number.NaN : 0), 'a part'],
    ['one number of a node', (x: number, y: number, z: number) => (x || y - 20 || z ? 0 : Number.NaN), 'a part'],
    ['all but those about the heart', (_: number, y: number) => (y > -30 ? Number.NaN : 0), 'nothing'],
  ])('is unknown where it lacks them, of %s, and takes no longer for it', async (_, missing, known) => {
    const result = await made(fieldOf((x, y, z) => [0, 1 + missing(x, y, z), 0]));
    const [told] = finding(result, 'dose-grid-does-not-cover-roi').filter(({ roi }) => roi === 'SpinalCord');
    const { coveredShare } = told.facts as { coveredShare: number };
    expect([coveredShare === 0, coveredShare < 0.99]).toEqual([known === 'nothing', true]);
  });
});
