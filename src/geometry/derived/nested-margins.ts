import { InputError } from '../../input-error';
import { LARGEST_MARGIN_MM } from './margin-size';
import type { DerivedExpression } from './parse-derived';

/** Margins within one another: how many, and what they come to, mm. */
export interface NestedMargins {
  readonly levels: number;
  readonly sumMm: number;
}

export const NO_MARGINS: NestedMargins = { levels: 0, sumMm: 0 };

/** Each margin makes layers of the layers of the one within it. */
const MOST_LEVELS = 5;

/**
 * The most margins that stand within one another in an expression, those of the structures that it names among them.
 * @throws InputError where they are more, or come to more, than any structure is made with; asked before any is made.
 */
export function nestedMargins(expression: DerivedExpression, within: (name: string) => NestedMargins): NestedMargins {
  switch (expression.kind) {
    case 'structure':
      return within(expression.name);
    case 'expand':
    case 'contract': {
      const inner = nestedMargins(expression.of, within);
      return bounded({ levels: inner.levels + 1, sumMm: inner.sumMm + expression.marginMm });
    }
    default: {
      const [a, b] = expression.of.map((part) => nestedMargins(part, within));
      return { levels: Math.max(a.levels, b.levels), sumMm: Math.max(a.sumMm, b.sumMm) };
    }
  }
}

function bounded(margins: NestedMargins): NestedMargins {
  const { levels, sumMm } = margins;
  if (levels > MOST_LEVELS) {
    throw new InputError({
      found: `${levels} margins within one another, those of the structures it is made from among them`,
      needed: `at most ${MOST_LEVELS}: one margin in place of several`,
    });
  }
  if (sumMm > LARGEST_MARGIN_MM) {
    throw new InputError({
      found: `margins within one another that come to ${sumMm} mm`,
      needed: `at most ${LARGEST_MARGIN_MM} mm together`,
    });
  }
  return margins;
}
