import { beforeAll, describe, expect, test } from 'vitest';
import { joinings } from '../../../src/app/case/case-frames';
import { faultsOf } from '../../../src/app/case/check-case';
import { answerOf, questionsOf, withAnswer } from '../../../src/app/case/dose-questions';
import { guessesMoved, withoutGuess } from '../../../src/app/case/guesses';
import { organRows } from '../../../src/app/case/organ-rows';
import { doseChoices, phaseFacts } from '../../../src/app/case/phase-facts';
import type { OpenedStudy } from '../../../src/app/engine/engine-api';
import { withOpenFields } from '../../../src/app/state/open-fields';
import type { CaseFile } from '../../../src/case/case-file';
import { setDerived, setOrganOverride, setRegistrations } from '../../../src/case/edit/edit-anatomy';
import { addPhase, setCase, setCourse, setPhase, setPhaseDose, setPhaseRecord, setRole } from '../../../src/case/edit/edit-case';
import { makeGuess } from '../../../src/inspection/proposal-words';
import { openedStudy } from '../study/opened-study';

let study: OpenedStudy;
let caseFile: CaseFile;
beforeAll(async () => {
  study = await openedStudy('dicom-samples/thorax');
  caseFile = withOpenFields(study.proposal)!;
});

const faults = (next: CaseFile) => faultsOf(next, study.inspection).map(({ field, code }) => `${field} ${code}`);

describe('what has to be put right', () => {
  test('nothing in a proposed case', () => expect(faults(caseFile)).toEqual([]));

  test.each<[string, (old: CaseFile) => CaseFile, string]>([
    [
      'a course that ends before it begins',
      (old) => setCourse(old, 0, { completed: '2021-12-01' }),
      'courses[0].completed completedBeforeStart',
    ],
    [
      'a planned course before the prior one',
      (old) => setCourse(old, 1, { starts: '2020-01-01' }),
      'courses[1].starts plannedBeforePrior',
    ],
    ['two first days', (old) => setCourse(old, 1, { started: '2022-04-01' }), 'courses[1].starts twoFirstDays'],
    [
      'a record beside a dose file',
      (old) => setCourse(old, 0, { organDoses: { SpinalCord: { Dmax: 40 } } }),
      'courses[0].organDoses recordBesideDose',
    ],
    ['no dose', (old) => addPhase(old, 1), 'courses[1].phases[1].dose doseNeeded'],
    ['a dose that is not here', (old) => setPhaseDose(old, 0, 0, 'x.dcm'), 'courses[0].phases[0].dose doseNotHere'],
    ['one dose in two courses', (old) => setPhaseDose(old, 0, 0, 'planned/RD.dcm'), 'courses[0].phases[0].dose doseInOther'],
    [
      'the plan of another dose',
      (old) => setPhase(old, 0, 0, { plan: 'planned/RP.dcm' }),
      'courses[0].phases[0].plan planOfOther',
    ],
    [
      'too many delivered',
      (old) => setPhase(old, 0, 0, { deliveredFractions: 29 }),
      'courses[0].phases[0].deliveredFractions deliveredTooMany',
    ],
    ['no hours between', (old) => setPhase(old, 0, 0, { fractionsPerDay: 2 }), 'courses[0].phases[0].hoursBetween hoursNeeded'],
    ['a share that is not all', (old) => setPhase(old, 0, 0, { doseShare: 0.5 }), 'courses[0].phases[0].doseShare shareSum'],
    ['a dose twice', (old) => setPhaseDose(addPhase(old, 0), 0, 1, 'prior/RD.dcm'), 'courses[0].phases[1].doseShare shareNeeded'],
    ['an empty record', (old) => setPhaseRecord(old, 0, 0, {}), 'courses[0].phases[0].dose recordNeeded'],
    [
      'a record without fractions',
      (old) => setPhaseRecord(old, 0, 0, { totalDoseGy: 45 }),
      'courses[0].phases[0].fractions fractionsOfRecord',
    ],
    ['no anatomy', (old) => setCase(old, { structures: '' }), 'structures structuresNeeded'],
    ['frames apart', (old) => setRegistrations(old, []), 'registrations notJoined'],
    [
      'a target that is not drawn',
      (old) => setCourse(old, 1, { targets: [{ roi: 'PTV_9', doseGy: 50 }] }),
      'courses[1].targets[0].roi targetUnknown',
    ],
    [
      'a target with two doses',
      (old) => setCourse(old, 1, { targets: [45, 40].map((doseGy) => ({ roi: 'PTV_5040', doseGy })) }),
      'courses[1].targets[1].roi targetTwice',
    ],
    ['an organ that is not here', (old) => setOrganOverride(old, 'Liver', { recovery: 0.1 }), 'organs.Liver overrideUnknown'],
    ['a derived name that is taken', (old) => setDerived(old, 'Heart', 'Lung_L'), 'derived.Heart derivedTaken'],
    ['a name that nothing has', (old) => setDerived(old, 'A', 'Liver'), 'derived.A derivedUnknown'],
    ['an expression that is none', (old) => setDerived(old, 'A', 'Lung_L + * 3'), 'derived.A derivedBad'],
    ['a circle', (old) => setDerived(setDerived(old, 'A', 'B'), 'B', 'A'), 'derived.A derivedBad'],
  ])('%s', (_, edit, expected) => expect(faults(edit(caseFile))).toContain(expected));

  test('a dose that needs an answer', () => {
    const [dose, ...others] = study.inspection.doses;
    const inspection = { ...study.inspection, doses: [{ ...dose, type: 'EFFECTIVE' }, ...others] };
    expect(faultsOf(caseFile, inspection).map(({ field }) => field)).toEqual(['courses[1].phases[0].doseIs.rbe-weighted']);
    expect(faultsOf(setPhase(caseFile, 1, 0, { doseIs: 'rbe-weighted' }), inspection)).toEqual([]);
  });
});

