import { describe, expect, it } from 'vitest';
import { parseCaseFile } from '../../src/case/case-file';
import type { RtStructureSet } from '../../src/dicom/rt-structure-set';
import type { SpatialRegistration } from '../../src/dicom/spatial-registration';
import { type CaseProposal, proposeCase } from '../../src/inspection/propose-case';
import { buildStudy } from '../../src/study/build-study';
import type { StudyObject } from '../../src/study/study-object';
import { beamDose, dose, group, plan } from '../study/objects';

const OLD = '1.10';
const structures = (file: string, frame: string, date: string, changes: Partial<RtStructureSet> = {}): RtStructureSet => ({
  ...plan(),
  kind: 'structures',
  file,
  sopInstanceUid: `uid of ${file}`,
  label: '',
  date,
  rois: [
    {
      number: 4,
      name: 'PTV',
      frameOfReferenceUid: frame,
      contours: [{ geometricType: 'CLOSED_PLANAR', pointsMm: new Float64Array(9) }],
    },
  ],
  referencedFrames: [],
  ...changes,
});
const course = (name: string, frame: string, date: string, changes: Parameters<typeof plan>[0] = {}): StudyObject[] => [
  plan({ file: `${name}/RP.dcm`, sopInstanceUid: `plan ${name}`, label: name, date, ...changes }),
  dose({
    file: `${name}/RD.dcm`,
    sopInstanceUid: `dose ${name}`,
    frameOfReferenceUid: frame,
    referencedPlans: [{ sopInstanceUid: `plan ${name}`, fractionGroups: [] }],
  }),
];
const registration = {
  ...plan(),
  kind: 'registration',
  file: 'REG.dcm',
  sopInstanceUid: 'reg',
  frameOfReferenceUid: '1.9',
  items: [{ sourceFrameOfReferenceUid: OLD }],
} as unknown as SpatialRegistration;
const propose = (...objects: StudyObject[]) => proposeCase(buildStudy(objects));
const said = ({ missing }: CaseProposal) => missing.map(({ message }) => message);

describe('a case made from what was found', () => {
  const made = () =>
    propose(
      ...course('new', '1.9', '20230515', { prescriptions: [{ type: 'TARGET', roiNumber: 4, doseGy: 50.4, description: '' }] }),
      ...course('old', OLD, '20220110'),
      structures('new/RS.dcm', '1.9', '20230501'),
      structures('old/RS.dcm', OLD, '20220101'),
      registration,
    );

  it('has the older plan as prior, the newer as planned, and can be read as a case file', () => {
    const { caseFile, missing } = made();
    expect(missing).toEqual([]);
    expect(caseFile).toEqual({
      isoeffectCase: 1,
      courses: [
        {
          name: 'old',
          role: 'prior',
          started: '2022-01-10',
          phases: [{ dose: 'old/RD.dcm', plan: 'old/RP.dcm' }],
          structures: 'old/RS.dcm',
        },
        {
          name: 'new',
          role: 'planned',
          starts: '2023-05-15',
          phases: [{ dose: 'new/RD.dcm', plan: 'new/RP.dcm' }],
          targets: [{ roi: 'PTV', doseGy: 50.4 }],
        },
      ],
      structures: 'new/RS.dcm',
      registrations: ['REG.dcm'],
    });
    expect(parseCaseFile(JSON.stringify(caseFile), 'case.json')).toEqual(caseFile);
  });

  it('marks everything that was guessed, with the reason', () => {
    const guesses = made().guesses.map(({ field, code }) => `${field} ${code}`);
    expect(guesses).toEqual(
      expect.arrayContaining([
        'courses[0].role role-by-date',
        'courses[1].role role-by-date',
        'courses[0].started date-of-plan',
        'courses[1].starts date-of-plan',
        'courses[1].targets targets-of-plan',
        'courses[0].structures newest-structures',
      ]),
    );
  });

  it('takes plans on one frame within 60 days for phases of one course, and says so', () => {
    const { caseFile, guesses } = propose(
      ...course('first', '1.9', '20230501'),
      ...course('boost', '1.9', '20230605'),
      structures('RS.dcm', '1.9', '20230401'),
    );
    expect(caseFile?.courses).toHaveLength(1);
    expect(caseFile?.courses[0].phases.map(({ dose: file }) => file)).toEqual(['first/RD.dcm', 'boost/RD.dcm']);
    expect(guesses.map(({ code }) => code)).toContain('same-course');
  });

  it('gathers the beam doses of a plan into one phase', () => {
    const { caseFile } = propose(plan({ date: '20230501' }), beamDose(1), beamDose(2), structures('RS.dcm', '1.9', '20230401'));
    expect(caseFile?.courses[0].phases).toEqual([{ dose: ['RD1.dcm', 'RD2.dcm'], plan: 'RP.dcm' }]);
  });

  it('says what a person has to give', () => {
    expect(propose(structures('RS.dcm', '1.9', '20230401'))).toMatchObject({
      caseFile: undefined,
      missing: [{ code: 'no-dose', message: 'no RT Dose of a whole plan is among the files', facts: {} }],
    });
    expect(said(propose(...course('one', '1.9', '20230501')))).toEqual(
      expect.arrayContaining([
        'no RT Structure Set is drawn in the frame of reference of the newest dose',
        'only one course is among the files',
      ]),
    );
    const split = propose(
      ...course('one', '1.9', '20230501', { fractionGroups: [group(1, 25), group(2, 7)] }),
      structures('RS.dcm', '1.9', '20230401'),
    );
    expect(said(split)).toContain('the number of fractions of one');
  });
});

