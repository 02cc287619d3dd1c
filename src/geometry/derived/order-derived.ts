import { InputError } from '../../input-error';
import { type NestedMargins, NO_MARGINS, nestedMargins } from './nested-margins';
import { type DerivedExpression, namesIn, parseDerived } from './parse-derived';

/** A derived structure as the case file or the program writes it. */
export interface NamedExpression {
  readonly name: string;
  readonly expression: string;
}

const MOST_SHOWN = 200;

/** No case derives so many, and each is a solid that is held. */
const MOST_STRUCTURES = 200;

/**
 * What is made of an expression, with a refusal that names the field of the case, `derived.NAME`, and the expression
 * beside what was found in it.
 */
export function refusedAsField<T>({ name, expression }: NamedExpression, make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof InputError) || error.file !== undefined) throw error;
    const { found, needed } = error;
    const shown = expression.length > MOST_SHOWN ? `${expression.slice(0, MOST_SHOWN)}…` : expression;
    const isSaid = expression.trim() === '' || found === `"${expression}"`;
    throw new InputError({ where: `derived.${name}`, found: isSaid ? found : `${found} in "${shown}"`, needed });
  }
}

/**
 * Derived structures in an order in which each can be made: after those it is made from, otherwise as given.
 * @param given how many of them the case has; the program adds a few of its own.
 * @throws InputError where an expression cannot be read, where structures are made from one another in a circle, and
 *   where they or the margins within one another are more than any case has.
 */
export function orderDerived(
  expressions: Readonly<Record<string, string>>,
  given = Object.keys(expressions).length,
): NamedExpression[] {
  if (given > MOST_STRUCTURES) {
    throw new InputError({ where: 'derived', found: `${given} structures`, needed: `at most ${MOST_STRUCTURES}` });
  }
  const ordered: NamedExpression[] = [];
  const margins = new Map<string, NestedMargins>();
  const done = new Set<string>();
  const read = (name: string): DerivedExpression => {
    const named = { name, expression: expressions[name] };
    return refusedAsField(named, () => parseDerived(named.expression));
  };
  const visit = (name: string, path: readonly string[]): void => {
    if (done.has(name)) return;
    if (path.includes(name)) {
      throw new InputError({
        where: `derived.${name}`,
        found: `a structure made from itself (${[...path.slice(path.indexOf(name)), name].join(' from ')})`,
        needed: 'structures made from ROIs or from derived structures that do not need them',
      });
    }
    const expression = read(name);
    for (const needed of namesIn(expression)) {
      if (Object.hasOwn(expressions, needed)) visit(needed, [...path, name]);
    }
    done.add(name);
    const within = (needed: string) => margins.get(needed) ?? NO_MARGINS;
    margins.set(
      name,
      refusedAsField({ name, expression: expressions[name] }, () => nestedMargins(expression, within)),
    );
    ordered.push({ name, expression: expressions[name] });
  };
  for (const name of Object.keys(expressions)) visit(name, []);
  return ordered;
}
