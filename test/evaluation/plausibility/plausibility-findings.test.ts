import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/assessment/assess';
import type { CaseInputs } from '../../../src/case/case-inputs';
import { prepareCase } from '../../../src/evaluation/prepared-case';
import { type Cylinder, doseFile, type Files, loaded, planFile, structureFile } from '../../case/written-case';
import type { Fields } from '../../dicom/objects';
import { fractionGroup } from '../../dicom/samples';

/*
 * A round target of 20 mm radius and 60 mm length with a uniform dose in and 10 mm about it, falling to nothing over
 * 20 mm more: what is read out of it is known without a calculation.
 */
const PTV: Cylinder = { name: 'PTV', x: 0, y: 0, radiusMm: 20, fromMm: -29, toMm: 29 };
const CORD: Cylinder = { name: 'SpinalCord', x: 0, y: 40, radiusMm: 5, fromMm: -29, toMm: 29 };
const UID = '1.2.3.40';

const fall = (beyondMm: number) => Math.max(0, Math.min(1, 1 - (beyondMm - 10) / 20));
const plateau =
  (gy: number, [dx, dy, dz]: readonly number[] = [0, 0, 0]) =>
  (x: number, y: number, z: number) =>
    gy * fall(Math.hypot(x - dx, y - dy) - 20) * fall(Math.abs(z - dz) - 30);

const prescribed = (doseGy: number, ReferencedROINumber?: number): Fields => ({
  DoseReferenceSequence: [{ DoseReferenceType: 'TARGET', TargetPrescriptionDose: doseGy, ReferencedROINumber }],
  ReferencedStructureSetSequence: [{ ReferencedSOPInstanceUID: UID }],
});
const beams = (gyPerFraction: number, fractions = 25): Fields => ({
  FractionGroupSequence: [
    fractionGroup({
      NumberOfFractionsPlanned: fractions,
      ReferencedBeamSequence: [{ BeamDose: gyPerFraction, ReferencedBeamNumber: 1 }],
    }),
  ],
});

const WIDE = { origin: [-90, -90, -90], spacingMm: 4, size: [46, 46, 46] } as const;

interface Changes {
  readonly gy?: (x: number, y: number, z: number) => number;
  readonly dose?: Fields;
  readonly plan?: Fields;
  readonly fractions?: number;
  readonly course?: Record<string, unknown>;
  readonly phase?: Record<string, unknown>;
  readonly bodies?: readonly Cylinder[];
}

/** One planned course of 50 Gy in 25 fractions. */
function oneCourse({ gy = plateau(50), dose, plan, fractions = 25, course, phase, bodies = [PTV, CORD] }: Changes = {}) {
  const files: Files = {
    'RS.dcm': structureFile(bodies, { SOPInstanceUID: UID }),
    'RD.dcm': doseFile(gy, WIDE, dose),
    'RP.dcm': planFile(fractions, '1.2.3.60', plan),
  };
  const caseFile = {
    isoeffectCase: 1,
    courses: [{ name: 'A', role: 'planned', phases: [{ dose: 'RD.dcm', ...phase }], ...course }],
    structures: 'RS.dcm',
  };
  return { files, caseFile };
}
const found = async (changes: Changes) => {
  const { caseFile, files } = oneCourse(changes);
  return toldOf(await loaded(caseFile, files));
};
const ASKED = /^dose-(all|contradicts|off-beams|per|not)|^hot-|^fractions-i/;
/** Of reading and of sampling. */
const toldOf = (inputs: CaseInputs) =>
  [...inputs.findings, ...prepareCase(inputs).findings].filter(({ code }) => ASKED.test(code));
const codes = async (changes: Changes) => (await found(changes)).map(({ code }) => code);
const TARGET = { targets: [{ roi: 'PTV', doseGy: 50 }] };

/** Several references of one ROI. */
const references = (...dosesGy: readonly number[]): Fields => ({
  DoseReferenceSequence: dosesGy.map((doseGy) => ({
    DoseReferenceType: 'TARGET',
    TargetPrescriptionDose: doseGy,
    ReferencedROINumber: 1,
  })),
  ReferencedStructureSetSequence: [{ ReferencedSOPInstanceUID: UID }],
});