test('questions of a dose file and their answers', () => {
  const [dose] = study.inspection.doses;
  expect(questionsOf([dose])).toEqual([]);
  expect(questionsOf([{ ...dose, units: 'RELATIVE', type: 'EFFECTIVE' }])).toEqual(['rbe-weighted', 'percent']);
  const one = withAnswer(undefined, 'percent', 50.4);
  expect(one).toEqual({ percentOfGy: 50.4 });
  const two = withAnswer(one, 'rbe-weighted', true);
  expect(two).toEqual([{ percentOfGy: 50.4 }, 'rbe-weighted']);
  expect(answerOf(two, 'percent')).toBe(50.4);
  expect(withAnswer(two, 'percent', undefined)).toBe('rbe-weighted');
  expect(withAnswer('rbe-weighted', 'rbe-weighted', false)).toBeUndefined();
});

test('facts of a phase come from the files', () => {
  const facts = phaseFacts(caseFile.courses[0].phases[0], study.inspection);
  expect(facts.planFractions).toBe(28);
  expect(facts.notHere).toEqual([]);
  const beams = study.inspection.doses.map((dose, n) => ({
    ...dose,
    file: `${n}.dcm`,
    summation: 'BEAM',
    plan: study.inspection.doses[0].plan,
  }));
  expect(doseChoices({ ...study.inspection, doses: beams }).map(({ files, areBeams }) => [files, areBeams])).toEqual([
    [['0.dcm', '1.dcm'], true],
  ]);
});

test('which doses reach the anatomy', () => {
  expect(joinings(caseFile, study.inspection, 'matrix')).toEqual([
    { state: 'joined', via: ['registration/REG.dcm'] },
    { state: 'same frame' },
  ]);
  const [from, to] = [1, 0].map((n) => study.inspection.doses[n].frameOfReferenceUid!);
  const matrix = setRegistrations(caseFile, [{ from, to, matrix: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1] }]);
  expect(joinings(matrix, study.inspection, 'matrix')[0]).toEqual({ state: 'joined', via: ['matrix'] });
  // By the user's word the course is not placed: what would join it is not used, whatever it is.
  for (const each of [caseFile, matrix]) {
    const apart = setCourse(each, 0, { registration: 'none' });
    expect(joinings(apart, study.inspection, 'matrix')[0]).toEqual({ state: 'apart' });
    expect(joinings(apart, study.inspection, 'matrix')[1]).toEqual({ state: 'same frame' });
  }
});

