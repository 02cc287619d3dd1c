import { describe, expect, it } from 'vitest';
import type { CaseFile } from '../../src/case/case-file';
import {
  addCourse,
  addPhase,
  removeCourse,
  removePhase,
  setCourse,
  setPhaseDose,
  setPhaseRecord,
  setRole,
} from '../../src/case/edit/edit-case';
import { type Guess, makeGuess } from '../../src/case/guess-words';
import { heldGuesses } from '../../src/case/held-guesses';

/* A guess is told as long as it holds, in the present names of the case. */

const CASE: CaseFile = {
  isoeffectCase: 1,
  courses: [
    {
      name: 'First',
      role: 'prior',
      started: '2020-03-02',
      phases: [{ dose: 'p/RD.dcm', plan: 'p/RP.dcm' }, { dose: 'p/RD2.dcm' }],
      structures: 'p/RS.dcm',
      targets: [
        { roi: 'PTV', doseGy: 50.4 },
        { roi: 'GTV', doseGy: 60 },
      ],
    },
    { name: 'Second', role: 'planned', starts: '2023-05-15', phases: [{ dose: 'q/RD.dcm' }] },
  ],
  structures: 'q/RS.dcm',
};
const TARGETS = [
  { roi: 'PTV', doseGy: 50.4 },
  { roi: 'GTV', doseGy: 60 },
];
const ALL: readonly Guess[] = [
  makeGuess('courses[0].role', 'role-by-date', { name: 'First', day: '2020-03-02', role: 'prior' }),
  makeGuess('courses[1].role', 'role-by-date', { name: 'Second', day: '2023-05-15', role: 'planned' }),
  makeGuess('courses[0].started', 'date-of-plan', { name: 'First', day: '2020-03-02', of: 'plan' }),
  makeGuess('courses[1].starts', 'date-of-plan', { name: 'Second', day: '2023-05-15', of: 'plan' }),
  makeGuess('courses[0].targets', 'targets-of-plan', { name: 'First', targets: TARGETS }),
  makeGuess('courses[0].targets', 'prescription-left-out', { name: 'First', left: [{ doseGy: 45, why: 'no-roi' }] }),
  makeGuess('courses[0].phases', 'same-course', { names: ['Boost', 'First'], days: 20 }),
  makeGuess('courses[0].phases[1].dose', 'one-of-doses', { taken: ['p/RD2.dcm'], others: ['p/RD3.dcm'] }),
  makeGuess('courses[0].structures', 'newest-structures', { name: 'First', file: 'p/RS.dcm', sets: 2 }),
  makeGuess('structures', 'newest-structures', { name: 'Second', file: 'q/RS.dcm', sets: 1 }),
  makeGuess('organs.Herz', 'organ-by-name', { roi: 'Herz', organ: 'Heart' }),
  makeGuess('courses', 'course-left-out', { files: ['r/RD.dcm', 'r/RP.dcm'] }),
];
const changed = (now: CaseFile, guesses = ALL) => heldGuesses(now, guesses, CASE);
const said = (guesses: readonly Guess[]) => guesses.map(({ field, message }) => `${field}: ${message}`);
const of = (guesses: readonly Guess[], code: string) => said(guesses.filter((each) => each.code === code));
const CHANGED = 'the program took that from what the case had before its files or courses were changed.';

describe('a guess that the case bears out', () => {
  it('is told as it was made: the list is the same', () => {
    expect(heldGuesses(CASE, ALL)).toBe(ALL);
    expect(changed({ ...CASE, title: 'x' })).toBe(ALL);
  });

  it('is told under the new name of its course', () => {
    const now = changed(setCourse(CASE, 0, { name: 'First RT' }));
    expect(said(now).filter((each) => /First(?! RT)/.test(each))).toEqual([
      'courses[0].phases: Boost and First are on one frame of reference and 20 days apart; they are taken for phases of one course.',
    ]);
    expect(now).toHaveLength(ALL.length);
    const second = changed(setCourse(CASE, 1, { name: 'SIB' }));
    expect(of(second, 'newest-structures')[1]).toMatch(/^structures: The dose of SIB does not say/);
    // Read from a file that was edited by hand, what the course was called before is not known.
    expect(said(heldGuesses(setCourse(CASE, 1, { name: 'SIB' }), ALL)).join()).not.toMatch(/Second/);
  });

  it('stays as it stands where its facts do not make its words', () => {
    const odd = [
      { ...ALL[0], message: 'First is old' },
      { field: 'courses[0].role', code: 'only-course', message: 'x' } as Guess,
    ];
    expect(heldGuesses(setCourse(CASE, 0, { name: 'X' }), odd)).toBe(odd);
  });

  it('is told of a file whichever folder it is seen from', () => {
    const moved = JSON.parse(JSON.stringify(CASE).replaceAll('"p/', '"../p/').replaceAll('"q/', '"')) as CaseFile;
    expect(heldGuesses(moved, ALL)).toBe(ALL);
  });
});