describe('a target of which several references speak', () => {
  it.each<[string, Fields]>([
    ['parts of beams and their total', references(10, 10, 10, 10, 10, 50)],
    ['parts alone, with what the beams give', { ...references(20, 30), ...beams(2) }],
    ['parts alone, with nothing that tells', references(20, 30)],
    ['what is a total as it stands, with nothing that tells', references(50, 12)],
  ])('is held against the total: %s', async (_, plan) => {
    expect(await codes({ plan })).not.toContain('dose-contradicts-prescription');
  });

  it('is contradicted where neither the highest nor the sum is about the dose', async () => {
    expect(await codes({ plan: references(10, 12), gy: plateau(50) })).toContain('dose-contradicts-prescription');
    const [{ facts }] = await found({ plan: references(10, 10, 10, 10, 10, 50), gy: plateau(20) });
    expect(facts).toMatchObject({ prescribedGy: 50, target: 'PTV' });
  });
});

describe('a dose', () => {
  it.each<[string, Changes]>([
    ['the case prescribes it', { course: TARGET }],
    ['its plan prescribes it to the target', { plan: prescribed(50, 1) }],
    ['its plan prescribes it to a site', { plan: prescribed(50), bodies: [CORD] }],
    [
      'its plan prescribes to a site that is called as another structure',
      {
        bodies: [PTV, { ...CORD, name: 'Breast' }],
        plan: {
          DoseReferenceSequence: [
            { DoseReferenceType: 'TARGET', TargetPrescriptionDose: 50, DoseReferenceDescription: 'Breast' },
          ],
        },
      },
    ],
    ['its beams give it', { course: TARGET, plan: beams(2) }],
    ['it is a little less, and a little shifted', { course: TARGET, gy: plateau(40, [8, 0, 0]) }],
    ['treatment ended early', { course: TARGET, phase: { deliveredFractions: 5 } }],
    [
      'the case prescribes what was given of it',
      { course: { targets: [{ roi: 'PTV', doseGy: 10 }] }, phase: { deliveredFractions: 5 } },
    ],
    ['a target is named with its number', { course: { targets: [{ roi: 'PTV#1', doseGy: 50 }] } }],
    ['a target has it in its name', { bodies: [{ ...PTV, name: 'PTV_5000' }, CORD] }],
    ['a target has it in its name with the unit', { bodies: [{ ...PTV, name: 'PTVp_50.0Gy' }, CORD] }],
  ])('is not asked about where %s', async (_, changes) => {
    expect(await codes(changes)).toEqual([]);
  });

  it('of which nothing speaks is said not to be checked', async () => {
    expect(await found({ bodies: [CORD] })).toMatchObject([
      { code: 'dose-not-checked', severity: 'warning', file: 'RD.dcm', facts: { course: 'A', hasTarget: false } },
    ]);
  });

  it('whose size nothing speaks for is said not to be checked, though a target tells its place', async () => {
    const told = async (changes: Changes) => (await found(changes)).map(({ code, facts }) => [code, facts]);
    expect(await told({})).toEqual([['dose-not-checked', { course: 'A', hasTarget: true }]]);
    expect(await told({ gy: plateau(20), fractions: 10 })).toEqual([['dose-not-checked', { course: 'A', hasTarget: true }]]);
    // A name that is none of TG-263 tells nothing: a number may be that of a phase or a percentage.
    expect(await told({ bodies: [{ ...PTV, name: 'ptv 5000' }, CORD] })).toHaveLength(1);
    const [[code, facts]] = await told({ gy: plateau(40), bodies: [{ ...PTV, name: 'PTV_5000' }, CORD] });
    expect(code).toBe('dose-not-checked');
    const { named } = facts as { named: { target: string; namedGy: number; doseGy: number } };
    expect(named).toMatchObject({ target: 'PTV_5000', namedGy: 50 });
    // The plateau is uniform over the target: single precision and 1e-5 Gy of the file.
    expect(named.doseGy).toBeCloseTo(40, 3);
    expect(await told({ plan: beams(2) })).toEqual([]);
  });

  it('that is zero asks, and that alone', async () => {
    expect(await found({ course: TARGET, gy: () => 0 })).toMatchObject([
      { code: 'dose-all-zero', severity: 'error', answerable: true, file: 'RD.dcm' },
    ]);
  });

  it.each([
    ['a tenth of its prescription', 5, 0.1],
    ['just below half', 24.5, 0.49],
    ['just above one and a half', 75.5, 1.51],
    ['ten times', 500, 10],
  ])('of %s asks, by what half of the target has', async (_, gy, share) => {
    const [asked] = await found({ course: TARGET, gy: plateau(gy) });
    expect(asked).toMatchObject({ code: 'dose-contradicts-prescription', severity: 'error', answerable: true, file: 'RD.dcm' });
    // The plateau is uniform over the target: single precision and 1e-5 Gy of the file.
    expect((asked.facts as { doseGy: number }).doseGy).toBeCloseTo(50 * share, 3);
  });

  it.each<[string, Changes, number | undefined]>([
    ['seven tenths', { course: TARGET, gy: plateau(35) }, 35],
    ['seven tenths of the plan’s', { plan: prescribed(50, 1), gy: plateau(35) }, 35],
    ['just below nine tenths', { course: TARGET, gy: plateau(44.9) }, 44.9],
    ['just above', { course: TARGET, gy: plateau(45.1) }, undefined],
    ['just above 1.15', { course: TARGET, gy: plateau(57.6) }, 57.6],
    ['just below', { course: TARGET, gy: plateau(57.4) }, undefined],
    ['a fifth, which is asked', { course: TARGET, gy: plateau(10) }, undefined],
    [
      'what a higher level beside it is prescribed',
      { course: { targets: [...TARGET.targets, { roi: 'PTV_60', doseGy: 60 }] }, gy: plateau(60) },
      undefined,
    ],
  ])('of %s of its prescription is told where it is not near', async (_, changes, doseGy) => {
    const { caseFile, files } = oneCourse(changes);
    const told = prepareCase(await loaded(caseFile, files)).findings.filter(({ code }) => code === 'dose-off-prescription');
    expect(told.map(({ severity, answerable }) => [severity, answerable])).toEqual(
      doseGy === undefined ? [] : [['warning', undefined]],
    );
    if (doseGy !== undefined) expect((told[0].facts as { doseGy: number }).doseGy).toBeCloseTo(doseGy, 3);
  });

  it('is held against each level of a plan with several', async () => {
    const high: Cylinder = { ...PTV, name: 'PTV_60', radiusMm: 8 };
    const two = [
      { roi: 'PTV', doseGy: 50 },
      { roi: 'PTV_60', doseGy: 60 },
    ];
    const step = (x: number, y: number, z: number) => (Math.hypot(x, y) < 14 ? 60 : plateau(50)(x, y, z));
    expect(await codes({ bodies: [PTV, CORD, high], gy: step, course: { targets: two } })).toEqual([]);
    const swapped = [{ roi: 'PTV_60', doseGy: 130 }, two[0]];
    const [asked] = await found({ bodies: [PTV, CORD, high], gy: step, course: { targets: swapped } });
    expect(asked.facts).toMatchObject({ target: 'PTV_60', prescribedGy: 130, by: 'case' });
  });

  it('whose plan prescribes to no drawn target is held by its hottest 1 cc', async () => {
    const asked = await found({ gy: plateau(2.1), plan: prescribed(50), bodies: [CORD] });
    expect(asked.map(({ code }) => code)).toEqual(['dose-contradicts-prescription', 'dose-per-fraction-implausible']);
    expect(asked[0].facts).toMatchObject({ measured: 'hottest-1cc', prescribedGy: 50, by: 'plan' });
  });

  it('that is not what its beams give asks', async () => {
    expect(await codes({ plan: beams(0.6) })).toEqual(['dose-contradicts-beams']);
    // The plan's own file says three fractions.
    expect(await codes({ plan: beams(2, 3) })).toContain('dose-contradicts-beams');
    // Tried in other fractions than the plan's, its beams are still the plan's.
    expect(await codes({ plan: beams(2), phase: { fractions: 10 } })).toEqual([]);
  });

  it.each<[string, number, string[]]>([
    ['half of what its beams give', 100, ['dose-contradicts-beams']],
    ['two thirds of it to the last digit', 75, ['dose-contradicts-beams']],
    ['seven tenths of it', 70, ['dose-off-beams']],
    ['four fifths of it to the last digit', 62.5, ['dose-off-beams']],
    ['six sevenths of it', (50 * 7) / 6, ['dose-off-beams']],
    ['ten elevenths of it', 55, []],
    ['an eighth more', 50 / 1.125, []],
    ['a fifth more', 50 / 1.2, ['dose-off-beams']],
    ['half as much again to the last digit', 100 / 3, ['dose-contradicts-beams']],
  ])('that is %s is asked about or told', async (_, beamsGy, expected) => {
    const findings = (await found({ plan: beams(beamsGy / 25) })).filter(({ code }) => code.endsWith('-beams'));
    expect(findings.map(({ code }) => code)).toEqual(expected);
    for (const { code, severity, answerable } of findings) {
      expect([severity, answerable]).toEqual(code === 'dose-off-beams' ? ['warning', undefined] : ['error', true]);
    }
  });

  it('that is just half or one and a half of its prescription is asked about: a slip is a round factor', async () => {
    const prescribed = (doseGy: number) => codes({ course: { targets: [{ roi: 'PTV', doseGy }] } });
    expect(await prescribed(100)).toEqual(['dose-contradicts-prescription']);
    expect(await prescribed(100 / 3)).toEqual(['dose-contradicts-prescription']);
    expect(await prescribed(99)).toEqual([]);
  });

  it.each<[string, readonly number[]]>([
    ['along x', [60, 0, 0]],
    ['along y', [0, -60, 0]],
    ['along z', [0, 0, 45]],
  ])('that lies beside its target, shifted %s, asks', async (_, shift) => {
    expect(await codes({ gy: plateau(50, shift) })).toEqual(['hot-region-beside-target', 'dose-not-checked']);
  });

  it('that is stretched along the slices asks, though its target has what it should', async () => {
    const twice = { GridFrameOffsetVector: Array.from({ length: 46 }, (_, k) => 8 * k) };
    // From -90 mm on: what was within 40 mm of 0 is now between 10 and 170.
    const low: Cylinder = { ...PTV, fromMm: 11, toMm: 49 };
    expect(await codes({ course: TARGET, dose: twice, bodies: [low, CORD] })).toEqual(['hot-region-beside-target']);
  });

  it('that is hotter where it enters than in its target is no hot region beside it', async () => {
    // A single field from the front: 150 % at the skin, 100 % in the target.
    const field = (x: number, y: number, z: number) => (Math.hypot(x, z) < 40 && y < 60 ? 50 - 0.4 * y : 0);
    expect(await codes({ course: TARGET, gy: field })).toEqual([]);
  });
});

