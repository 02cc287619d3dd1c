import type { CaseFile } from './case-file';
import { GUESS_WORDS, type Guess, type GuessCode } from './guess-words';

type Written = NonNullable<CaseFile['guesses']>[number];

/** The guesses of a case file that this program can say by their facts, and the others. */
export function saidGuesses(all: readonly Written[]): { said: readonly Guess[]; others: readonly Written[] } {
  return { said: all.filter(isSaid), others: all.filter((each) => !isSaid(each)) };
}

type Said = Pick<Written, 'code' | 'message'> & { readonly facts?: object | undefined };

/** Whether the words for a guess can be made of its facts, and are those that the file has. */
export function isSaid<Any extends Said>(guess: Any): guess is Any & Guess {
  const { code, facts = {}, message } = guess;
  if (!Object.hasOwn(GUESS_WORDS, code)) return false;
  try {
    return GUESS_WORDS[code as GuessCode].message(facts as never) === message;
  } catch {
    return false;
  }
}
