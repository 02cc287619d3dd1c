import dcmjs from 'dcmjs';
import { describe, expect, it, vi } from 'vitest';
import { Session } from '../../src/assessment/session';
import { AS_IT_IS } from '../../src/case/what-if';
import { InputError } from '../../src/input-error';
import { copiedValues } from '../../src/report/copied-values';
import { exportCumulativeDose } from '../../src/report/dose-export';
import { accessTo, type Cylinder, doseFile, twoCourses } from '../case/written-case';
import type { Fields } from '../dicom/objects';

const CORD: Cylinder = { name: 'SpinalCord', x: 0, y: 0, radiusMm: 5, fromMm: -29, toMm: 29 };
const UTF8 = { SpecificCharacterSet: 'ISO_IR 192' };
const bytesOf = (text: string) => new TextEncoder().encode(text);

/** A case whose planned dose has other values, and the person of all its files where that is one. */
async function caseWith(fields: Fields) {
  const { files, caseFile } = twoCourses(
    [CORD],
    () => 20,
    () => 30,
  );
  files['plan/RD.dcm'] = doseFile(() => 30, {}, fields);
  caseFile.courses[1].phases = [{ dose: 'plan/RD.dcm', fractions: 28 }];
  const session = new Session(accessTo(files));
  return { session, inputs: await session.read(JSON.stringify(caseFile), 'case.json') };
}

async function exportOf(fields: Fields) {
  const { session, inputs } = await caseWith(fields);
  const { bytes, findings } = await exportCumulativeDose(inputs, session.exported(session.ask(inputs, AS_IT_IS), 3));
  const { dict } = dcmjs.data.DicomMessage.readFile(Uint8Array.from(bytes).buffer);
  const read = dcmjs.data.DicomMetaDictionary.naturalizeDataset(dict);
  return { read, findings };
}

async function refusalOf(fields: Fields): Promise<InputError> {
  const { inputs } = await caseWith(fields);
  try {
    copiedValues(inputs);
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error('was accepted');
}

describe('what an exported dose has from its inputs', () => {
  it.each<[string, Fields, RegExp]>([
    [
      'a study of 130 digits',
      { StudyInstanceUID: `1.2.${'3'.repeat(130)}` },
      /\(0020,000D\) StudyInstanceUID: found 1\.2\.3+ .*UID/,
    ],
    [
      'a study that acts',
      { StudyInstanceUID: '1.2\u001b]0;owned\u0007' },
      /StudyInstanceUID: found 1\.2\\x1b\]0;owned\\x07; needed a UID/,
    ],
    [
      'a plan that is none',
      { ReferencedRTPlanSequence: [{ ReferencedSOPInstanceUID: '1.2\nall met' }] },
      /ReferencedSOPInstanceUID: found 1\.2\\nall/,
    ],
  ])('is refused by its file and tag: %s', async (_, fields, words) => {
    const { message } = await refusalOf(fields);
    expect(message).toMatch(words);
    expect(message).toMatch(/^plan\/RD\.dcm: /);
    expect(message.length).toBeLessThan(500);
  });

  it('is left out with a finding where it tells neither whose nor of what the dose is', async () => {
    const description = `${'x'.repeat(65)}`;
    const { read, findings } = await exportOf({ StudyDescription: description });
    expect(read.StudyDescription ?? '').toBe('');
    expect(findings.map(({ code }) => code)).toEqual(['exported-dose-value-left-out']);
    expect(findings[0].facts).toEqual({ tag: '(0008,1030) StudyDescription', value: description });
  });

  it('is written as it is up to what may be, by letters and not by bytes', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const description = '脊'.repeat(64);
    const { read, findings } = await exportOf({ ...UTF8, StudyDescription: bytesOf(description) });
    expect(read.StudyDescription).toBe(description);
    expect(findings).toEqual([]);
    expect(warn).not.toHaveBeenCalled();
    warn.mockRestore();
  });
});

describe('the person of an exported dose', () => {
  const inputsOf = async (patient: object) => {
    const { inputs } = await caseWith({});
    const courses = inputs.courses.map((course) => ({
      ...course,
      phases: course.phases.map((phase) => ({
        ...phase,
        header: phase.header && { ...phase.header, patient: { ...phase.header.patient, ...patient } },
      })),
    }));
    return { ...inputs, courses };
  };

  it.each<[string, object, RegExp]>([
    ['a name of 65 letters', { name: 'N'.repeat(65) }, /PatientName: found N+ \(65 letters\); needed at most three forms/],
    ['a second form of 65', { name: `A^B=${'名'.repeat(65)}` }, /PatientName: found A\^B=名+ \(69 letters\)/],
    ['four forms', { name: 'A=B=C=D' }, /PatientName: found A=B=C=D; needed/],
    ['an ID with a line of its own', { id: '7\nisoeffect: all goals met' }, /PatientID: found 7\\nisoeffect/],
    ['an ID of two values', { id: '7\\8' }, /PatientID: found 7\\8; needed at most 64 letters/],
    ['a birth date with dots', { birthDate: '1950.01.01' }, /PatientBirthDate: found 1950\.01\.01; needed a day as YYYYMMDD/],
    ['a sex of 17 letters', { sex: 'M'.repeat(17) }, /PatientSex: found M+; needed a code of at most 16/],
  ])('is never cut: %s', async (_, patient, words) => {
    const inputs = await inputsOf(patient);
    expect(() => copiedValues(inputs)).toThrow(words);
  });

  it('may have three forms of 64 letters each', async () => {
    const name = [64, 64, 64].map((n) => '\u{20bb7}'.repeat(n)).join('=');
    const inputs = await inputsOf({ name });
    expect(copiedValues(inputs).values.PatientName).toBe(name);
  });
});
