import { z } from 'zod';
import { scheduleFault } from './recovery-schedule';

/*
 * A constraint table as JSON, and a goal written out in a case. Strict: a field that is not known is refused.
 */

const text = z.string().trim().min(1, 'some text');
const positive = z.number().positive();

export const quantity = z.enum(['eqd2', 'bed', 'physical']);
export const scope = z.enum(['cumulative', 'prior', 'planned']);
/** `user` marks what is neither read nor known, but a user's own. */
export const evidence = z.enum(['seen', 'seen-2', 'known', 'user']);

const requires = z.strictObject({
  intervalMonthsAtLeast: positive.optional(),
  intervalMonthsBelow: positive.optional(),
  plannedFractionsAtLeast: z.number().int().positive().optional(),
  plannedFractionsAtMost: z.number().int().positive().optional(),
  courseBedGyAtMost: positive.optional(),
  courseBedGyAbove: positive.optional(),
  lowestLevelFractionGyAtLeast: positive.optional(),
  lowestLevelFractionGyAtMost: positive.optional(),
  highestLevelFractionGyAtMost: positive.optional(),
});

const ruleShape = {
  quantity: quantity.optional(),
  scope: scope.optional(),
  mandatory: z.boolean().optional(),
  /** `organ`: the source states none, so that the organ's own is taken. */
  alphaBetaGy: z.union([positive, z.literal('organ')]).optional(),
  alphaBetaNote: text.optional(),
  /** `none`, or the name of one of the table's schedules. */
  recovery: text.optional(),
  source: text.optional(),
  evidence: evidence.optional(),
  requires: requires.optional(),
};

const goal = z.strictObject({
  organ: z.union([text, z.array(text).min(1)]),
  goal: text,
  ...ruleShape,
  note: text.optional(),
});

const step = z.strictObject({
  fromMonths: z.number().nonnegative(),
  toMonths: positive.nullable(),
  factor: z.number().min(0).max(1),
});

const schedule = z
  .array(step)
  .min(1)
  .superRefine((steps, context) => {
    const fault = scheduleFault(steps);
    if (fault) context.addIssue({ code: 'custom', message: `steps that begin at 0 and follow on each other: ${fault}` });
  });

/** A table: what the goals have in common stands in `defaults`, and a goal's own field wins over it. */
export const constraintTable = z.strictObject({
  name: text,
  title: text,
  version: text,
  description: text,
  opinionNote: text,
  recoverySchedules: z.record(text, schedule).optional(),
  defaults: z.strictObject(ruleShape).optional(),
  goals: z.array(goal).min(1),
});

/** A goal written out in a case; what is left out has the stated default (see `parseInlineGoal`). */
export const inlineGoal = z.strictObject({
  organ: text,
  goal: text,
  quantity: quantity.optional(),
  scope: scope.optional(),
  mandatory: z.boolean().optional(),
  alphaBetaGy: positive.optional(),
  recovery: z.number().min(0).max(1).optional(),
  /** With what is set for the organ beyond plain LQ (LQ-L, overall time); only a user's own goal can say so. */
  model: z.literal('organ').optional(),
  source: text.optional(),
  note: text.optional(),
});
