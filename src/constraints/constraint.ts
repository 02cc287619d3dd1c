import type { z } from 'zod';
import { InputError } from '../input-error';
import type { evidence, quantity } from './constraint-schema';
import { type Goal, parseGoal } from './goal';
import type { Scope } from './goal-expression';
import type { RecoverySchedule } from './recovery-schedule';
import type { Requirements } from './requirements';

export type Quantity = z.infer<typeof quantity>;
export type Evidence = z.infer<typeof evidence>;

/**
 * What is forgiven of the prior courses before a goal is tested: nothing; what the organ's own setting says; a stated
 * share (0 to 1); or the source's schedule, by the interval of each prior course.
 */
export type Recovery = 'none' | 'organ' | number | RecoverySchedule;

/** One goal for one organ with the rules of its source. */
export interface Constraint {
  /** Name of the set it belongs to. */
  readonly set: string;
  /** The set's title, for a reader. */
  readonly setTitle: string;
  /** Canonical organ id (see `organ-names.ts`); in a goal of the user's it may be an ROI's or derived name. */
  readonly organ: string;
  /** The organs that the source names for this limit, of which `organ` is one; undefined where it is the only one. */
  readonly among?: readonly string[] | undefined;
  readonly goal: Goal;
  readonly quantity: Quantity;
  /** The dose that metrics without a scope of their own are of. */
  readonly scope: Scope;
  readonly mandatory: boolean;
  /** `organ`: the organ's own, for the source states none; undefined for physical dose, which needs none. */
  readonly alphaBetaGy: number | 'organ' | undefined;
  readonly alphaBetaNote?: string | undefined;
  readonly recovery: Recovery;
  /**
   * `organ`: with what the user has set for the organ beyond the linear-quadratic model. Left out: plain LQ, as sources
   * have it. Incomplete repair belongs to how the dose was given and stays in both.
   */
  readonly model?: 'organ' | undefined;
  readonly source: string;
  readonly evidence: Evidence;
  /** Of the case itself or of a table of its own, and of no set that comes with the program. */
  readonly own?: true | undefined;
  readonly requires?: Requirements | undefined;
  readonly note?: string | undefined;
}

/**
 * Checks what no single field shows: the goal's text, and that physical dose is not summed over courses, since the
 * physical dose of different fractionations has no common meaning.
 * @throws InputError naming file and field.
 */
export function goalOf(text: string, quantity: Quantity, scope: Scope, file: string | undefined, where: string): Goal {
  let goal: Goal;
  try {
    goal = parseGoal(text);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError({ file, where: [`${where}goal`, error.where].join(': '), found: error.found, needed: error.needed });
  }
  if (quantity === 'physical' && goal.metrics.some((named) => (named.scope ?? scope) === 'cumulative')) {
    throw new InputError({
      file,
      where: `${where}quantity`,
      found: `physical dose of all courses together in "${text}"`,
      needed: 'eqd2 or bed for a cumulative goal, or the scope planned or prior',
    });
  }
  return goal;
}
