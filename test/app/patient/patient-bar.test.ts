import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import type { OpenedStudy } from '../../../src/app/engine/engine-api';
import { OtherFiles } from '../../../src/app/engine/expected-files';
import { courseText, intervalText, problemText, type T, titleText } from '../../../src/app/patient/bar-words';
import { covers, identitiesIn, isUnknown, refusedIdentities } from '../../../src/app/patient/identities';
import { type PatientSource, patientFacts } from '../../../src/app/patient/patient-bar';
import { SCREENS } from '../../../src/app/words/screens';
import type { CaseFile } from '../../../src/case/case-file';
import { makeFinding } from '../../../src/findings/finding';
import { fixture } from '../../report/fixture';
import { openedStudy } from '../study/opened-study';

let study: OpenedStudy;
let t: T;
const words = async (language: 'en' | 'zh' | 'ja') => {
  const instance = i18next.createInstance();
  await instance.init({
    lng: language,
    ns: ['patient'],
    resources: { [language]: { patient: SCREENS[language].patient } },
    interpolation: { escapeValue: false },
  });
  return instance.getFixedT(language, 'patient') as T;
};
beforeAll(async () => {
  study = await openedStudy('dicom-samples/thorax');
  t = await words('en');
});

const NOTHING: PatientSource = { study: undefined, caseFile: undefined, assessment: undefined, unevaluated: undefined };
const CASE: CaseFile = {
  isoeffectCase: 1,
  courses: [
    {
      role: 'prior',
      name: 'dCRT 2022',
      started: '2022-01-24',
      completed: '2022-03-04',
      phases: [{ dose: 'prior/RD.dcm', fractions: 28 }],
    },
    { role: 'planned', name: 'Salvage', starts: '2023-06-01', phases: [{ dose: 'plan/RD.dcm', fractions: 28 }] },
  ],
  structures: 'plan/RS.dcm',
};
const withoutDays = (field: 'completed' | 'starts'): CaseFile => ({
  ...CASE,
  courses: CASE.courses.map(({ [field]: _, ...course }) => course),
});
const WORD = { by: 'Dr. A', on: '2026-11-27', why: 'changed her name' };

describe('what is open', () => {
  it('is nobody where nothing is', () => {
    expect(patientFacts(NOTHING)).toBeUndefined();
    expect(titleText(t, undefined)).toBe('Isoeffect');
  });

  it('is the patient of the draft that is gone on with, and not the one whose files happen to be open', () => {
    const other = { id: 'B2', name: 'BETA^BERT' };
    const awaited = { patient: other, inputs: {} };
    const [here] = study.inspection.patients;
    const before = patientFacts({ ...NOTHING, study, caseFile: CASE, awaited })!;
    expect(before.patient).toEqual(other);
    const { refusal } = new OtherFiles({ of: other, here: [here], files: ['plan/RD.dcm'] });
    const refused = patientFacts({ ...NOTHING, study, caseFile: CASE, awaited, unevaluated: { kind: 'refusal', refusal } })!;
    expect(refused.patient).toEqual(other);
    expect(refused.problems).toMatchObject([{ kind: 'different', identities: [other, { id: here.id }] }]);
    // The right files are there: all that they tell.
    const own = patientFacts({ ...NOTHING, study, caseFile: CASE, awaited: { patient: here, inputs: {} } })!;
    expect(own.patient).toMatchObject({ id: here.id, name: here.name, birthDate: here.birthDate });
    // A draft of an earlier version names nobody.
    const unknown = patientFacts({ ...NOTHING, study, caseFile: CASE, awaited: { inputs: {} } })!;
    expect(unknown.problems).toEqual([{ kind: 'unknown' }]);
  });

  it('is the patient of the files with the courses that are proposed, before there is a case', () => {
    const facts = patientFacts({ ...NOTHING, study })!;
    const [patient] = study.inspection.patients;
    expect(facts.patient).toMatchObject({ id: patient.id, name: patient.name });
    expect(facts.courses.map(({ role, fractions }) => [role, fractions])).toEqual([
      ['prior', 28],
      ['planned', 28],
    ]);
    expect(facts.problems).toEqual([]);
    // The last day of the prior course is in no file: the bar says so, and gives no figure.
    expect(facts.interval).toEqual({ kind: 'missing', days: [{ course: facts.courses[0].name, day: 'last' }] });
  });

  it('has name, ID, birth date and sex in the title, unknown ones said to be so', () => {
    const assessment = { ...fixture, patient: { id: 'E-42', name: 'Doe^Jane', birthDate: '19600131', sex: 'F' } };
    expect(titleText(t, patientFacts({ ...NOTHING, caseFile: CASE, assessment }))).toBe(
      'Doe, Jane · ID E-42 · born 1960-01-31 · female – Isoeffect',
    );
    const bare = { ...fixture, patient: { id: 'E-42', name: 'Doe^Jane', birthDate: '', sex: '' } };
    expect(titleText(t, patientFacts({ ...NOTHING, caseFile: CASE, assessment: bare }))).toBe(
      'Doe, Jane · ID E-42 · birth date unknown · sex unknown – Isoeffect',
    );
  });
});

