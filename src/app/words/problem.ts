import { InputError, type Refusal } from '../../input-error';

/** Why something cannot be done: a refusal in its parts, a fault of the program, or a sentence of the system's in English. */
export type Problem =
  | { readonly kind: 'refusal'; readonly refusal: Refusal }
  | { readonly kind: 'fault' | 'sentence'; readonly text: string };

/** What an error says, as far as it says it in plain words. */
export const sentenceOf = (error: unknown): string => (error as Error)?.message || String(error);

export const refused = (refusal: Refusal): Problem => ({ kind: 'refusal', refusal });

export const problemOf = (error: unknown): Problem =>
  error instanceof InputError ? refused(error.refusal) : { kind: 'sentence', text: sentenceOf(error) };

/** Whether all that is missing is a registration, which is made in the window. */
export const isUnregistered = (problem: Problem): boolean =>
  problem.kind === 'refusal' && problem.refusal.kind === 'not-registered';

/** Whether what is to be put right is a field of the case, which is on the Case screen. */
export const isOfCase = (problem: Problem): boolean =>
  problem.kind === 'refusal' && /^(fractions$|courses\[)/.test(problem.refusal.where ?? '');
