import { quotable } from '../printable';
import { ENGLISH, type FindingCode, type FindingFacts } from './english';

export type Severity = 'error' | 'warning' | 'info';

/** Where a finding was seen. */
export interface FindingPlace {
  /** The file it was seen in, where there is one. */
  readonly file?: string;
  /** The ROI it concerns, where there is one. */
  readonly roi?: string;
  /** The course it concerns, by its name, where no file says it. */
  readonly course?: string;
  /** It asks something: until a person answers it, no goal that it touches is evaluable. */
  readonly answerable?: true;
}

/** A person's answer to a finding that asks something. */
export interface Answer {
  readonly by: string;
  readonly on: string;
  readonly why: string;
}

/** A finding of one code. */
export interface FindingOf<Code extends FindingCode> extends FindingPlace {
  readonly code: Code;
  readonly severity: Severity;
  /** In English, made of the facts: what was seen, what was assumed, and what that does to the result. */
  readonly message: string;
  /** What the message is made of, for programs and for other languages. */
  readonly facts: FindingFacts[Code];
  /** SHA-256 of the file of a finding that asks something: what an answer has to name. */
  readonly sha256?: string;
  /** Who answered it; its severity is then that of a warning. */
  readonly answered?: Answer;
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
  return { code, severity, message: ENGLISH[code].message(quotable(facts)), ...place, facts };
}
