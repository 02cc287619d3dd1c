import { InputError } from '../../input-error';
import { namesIn, parseDerived } from './parse-derived';

/** A derived structure as the case file or the program writes it. */
export interface NamedExpression {
  readonly name: string;
  readonly expression: string;
}

/**
 * Derived structures in an order in which each can be made: after those it is made from, otherwise as given.
 * @throws InputError where an expression cannot be read, or where structures are made from one another in a circle.
 */
export function orderDerived(expressions: Readonly<Record<string, string>>): NamedExpression[] {
  const ordered: NamedExpression[] = [];
  const done = new Set<string>();
  const visit = (name: string, path: readonly string[]): void => {
    if (done.has(name)) return;
    if (path.includes(name)) {
      throw new InputError({
        where: `derived.${name}`,
        found: `a structure made from itself (${[...path.slice(path.indexOf(name)), name].join(' from ')})`,
        needed: 'structures made from ROIs or from derived structures that do not need them',
      });
    }
    for (const needed of namesIn(parseDerived(expressions[name]))) {
      if (Object.hasOwn(expressions, needed)) visit(needed, [...path, name]);
    }
    done.add(name);
    ordered.push({ name, expression: expressions[name] });
  };
  for (const name of Object.keys(expressions)) visit(name, []);
  return ordered;
}
