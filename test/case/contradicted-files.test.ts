import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assessment/assess';
import { type Assessment, evaluatedOrgans } from '../../src/evaluation/assessment';
import { InputError } from '../../src/input-error';
import { inspect } from '../../src/inspection/inspect';
import type { Fields } from '../dicom/objects';
import { contour } from '../dicom/samples';
import { type Cylinder, doseFile, eqd2Gy, type Files, loaded, planFile, structureFile, twoCourses } from './written-case';

/*
 * Files that contradict themselves or each other, in a whole case of two courses: 40 Gy and 20 Gy in 28 fractions each,
 * so that the cord has 34.29 + 13.57 Gy EQD2 at alpha/beta 2.
 */

const CORD: Cylinder = { name: 'SpinalCord', x: 0, y: 20, radiusMm: 5, fromMm: -29, toMm: 29 };
const LUNG: Cylinder = { name: 'Lungs', x: 30, y: 0, radiusMm: 8, fromMm: -29, toMm: 29 };
const GOALS = ['SpinalCord', 'Lungs'].map((organ) => ({ organ, goal: 'Dmax <= 70 Gy', alphaBetaGy: 2 }));
const WHOLE_GY = eqd2Gy(40, 28, 2) + eqd2Gy(20, 28, 2);

type Made = ReturnType<typeof twoCourses>;
const made = (change: (made: Made) => void = () => {}): Made => {
  const made = twoCourses(
    [CORD, LUNG],
    () => 40,
    () => 20,
  );
  made.caseFile.constraints = GOALS;
  change(made);
  return made;
};
const assessed = async (change?: (made: Made) => void) => {
  const { caseFile, files } = made(change);
  return assess(await loaded(caseFile, files));
};
const refusedBy = async (change: (made: Made) => void): Promise<string> => {
  const { caseFile, files } = made(change);
  const error = await loaded(caseFile, files).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof InputError)) throw new Error('was not refused', { cause: error });
  return error.message;
};
const verdictsOf = ({ organs }: Assessment) =>
  evaluatedOrgans(organs).map(({ roi, goals }) => [roi, ...goals.map(({ verdict }) => verdict)]);
const asking = ({ findings }: Assessment) => findings.flatMap(({ code, answerable }) => (answerable ? [code] : []));
const OPEN = [
  ['SpinalCord', 'not evaluable'],
  ['Lungs', 'not evaluable'],
];
const MET = [
  ['SpinalCord', 'met'],
  ['Lungs', 'met'],
];

const phase = ({ caseFile }: Made, course: number) => (caseFile.courses[course].phases as Record<string, unknown>[])[0];
/** The prior dose with other attributes. */
const priorDose = (overrides: Fields, doseGy = 40) =>
  doseFile(() => doseGy, { planUid: '1.2.3.61' }, { SOPInstanceUID: '1.2.3.31', ...overrides });

describe('a case whose files contradict nothing', () => {
  it('has its verdicts', async () => {
    const result = await assessed();
    expect(verdictsOf(result)).toEqual(MET);
    expect(result.organs[0].goals[0].value).toBeCloseTo(WHOLE_GY, 3);
    expect(asking(result)).toEqual([]);
  });
});

