import { InputError } from '../../input-error';
import type { SlabStack } from '../slab-stack';
import { contract } from './contract';
import { expand } from './expand';
import { MarginWork } from './margin-work';
import type { DerivedExpression } from './parse-derived';
import { intersect, subtractStack, unite } from './stack-booleans';

/**
 * Makes a derived structure.
 * @param lookUp the solid of a structure; one without volume is a stack without slabs; undefined where there is none.
 * @param text the expression as written, for messages.
 * @param work what its margins may take, and then have taken.
 * @throws InputError where a name is not there, planes are not parallel or a margin is impossible.
 */
export function evaluateDerived(
  expression: DerivedExpression,
  lookUp: (name: string) => SlabStack | undefined,
  text: string,
  work = new MarginWork(),
): SlabStack {
  const evaluate = (part: DerivedExpression): SlabStack => {
    switch (part.kind) {
      case 'structure': {
        const stack = lookUp(part.name);
        if (stack) return stack;
        throw new InputError({
          where: `derived structure "${text}"`,
          found: `the name "${part.name}"`,
          needed: 'the name of an ROI of the structure set or of another derived structure',
        });
      }
      case 'expand':
        return expand(evaluate(part.of), part.marginMm, work);
      case 'contract':
        return contract(evaluate(part.of), part.marginMm, work);
      default:
        return combine(part.kind, evaluate(part.of[0]), evaluate(part.of[1]));
    }
  };
  return evaluate(expression);
}

const NOTHING: SlabStack = { basis: { u: [1, 0, 0], v: [0, 1, 0], w: [0, 0, 1] }, slabs: [] };

const isEmpty = (stack: SlabStack): boolean => stack.slabs.length === 0;

/** A stack without slabs has no planes of its own, so it is answered before planes are compared. */
function combine(kind: 'union' | 'difference' | 'intersection', a: SlabStack, b: SlabStack): SlabStack {
  if (isEmpty(a)) return kind === 'union' ? b : NOTHING;
  if (isEmpty(b)) return kind === 'intersection' ? NOTHING : a;
  if (kind === 'union') return unite(a, b);
  return kind === 'difference' ? subtractStack(a, b) : intersect(a, b);
}
