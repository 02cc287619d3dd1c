import { describe, expect, it } from 'vitest';
import { today } from '../../../src/app/statements/today';
import { type CaseFile, parseCaseFile } from '../../../src/case/case-file';
import {
  canBeAnswered,
  withAbsent,
  withAnswer,
  withoutAbsent,
  withoutAnswer,
  withoutSamePatient,
  withSamePatient,
} from '../../../src/case/edit/edit-statements';
import { type Finding, makeFinding } from '../../../src/findings/finding';

const CASE: CaseFile = {
  isoeffectCase: 1,
  courses: [{ role: 'prior', name: 'first', phases: [{ dose: 'a.dcm', fractions: 28 }] }],
  structures: 's.dcm',
};
const WORD = { by: 'A. Physicist', on: '2026-11-27', why: 'looked at in the planning system' };
const OTHER = { by: 'B', on: '2026-11-28', why: 'measured' };
const SHA = 'a'.repeat(64);
const ofFile: Finding = {
  ...makeFinding('input-changed', 'error', {}, { file: 'a.dcm', answerable: true }),
  sha256: SHA,
};
const cord: Finding = { ...ofFile, roi: 'SpinalCord#3' };
const ofCourse = makeFinding('input-changed', 'error', {}, { course: 'first', answerable: true });

/** What is saved is read again by the strict reader. */
const read = (caseFile: CaseFile) => parseCaseFile(JSON.stringify(caseFile), 'case.json');

describe('answers', () => {
  it('are of exactly the file by its hash, or of the course where there is no file', () => {
    const both = withAnswer(withAnswer(CASE, ofFile, WORD), ofCourse, OTHER);
    expect(both.answers).toEqual([
      { code: 'input-changed', sha256: SHA, ...WORD },
      { code: 'input-changed', course: 'first', ...OTHER },
    ]);
    expect(read(both)).toEqual(both);
    expect(CASE.answers).toBeUndefined();
  });

  it('of two regions of one file are two, and one does not answer the other', () => {
    const one = withAnswer(CASE, cord, WORD);
    expect(one.answers).toEqual([{ code: 'input-changed', sha256: SHA, roi: 'SpinalCord#3', ...WORD }]);
    const two = withAnswer(one, { ...cord, roi: 'SpinalCord#4' }, OTHER);
    expect(two.answers).toHaveLength(2);
    expect(withoutAnswer(two, cord).answers).toEqual([{ code: 'input-changed', sha256: SHA, roi: 'SpinalCord#4', ...OTHER }]);
  });

  it('replace an older one, and leave no empty list when they are taken back', () => {
    const twice = withAnswer(withAnswer(CASE, ofFile, WORD), ofFile, OTHER);
    expect(twice.answers).toEqual([{ code: 'input-changed', sha256: SHA, ...OTHER }]);
    expect(withoutAnswer(twice, ofFile)).toEqual(CASE);
  });

  it('take back one that was written by hand for the whole file', () => {
    const byHand = { ...CASE, answers: [{ code: 'input-changed', sha256: SHA, ...WORD }] };
    expect(withoutAnswer(byHand, cord)).toEqual(CASE);
  });

  it('cannot be given where there is nothing that they would be of', () => {
    expect(canBeAnswered(ofFile)).toBe(true);
    expect(canBeAnswered(ofCourse)).toBe(true);
    expect(canBeAnswered(makeFinding('input-changed', 'error', {}, { answerable: true }))).toBe(false);
    expect(canBeAnswered(makeFinding('input-changed', 'error', {}, { roi: 'X' }))).toBe(false);
  });
});

describe('absent organs', () => {
  it('are said and taken back by their id, whatever it is', () => {
    const said = withAbsent(withAbsent(CASE, 'Esophagus', WORD), '__proto__', OTHER);
    expect(Object.entries(said.absent!)).toEqual([
      ['Esophagus', WORD],
      ['__proto__', OTHER],
    ]);
    expect(withoutAbsent(withoutAbsent(said, '__proto__'), 'Esophagus')).toEqual(CASE);
  });
});

describe('one patient', () => {
  it('lists every identity, without fields that files do not state', () => {
    const said = withSamePatient(
      CASE,
      [
        { id: '1', name: 'Doe^Jane', birthDate: '19600101', sex: 'F' },
        { id: '2', name: '', birthDate: '' },
      ],
      WORD,
    );
    expect(said.samePatient).toEqual({
      of: [
        { id: '1', name: 'Doe^Jane', birthDate: '19600101', sex: 'F' },
        { id: '2', name: '' },
      ],
      ...WORD,
    });
    expect(read(said)).toEqual(said);
    expect(withoutSamePatient(said)).toEqual(CASE);
  });
});

it('today is the day of this place', () => {
  expect(today(new Date(2026, 0, 5, 0, 30))).toBe('2026-01-05');
});
