import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assessment/assess';
import type { CaseRegistration } from '../../src/case/case-file';
import { pageOneFindings } from '../../src/figures/page-one-findings';
import { writeDeformation } from '../../src/registration/deformation-text';
import { type Cylinder, doseFile, loaded, PLANNED, PRIOR, registrationFile, twoCourses } from '../case/written-case';
import { fileBytes } from '../dicom/objects';
import { deformation, deformationGrid, matrixItem, registration, registrationItem } from '../dicom/samples';

const CORD: Cylinder = { name: 'SpinalCord', x: 0, y: 20, radiusMm: 5, fromMm: -29, toMm: 29 };
const linear = (x: number, y: number, z: number) => 30 + 0.3 * x + 0.2 * y + 0.1 * z;
const STILL = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
const BY = { by: 'a physicist', on: '2023-05-20' };

const constraints = (['cumulative', 'planned'] as const).map((scope) => ({
  organ: 'SpinalCord',
  goal: 'Dmax <= 60 Gy',
  quantity: 'eqd2',
  scope,
  mandatory: true,
  source: 'test',
}));

async function made(registrations: readonly CaseRegistration[], more: Record<string, Uint8Array> = {}) {
  const { caseFile, files } = twoCourses([CORD], linear, () => 20);
  files['prior/RD.dcm'] = doseFile(linear, { frame: PRIOR, planUid: '1.2.3.61' });
  files['REG.dcm'] = registrationFile(STILL);
  return assess(await loaded({ ...caseFile, registrations, constraints }, { ...files, ...more }));
}
const conditions = (result: Awaited<ReturnType<typeof made>>) => result.organs[0].goals.map(({ condition }) => condition);
const written: CaseRegistration = { from: PRIOR, to: PLANNED, matrix: STILL, method: 'manual' };