describe('fractions', () => {
  it('beyond 60 ask, and so does less than 0.5 Gy in each', async () => {
    expect(await codes({ course: TARGET, phase: { fractions: 280 } })).toEqual([
      'fractions-implausible',
      'dose-per-fraction-implausible',
    ]);
    // 0.83 Gy in each are only told.
    expect(await codes({ course: TARGET, phase: { fractions: 60 } })).toEqual(['dose-per-fraction-unusual']);
  });

  it('of more than 10 Gy are told, of more than 35 Gy ask', async () => {
    const [told] = await found({ course: TARGET, phase: { fractions: 3 } });
    expect(told).toMatchObject({ code: 'dose-per-fraction-high', severity: 'warning', facts: { fractions: 3, of: 'grid' } });
    expect(told.answerable).toBeUndefined();
    expect(await codes({ course: TARGET, phase: { fractions: 1 } })).toEqual(['dose-per-fraction-implausible']);
    expect(await codes({ course: TARGET, phase: { fractions: 5 } })).toEqual(['dose-per-fraction-unusual']);
  });

  it.each<[string, number, number, readonly string[]]>([
    ['what is left of it as the dose', 8, 4, []],
    ['one fraction of it as the dose', 2, 1, []],
    ['the whole of it as the dose', 50, 4, ['dose-per-fraction-high']],
  ])('of a plan anew that keeps the prescription of the course are those of %s', async (_, gy, fractions, told) => {
    const { caseFile, files } = oneCourse({ plan: prescribed(50, 1) });
    files['RD2.dcm'] = doseFile(plateau(gy), { ...WIDE, planUid: '1.2.3.61' }, { SOPInstanceUID: '1.2.3.31' });
    files['RP2.dcm'] = planFile(fractions, '1.2.3.61', prescribed(50, 1));
    const first = { dose: 'RD.dcm', deliveredFractions: 25 - fractions };
    const course = { ...caseFile.courses[0], ...TARGET, phases: [first, { dose: 'RD2.dcm' }] };
    const asked = toldOf(await loaded({ ...caseFile, courses: [course] }, files));
    expect(asked.map(({ code }) => code).filter((code) => /^dose-per-fraction-[hi]/.test(code))).toEqual(told);
  });

  it.each<[string, Changes, string | undefined]>([
    ['40 by the plan alone', { fractions: 40 }, 'plan'],
    ['40 by the case alone', { phase: { fractions: 40 } }, 'case'],
    ['14 by the plan alone', { fractions: 14 }, 'plan'],
    ['33 by the plan alone', { fractions: 33 }, undefined],
    ['17 by the plan alone', { fractions: 17 }, undefined],
    ['40 by both', { fractions: 40, phase: { fractions: 40 } }, undefined],
    ['40 by the plan and its beams', { plan: beams(1.25, 40) }, undefined],
    ['40 twice a day', { fractions: 40, phase: { fractionsPerDay: 2, hoursBetween: 6 } }, undefined],
  ])('%s for 50 Gy in the target', async (_, changes, by) => {
    const organs = { PTV: { repairHalfTimeHours: 2 } };
    const { caseFile, files } = oneCourse({ course: TARGET, ...changes });
    const told = toldOf(await loaded({ ...caseFile, organs }, files));
    expect(told.map(({ code, severity, facts }) => [code, severity, (facts as { by: string }).by])).toEqual(
      by === undefined ? [] : [['dose-per-fraction-unusual', 'warning', by]],
    );
  });

  it('are measured in the hottest of the grid where no target is drawn, which is no sign of too few', async () => {
    const of = (fractions: number) => codes({ plan: prescribed(50), bodies: [CORD], fractions });
    expect(await of(40)).toEqual(['dose-per-fraction-unusual']);
    expect(await of(14)).toEqual([]);
  });

  it.each<[Record<string, unknown>, string[]]>([
    [{ totalDoseGy: 50.4, fractions: 28 }, []],
    [{ totalDoseGy: 50.4, fractions: 40 }, ['dose-per-fraction-unusual']],
    [{ totalDoseGy: 30, fractions: 10 }, []],
    [{ totalDoseGy: 50.4, fractions: 36, deliveredFractions: 20 }, ['dose-per-fraction-unusual']],
    [{ totalDoseGy: 50.4, fractions: 1 }, ['dose-per-fraction-implausible']],
    [{ totalDoseGy: 50.4, fractions: 280 }, ['fractions-implausible', 'dose-per-fraction-implausible']],
    [{ totalDoseGy: 54, fractions: 3 }, ['dose-per-fraction-high']],
    [{ organDoses: { SpinalCord: { Dmax: 2 } }, fractions: 25 }, []],
    [{ organDoses: { SpinalCord: { Dmax: 45 } }, fractions: 1 }, ['dose-per-fraction-implausible']],
  ])('of a record %j', async (phase, expected) => {
    const { caseFile, files } = oneCourse({ course: TARGET });
    const record = { name: 'old', role: 'prior', phases: [phase] };
    const asked = toldOf(await loaded({ ...caseFile, courses: [record, ...caseFile.courses] }, files));
    expect(asked.map(({ code }) => code)).toEqual(expected);
    expect(asked.every(({ course }) => course === 'old')).toBe(true);
  });
});

