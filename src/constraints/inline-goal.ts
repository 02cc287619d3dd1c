import { InputError } from '../input-error';
import { type Constraint, goalOf } from './constraint';
import { inlineGoal } from './constraint-schema';
import { schemaError } from './schema-error';

/** The set that goals written out in a case are reported under. */
export const INLINE_SET = 'case';
const INLINE_TITLE = 'Goals of this case';

/**
 * Reads a goal written out in a case, e.g. `{ "organ": "SpinalCord", "goal": "D0.03cc <= 50 Gy" }`. What is left out:
 * quantity `eqd2`, scope `cumulative`, mandatory `true`, alpha/beta and recovery the organ's own, plain LQ, source `user`.
 * @param where the field it stands in, for messages: `constraints[0]`.
 * @throws InputError naming file and field.
 */
export function parseInlineGoal(json: unknown, file?: string, where = ''): Constraint {
  const prefix = where && `${where}.`;
  const result = inlineGoal.safeParse(json);
  if (!result.success) throw schemaError(json, result.error, file, { prefix });
  const {
    organ,
    goal,
    quantity = 'eqd2',
    scope = 'cumulative',
    mandatory = true,
    alphaBetaGy,
    recovery,
    model,
    source = 'user',
    note,
  } = result.data;
  if (quantity === 'physical') {
    const field = alphaBetaGy !== undefined ? 'alphaBetaGy' : recovery !== undefined ? 'recovery' : undefined;
    if (field) {
      throw new InputError({
        file,
        where: prefix + field,
        found: `${field} for a goal on physical dose`,
        needed: `no ${field}: physical dose has none`,
      });
    }
  }
  return {
    set: INLINE_SET,
    setTitle: INLINE_TITLE,
    organ,
    goal: goalOf(goal, quantity, scope, file, prefix),
    quantity,
    scope,
    mandatory,
    alphaBetaGy: quantity === 'physical' ? undefined : (alphaBetaGy ?? 'organ'),
    recovery: quantity === 'physical' ? 'none' : (recovery ?? 'organ'),
    model,
    source,
    evidence: 'user',
    note,
  };
}
