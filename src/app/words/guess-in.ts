import type { GuessMade } from '../../findings/assessment-facts';
import { GUESS_WORDS, type GuessCode, type GuessWords } from '../../inspection/proposal-words';

/**
 * A guess in a language, without its full stop, as far as its facts are known and make the sentence that the case has; otherwise that sentence.
 * @param message in English, as the case has it.
 */
export function guessIn(words: GuessWords, message: string, made: GuessMade | undefined): string {
  if (!made || !Object.hasOwn(GUESS_WORDS, made.code)) return message;
  const { code, facts } = made as { code: GuessCode; facts: never };
  try {
    return GUESS_WORDS[code].message(facts) === message ? words[code].message(facts).replace(/。$/, '') : message;
  } catch {
    return message;
  }
}
