import { describe, expect, test } from 'vitest';
import { type CaseFile, parseCaseFile } from '../../../src/case/case-file';
import {
  constraintsOf,
  freeName,
  removeDerived,
  removeOrganOverride,
  renameDerived,
  setConstraints,
  setDerived,
  setMetrics,
  setOrganOverride,
  setOutsideDoseGrid,
  setRegistrations,
  toggleConstraintSet,
} from '../../../src/case/edit/edit-anatomy';
import {
  addCourse,
  addPhase,
  removeCourse,
  removePhase,
  setCourse,
  setFirstDay,
  setFractionsPerDay,
  setPhase,
  setPhaseDose,
  setPhaseRecord,
  setRole,
  setTargets,
  setTitle,
  splitPhase,
} from '../../../src/case/edit/edit-case';

const CASE: CaseFile = {
  isoeffectCase: 1,
  courses: [
    {
      name: 'First',
      role: 'prior',
      started: '2022-01-10',
      phases: [{ dose: 'a/RD.dcm', plan: 'a/RP.dcm', doseIs: 'centigray' }],
    },
    {
      name: 'Second',
      role: 'planned',
      starts: '2023-05-15',
      phases: [{ dose: 'b/RD.dcm' }],
      targets: [{ roi: 'PTV', doseGy: 50 }],
    },
  ],
  structures: 'b/RS.dcm',
  registrations: ['REG.dcm'],
};
const before = JSON.stringify(CASE);

/** A case as others read it; also sees to it that the old one was left alone and that no field is there but empty. */
function read(next: CaseFile): CaseFile {
  expect(JSON.stringify(CASE)).toBe(before);
  expect(parseCaseFile(JSON.stringify(next), 'case.json')).toStrictEqual(next);
  return next;
}

describe('courses', () => {
  test('a field set to undefined is left out', () => {
    expect(read(setCourse(CASE, 0, { name: undefined })).courses[0]).not.toHaveProperty('name');
    expect(read(setTitle(CASE, 'Patient 1')).title).toBe('Patient 1');
    expect(read(setTitle(CASE, ' '))).not.toHaveProperty('title');
    expect(read(setTargets(CASE, 1, [])).courses[1]).not.toHaveProperty('targets');
  });

  test('the first day goes by the name that the role has for it', () => {
    const swapped = read(setRole(CASE, 0, 'planned')).courses;
    expect(swapped.map(({ role, started, starts }) => [role, started, starts])).toEqual([
      ['planned', undefined, '2022-01-10'],
      ['prior', '2023-05-15', undefined],
    ]);
    expect(read(setFirstDay(CASE, 1, '2023-06-01')).courses[1].starts).toBe('2023-06-01');
    expect(read(setFirstDay(CASE, 0, undefined)).courses[0]).not.toHaveProperty('started');
  });

  test('of two first days neither is chosen by a change of role, and a new one takes both away', () => {
    const twice = setCourse(CASE, 1, { started: '2022-04-01' });
    const { started, starts } = setRole(twice, 1, 'prior').courses[1];
    expect([started, starts]).toEqual(['2022-04-01', '2023-05-15']);
    const mended = setFirstDay(twice, 1, '2023-06-01').courses[1];
    expect(mended).not.toHaveProperty('started');
    expect(mended.starts).toBe('2023-06-01');
    const same = setRole(setCourse(CASE, 1, { started: '2023-05-15' }), 1, 'prior').courses[1];
    expect(same).not.toHaveProperty('starts');
    expect(same.started).toBe('2023-05-15');
  });

  test('a prior course comes before the planned one, and the last course stays', () => {
    const three = read(addCourse(CASE, 'prior'));
    expect(three.courses.map(({ name, role }) => [name, role])).toEqual([
      ['First', 'prior'],
      [undefined, 'prior'],
      ['Second', 'planned'],
    ]);
    const one = read(removeCourse(CASE, 1));
    expect(one.courses.map(({ name }) => name)).toEqual(['First']);
    expect(removeCourse(one, 0)).toBe(one);
  });
});