describe('a registration that carries prior dose', () => {
  it('makes every verdict on prior dose subject to it until somebody accepts it', async () => {
    const open = await made(['REG.dcm']);
    expect(open.overall.registration).toBe('not accepted');
    expect(conditions(open)).toEqual(['registration not accepted', undefined]);
    expect(open.registrations).toHaveLength(1);
    expect(open.registrations).toMatchObject([
      {
        course: 'first',
        type: 'rigid',
        direction: 'from points of the anatomy to points of the course',
        turnedDegrees: 0,
        links: [{ source: 'REG.dcm', method: 'dicom', accepted: null }],
        isAccepted: false,
      },
    ]);
    const accepted = await made([{ file: 'REG.dcm', accepted: BY }]);
    expect(accepted.overall.registration).toBe('accepted');
    expect(conditions(accepted)).toEqual([undefined, undefined]);
    expect(accepted.registrations[0]).toMatchObject({ isAccepted: true, links: [{ accepted: BY }] });
    expect(accepted.organs[0].goals.map(({ verdict, value }) => [verdict, value])).toEqual(
      open.organs[0].goals.map(({ verdict, value }) => [verdict, value]),
    );
  });

  it('makes every verdict subject to it where it is the planned dose that it carries, and says so', async () => {
    const { caseFile, files } = twoCourses([CORD], () => 20, linear);
    files['planned/RD.dcm'] = doseFile(linear, { frame: PRIOR, planUid: '1.2.3.61' });
    files['REG.dcm'] = registrationFile(STILL);
    const [first, second] = caseFile.courses as Record<string, unknown>[];
    const turned = (registrations: readonly CaseRegistration[]) =>
      loaded(
        {
          ...caseFile,
          courses: [first, { ...second, phases: [{ dose: 'planned/RD.dcm', fractions: 10 }] }],
          registrations,
          constraints,
        },
        files,
      );
    const open = assess(await turned(['REG.dcm']));
    expect(open.overall.registration).toBe('not accepted');
    expect(open.registrations.map(({ course, isAccepted }) => [course, isAccepted])).toEqual([
      ['first', true],
      ['second', false],
    ]);
    const goals = open.organs[0].goals.filter(({ scope }) => scope !== 'prior');
    expect(new Set(goals.map(({ scope, condition }) => `${scope}: ${condition}`))).toEqual(
      new Set(['cumulative: registration not accepted', 'planned: registration not accepted']),
    );
    expect(open.findings.find(({ code }) => code === 'planned-course-carried')).toMatchObject({
      severity: 'warning',
      course: 'second',
    });
    const accepted = assess(await turned([{ file: 'REG.dcm', accepted: BY }]));
    expect(accepted.overall.registration).toBe('accepted');
    expect(accepted.organs[0].goals.every(({ condition }) => condition === undefined)).toBe(true);
    expect(accepted.findings.map(({ code }) => code)).toContain('planned-course-carried');
  });

  it('needs no acceptance where the frame is the same', async () => {
    const { caseFile, files } = twoCourses([CORD], linear, () => 20);
    const result = assess(await loaded(caseFile, files));
    expect(result.overall.registration).toBe('same frame');
    expect(result.registrations[0]).toMatchObject({ type: 'same frame', isAccepted: true, links: [] });
  });

  it('is not accepted any more when its file has changed since', async () => {
    const { sha256 } = (await made(['REG.dcm'])).files.find(({ path }) => path === 'REG.dcm')!;
    expect((await made([{ file: 'REG.dcm', accepted: { ...BY, sha256 } }])).overall.registration).toBe('accepted');
    const other = await made([{ file: 'REG.dcm', accepted: { ...BY, sha256 } }], {
      'REG.dcm': registrationFile([...STILL.slice(0, 3), 1, ...STILL.slice(4)]),
    });
    expect(other.overall.registration).toBe('not accepted');
    // Nor is it silent that somebody accepted what was there before.
    const told = other.findings.filter(({ code }) => code === 'acceptance-of-another-file');
    expect(told).toMatchObject([{ severity: 'warning', file: 'REG.dcm', facts: { by: BY.by, on: BY.on } }]);
    expect(pageOneFindings(other)).toEqual(told);
    const as = await made([{ file: 'REG.dcm', accepted: { ...BY, sha256 } }]);
    expect(as.findings.map(({ code }) => code)).not.toContain('acceptance-of-another-file');
  });

  it.each(['upper case', 'a zero behind'])('is refused with a hash in %s, which would fit nothing', async (how) => {
    const { sha256 } = (await made(['REG.dcm'])).files.find(({ path }) => path === 'REG.dcm')!;
    const odd = how === 'upper case' ? sha256.toUpperCase() : `${sha256}\0`;
    await expect(made([{ file: 'REG.dcm', accepted: { ...BY, sha256: odd } }])).rejects.toThrow(
      /registrations\[0\].*needed .*a SHA-256 in lower case/,
    );
  });

  it('may be written out, as a matrix or with a deformation, and be accepted', async () => {
    expect((await made([written])).registrations[0].links).toEqual([
      { source: 'the matrix registrations[0] of the case file', method: 'manual', accepted: null },
    ]);
    // From the anatomy to the course: 2 mm along x everywhere, over all of the cord.
    const field = {
      originMm: [-50, -50, -50],
      alongRow: [1, 0, 0],
      alongColumn: [0, 1, 0],
      normal: [0, 0, 1],
      spacingMm: [50, 50, 50],
      size: [3, 3, 3],
      displacementMm: Float32Array.from({ length: 81 }, (_, n) => (n % 3 === 0 ? 2 : 0)),
    } as const;
    const deformed = await made([
      { from: PLANNED, to: PRIOR, matrix: STILL, deformation: writeDeformation(field) as never, accepted: BY },
    ]);
    expect(deformed.registrations[0]).toMatchObject({ type: 'deformable', isAccepted: true });
    const still = await made([written]);
    const [a, b] = [deformed, still].map((each) => each.organs[0].metrics.Dmean.priorPhysicalGy!);
    expect(a - b).toBeCloseTo(2 * 0.3, 3);
    // Nobody has said how far a deformation may be off.
    expect(deformed.settings.robustness).toBeUndefined();
    expect(still.settings.robustness).toEqual({ marginMm: 3, shifts: 26, rotationDegrees: 2 });
  });

  it('is affine where it scales, and is said to be so', async () => {
    const [result] = (await made([{ ...written, matrix: [1.02, ...STILL.slice(1)] }])).registrations;
    expect(result.type).toBe('affine');
  });
});

