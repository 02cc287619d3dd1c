import { expect, it } from 'vitest';
import type { CaseFile } from '../../src/case/case-file';
import { guessesApart, withGuesses } from '../../src/inspection/kept-guesses';
import { makeGuess } from '../../src/inspection/proposal-words';

const CASE: CaseFile = {
  isoeffectCase: 1,
  courses: [{ name: 'A', role: 'planned', phases: [{ dose: 'RD.dcm' }] }],
  structures: 'RS.dcm',
};
const GUESS = makeGuess('courses[0].role', 'only-course', { name: 'A' });

it('a case that is saved and read again has the same guesses apart', () => {
  const read = JSON.parse(JSON.stringify(withGuesses(CASE, [GUESS]))) as CaseFile;
  const { caseFile, guesses } = guessesApart(read);
  expect(guesses).toEqual([GUESS]);
  expect(caseFile).toEqual({ ...CASE, writtenBy: read.writtenBy });
  expect(withGuesses(CASE, [])).toBe(CASE);
});

it('a guess of another program, or with other facts, stays in the case and is told as it stands', () => {
  const others = [
    { field: 'structures', code: 'by-the-stars', message: 'RS.dcm is taken' },
    { field: 'courses[0].starts', code: 'date-of-plan', message: 'the day of the plan', facts: {} },
    { ...GUESS, message: 'A is taken for the prior course' },
    { field: 'x', code: 'toString', message: 'y' },
  ].map((each) => ({ ...each, facts: { ...(each as { facts?: object }).facts } }));
  const { caseFile, guesses } = guessesApart({ ...CASE, guesses: [...others, { ...GUESS, facts: { name: 'A' } }] });
  expect(guesses).toEqual([GUESS]);
  expect(caseFile.guesses).toEqual(others);
  expect(withGuesses(caseFile, guesses).guesses).toHaveLength(5);
});
