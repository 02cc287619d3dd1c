import type { CaseFile } from '../case/case-file';
import type { Guess } from '../case/guess-words';
import { type Guessed, heldGuesses } from '../case/held-guesses';
import { saidGuesses } from '../case/said-guesses';
import { VERSION } from '../version';

/*
 * A case that is saved tells what in it was guessed and nobody has confirmed: read again it would otherwise pass for what
 * a person entered.
 */

/** A case as it is saved: with its open guesses as far as they hold, and with who wrote it, for older programs do not know the field. */
export function withGuesses<Case extends Pick<CaseFile, 'guesses' | 'writtenBy'> & Guessed>(
  caseFile: Case,
  guesses: readonly Guess[],
): Case {
  const held = heldGuesses(caseFile, guesses);
  if (held.length === 0) return caseFile;
  const kept = held.map(({ field, code, message, facts }) => ({ field, code, message, facts }));
  return { ...caseFile, guesses: [...(caseFile.guesses ?? []), ...kept], writtenBy: `isoeffect ${VERSION}` };
}

/** A case that was read, and those of its guesses that hold apart; one that this program cannot say stays in the case. */
export function guessesApart(read: CaseFile): { caseFile: CaseFile; guesses: readonly Guess[] } {
  const { guesses: all = [], ...caseFile } = read;
  const { said, others } = saidGuesses(all);
  return { caseFile: others.length > 0 ? { ...caseFile, guesses: [...others] } : caseFile, guesses: heldGuesses(caseFile, said) };
}
