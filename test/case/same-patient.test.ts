import { describe, expect, it } from 'vitest';
import { PatientMixUp } from '../../src/study/patient-mix-up';
import { type Cylinder, loaded, planFile, registrationFile, twoCourses } from './written-case';

const CORD: Cylinder = { name: 'SpinalCord', x: 0, y: 0, radiusMm: 5, fromMm: -9, toMm: 9 };
const made = () =>
  twoCourses(
    [CORD],
    () => 20,
    () => 30,
  );
const refusalOf = async (caseFile: object, files: Parameters<typeof loaded>[1]) => {
  const error = await loaded(caseFile, files).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(PatientMixUp);
  return (error as PatientMixUp).refusal;
};

describe('files of one patient', () => {
  it('need no word, and one that is there says nothing', async () => {
    const { files, caseFile } = made();
    const { patient, findings } = await loaded(caseFile, files);
    expect(patient.identities).toHaveLength(1);
    expect(patient.samePatient).toBeUndefined();
    expect(findings.filter(({ code }) => code.startsWith('patient-'))).toEqual([]);
  });
});

describe('files of different patients', () => {
  const IDENTITY = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];

  it('are refused with every identity, for whoever asks the person; the answer makes the finding a warning', async () => {
    const { files, caseFile } = made();
    files['prior/RP.dcm'] = planFile(28, '1.2.3.61', { PatientSex: 'M', PatientID: 'X-7' });
    const refusal = await refusalOf(caseFile, files);
    expect(refusal).toMatchObject({ kind: 'patients-differ', file: 'case.json', where: 'samePatient' });
    expect(refusal.identities).toHaveLength(2);
    expect(refusal.identities).toContainEqual(expect.objectContaining({ id: 'X-7', sex: 'M' }));
    const word = { by: 'Dr Roe', on: '2024-02-01', why: 'the number was changed' };
    const { patient, findings } = await loaded({ ...caseFile, samePatient: { of: refusal.identities, ...word } }, files);
    expect(patient.samePatient).toEqual(word);
    const ids = findings.filter(({ code }) => code === 'patient-id-differs');
    expect(ids).toMatchObject([{ severity: 'warning', answered: word }]);
  });

  it('are found in a registration too', async () => {
    const { files, caseFile } = made();
    const withRegistration = { ...caseFile, registrations: ['REG.dcm'] };
    files['REG.dcm'] = registrationFile(IDENTITY);
    await loaded(withRegistration, files);
    files['REG.dcm'] = registrationFile(IDENTITY, { PatientName: 'Roe^Richard' });
    expect((await refusalOf(withRegistration, files)).found).toContain('"Roe, Richard" in REG.dcm');
  });

  it('an identity that comes later is not covered by the answer', async () => {
    const { files, caseFile } = made();
    files['prior/RP.dcm'] = planFile(28, '1.2.3.61', { PatientID: 'X-7' });
    const { identities } = await refusalOf(caseFile, files);
    const answered = { ...caseFile, samePatient: { of: identities, by: 'A', on: '2024-02-01', why: 'b' } };
    await loaded(answered, files);
    files['plan/RP.dcm'] = planFile(28, '1.2.3.60', { PatientID: 'X-8' });
    const refusal = await refusalOf(answered, files);
    expect(refusal.found).toMatch(/^an answer without \[\{"id":"X-8"/);
    expect(refusal.identities).toHaveLength(3);
  });
});