describe('a guess about a role', () => {
  it('is gone for both courses where the user exchanges them, and the days keep theirs', () => {
    const now = changed(setRole(setRole(CASE, 0, 'planned'), 1, 'prior'));
    expect(of(now, 'role-by-date')).toEqual([]);
    expect(of(now, 'from-before-change')).toEqual([]);
    expect(of(now, 'date-of-plan')).toEqual([
      'courses[0].starts: 2020-03-02 is the date of the plan of First, not that of its first fraction.',
      'courses[1].started: 2023-05-15 is the date of the plan of Second, not that of its first fraction.',
    ]);
    expect(of(heldGuesses(setRole(CASE, 0, 'planned'), ALL), 'role-by-date')).toEqual([]);
  });

  it('does not say that a newer course is there, or that it is the newest, where that is not so', () => {
    const alone = changed(removeCourse(CASE, 1), ALL.slice(0, 1));
    expect(said(alone)).toEqual([`courses[0].role: First is taken for the prior course: ${CHANGED}`]);
    const later = changed(setCourse(CASE, 0, { started: '2024-01-08' }), ALL.slice(0, 2));
    expect(said(later)).toEqual([
      `courses[0].role: First is taken for the prior course: ${CHANGED}`,
      `courses[1].role: Second is taken for the planned course: ${CHANGED}`,
    ]);
  });

  it('keeps to its words where the newer course is among the files and not in the case', () => {
    const prior = { ...CASE, courses: CASE.courses.slice(0, 1) };
    expect(heldGuesses(prior, [ALL[0], ALL[11]])).toEqual([ALL[0], ALL[11]]);
  });

  it('does not say that a course is the only one beside another', () => {
    const one = { ...CASE, courses: [CASE.courses[1]] };
    const only = [makeGuess('courses[0].role', 'only-course', { name: 'Second' })];
    expect(heldGuesses(one, only)).toBe(only);
    const two = addCourse(one, 'prior');
    const moved = [makeGuess('courses[1].role', 'only-course', { name: 'Second' })];
    expect(said(heldGuesses(two, moved, one))).toEqual([`courses[1].role: Second is taken for the planned course: ${CHANGED}`]);
    expect(heldGuesses(setRole(one, 0, 'prior'), only)).toEqual([]);
  });
});

describe('a guess about what a plan said', () => {
  it('is none of its plan where the course has none: what it gave is still told, until it is another', () => {
    const record = setPhaseRecord(
      { ...CASE, courses: [{ ...CASE.courses[0], phases: [CASE.courses[0].phases[0]] }, CASE.courses[1]] },
      0,
      0,
      { totalDoseGy: 50.4 },
    );
    for (const now of [changed(record, ALL), heldGuesses(record, ALL)]) {
      expect(said(now).join('\n')).not.toMatch(/of its plan|plan of First|Prescriptions of First|by the date of First|RD2/);
      expect(of(now, 'from-before-change')).toEqual([
        `courses[0].role: First is taken for the prior course: ${CHANGED}`,
        `courses[0].started: 2020-03-02 is taken for the first day of First: ${CHANGED}`,
        `courses[0].targets: PTV 50.4 Gy, GTV 60 Gy are taken for the targets of First: ${CHANGED}`,
        `courses[0].structures: p/RS.dcm is taken for the structures of First: ${CHANGED}`,
      ]);
      const other = setCourse(record, 0, {
        name: 'X',
        role: 'planned',
        started: undefined,
        starts: '2020-03-02',
        targets: [TARGETS[1]],
        structures: undefined,
      });
      expect(of(heldGuesses(other, now), 'from-before-change')).toEqual([
        `courses[0].starts: 2020-03-02 is taken for the first day of X: ${CHANGED}`,
        `courses[0].targets: GTV 60 Gy are taken for the targets of X: ${CHANGED}`,
      ]);
    }
  });

  it('is none of its plan where the course has another dose', () => {
    const now = changed(setPhaseDose(CASE, 0, 0, 'p/RD9.dcm'));
    expect(of(now, 'targets-of-plan')).toEqual([]);
    expect(of(now, 'from-before-change').at(2)).toBe(
      `courses[0].targets: PTV 50.4 Gy, GTV 60 Gy are taken for the targets of First: ${CHANGED}`,
    );
  });

  it('speaks of the targets that the case still has', () => {
    const edited = setCourse(CASE, 0, { targets: [TARGETS[0], { roi: 'GTV', doseGy: 66 }] });
    expect(of(heldGuesses(edited, ALL), 'targets-of-plan')).toEqual([
      'courses[0].targets: Targets and doses of First are those of its plan: PTV 50.4 Gy.',
    ]);
    expect(of(heldGuesses(setCourse(CASE, 0, { targets: undefined }), ALL), 'targets-of-plan')).toEqual([]);
  });

  it('is gone where the user sets another first day', () => {
    expect(of(heldGuesses(setCourse(CASE, 0, { started: '2020-03-09' }), ALL), 'date-of-plan')).toHaveLength(1);
  });
});