describe('two phases', () => {
  const phases = (boostPlan: Fields, boostGy = 16) => {
    const { caseFile, files } = oneCourse({ plan: prescribed(50, 1) });
    files['boost/RD.dcm'] = doseFile(plateau(boostGy), { ...WIDE, planUid: '1.2.3.62' }, { SOPInstanceUID: '1.2.3.32' });
    files['boost/RP.dcm'] = planFile(8, '1.2.3.62', boostPlan);
    const [course] = caseFile.courses;
    const both = { ...course, phases: [...course.phases, { dose: 'boost/RD.dcm' }] };
    return loaded({ ...caseFile, courses: [both] }, files);
  };
  const asked = async (...of: Parameters<typeof phases>) => toldOf(await phases(...of)).map(({ code, file }) => [code, file]);

  it('are held each by its own plan: a boost by what it adds', async () => {
    expect(await asked(prescribed(16, 1))).toEqual([]);
    expect(await asked(prescribed(16, 1), 7)).toEqual([['dose-contradicts-prescription', 'boost/RD.dcm']]);
  });

  it('may name in each plan what both together give', async () => {
    expect(await asked(prescribed(66, 1))).toEqual([]);
    expect(await asked(prescribed(66))).toEqual([]);
    expect(await asked(prescribed(79, 1))).toEqual([['dose-contradicts-prescription', 'boost/RD.dcm']]);
  });
});

