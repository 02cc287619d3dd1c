import { beforeAll, describe, expect, test } from 'vitest';
import type { OpenedStudy } from '../../../src/app/engine/engine-api';
import { commonFolder } from '../../../src/app/state/case-paths';
import { withOpenFields } from '../../../src/app/state/open-fields';
import { generalFindings, grouped } from '../../../src/app/study/findings-model';
import { foundFrames, foundJoins, lettersOf } from '../../../src/app/study/frames-model';
import {
  daysApart,
  dosesLeft,
  foundCourses,
  isoDay,
  needsAnswer,
  prescriptionsOf,
  structuresLeft,
} from '../../../src/app/study/study-model';
import { en, guessText, missingText } from '../../../src/app/words/core-words';
import { ja } from '../../../src/app/words/ja';
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

  test('have no day of a date that cannot be that of a treatment', () => {
    const { inspection, proposal } = thorax;
    const [plan] = inspection.plans;
    const finding = makeFinding(
      'date-cannot-be',
      'warning',
      { of: 'plan', day: '1901-01-01', why: 'early' },
      { file: plan.file },
    );
    const plans = inspection.plans.map((each) => (each === plan ? { ...each, date: '19010101' } : each));
    const courses = proposal.caseFile!.courses.map(({ started: _, starts: __, ...course }) => course);
    const caseFile = { ...proposal.caseFile!, courses };
    const sets = inspection.structureSets.map((set) => ({ ...set, date: null }));
    const odd = { ...inspection, plans, structureSets: sets, findings: [finding] };
    const days = (of: typeof inspection) =>
      foundCourses({ inspection: of, proposal: { ...proposal, caseFile } }).map(({ day }) => day);
    expect(days(odd).filter((day) => day === '')).toHaveLength(1);
    expect(days(odd)).not.toContain('1901-01-01');
    // The date of the structures stands in, where that can be.
    expect(days({ ...odd, structureSets: inspection.structureSets }).filter((day) => day === '')).toEqual([]);
  });

  test('prescriptions have no more digits than are written', () => {
    const plan = (description: string, doseGy: number | null) =>
      ({ prescriptions: [{ description, doseGy }] }) as unknown as (typeof thorax.inspection.plans)[number];
    expect(prescriptionsOf([plan('PTV', 11.3113869239676), plan('', 50.4), plan('boost', null)])).toBe(
      'PTV 11.31 Gy, 50.4 Gy, boost',
    );
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

test('a guess names doses with no more digits than a person would', () => {
  const targets = [{ roi: 'PTV', doseGy: 11.3113869239676, partsGy: [5.6556934619838, 5.6556934619838] }];
  for (const language of [en, zh, ja]) {
    const said = language.guesses['targets-of-plan'].message({ name: 'A', targets });
    expect(said).toContain('PTV 11.31 Gy');
    expect(said).toContain('5.66 + 5.66');
    expect(said).not.toMatch(/\d\.\d{3}/);
  }
});