describe('a prior dose', () => {
  const offsets = Array.from({ length: 41 }, (_, k) => 3 * k);
  it.each<[string, Fields, string]>([
    ['that is zero everywhere', { PixelData: new Uint32Array(41 ** 3) }, 'dose-all-zero'],
    ['of which the scaling leaves nothing', { DoseGridScaling: 1e-54 }, 'dose-all-zero'],
    ['of which the scaling leaves nothing at all', { DoseGridScaling: 1e-300 }, 'dose-all-zero'],
    ['with pixels of ten times the size', { PixelSpacing: [30, 30] }, 'dose-voxels-large'],
    [
      'with planes out of order',
      { GridFrameOffsetVector: offsets.map((mm, k) => (k === 5 ? 18 : k === 6 ? 15 : mm)) },
      'dose-frames-unsorted',
    ],
    ['with a jump', { GridFrameOffsetVector: offsets.map((mm, k) => (k > 30 ? mm + 40 : mm)) }, 'dose-frames-jump'],
  ])('%s leaves no goal a verdict', async (_, overrides, code) => {
    const result = await assessed(({ files }) => {
      files['prior/RD.dcm'] = priorDose(overrides);
    });
    expect(asking(result)).toEqual([code]);
    expect(verdictsOf(result)).toEqual(OPEN);
  });

  describe('whose planes hold nothing', () => {
    const without = (isLost: (k: number) => boolean, edgeGy = 40) =>
      assessed(({ files }) => {
        const of = (z: number) => Math.round((z + 60) / 3);
        const doseGy = (k: number) => (isLost(k) ? 0 : k === 14 || k === 26 ? edgeGy : 40);
        const at = { planUid: '1.2.3.61' };
        files['prior/RD.dcm'] = doseFile((_x, _y, z) => doseGy(of(z)), at, { SOPInstanceUID: '1.2.3.31' });
      });
    const empty = ({ findings }: Assessment) => findings.find(({ code }) => code === 'dose-planes-empty');

    it.each<[string, (k: number) => boolean, object]>([
      ['eleven in a row', (k) => k > 14 && k < 26, { empty: 11, planes: 41, fromMm: -15, toMm: 15 }],
      ['every second one', (k) => k % 2 === 1, { empty: 20, planes: 41, fromMm: -57, toMm: 57 }],
      ['one', (k) => k === 20, { empty: 1, planes: 41, fromMm: 0, toMm: 0 }],
    ])('between planes with dose asks: %s', async (_, isLost, facts) => {
      const result = await without(isLost);
      expect(empty(result)).toMatchObject({ severity: 'error', answerable: true, file: 'prior/RD.dcm', facts });
      expect(verdictsOf(result)).toEqual(OPEN);
    });

    it.each<[string, (k: number) => boolean, number]>([
      ['at the ends of the grid', (k) => k < 3 || k > 37, 40],
      ['between planes of 2 of 40 Gy, where the fields end', (k) => k > 14 && k < 26, 2],
    ])('is as it may be: %s', async (_, isLost, edgeGy) => {
      expect(empty(await without(isLost, edgeGy))).toBeUndefined();
    });
  });

  it('with uneven planes is interpolated between them', async () => {
    // Dose rises by 0.1 Gy/mm along z: 37 Gy at the cord's middle and 40 Gy at its end, whatever the planes.
    const steps = offsets.map((_, k) => [2, 2, 3, 3, 5][k % 5]);
    const z = steps.map((__, k) => -60 + steps.slice(0, k).reduce((sum, step) => sum + step, 0));
    const pixels = new Uint32Array(41 ** 3);
    for (let n = 0; n < pixels.length; n++) pixels[n] = Math.round((37 + 0.1 * z[Math.floor(n / 41 ** 2)]) * 1e5);
    const result = await assessed(({ files }) => {
      files['prior/RD.dcm'] = priorDose({ GridFrameOffsetVector: z.map((mm) => mm + 60), PixelData: pixels });
    });
    expect(verdictsOf(result)).toEqual(MET);
    expect(result.organs[0].metrics.Dmax.priorPhysicalGy).toBeCloseTo(40, 2);
    expect(result.organs[0].metrics.Dmean.priorPhysicalGy).toBeCloseTo(37, 2);
    expect(result.findings.map(({ code }) => code)).toContain('dose-frames-uneven');
  });

  it('in single files, one for each plane, is the dose in one file', async () => {
    const result = await assessed(inSingleFiles);
    expect(verdictsOf(result)).toEqual(MET);
    expect(result.organs[0].goals[0].value).toBeCloseTo(WHOLE_GY, 3);
    expect(result.findings.map(({ code }) => code)).toContain('dose-planes-joined');
    expect(result.files.filter(({ path }) => path.startsWith('prior/RD'))).toHaveLength(41);
  });

  it('in single files of which one is missing asks', async () => {
    const result = await assessed((all) => {
      inSingleFiles(all);
      (phase(all, 0).dose as string[]).splice(20, 1);
    });
    expect([asking(result), verdictsOf(result)]).toEqual([['dose-frames-jump'], OPEN]);
  });

  it('of which one plane alone is given is refused', async () => {
    const why = await refusedBy((all) => {
      inSingleFiles(all);
      phase(all, 0).dose = 'prior/RD20.dcm';
    });
    expect(why).toMatch(/prior\/RD20\.dcm: \(0028,0008\) NumberOfFrames: found a dose of one plane; needed the whole dose/);
  });

  it('as delivered is used with the fractions of the plan, and is never scaled down twice', async () => {
    const record = (all: Made) => {
      all.files['prior/RD.dcm'] = priorDose({ DoseSummationType: 'RECORD' });
    };
    const result = await assessed(record);
    expect(result.organs[0].goals[0].value).toBeCloseTo(WHOLE_GY, 3);
    expect(result.findings).toContainEqual(expect.objectContaining({ code: 'dose-delivered', severity: 'warning' }));
    const why = await refusedBy((all) => {
      record(all);
      phase(all, 0).deliveredFractions = 20;
    });
    expect(why).toMatch(/courses\[0\]\.phases\[0\]\.deliveredFractions: found a number, for a dose .*RECORD/);
  });
});

/** Writes each plane of the prior dose into a file of its own. */
function inSingleFiles(all: Made): void {
  delete all.files['prior/RD.dcm'];
  const names = Array.from({ length: 41 }, (_, k) => `prior/RD${k}.dcm`);
  for (const [k, name] of names.entries()) {
    const at = { origin: [-60, -60, -60 + 3 * k], size: [41, 41, 1], planUid: '1.2.3.61' } as const;
    all.files[name] = doseFile(() => 40, at, { SOPInstanceUID: `1.2.3.31.${k}` });
  }
  phase(all, 0).dose = names;
}