describe('two phases of as many fractions', () => {
  const told = async (
    { more = {}, fractions = 25, gy = plateau(30) }: { more?: object; fractions?: number; gy?: ReturnType<typeof plateau> } = {},
    dates: readonly [string?, string?] = [],
  ) => {
    const dated = (RTPlanDate?: string) => (RTPlanDate === undefined ? {} : { RTPlanDate });
    const { caseFile, files } = oneCourse({ gy: plateau(30), plan: dated(dates[0]) });
    files['two/RD.dcm'] = doseFile(gy, { ...WIDE, planUid: '1.2.3.62' }, { SOPInstanceUID: '1.2.3.32' });
    files['two/RP.dcm'] = planFile(fractions, '1.2.3.62', dated(dates[1]));
    const [course] = caseFile.courses;
    const both = { ...course, ...more, phases: [...course.phases, { dose: 'two/RD.dcm' }] };
    return prepareCase(await loaded({ ...caseFile, courses: [both] }, files)).findings.filter(
      ({ code }) => code === 'phases-perhaps-together',
    );
  };

  it('on one place ask, and tell what either way makes', async () => {
    const found = await told();
    expect(found).toMatchObject([{ severity: 'error', answerable: true, file: 'two/RD.dcm' }]);
    const { oneAfterAnotherGy, togetherGy } = found[0].facts as { oneAfterAnotherGy: number; togetherGy: number };
    // 30 Gy in 25 at an alpha/beta of 2 Gy: 30 (1.2 + 2) / 4 = 24 each; 60 (2.4 + 2) / 4 = 66.
    expect(oneAfterAnotherGy).toBeCloseTo(48, 3);
    expect(togetherGy).toBeCloseTo(66, 3);
  });

  it('on the edge of one another ask too', async () => {
    expect(await told({ gy: plateau(30, [45, 0, 0]) })).toHaveLength(1);
  });

  it('in a course too short for both ask', async () => {
    expect(await told({ more: { starts: '2023-06-01', completed: '2023-07-10' } })).toHaveLength(1);
  });

  it('are not asked about where they are elsewhere, of other fractions, or said to be apart', async () => {
    expect(await told({ gy: plateau(30, [0, 0, 130]) })).toEqual([]);
    expect(await told({ fractions: 10 })).toEqual([]);
    expect(await told({ more: { starts: '2023-06-01', completed: '2023-08-10' } })).toEqual([]);
    expect(await told({}, ['20230501', '20230605'])).toEqual([]);
    expect(await told({}, ['20230501', '20230502'])).toHaveLength(1);
  });
});