describe('roles and dates of a proposed case', () => {
  const NOW = '2024-06-01';
  const made = (...courses: [name: string, frame: string, date: string | undefined, changes?: Parameters<typeof plan>[0]][]) => {
    const objects = courses.flatMap(([name, frame, date, changes]) => [
      ...course(name, frame, date ?? '', changes),
      structures(`${name}/RS.dcm`, frame, ''),
    ]);
    const { caseFile, missing, guesses } = proposeCase(buildStudy(objects), [], NOW);
    const all = missing.filter(({ code }) => code !== 'no-registration');
    return {
      courses: caseFile!.courses.map(({ name, role, started, starts }) => [name, role, started ?? starts]),
      structures: caseFile!.structures,
      missing: all.map(({ field, code }) => `${field} ${code}`),
      guesses: guesses.map(({ field, code }) => `${field} ${code}`),
    };
  };

  it('of three courses the newest is planned, the others prior', () => {
    const { courses, missing } = made(['c', '1.3', '20240201'], ['a', '1.1', '20150101'], ['b', '1.2', '20200101']);
    expect(courses).toEqual([
      ['a', 'prior', '2015-01-01'],
      ['b', 'prior', '2020-01-01'],
      ['c', 'planned', '2024-02-01'],
    ]);
    expect(missing).toEqual([]);
  });

  it('equal dates tell no role: both are missing, and with them the anatomy', () => {
    const { courses, structures: anatomy, missing } = made(['a', '1.1', '20240105'], ['b', '1.2', '20240105']);
    expect(courses).toEqual([
      ['a', undefined, '2024-01-05'],
      ['b', undefined, '2024-01-05'],
    ]);
    expect(anatomy).toBeUndefined();
    expect(missing).toEqual(['structures which-structures', 'courses[0].role no-role', 'courses[1].role no-role']);
  });

  it('an older course is prior even where the dates of the two newest are equal', () => {
    const { courses, missing } = made(['a', '1.1', '20240105'], ['b', '1.2', '20240105'], ['old', '1.3', '20100101']);
    expect(courses.map(([name, role]) => [name, role])).toEqual([
      ['old', 'prior'],
      ['a', undefined],
      ['b', undefined],
    ]);
    expect(missing.filter((each) => each.endsWith('no-role'))).toHaveLength(2);
  });

  it('a course without a date could be the newest: no role but that of an older one is told', () => {
    const { courses } = made(['new', '1.1', '20240105'], ['old', '1.2', '20100101'], ['undated', '1.3', undefined]);
    expect(courses.map(([name, role]) => [name, role])).toEqual([
      ['undated', undefined],
      ['old', 'prior'],
      ['new', undefined],
    ]);
  });

  it('years tell which is older, and no day', () => {
    expect(made(['b', '1.2', '2023'], ['a', '1.1', '2022'])).toMatchObject({
      courses: [
        ['a', 'prior', undefined],
        ['b', 'planned', undefined],
      ],
      missing: [],
    });
    expect(made(['a', '1.1', '2022'], ['b', '1.2', '20220501']).courses.map(([, role]) => role)).toEqual([undefined, undefined]);
  });

  it('years on one frame may be a course and its boost: no role is told', () => {
    expect(made(['a', '1.1', '2022'], ['b', '1.1', '2023']).courses.map(([, role]) => role)).toEqual([undefined, undefined]);
  });

  it('a date to come, or before there was CT, is not used; the study date is', () => {
    const later = { studyDate: '20230101' };
    const objects = [
      ...course('a', '1.1', '20950101').map((object) => ({ ...object, ...later })),
      ...course('b', '1.2', '19000101'),
    ] as StudyObject[];
    const { caseFile } = proposeCase(buildStudy(objects), [], NOW);
    expect(caseFile!.courses.map(({ name, started }) => [name, started])).toEqual([
      ['b', undefined],
      ['a', '2023-01-01'],
    ]);
    const found = buildStudy(objects).findings.filter(({ code }) => code === 'date-cannot-be');
    expect(found.map(({ file, facts }) => [file, facts])).toEqual([
      ['a/RP.dcm', { of: 'plan', day: '2095-01-01', why: 'future' }],
      ['b/RP.dcm', { of: 'plan', day: '1900-01-01', why: 'early' }],
    ]);
  });

  it('one course alone is taken for the planned one, and that is said', () => {
    const { courses, guesses, missing } = made(['a', '1.1', undefined]);
    expect(courses).toEqual([['a', 'planned', undefined]]);
    expect(guesses).toContain('courses[0].role only-course');
    expect(missing).toEqual(['courses one-course']);
  });

  it('courses of one name are told apart', () => {
    const label = { label: 'plan' };
    expect(made(['a', '1.1', '20200101', label], ['b', '1.2', '20240101', label]).courses.map(([name]) => name)).toEqual([
      'plan (2020-01-01)',
      'plan (2024-01-01)',
    ]);
    expect(made(['a', '1.1', '20240105', label], ['b', '1.2', '20240105', label]).courses.map(([name]) => name)).toEqual([
      'plan (a/RD.dcm)',
      'plan (b/RD.dcm)',
    ]);
  });
});

