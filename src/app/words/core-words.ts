import {
  GUESS_WORDS,
  type GuessCode,
  type GuessOf,
  type GuessWords,
  MISSING_WORDS,
  type MissingCode,
  type MissingOf,
  type MissingWords,
} from '../../assessment/proposal-words';
import type { FindingOf } from '../../finding';
import { ENGLISH, type FindingCode, type FindingWords } from '../../findings/english';

/** The words of one language for what the core says by codes and facts. */
export interface CoreWords {
  readonly findings: FindingWords;
  readonly guesses: GuessWords;
  readonly missing: MissingWords;
}

export const en: CoreWords = { findings: ENGLISH, guesses: GUESS_WORDS, missing: MISSING_WORDS };

/** A finding's message in a language. */
export const findingText = <Code extends FindingCode>({ findings }: CoreWords, { code, facts }: FindingOf<Code>): string =>
  findings[code].message(facts);

/** A guess as a sentence in a language. */
export const guessText = <Code extends GuessCode>({ guesses }: CoreWords, { code, facts }: GuessOf<Code>): string =>
  guesses[code].message(facts);

/** What is missing, as a sentence in a language. */
export const missingText = <Code extends MissingCode>({ missing }: CoreWords, { code, facts }: MissingOf<Code>): string =>
  missing[code].message(facts);