describe("the planning system's DVHs", () => {
  /** A cumulative curve of 1 Gy bins: the whole volume up to `gy`, nothing beyond. */
  const dvh = (ReferencedROINumber: number, gy: number, cc: number, more: Fields = {}): Fields => ({
    DVHType: 'CUMULATIVE',
    DoseUnits: 'GY',
    DoseType: 'PHYSICAL',
    DVHDoseScaling: 1,
    DVHVolumeUnits: 'CM3',
    DVHData: Array.from({ length: gy }, () => [1, cc]).flat(),
    DVHReferencedROISequence: [{ ReferencedROINumber }],
    ...more,
  });
  const CC = (Math.PI * 20 ** 2 * 60) / 1000;

  it('agree with the dose that they are of, whatever stands as mean beside the curve', async () => {
    expect(await codes({ dose: { DVHSequence: [dvh(1, 50, CC, { DVHMeanDose: 100.2, DVHMaximumDose: 104 })] } })).toEqual([]);
  });

  it('ask where the dose is another one', async () => {
    const [asked] = await found({ gy: plateau(20), dose: { DVHSequence: [dvh(1, 50, CC)] } });
    expect(asked).toMatchObject({
      code: 'dose-contradicts-planning-dvh',
      severity: 'error',
      answerable: true,
      file: 'RD.dcm',
      facts: { roi: 'PTV', compared: 1, contradicted: 1 },
    });
    const { statedGy, doseGy } = asked.facts as { statedGy: number; doseGy: number };
    // The last bin is taken as falling off within it: half a Gy.
    expect(statedGy).toBeCloseTo(49.5, 6);
    expect(doseGy).toBeCloseTo(20, 3);
  });

  it.each<[string, Fields]>([
    ['of a structure of another volume', dvh(1, 50, 3 * CC)],
    ['in percent', dvh(1, 50, CC, { DoseUnits: 'RELATIVE' })],
    ['of another kind of dose', dvh(1, 50, CC, { DoseType: 'EFFECTIVE' })],
    ['of a structure that is not there', dvh(77, 50, CC)],
  ])('%s are no judge', async (_, sequence) => {
    const told = await codes({ gy: plateau(20), dose: { DVHSequence: [sequence] } });
    expect(told).toEqual(['dose-per-fraction-unusual', 'dose-not-checked']);
  });
});