describe('phases of a proposed case', () => {
  const phasesOf = (...objects: StudyObject[]) => {
    const { caseFile, missing, guesses } = propose(...objects, structures('RS.dcm', '1.9', '20230401'));
    return {
      phases: caseFile!.courses.flatMap(({ phases }) => phases),
      missing: missing.map(({ field, code }) => `${field} ${code}`),
      guesses: guesses.map(({ field, code }) => `${field} ${code}`),
    };
  };
  const of = (...fractionGroups: number[]) => [
    { sopInstanceUid: 'uid of RP.dcm', fractionGroups: fractionGroups.map((number) => ({ number, beamNumbers: [] })) },
  ];

  it('without a number of fractions: it is missing, by its field', () => {
    const { missing } = phasesOf(plan({ date: '20230501', fractionGroups: [group(1, undefined)] }), dose());
    expect(missing).toContain('courses[0].phases[0].fractions no-fractions');
  });

  it('are the doses of the fraction groups of one plan, each with its number', () => {
    const { phases, missing } = phasesOf(
      plan({ date: '20230501', fractionGroups: [group(1, 25), group(2, 7)] }),
      dose({ file: 'G1.dcm', sopInstanceUid: '1', doseSummationType: 'FRACTION', referencedPlans: of(1) }),
      dose({ file: 'G2.dcm', sopInstanceUid: '2', doseSummationType: 'FRACTION', referencedPlans: of(2) }),
    );
    expect(phases.map(({ dose: file }) => file)).toEqual(['G1.dcm', 'G2.dcm']);
    expect(missing).toEqual(['courses one-course']);
  });

  it('take one of two whole doses of a plan, and say so', () => {
    const { phases, guesses } = phasesOf(plan({ date: '20230501' }), dose(), dose({ file: 'RD2.dcm', sopInstanceUid: '2' }));
    expect(phases).toEqual([{ dose: 'RD.dcm', plan: 'RP.dcm' }]);
    expect(guesses).toContain('courses[0].phases[0].dose one-of-doses');
  });

  it('do not count the sum of plans beside the dose of one of them', () => {
    const { phases } = phasesOf(
      plan({ date: '20230501' }),
      dose({ file: 'sum.dcm', sopInstanceUid: '2', doseSummationType: 'MULTI_PLAN' }),
      dose(),
    );
    expect(phases).toEqual([{ dose: 'RD.dcm', plan: 'RP.dcm' }]);
  });

  it('of a dose that leaves something open ask for it', () => {
    const { missing } = phasesOf(plan({ date: '20230501' }), dose({ doseType: 'EFFECTIVE' }));
    expect(missing).toContain('courses[0].phases[0].doseIs dose-answer');
  });
});

