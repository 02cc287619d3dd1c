import type { CaseFile } from '../case/case-file';
import { VERSION } from '../version';
import { GUESS_WORDS, type Guess, type GuessCode } from './proposal-words';

/*
 * A case that is saved tells what in it was guessed and nobody has confirmed: read again it would otherwise pass for what
 * a person entered.
 */

/** A case as it is saved: with its open guesses, and with who wrote it, for older programs do not know the field. */
export function withGuesses<Case extends Pick<CaseFile, 'guesses' | 'writtenBy'>>(
  caseFile: Case,
  guesses: readonly Guess[],
): Case {
  if (guesses.length === 0) return caseFile;
  const kept = guesses.map(({ field, code, message, facts }) => ({ field, code, message, facts }));
  return { ...caseFile, guesses: [...(caseFile.guesses ?? []), ...kept], writtenBy: `isoeffect ${VERSION}` };
}

/** A case that was read, and its guesses apart; one that this program cannot say stays in the case. */
export function guessesApart(read: CaseFile): { caseFile: CaseFile; guesses: readonly Guess[] } {
  const { guesses: all = [], ...caseFile } = read;
  const guesses = all.filter(isGuess) as unknown as Guess[];
  const left = all.filter((each) => !isGuess(each));
  return { caseFile: left.length > 0 ? { ...caseFile, guesses: left } : caseFile, guesses };
}

/** Whether the words for a guess can be made of its facts, and are those that the file has. */
function isGuess({ code, facts = {}, message }: NonNullable<CaseFile['guesses']>[number]): boolean {
  if (!Object.hasOwn(GUESS_WORDS, code)) return false;
  try {
    return GUESS_WORDS[code as GuessCode].message(facts as never) === message;
  } catch {
    return false;
  }
}