describe('a guess about phases and files', () => {
  it('goes with its phase, and away with it', () => {
    const first = changed(removePhase(CASE, 0, 0));
    expect(of(first, 'same-course')).toEqual([]);
    expect(of(first, 'one-of-doses')[0]).toMatch(/^courses\[0\]\.phases\[0\]\.dose: p\/RD2\.dcm is taken/);
    const added = changed(addPhase(CASE, 0));
    expect(added).toBe(ALL);
    expect(of(changed(removePhase(CASE, 0, 1)), 'one-of-doses')).toEqual([]);
  });

  it('is gone where another set is chosen', () => {
    expect(of(changed({ ...CASE, structures: 'p/RS.dcm' }), 'newest-structures')).toHaveLength(1);
    expect(of(changed(setCourse(CASE, 0, { structures: 'p/RS2.dcm' })), 'newest-structures')).toHaveLength(1);
    expect(of(changed({ ...CASE, structures: 'p/RS.dcm' }), 'organ-by-name')).toEqual([]);
  });

  it('is gone where the user says which organ an ROI is', () => {
    expect(of(heldGuesses({ ...CASE, organs: { Herz: { organ: 'Trachea' } } }, ALL), 'organ-by-name')).toEqual([]);
    expect(of(heldGuesses({ ...CASE, organs: { Herz: { alphaBetaGy: 2 } } }, ALL), 'organ-by-name')).toHaveLength(1);
  });

  it('does not say of a file in the case that it is left out', () => {
    const third = { ...CASE, courses: [{ role: 'prior' as const, phases: [{ dose: 'r/RD.dcm' }] }, ...CASE.courses] };
    expect(heldGuesses(third, [ALL[11]])).toMatchObject([{ facts: { files: ['r/RP.dcm'] } }]);
    const whole = {
      ...third,
      courses: [{ ...third.courses[0], phases: [{ dose: 'r/RD.dcm', plan: 'r/RP.dcm' }] }, ...CASE.courses],
    };
    expect(heldGuesses(whole, [ALL[11]])).toEqual([]);
  });

  it('of other structures goes with the set that was taken; treatment records stay unread', () => {
    const others = [{ file: 'x/RS.dcm', day: '2023-06-01' }];
    const guesses = [
      makeGuess('structures', 'other-structures', { name: 'Second', file: 'q/RS.dcm', others }),
      makeGuess('courses[0].structures', 'other-structures', { name: 'First', file: 'p/RS.dcm', others }),
      makeGuess('courses', 'records-not-read', { records: 20 }),
    ];
    expect(changed(CASE, guesses)).toBe(guesses);
    expect(changed({ ...CASE, structures: 'x/RS.dcm' }, guesses)).toEqual(guesses.slice(1));
    const { structures: _, ...first } = CASE.courses[0];
    expect(changed({ ...CASE, courses: [first, CASE.courses[1]] }, guesses)).toEqual([guesses[0], guesses[2]]);
  });
});
