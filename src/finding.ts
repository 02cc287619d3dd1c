import { ENGLISH, type FindingCode, type FindingFacts } from './findings/english';

export type Severity = 'error' | 'warning' | 'info';

/** Where a finding was seen. */
export interface FindingPlace {
  /** The file it was seen in, where there is one. */
  readonly file?: string;
  /** The ROI it concerns, where there is one. */
  readonly roi?: string;
}

/** A finding of one code. */
export interface FindingOf<Code extends FindingCode> extends FindingPlace {
  readonly code: Code;
  readonly severity: Severity;
  /** In English, made of the facts: what was seen, what was assumed, and what that does to the result. */
  readonly message: string;
  /** What the message is made of, for programs and for other languages. */
  readonly facts: FindingFacts[Code];
}

/**
 * Something odd in the input that can be lived with, or that stops one part of the work. A finding always reaches the
 * screen and the report, in a clinician's or physicist's words. Its code tells which facts it has: see `src/findings`.
 */
export type Finding = { readonly [Code in FindingCode]: FindingOf<Code> }[FindingCode];

/** A finding with the English message of its code. */
export function makeFinding<Code extends FindingCode>(
  code: Code,
  severity: Severity,
  facts: FindingFacts[Code],
  place: FindingPlace = {},
): FindingOf<Code> {
  return { code, severity, message: ENGLISH[code].message(facts), ...place, facts };
}
