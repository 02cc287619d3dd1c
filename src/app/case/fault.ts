import { InputError } from '../../input-error';
import type { en } from '../words/en/screens/case';

export type FaultCode = keyof typeof en.fault;

/** What is wrong with a field of a case, as far as it can be seen without computing. */
export interface Fault {
  /** As in a guess: `courses[0].phases[1].fractions`. */
  readonly field: string;
  readonly code: FaultCode;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** What an InputError found and what it needs, without the place that is plain from where it is shown. */
export function particulars(error: unknown): { found: string; needed: string } {
  if (error instanceof InputError) return { found: error.found, needed: error.needed };
  return { found: error instanceof Error ? error.message : String(error), needed: '–' };
}