describe('courses and interval', () => {
  it('have their days and fractions', () => {
    const { courses, interval } = patientFacts({ ...NOTHING, caseFile: CASE, assessment: fixture })!;
    expect(courses.map((course) => courseText(t, course))).toEqual([
      '2022-01-24 to 2022-03-04, 28 fractions',
      'from 2023-06-01, 28 fractions',
    ]);
    expect(intervalText(t, interval!)).toBe('interval 14.9 months');
  });

  it('say of how many fractions a part was delivered, before there is a result and with one', () => {
    const courses = [{ ...CASE.courses[0], phases: [{ ...CASE.courses[0].phases[0], deliveredFractions: 14 }] }, CASE.courses[1]];
    const facts = patientFacts({ ...NOTHING, study, caseFile: { ...CASE, courses } })!;
    expect(courseText(t, facts.courses[0])).toBe('2022-01-24 to 2022-03-04, 14 of 28 fractions');
    expect(courseText(t, facts.courses[1])).toBe('from 2023-06-01, 28 fractions');
  });

  it('name the day that is missing', () => {
    const last = patientFacts({ ...NOTHING, study, caseFile: withoutDays('completed') })!;
    expect(intervalText(t, last.interval!)).toBe('interval not known: the last day of “dCRT 2022” is missing');
    const first = patientFacts({ ...NOTHING, study, caseFile: withoutDays('starts') })!;
    expect(intervalText(t, first.interval!)).toBe('interval not known: the first day of “Salvage” is missing');
  });

  it('take the shortest of several prior courses, and none while one of them is undated', () => {
    const early = { ...CASE.courses[0], name: 'SBRT', started: '2018-01-01', completed: '2018-02-01' };
    const three = { ...CASE, courses: [early, ...CASE.courses] };
    // 2022-03-04 to 2023-05-04 are 14 months, and 28 of 31 days more.
    expect(patientFacts({ ...NOTHING, study, caseFile: three })!.interval).toEqual({
      kind: 'months',
      months: expect.closeTo(14 + 28 / 31, 10),
    });
    const { completed: _, ...undated } = early;
    const open = { ...CASE, courses: [undated, ...CASE.courses] };
    expect(patientFacts({ ...NOTHING, study, caseFile: open })!.interval).toEqual({
      kind: 'missing',
      days: [{ course: 'SBRT', day: 'last' }],
    });
  });

  it('say that a planned course begins before the prior one has ended', () => {
    const courses = [{ ...CASE.courses[0], completed: '2023-06-02' }, CASE.courses[1]];
    const { interval } = patientFacts({ ...NOTHING, study, caseFile: { ...CASE, courses } })!;
    expect(interval).toEqual({ kind: 'reversed', course: 'dCRT 2022' });
  });

  it('say that a course ends before it begins, and give no interval that the result does not', () => {
    const courses = [{ ...CASE.courses[0], completed: '2021-03-04' }, CASE.courses[1]];
    const { interval } = patientFacts({ ...NOTHING, study, caseFile: { ...CASE, courses } })!;
    expect(interval).toEqual({ kind: 'contradicted', course: 'dCRT 2022' });
    expect(intervalText(t, interval!)).toBe('interval not known: “dCRT 2022” ends before it begins');
    const assessment = { ...fixture, monthsBetweenCourses: null };
    expect(patientFacts({ ...NOTHING, study, caseFile: CASE, assessment })!.interval).toEqual({
      kind: 'contradicted',
      course: undefined,
    });
  });

  it('stand in the bar while nobody knows which of them is the planned one', () => {
    const courses = CASE.courses.map(({ role: _, ...course }) => course) as unknown as CaseFile['courses'];
    const open = { ...CASE, courses };
    // Before there is a result, with one of the same courses, and with one of fewer courses.
    const results = [undefined, fixture, { ...fixture, courses: fixture.courses.slice(0, 1) }];
    for (const assessment of results) {
      const facts = patientFacts({ ...NOTHING, study, caseFile: open, assessment })!;
      expect(facts.courses.map(({ role, fractions }) => [role, fractions])).toEqual([
        [undefined, 28],
        [undefined, 28],
      ]);
      expect(facts.interval).toBeUndefined();
    }
    // Of one course alone the role is known.
    const half = { ...CASE, courses: [CASE.courses[0], courses[1]] };
    expect(patientFacts({ ...NOTHING, study, caseFile: half })!.courses.map(({ role }) => role)).toEqual(['prior', undefined]);
    expect(
      patientFacts({ ...NOTHING, study: { ...study, proposal: { ...study.proposal, caseFile: open } } })!.courses,
    ).toHaveLength(2);
  });

  it('do not take fractions of an older result for a course that has changed', () => {
    const courses = CASE.courses.map((course) => ({ ...course, phases: [{ dose: 'x.dcm' }, { dose: 'y.dcm' }] }));
    const facts = patientFacts({ ...NOTHING, caseFile: { ...CASE, courses }, assessment: fixture })!;
    expect(courseText(t, facts.courses[0])).toBe('2022-01-24 to 2022-03-04, fractions unknown');
  });
});

