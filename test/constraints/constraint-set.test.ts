import { describe, expect, it } from 'vitest';
import { parseConstraintSet } from '../../src/constraints/constraint-set';
import { parseInlineGoal } from '../../src/constraints/inline-goal';
import { InputError } from '../../src/input-error';

const row = {
  organ: 'SpinalCord',
  goal: 'Dmax <= 50 Gy',
  quantity: 'eqd2',
  scope: 'cumulative',
  mandatory: true,
  alphaBetaGy: 2,
  recovery: 'none',
  source: 'Our department, 2024',
  evidence: 'user',
};
const table = (changes: Record<string, unknown> = {}, rowChanges: Record<string, unknown> = {}) => ({
  name: 'ours',
  title: 'Ours',
  version: '1',
  description: 'Ours.',
  opinionNote: 'Ours.',
  goals: [{ ...row, ...rowChanges }],
  ...changes,
});
const steps = [
  { fromMonths: 0, toMonths: 12, factor: 0 },
  { fromMonths: 12, toMonths: null, factor: 0.5 },
];

function refusal(run: () => unknown): InputError {
  try {
    run();
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('parseConstraintSet', () => {
  it('reads a table of the user', () => {
    const set = parseConstraintSet(
      table(
        { recoverySchedules: { slow: steps } },
        { recovery: 'slow', organ: ['SpinalCord', 'SpinalCanal'], requires: { intervalMonthsAtLeast: 6 } },
      ),
      'ours.json',
    );
    expect(set.constraints.map(({ organ }) => organ)).toEqual(['SpinalCord', 'SpinalCanal']);
    expect(set.constraints[1].recovery).toEqual({ name: 'slow', steps });
    expect(set.constraints[1].requires).toEqual({ intervalMonthsAtLeast: 6 });
    expect(set.constraints[1].goal.limit).toBe(50);
    expect(set.constraints[1].set).toBe('ours');
  });

  it('takes from the defaults what a goal leaves out, and the goal where it says otherwise', () => {
    const { goals, ...rest } = table();
    const { organ, goal, mandatory, ...common } = goals[0] as typeof row;
    const set = parseConstraintSet(
      { ...rest, defaults: common, goals: [{ organ, goal, mandatory, alphaBetaGy: 3 }] },
      'ours.json',
    );
    expect(set.constraints[0].alphaBetaGy).toBe(3);
    expect(set.constraints[0].source).toBe('Our department, 2024');
  });

  it.each([
    [table({ colour: 'red' }), undefined, 'the unknown field "colour"', 'known fields only'],
    [table({}, { recovry: 'none' }), 'goals[0]', 'the unknown field "recovry"', 'known fields only'],
    [table({}, { requires: { interval: 6 } }), 'goals[0].requires', 'the unknown field "interval"', 'known fields only'],
    [table({ title: undefined }), 'title', 'nothing', 'text'],
    [
      { isoeffectCase: 1, courses: [] },
      undefined,
      'no "goals"',
      'a constraint table: an object with "name", "title" and "goals"',
    ],
    [table({ opinionNote: ' ' }), 'opinionNote', '" "', 'some text'],
    [table({ goals: [] }), 'goals', '[]', 'a list of at least 1'],
    [table({}, { quantity: 'dose' }), 'goals[0].quantity', '"dose"', 'one of eqd2, bed, physical'],
    [table({}, { evidence: 'unsure' }), 'goals[0].evidence', '"unsure"', 'one of seen, seen-2, known, user'],
    [table({}, { alphaBetaGy: 0 }), 'goals[0].alphaBetaGy', '0', 'more than 0'],
    [
      table({}, { alphaBetaGy: undefined }),
      'goals[0].alphaBetaGy',
      'nothing',
      'alpha/beta in Gy, or "organ" for the organ\'s own, for eqd2 and bed; none for physical',
    ],
    [
      table({}, { quantity: 'physical', scope: 'planned' }),
      'goals[0].alphaBetaGy',
      '2 for a goal on physical dose',
      'alpha/beta in Gy, or "organ" for the organ\'s own, for eqd2 and bed; none for physical',
    ],
    [table({}, { source: undefined }), 'goals[0].source', 'nothing', "source, in the goal or in the table's defaults"],
    [table({}, { source: '' }), 'goals[0].source', '""', 'some text'],
    [table({}, { recovery: 'umich' }), 'goals[0].recovery', '"umich"', 'one of none'],
    [
      table({}, { quantity: 'physical', alphaBetaGy: undefined }),
      'goals[0].quantity',
      'physical dose of all courses together in "Dmax <= 50 Gy"',
      'eqd2 or bed for a cumulative goal, or the scope planned or prior',
    ],
    [
      table({ recoverySchedules: { gap: [{ fromMonths: 3, toMonths: null, factor: 0 }] } }),
      'recoverySchedules.gap',
      '[{"fromMonths":3,"toMonths":null,"factor":0}]',
      'steps that begin at 0 and follow on each other: step 1 begins at 3 months, not at 0',
    ],
    [
      table({ recoverySchedules: { much: [{ fromMonths: 0, toMonths: null, factor: 1.5 }] } }),
      'recoverySchedules.much[0].factor',
      '1.5',
      'at most 1',
    ],
  ])('names file and field: %#', (json, where, found, needed) => {
    const error = refusal(() => parseConstraintSet(json, 'ours.json'));
    expect([error.file, error.where, error.found, error.needed]).toEqual(['ours.json', where, found, needed]);
  });

  it('names the goal that cannot be read', () => {
    const error = refusal(() => parseConstraintSet(table({}, { goal: 'Dmax <= 50 %' }), 'ours.json'));
    expect(error.message).toBe(
      'ours.json: goals[0].goal: goal "Dmax <= 50 %": found a limit in %; needed a limit in Gy, as what stands before it',
    );
  });
});

describe('parseInlineGoal', () => {
  it('has the stated defaults', () => {
    const { goal, ...rest } = parseInlineGoal({ organ: 'SpinalCord', goal: 'D0.03cc <= 50 Gy' });
    expect(goal.text).toBe('D0.03cc <= 50 Gy');
    expect(rest).toEqual({
      set: 'case',
      setTitle: 'Goals of this case',
      organ: 'SpinalCord',
      quantity: 'eqd2',
      scope: 'cumulative',
      mandatory: true,
      alphaBetaGy: 'organ',
      recovery: 'organ',
      source: 'user',
      evidence: 'user',
      note: undefined,
    });
  });

  it('takes what is given', () => {
    const written = {
      organ: 'Lungs',
      goal: 'V20Gy < 35 %',
      quantity: 'bed',
      scope: 'prior',
      mandatory: false,
      alphaBetaGy: 4,
      recovery: 0.25,
      source: 'S',
    };
    const { goal, ...rest } = parseInlineGoal(written);
    expect(goal.limit).toBe(35);
    expect(rest).toMatchObject({
      quantity: 'bed',
      scope: 'prior',
      mandatory: false,
      alphaBetaGy: 4,
      recovery: 0.25,
      source: 'S',
    });
  });

  it('has no alpha/beta and no recovery for physical dose', () => {
    const physical = { organ: 'Lungs', goal: 'V20Gy < 35 %', quantity: 'physical', scope: 'planned' };
    expect(parseInlineGoal(physical)).toMatchObject({ alphaBetaGy: undefined, recovery: 'none' });
    expect(refusal(() => parseInlineGoal({ ...physical, recovery: 0.5 })).found).toBe('recovery for a goal on physical dose');
    expect(refusal(() => parseInlineGoal({ ...physical, alphaBetaGy: 3 })).found).toBe('alphaBetaGy for a goal on physical dose');
    expect(refusal(() => parseInlineGoal({ ...physical, scope: undefined })).where).toBe('quantity');
    expect(refusal(() => parseInlineGoal({ ...physical, goal: 'planned:Dmax / cumulative:Dmax < 1' })).where).toBe('quantity');
  });

  it('names file and field', () => {
    const error = refusal(() =>
      parseInlineGoal({ organ: 'Lungs', goal: 'V20Gy < 35 %', alphabeta: 3 }, 'case.json', 'constraints[2]'),
    );
    expect(error.message).toBe('case.json: constraints[2]: found the unknown field "alphabeta"; needed known fields only');
    const missing = refusal(() => parseInlineGoal({ organ: 'Lungs' }, 'case.json', 'constraints[2]'));
    expect(missing.message).toBe('case.json: constraints[2].goal: found nothing; needed text');
  });
});
