import { beforeAll, describe, expect, test } from 'vitest';
import type { OpenedStudy } from '../../../src/app/engine/engine-api';
import { commonFolder } from '../../../src/app/state/case-paths';
import { withOpenFields } from '../../../src/app/state/open-fields';
import { generalFindings, grouped } from '../../../src/app/study/findings-model';
import { foundFrames, foundJoins, lettersOf } from '../../../src/app/study/frames-model';
import { daysApart, dosesLeft, foundCourses, isoDay, needsAnswer, structuresLeft } from '../../../src/app/study/study-model';
import { guessText, missingText } from '../../../src/app/words/core-words';
import { zh } from '../../../src/app/words/zh';
import { makeFinding } from '../../../src/findings/finding';
import { isMixUp } from '../../../src/study/patient-findings';
import { openedStudy } from './opened-study';

let thorax: OpenedStudy;
beforeAll(async () => {
  thorax = await openedStudy('dicom-samples/thorax');
});

describe('courses', () => {
  test('are those of the proposal, each with what belongs to it', () => {
    const courses = foundCourses(thorax);
    expect(courses.map(({ name, role, day }) => [name, role, day])).toEqual([
      ['dCRT 50.4', 'prior', '2022-01-10'],
      ['Salvage SIB', 'planned', '2023-05-15'],
    ]);
    expect(courses.map(({ structures }) => structures.map(({ file }) => file))).toEqual([['prior/RS.dcm'], ['planned/RS.dcm']]);
    expect(courses.map(({ ct }) => ct[0].firstFile)).toEqual(['prior/CT/CT.001.dcm', 'planned/CT/CT.001.dcm']);
    expect(dosesLeft(thorax.inspection, courses)).toEqual([]);
    expect(structuresLeft(thorax.inspection, courses)).toEqual([]);
  });

  test('without structures no case can be made, and the courses are there, the oldest first', async () => {
    const doses = await openedStudy('dicom-samples/thorax', (file) => /R[DP]\.dcm$/.test(file));
    expect(withOpenFields(doses.proposal)).toBeUndefined();
    expect(foundCourses(doses).map(({ name, role, day }) => [name, role, day])).toEqual([
      ['dCRT 50.4', 'prior', '2022-01-10'],
      ['Salvage SIB', 'planned', '2023-05-15'],
    ]);
  });

  test('days and folders', () => {
    expect(isoDay('20230515')).toBe('2023-05-15');
    expect(isoDay(null)).toBe('');
    expect(daysApart('2022-01-10', '2023-05-15')).toBe(490);
    expect(daysApart('', '2023-05-15')).toBeUndefined();
    expect(commonFolder(['/a/b/c/x', '/a/b/d/y'])).toBe('/a/b/');
    expect(commonFolder(['x', 'a/y'])).toBe('');
  });

  test('a dose that needs an answer says so', () => {
    const [dose] = thorax.inspection.doses;
    expect(needsAnswer(dose)).toBe(false);
    expect(needsAnswer({ ...dose, type: 'EFFECTIVE' })).toBe(true);
    expect(needsAnswer({ ...dose, units: 'RELATIVE' })).toBe(true);
  });
});

test('frames have letters and what is in them', () => {
  const groups = foundFrames(thorax.inspection);
  expect(groups.map((group) => group.map(({ letter }) => letter))).toEqual([['A', 'B']]);
  expect(groups[0][0].contents.map(({ kind }) => kind)).toEqual(['dose', 'structures', 'ct']);
  const letters = lettersOf(groups);
  expect(foundJoins(thorax.inspection).map(({ file, from, to }) => [file, letters.get(from), letters.get(to)])).toEqual([
    ['registration/REG.dcm', 'B', 'A'],
  ]);
});

describe('findings', () => {
  test('those of an object stand beside it, a mix-up of patients above all', () => {
    const { inspection } = thorax;
    const mixUp = makeFinding('patient-id-differs', 'error', { values: [] });
    const apart = makeFinding('frames-not-joined', 'warning', { frames: [] });
    const all = { ...inspection, findings: [...inspection.findings, mixUp, apart] };
    expect(generalFindings(inspection)).toEqual([]);
    expect(generalFindings(all)).toEqual([apart]);
    expect(all.findings.filter(isMixUp)).toEqual([mixUp]);
  });

  test('one box for each kind, the gravest first', () => {
    const info = makeFinding('no-preamble', 'info', {});
    const error = makeFinding('dose-grid-unusable', 'error', { kind: 'file', found: 'x', needed: 'y' });
    expect(grouped([info, error, info]).map(({ code, findings }) => [code, findings.length])).toEqual([
      ['dose-grid-unusable', 1],
      ['no-preamble', 2],
    ]);
  });
});

describe('words of the proposal', () => {
  test('a guess is told in the language of the window', () => {
    const told = thorax.proposal.guesses.map((guess) => guessText(zh, guess));
    expect(told).toContain('2022-01-10 是 dCRT 50.4 的计划日期，不是首次照射日期。');
    expect(told).toContain('Salvage SIB 的靶区与剂量取自其计划：PTV_5040 50.4 Gy, PTV_5880 58.8 Gy。');
  });

  test('all that proposals miss has words of its own', async () => {
    const parts = await Promise.all([
      openedStudy('dicom-samples/thorax', (file) => /RS\.dcm$/.test(file)),
      openedStudy('dicom-samples/thorax', (file) => /planned\/RD\.dcm$/.test(file)),
    ]);
    const missing = parts.flatMap(({ proposal }) => proposal.missing);
    expect(missing.length).toBeGreaterThanOrEqual(4);
    for (const what of missing) expect(missingText(zh, what), what.message).toMatch(/\p{Script=Han}/u);
  });
});
