import { type DerivedExpression, parseDerived } from './parse-derived';

/** The names of an expression whose solids may lie in what it makes: not those that are only cut out. */
export function keptNames(expression: string): string[] {
  return [...new Set(keptOf(parseDerived(expression)))];
}

function keptOf(part: DerivedExpression): string[] {
  if (part.kind === 'structure') return [part.name];
  if ('marginMm' in part) return keptOf(part.of);
  return part.kind === 'difference' ? keptOf(part.of[0]) : part.of.flatMap(keptOf);
}