it('a prior course of its own structures is held by these, not by what is drawn for the planned one', async () => {
  const { caseFile, files } = oneCourse({ course: TARGET });
  const far: Cylinder = { ...PTV, x: 40 };
  files['old/RS.dcm'] = structureFile([far], { SOPInstanceUID: '1.2.3.41' });
  files['old/RD.dcm'] = doseFile(plateau(50, [40, 0, 0]), { ...WIDE, planUid: '1.2.3.61' }, { SOPInstanceUID: '1.2.3.31' });
  files['old/RP.dcm'] = planFile(25, '1.2.3.61');
  const prior = { name: 'old', role: 'prior', phases: [{ dose: 'old/RD.dcm' }] };
  const asked = async (course: object) => {
    return toldOf(await loaded({ ...caseFile, courses: [{ ...prior, ...course }, ...caseFile.courses] }, files)).map(
      ({ code }) => code,
    );
  };
  expect(await asked({ structures: 'old/RS.dcm', targets: TARGET.targets })).toEqual([]);
  // Without them the planned target says nothing of where the old dose should be.
  expect(await asked({})).toEqual(['dose-not-checked']);
});

it('what asks of a dose leaves its course without a verdict until it is answered', async () => {
  const { caseFile, files } = oneCourse({ course: TARGET, gy: plateau(5) });
  const goal = { organ: 'SpinalCord', goal: 'Dmax <= 45 Gy', scope: 'planned', mandatory: true };
  const asking = assess(await loaded({ ...caseFile, constraints: [goal] }, files));
  expect(asking.overall).toMatchObject({ mandatoryMet: 0, mandatoryNotEvaluable: 1 });
  const answers = asking.findings
    .filter(({ answerable }) => answerable)
    .map(({ code, sha256 }) => ({ code, sha256, by: 'a physicist', on: '2026-01-05', why: 'a test' }));
  const told = assess(await loaded({ ...caseFile, constraints: [goal], answers }, files));
  expect(told.overall).toMatchObject({ mandatoryMet: 1, mandatoryNotEvaluable: 0 });
});

it('a negative dose in an organ asks about that organ alone', async () => {
  const { caseFile, files } = oneCourse({ course: TARGET });
  const size = 46 ** 3;
  const pixels = Int32Array.from({ length: size }, (_, n) => {
    const y = -90 + 4 * (Math.floor(n / 46) % 46);
    return y > 30 ? -200_000 : 5_000_000;
  });
  files['RD.dcm'] = doseFile(plateau(50), WIDE, { PixelRepresentation: 1, PixelData: pixels });
  const result = assess(await loaded(caseFile, files));
  const asked = result.findings.filter(({ code }) => code === 'negative-dose-in-roi');
  expect(asked).toMatchObject([{ severity: 'error', answerable: true, roi: 'SpinalCord', file: 'RD.dcm' }]);
  expect((asked[0].facts as { lowestGy: number }).lowestGy).toBeCloseTo(-2, 4);
});
