import { ENGLISH, type FindingCode, type FindingWords } from '../../findings/english';
import type { FindingOf } from '../../findings/finding';
import {
  type OpenQuestion,
  REASONS,
  type Reason,
  type ReasonCode,
  type ReasonOf,
  type ReasonWords,
} from '../../findings/reasons';
import type { Facts } from '../../findings/words';
import {
  GUESS_WORDS,
  type GuessCode,
  type GuessOf,
  type GuessWords,
  MISSING_WORDS,
  type MissingCode,
  type MissingOf,
  type MissingWords,
} from '../../inspection/proposal-words';
import { quotable } from '../../printable';

/** The words of one language for what the core says by codes and facts. */
export interface CoreWords {
  readonly findings: FindingWords;
  readonly guesses: GuessWords;
  readonly missing: MissingWords;
  readonly reasons: ReasonWords;
}

export const en: CoreWords = { findings: ENGLISH, guesses: GUESS_WORDS, missing: MISSING_WORDS, reasons: REASONS };

/** A finding's message in a language. */
export const findingText = <Code extends FindingCode>({ findings }: CoreWords, { code, facts }: FindingOf<Code>): string =>
  findings[code].message(quotable(facts));

/** A guess as a sentence in a language. */
export const guessText = <Code extends GuessCode>({ guesses }: CoreWords, { code, facts }: GuessOf<Code>): string =>
  guesses[code].message(quotable(facts));

/** What is missing, as a sentence in a language. */
export const missingText = <Code extends MissingCode>({ missing }: CoreWords, { code, facts }: MissingOf<Code>): string =>
  missing[code].message(quotable(facts));

/** A reason's sentence in a language; undefined where a result has none. */
export function reasonText(
  words: Pick<CoreWords, 'reasons' | 'findings'>,
  { reason, code, facts }: { readonly reason?: string; readonly code?: ReasonCode; readonly facts?: Facts },
): string | undefined {
  if (reason === undefined || code === undefined) return reason;
  const say = <Code extends ReasonCode>(of: ReasonOf<Code>) => words.reasons[of.code].message(quotable(of.facts));
  return say(inOwnTitles(words, { reason, code, facts } as Reason));
}

/** A reason that names findings by their titles: by those of the language. */
function inOwnTitles({ findings }: Pick<CoreWords, 'findings'>, reason: Reason): Reason {
  if (reason.code !== 'question-open' && reason.code !== 'exceeded-as-drawn') return reason;
  const titled = (each: OpenQuestion): OpenQuestion =>
    each.code !== undefined && Object.hasOwn(findings, each.code)
      ? { ...each, title: findings[each.code as FindingCode].title }
      : each;
  return { ...reason, facts: { questions: reason.facts.questions.map(titled) } } as Reason;
}