describe('registrations of a proposed case', () => {
  const joined = (file: string, frames: readonly [string, string], kind = 'registration') =>
    ({
      ...registration,
      kind,
      file,
      sopInstanceUid: `uid of ${file}`,
      frameOfReferenceUid: frames[1],
      items: [{ sourceFrameOfReferenceUid: frames[0] }],
    }) as unknown as StudyObject;
  const both = [
    ...course('old', OLD, '20220110'),
    ...course('new', '1.9', '20230515'),
    structures('new/RS.dcm', '1.9', '20230510'),
  ];

  it('are those that join two frames alone, rigid or deformable', () => {
    const { caseFile, missing } = propose(...both, joined('DEF.dcm', [OLD, '1.9'], 'deformable-registration'));
    expect(caseFile?.registrations).toEqual(['DEF.dcm']);
    expect(missing.map(({ code }) => code)).not.toContain('one-registration');
  });

  it('that are not there are missing, for each course that cannot be carried', () => {
    expect(propose(...both).missing).toMatchObject([{ field: 'registrations', code: 'no-registration', facts: { name: 'old' } }]);
  });

  it('are not chosen among several that join the same frames, whichever way round: the user is asked', () => {
    const { caseFile, missing } = propose(
      ...both,
      joined('REG.dcm', [OLD, '1.9']),
      joined('DEF.dcm', ['1.9', OLD], 'deformable-registration'),
      joined('THIRD.dcm', ['1.8', '1.9']),
    );
    expect(caseFile?.registrations).toEqual(['THIRD.dcm']);
    expect(missing.find(({ code }) => code === 'one-registration')?.facts).toEqual({ files: ['REG.dcm', 'DEF.dcm'] });
  });

  it('asks for the hours between where a plan has several fractions a day', () => {
    const pattern = { perDay: 2, written: '11111111110000', isClear: true };
    const twice = { fractionGroups: [{ ...group(1, 30), pattern }] };
    const { missing, caseFile } = propose(...course('old', '1.9', '20220110', twice), ...course('new', '1.9', '20230515'));
    const asked = missing.filter(({ code }) => code === 'hours-between');
    expect(asked).toMatchObject([{ field: 'courses[0].phases[0].hoursBetween', facts: { plan: 'old', perDay: 2 } }]);
    expect(caseFile!.courses[0].phases[0]).not.toHaveProperty('fractionsPerDay');
  });

  it('tells that treatment records are not read', () => {
    const record = (n: number, sopClassUid: string) =>
      ({
        ...plan(),
        kind: 'other',
        file: `RT${n}.dcm`,
        sopInstanceUid: `record ${n}`,
        sopClassUid,
        sopClass: 'a record',
      }) as StudyObject;
    const CLASS = '1.2.840.10008.5.1.4.1.1.481.';
    const of = (...others: StudyObject[]) =>
      propose(...course('old', '1.9', '20220110'), ...others).guesses.filter(({ code }) => code === 'records-not-read');
    expect(of(record(1, `${CLASS}4`), record(2, `${CLASS}9`))).toMatchObject([{ field: 'courses', facts: { records: 2 } }]);
    expect(of(record(1, `${CLASS}1`))).toEqual([]);
  });

  it('tells of structures on the same images that are not those of the plan', () => {
    const named = { referencedStructureSetUid: 'uid of new/RS.dcm' };
    const of = (...more: StudyObject[]) => {
      const sets = [structures('new/RS.dcm', '1.9', '20230501'), ...more];
      const made = propose(...course('new', '1.9', '20230515', named), ...course('old', OLD, '20220110'), ...sets);
      return made.guesses.filter(({ code }) => code === 'other-structures');
    };
    const facts = { name: 'new', file: 'new/RS.dcm', others: [{ file: 'x/RS.dcm', day: '2023-06-01' }] };
    expect(of(structures('x/RS.dcm', '1.9', '20230601'))).toMatchObject([{ field: 'structures', facts }]);
    // On other images, and that of another plan on the same.
    expect(of(structures('x/RS.dcm', OLD, '20230601'))).toEqual([]);
    const boost = plan({ file: 'b/RP.dcm', sopInstanceUid: 'b', referencedStructureSetUid: 'uid of x/RS.dcm', date: '20230520' });
    expect(of(structures('x/RS.dcm', '1.9', '20230601'), boost)).toEqual([]);
  });
});