describe('identity', () => {
  const differs = makeFinding('patient-id-differs', 'error', {
    values: [
      { value: 'A', files: ['a.dcm'], more: 0 },
      { value: 'B', files: ['b.dcm', 'c.dcm'], more: 3 },
    ],
  });
  const patients = [
    { id: 'A', name: 'Doe^Jane', birthDate: '19600101', sex: 'F', files: 1 },
    { id: 'B', name: 'Doe^Jane', birthDate: '19600101', sex: 'F', files: 5 },
  ];
  const mixed = (): OpenedStudy => ({
    ...study,
    inspection: { ...study.inspection, patients, findings: [differs] },
  });

  it('is different while nobody has said that they are one, and then said by whom', () => {
    const asked = patientFacts({ ...NOTHING, study: mixed() })!;
    expect(asked.problems.map(({ kind }) => kind)).toEqual(['different']);
    expect(titleText(t, asked)).toMatch(/^⚠ Files of different patients · Doe, Jane · ID B/);
    const of = patients.map(({ files: _, ...identity }) => identity);
    const told = patientFacts({ ...NOTHING, study: mixed(), caseFile: { ...CASE, samePatient: { of, ...WORD } } })!;
    expect(told.problems).toEqual([{ kind: 'taken as one', ...WORD }]);
    expect(problemText(t, told.problems[0])).toContain('by Dr. A on 2026-11-27 because: changed her name');
    const half = { of: of.slice(0, 1), ...WORD };
    const partly = patientFacts({ ...NOTHING, study: mixed(), caseFile: { ...CASE, samePatient: half } })!;
    expect(partly.problems.map(({ kind }) => kind)).toEqual(['different']);
  });

  it('knows the files of each as far as they are named', () => {
    expect(identitiesIn(mixed().inspection)).toEqual([
      { id: 'A', name: 'Doe^Jane', birthDate: '19600101', sex: 'F', files: ['a.dcm'], more: 0 },
      { id: 'B', name: 'Doe^Jane', birthDate: '19600101', sex: 'F', files: ['b.dcm', 'c.dcm'], more: 3 },
    ]);
  });

  it('is read from a refusal that names the identities, and from no other', () => {
    const identities = [
      { id: 'A', name: 'X', files: ['a.dcm'] },
      { id: 'B', name: 'X', files: ['b.dcm'] },
    ];
    const refusal = { kind: 'patients-differ', found: 'two', needed: 'one', identities };
    const unevaluated = { kind: 'refusal', refusal } as unknown as PatientSource['unevaluated'];
    expect(refusedIdentities(unevaluated)).toEqual(identities.map((each) => ({ ...each, more: 0 })));
    expect(patientFacts({ ...NOTHING, caseFile: CASE, unevaluated })!.problems.map(({ kind }) => kind)).toEqual(['different']);
    expect(refusedIdentities({ kind: 'refusal', refusal: { kind: 'input', found: 'x', needed: 'y' } })).toBeUndefined();
    expect(refusedIdentities(undefined)).toBeUndefined();
  });

  it('is unknown where files name nobody or what anonymising programs write', () => {
    for (const nobody of [
      '',
      ' ',
      'anon',
      'Anonymous',
      'ANONYMIZED',
      'id',
      'unknown',
      '0000',
      '^^',
      'xxx',
      'De-identified',
      'REDACTED',
      '匿名',
    ])
      expect(isUnknown({ id: nobody, name: nobody }), nobody).toBe(true);
    for (const name of ['Annona^Maria', 'Idris', 'Xu^Xi', '东京^花子', '=東京^花子', 'Nonet'])
      expect(isUnknown({ id: '', name }), name).toBe(false);
    expect(isUnknown({ id: '4711', name: 'anon' })).toBe(false);
    const assessment = { ...fixture, patient: { id: 'id', name: 'anon', birthDate: '', sex: '' } };
    expect(patientFacts({ ...NOTHING, caseFile: CASE, assessment })!.problems).toEqual([{ kind: 'unknown' }]);
  });

  it('holds for a word that was given before the sex was read', () => {
    const said = { of: [{ id: 'A', name: 'X', birthDate: '19600101' }], ...WORD };
    expect(covers(said, [{ id: 'A', name: 'X', birthDate: '19600101', sex: 'F' }])).toBe(true);
    expect(covers(said, [{ id: 'A', name: 'X', birthDate: '19600102' }])).toBe(false);
    expect(covers({ ...said, of: [{ id: 'a ', name: 'x^', birthDate: '1960-01-01' }] }, said.of)).toBe(true);
    expect(covers(undefined, [])).toBe(true);
  });
});

it('every language has the words, and none is left in English', async () => {
  for (const language of ['zh', 'ja'] as const) {
    const other = await words(language);
    const facts = patientFacts({ ...NOTHING, caseFile: CASE, assessment: fixture })!;
    expect(courseText(other, facts.courses[0])).toMatch(/2022-01-24.+2022-03-04.+28/);
    expect(titleText(other, facts)).not.toMatch(/born|unknown|ESO-0042 –/);
  }
});