describe('a registration that cannot be used', () => {
  const damaged = (text: string) => ({
    from: PLANNED,
    to: PRIOR,
    matrix: STILL,
    deformation: {
      originMm: [0, 0, 0],
      alongRow: [1, 0, 0],
      alongColumn: [0, 1, 0],
      spacingMm: [5, 5, 5],
      size: [2, 2, 2],
      displacementMm: text,
    },
  });

  it.each<[string, unknown, Record<string, Uint8Array>, RegExp]>([
    [
      'has no matrix for the frame of the dose',
      'REG.dcm',
      {
        'REG.dcm': fileBytes(
          registration({
            FrameOfReferenceUID: PLANNED,
            RegistrationSequence: [registrationItem('1.2.3.99', [matrixItem(STILL)])],
          }),
        ),
      },
      /in frame 1\.2\.3\.51.*no registration between them \(REG\.dcm joins 1\.2\.3\.99 and 1\.2\.3\.50\)/,
    ],
    [
      'has an item without any matrix',
      'REG.dcm',
      {
        'REG.dcm': fileBytes(registration({ FrameOfReferenceUID: PLANNED, RegistrationSequence: [registrationItem(PRIOR, [])] })),
      },
      /MatrixSequence.*found nothing/,
    ],
    [
      'has a singular matrix',
      'REG.dcm',
      { 'REG.dcm': registrationFile([1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]) },
      /a matrix that cannot be inverted/,
    ],
    [
      'has a singular matrix written out',
      { ...written, matrix: [...STILL.slice(0, 10), 0, 0, 0, 0, 0, 1] },
      {},
      /registrations\[0\]\.matrix.*determinant 0/,
    ],
    [
      'deforms the other way round',
      'REG.dcm',
      {
        'REG.dcm': fileBytes(
          deformation(
            deformationGrid(new Float32Array(72)),
            { FrameOfReferenceUID: PRIOR },
            { SourceFrameOfReferenceUID: PLANNED },
          ),
        ),
      },
      /a deformation that carries points the other way \(REG\.dcm: from 1\.2\.3\.51 to 1\.2\.3\.50\).*never inverted/,
    ],
    ['is a deformation of damaged text', damaged('????'), {}, /text that cannot be unpacked/],
    [
      'is a deformation of too little text',
      damaged(
        writeDeformation({
          originMm: [0, 0, 0],
          alongRow: [1, 0, 0],
          alongColumn: [0, 1, 0],
          normal: [0, 0, 1],
          spacingMm: [5, 5, 5],
          size: [1, 1, 1],
          displacementMm: new Float32Array(3),
        }).displacementMm,
      ),
      {},
      /12 bytes; needed 96 bytes/,
    ],
  ])('because it %s is refused', async (_, entry, files, text) => {
    await expect(made([entry as CaseRegistration], files)).rejects.toThrow(text);
  });

  it('because it is of another patient is refused, with both and the file', async () => {
    const other = fileBytes(
      registration({
        PatientID: 'SOMEONE-ELSE',
        FrameOfReferenceUID: PLANNED,
        RegistrationSequence: [registrationItem(PRIOR, [matrixItem(STILL)])],
      }),
    );
    await expect(made(['REG.dcm'], { 'REG.dcm': other })).rejects.toThrow(/different patients.*"SOMEONE-ELSE" in REG\.dcm/);
  });
});