test('structures and what they are taken for', () => {
  const changed = setDerived(setOrganOverride(caseFile, 'Heart', { organ: 'A_Aorta', recovery: 0.1 }), 'Ring', 'Heart - Trachea');
  const rows = new Map(organRows(changed, study.inspection).map((row) => [row.name, row]));
  expect(rows.get('SpinalCord')).toMatchObject({ kind: 'drawn', organ: 'SpinalCord', how: 'TG-263 name', isEvaluated: true });
  expect(rows.get('SpinalCord')?.tissue?.alphaBetaGy).toBe(2);
  expect(rows.get('BODY')?.isEvaluated).toBe(false);
  expect(rows.get('Heart')).toMatchObject({ organ: 'A_Aorta', how: 'user', nameSays: 'Heart', override: { recovery: 0.1 } });
  expect(rows.get('Ring')).toMatchObject({ kind: 'derived', organ: undefined, tissue: undefined });
  expect(rows.get('Lungs')?.kind).toBe('made by the program');
});

test('what is made of others has no value of the table where they have their own', () => {
  const asParts = (organs: CaseFile['organs']) =>
    organRows({ ...setDerived(caseFile, 'Near', 'Lungs - Heart'), ...(organs && { organs }) }, study.inspection)
      .filter(({ isAsParts }) => isAsParts)
      .map(({ name }) => name);
  expect(asParts(undefined)).toEqual([]);
  const lungs = { Lung_L: { alphaBetaGy: 3 }, Lung_R: { alphaBetaGy: 3 } };
  expect(asParts(lungs)).toEqual(['Lungs', 'Lungs-GTV']);
  expect(asParts({ ...lungs, Lungs: { alphaBetaGy: 3 } })).toEqual(['Near', 'Lungs-GTV']);
});

describe('a course whose role the files do not tell', () => {
  const open = (): CaseFile => {
    const courses = caseFile.courses.map(({ role: _, ...course }, n) => ({
      ...course,
      structures: n === 0 ? 'prior/RS.dcm' : 'planned/RS.dcm',
    }));
    return { ...caseFile, courses: courses as CaseFile['courses'], structures: '' };
  };

  test('is asked for it, and so is the anatomy', () => {
    expect(faults(open())).toEqual(['courses[0].role roleNeeded', 'courses[1].role roleNeeded', 'structures structuresNeeded']);
  });

  test('brings its structures as the anatomy when it is said to be the planned one', () => {
    const { courses, structures } = setRole(open(), 0, 'planned');
    expect([courses[0].role, structures]).toEqual(['planned', 'prior/RS.dcm']);
    expect(setRole(open(), 0, 'prior').structures).toBe('');
  });
});

describe('guesses', () => {
  const guess = (field: string) => makeGuess(field, 'only-course', { name: field });
  const fields = (guesses: readonly { field: string }[]) => guesses.map(({ field }) => field);

  test('an edited field is no guess any more', () => {
    const all = ['courses[0].role', 'courses[0].targets', 'courses[0].phases'].map(guess);
    expect(fields(withoutGuess(all, 'courses[0].targets'))).toEqual(['courses[0].role', 'courses[0].phases']);
    expect(fields(withoutGuess(all, 'courses[0]'))).toEqual([]);
    expect(fields(withoutGuess(all, 'courses[0].phases[0].fractions'))).toHaveLength(3);
  });

  test('they keep to their courses', () => {
    const all = ['courses[0].role', 'courses[1].role', 'structures'].map(guess);
    expect(fields(guessesMoved(all, 0, -1))).toEqual(['courses[0].role', 'structures']);
    expect(fields(guessesMoved(all, 1, 1))).toEqual(['courses[0].role', 'courses[2].role', 'structures']);
  });
});

test('two ROIs of one name are two rows, each with its number, and are what their name says', () => {
  const proposed = withOpenFields(study.proposal)!;
  const [set] = study.inspection.structureSets.filter(({ file }) => file === proposed.structures);
  const cord = set.rois.find(({ name }) => name === 'SpinalCord')!;
  const rois = [...set.rois, { ...cord, number: 99 }];
  const inspection = {
    ...study.inspection,
    structureSets: study.inspection.structureSets.map((each) => (each === set ? { ...set, rois } : each)),
  };
  const rows = organRows(proposed, inspection).filter(({ name }) => /^SpinalCord(#|$)/.test(name));
  expect(rows.map(({ name, organ }) => [name, organ])).toEqual([
    [`SpinalCord#${cord.number}`, 'SpinalCord'],
    ['SpinalCord#99', 'SpinalCord'],
  ]);
});