describe('phases', () => {
  test('another dose forgets what was said of the old one', () => {
    expect(read(setPhaseDose(CASE, 0, 0, 'c/RD.dcm')).courses[0].phases).toEqual([{ dose: 'c/RD.dcm' }]);
    expect(read(setPhaseDose(CASE, 0, 0, ['c/1.dcm', 'c/2.dcm'])).courses[0].phases[0].dose).toHaveLength(2);
  });

  test('a paper record takes the place of the file, and back', () => {
    const fractions = setPhase(CASE, 0, 0, { fractions: 25 });
    const record = read(setPhaseRecord(fractions, 0, 0, { totalDoseGy: 45, organDoses: { SpinalCord: { Dmax: 42 } } }));
    expect(record.courses[0].phases[0]).toEqual({ fractions: 25, totalDoseGy: 45, organDoses: { SpinalCord: { Dmax: 42 } } });
    expect(setPhaseRecord(record, 0, 0, { totalDoseGy: 45, organDoses: {} }).courses[0].phases[0]).not.toHaveProperty(
      'organDoses',
    );
    expect(read(setPhaseDose(record, 0, 0, 'a/RD.dcm')).courses[0].phases[0]).toEqual({ fractions: 25, dose: 'a/RD.dcm' });
    // A hot-spot factor is of the prescription: it is kept with it, and goes with it.
    const hot = read(setPhaseRecord(fractions, 0, 0, { totalDoseGy: 45, hotSpotFactor: 1.07 }));
    expect(hot.courses[0].phases[0]).toEqual({ fractions: 25, totalDoseGy: 45, hotSpotFactor: 1.07 });
    const maxima = setPhaseRecord(hot, 0, 0, { hotSpotFactor: 1.07, organDoses: { SpinalCord: { Dmax: 42 } } });
    expect(read(maxima).courses[0].phases[0]).toEqual({ fractions: 25, organDoses: { SpinalCord: { Dmax: 42 } } });
    expect(read(setPhaseDose(hot, 0, 0, 'a/RD.dcm')).courses[0].phases[0]).toEqual({ fractions: 25, dose: 'a/RD.dcm' });
  });

  test('once a day needs no hours', () => {
    const twice = setPhase(setFractionsPerDay(CASE, 0, 0, 2), 0, 0, { hoursBetween: 6 });
    expect(read(twice).courses[0].phases[0]).toMatchObject({ fractionsPerDay: 2, hoursBetween: 6 });
    const once = read(setFractionsPerDay(twice, 0, 0, undefined)).courses[0].phases[0];
    expect(once).not.toHaveProperty('fractionsPerDay');
    expect(once).not.toHaveProperty('hoursBetween');
  });

  test('phases are added, taken away and split by fraction group', () => {
    const two = read(addPhase(CASE, 0));
    expect(two.courses[0].phases).toHaveLength(2);
    expect(read(removePhase(two, 0, 1)).courses[0].phases).toHaveLength(1);
    expect(read(removePhase(CASE, 0, 0)).courses[0].phases).toHaveLength(1);
    const split = read(splitPhase(CASE, 0, 0, [25, null, 5])).courses[0].phases;
    expect(split.map(({ dose, fractions }) => [dose, fractions])).toEqual([
      ['a/RD.dcm', 25],
      ['a/RD.dcm', undefined],
      ['a/RD.dcm', 5],
    ]);
    expect(split.every((phase) => !('doseShare' in phase))).toBe(true);
  });
});

describe('anatomy and limits', () => {
  test('an organ entry without fields goes, and a source goes with its number', () => {
    const own = read(setOrganOverride(CASE, 'Cord', { organ: 'SpinalCord', alphaBetaGy: 2, alphaBetaSource: 'mine' }));
    expect(own.organs).toEqual({ Cord: { organ: 'SpinalCord', alphaBetaGy: 2, alphaBetaSource: 'mine' } });
    expect(read(setOrganOverride(own, 'Cord', { alphaBetaGy: undefined })).organs).toEqual({ Cord: { organ: 'SpinalCord' } });
    expect(read(setOrganOverride(own, 'Cord', { organ: undefined, alphaBetaGy: undefined }))).not.toHaveProperty('organs');
    expect(read(removeOrganOverride(own, 'Cord'))).not.toHaveProperty('organs');
  });

  test('a derived structure keeps its place and its settings under a new name', () => {
    const two = setDerived(setDerived(CASE, 'A', 'Lung_L'), 'B', 'Lung_R');
    const named = read(renameDerived(setOrganOverride(two, 'A', { recovery: 0.1 }), 'A', 'Left'));
    expect(Object.keys(named.derived ?? {})).toEqual(['Left', 'B']);
    expect(named.organs).toEqual({ Left: { recovery: 0.1 } });
    expect(read(removeDerived(removeDerived(two, 'A'), 'B'))).not.toHaveProperty('derived');
    expect(freeName(two, 'A', ['A_2'])).toBe('A_3');
  });

  test('constraint sets come and go beside the goals of the user', () => {
    expect(constraintsOf(CASE)).toEqual(['reirradiation-thorax']);
    const two = read(toggleConstraintSet(CASE, 'hytec-cord', true));
    expect(two.constraints).toEqual(['reirradiation-thorax', 'hytec-cord']);
    expect(read(toggleConstraintSet(two, 'reirradiation-thorax', false)).constraints).toBe('hytec-cord');
    const goal = { organ: 'SpinalCord', goal: 'Dmax <= 50 Gy' };
    expect(read(setConstraints(CASE, [goal])).constraints).toEqual([goal]);
    expect(read(toggleConstraintSet(setConstraints(CASE, [goal]), 'hytec-cord', true)).constraints).toEqual([goal, 'hytec-cord']);
  });

  test('what is the default is not written', () => {
    expect(read(setOutsideDoseGrid(CASE, 'zero')).outsideDoseGrid).toBe('zero');
    expect(read(setOutsideDoseGrid(setOutsideDoseGrid(CASE, 'zero'), 'unknown'))).not.toHaveProperty('outsideDoseGrid');
    expect(read(setMetrics(CASE, ['D1cc', 'D1cc'])).metrics).toEqual(['D1cc']);
    expect(read(setMetrics(CASE, []))).not.toHaveProperty('metrics');
    expect(read(setRegistrations(CASE, []))).not.toHaveProperty('registrations');
  });
});