describe('one identifier on two contents', () => {
  it('of the doses of two courses asks, and is not called the same dose', async () => {
    const result = await assessed(({ files }) => {
      files['prior/RD.dcm'] = priorDose({ SOPInstanceUID: '1.2.3.30.50' });
    });
    expect(asking(result)).toEqual(['same-uid-other-content']);
    expect(verdictsOf(result)).toEqual(OPEN);
  });

  it('of one dose in two courses is called the same dose, in whatever syntax it is written', async () => {
    const result = await assessed(({ files }) => {
      files['prior/RD.dcm'] = doseFile(() => 20, {}, { StudyDescription: 'again' });
      files['prior/RP.dcm'] = planFile(28, '1.2.3.60');
    });
    expect(asking(result)).toContain('same-dose-in-two-courses');
  });

  it('of two plans beside the dose is refused until the user says which was given', async () => {
    const two = ({ files }: Made) => {
      files['prior/RP2.dcm'] = planFile(5, '1.2.3.61');
    };
    expect(await refusedBy(two)).toMatch(
      /two different plans .*\(prior\/RP\.dcm and prior\/RP2\.dcm\); needed `plan` in the phase/,
    );
    const result = await assessed((all) => {
      two(all);
      phase(all, 0).plan = 'prior/RP2.dcm';
    });
    expect(result.courses[0].phases[0].fractions).toBe(5);
    const copied = await assessed(({ files }) => {
      files['prior/RP2.dcm'] = planFile(28, '1.2.3.61');
    });
    expect(copied.courses[0].phases[0].fractions).toBe(28);
  });
});

describe('a structure set', () => {
  /** Spoils a contour of one ROI in the middle of it. */
  const withDamage = (roi: number): Uint8Array => {
    const contours = [CORD, LUNG].map(({ name: _, x, y, radiusMm, fromMm }, n) =>
      Array.from({ length: 30 }, (__, k) => {
        const z = fromMm + 2 * k;
        const points = Array.from({ length: 60 }, (___, a) => [
          x + radiusMm * Math.cos((a * Math.PI) / 30),
          y + radiusMm * Math.sin((a * Math.PI) / 30),
          z,
        ]).flat();
        return contour(points, n === roi && k === 15 ? { ContourData: '1\\2\\NaN' } : {});
      }),
    );
    return structureFile([CORD, LUNG], {
      ROIContourSequence: contours.map((ContourSequence, n) => ({ ContourSequence, ReferencedROINumber: n + 1 })),
    });
  };

  it.each([
    [0, 'SpinalCord', ['not evaluable', 'met']],
    [1, 'Lungs', ['met', 'not evaluable']],
  ] as const)('with a damaged contour costs ROI %i its verdict and no other', async (roi, name, verdicts) => {
    const result = await assessed(({ files }) => {
      files['plan/RS.dcm'] = withDamage(roi);
    });
    expect(result.findings).toContainEqual(expect.objectContaining({ code: 'contour-damaged', roi: name, severity: 'error' }));
    expect(evaluatedOrgans(result.organs).map(({ goals }) => goals[0].verdict)).toEqual(verdicts);
    expect(result.organs[roi].goals[0]).toMatchObject({ code: 'question-open' });
    // One slice of thirty is lost, and its neighbours do not reach into it.
    const whole = result.organs[1 - roi].volumeCc * ([CORD, LUNG][roi].radiusMm / [CORD, LUNG][1 - roi].radiusMm) ** 2;
    expect(result.organs[roi].volumeCc / whole).toBeCloseTo(29 / 30, 3);
  });

  it('without any frame of reference names what is missing, in inspect too', async () => {
    const frameless = structureFile([CORD], {
      ReferencedFrameOfReferenceSequence: [],
      StructureSetROISequence: [{ ROINumber: 1, ROIName: 'SpinalCord' }],
    });
    const why = await refusedBy(({ files }) => {
      files['plan/RS.dcm'] = frameless;
    });
    expect(why).toMatch(/plan\/RS\.dcm: \(3006,0024\) ReferencedFrameOfReferenceUID: found nothing/);
    const { findings } = await inspect(contentsOf({ 'RS.dcm': frameless }));
    expect(findings.map(({ code, file }) => [code, file])).toContainEqual(['structures-without-frame', 'RS.dcm']);
  });
});

async function* contentsOf(files: Files) {
  for (const [path, bytes] of Object.entries(files)) yield { path, bytes };
}

describe('inspect', () => {
  it('shows planes in single files as one dose with their files, and a dose that is zero', async () => {
    const all = made(inSingleFiles);
    const { doses, findings } = await inspect(contentsOf(all.files));
    expect(doses.map(({ voxels }) => voxels)).toEqual([
      [41, 41, 41],
      [41, 41, 41],
    ]);
    expect(doses.find(({ planeFiles }) => planeFiles)?.planeFiles).toHaveLength(41);
    expect(findings.map(({ code }) => code)).not.toContain('two-doses-of-one-plan');
    const zero = await inspect(contentsOf({ 'RD.dcm': priorDose({}, 0) }));
    expect(zero.findings.map(({ code }) => code)).toContain('dose-all-zero');
  });
});
