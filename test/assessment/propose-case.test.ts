import { describe, expect, it } from 'vitest';
import { parseCaseFile } from '../../src/assessment/case-file';
import { type CaseProposal, proposeCase } from '../../src/assessment/propose-case';
import type { RtStructureSet } from '../../src/dicom/rt-structure-set';
import type { SpatialRegistration } from '../../src/dicom/spatial-registration';
import { buildStudy, type StudyObject } from '../../src/study/build-study';
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
});
