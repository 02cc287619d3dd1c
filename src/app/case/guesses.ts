import type { Guess } from '../../inspection/proposal-words';

/** The guesses without those on a field, or on what is below it. */
export const withoutGuess = (guesses: readonly Guess[], field: string): Guess[] =>
  guesses.filter(
    (guess) => guess.field !== field && !guess.field.startsWith(`${field}.`) && !guess.field.startsWith(`${field}[`),
  );

const COURSE = /^courses\[(\d+)\]/;

/** The guesses after a course is taken away or (`by` 1) one is put in before the course at `index`. */
export function guessesMoved(guesses: readonly Guess[], index: number, by: 1 | -1): Guess[] {
  return guesses.flatMap((guess) => {
    const course = Number(COURSE.exec(guess.field)?.[1] ?? -1);
    if (course < index) return guess;
    if (by === -1 && course === index) return [];
    return { ...guess, field: guess.field.replace(COURSE, `courses[${course + by}]`) };
  });
}
