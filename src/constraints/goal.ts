import { formatMetric, type Metric } from '../dvh/metric';
import { InputError } from '../input-error';
import { type Expression, parseExpression, type Scope, type ScopedMetric, type Unit } from './goal-expression';

export type Comparator = '<' | '<=' | '>' | '>=';

/** A goal as written, parsed once and evaluated often (see `evaluateGoal`). */
export interface Goal {
  /** The goal with its spaces evened out: `D0.03cc <= 50 Gy`. */
  readonly text: string;
  readonly expression: Expression;
  readonly comparator: Comparator;
  readonly limit: number;
  /** Unit of both sides; `''` for a ratio. */
  readonly unit: Unit;
  /** Each metric that the goal asks for, once. */
  readonly metrics: readonly ScopedMetric[];
}

/** A goal as its readers need it, so that nobody parses its text again. */
export interface GoalParts {
  readonly comparator: Comparator;
  /** What stands before the comparison, as written: `V20Gy + 0.5 * V5Gy`. */
  readonly figure: string;
  /** The metric, where the figure is one alone, and the scope if it names one. */
  readonly metric?: Metric;
  readonly metricScope?: Scope;
}

export function goalParts({ text, comparator, metrics }: Goal): GoalParts {
  const figure = text.slice(0, text.indexOf(comparator)).trim();
  const [{ metric, scope }] = metrics;
  const isAlone = metrics.length === 1 && figure === `${scope ? `${scope}:` : ''}${formatMetric(metric)}`;
  return { comparator, figure, ...(isAlone && { metric, ...(scope && { metricScope: scope }) }) };
}

const GRAMMAR =
  'a goal such as "D0.03cc <= 50 Gy", "V20Gy + 0.5 * V5Gy <= 60 %", "CV16Gy[cc] >= 1000 cc" or "planned:Dmax / Dmax <= 0.5": ' +
  'metrics and numbers with + - * / and parentheses, one of < <= > >=, then a number with its unit (Gy, %, cc, none for a ratio)';
const LIMIT = /^(\d+(?:\.\d+)?)\s*(Gy|%|cc)?$/;
const LONGEST = 300;

/**
 * Reads a goal: an expression of metrics, a comparator (`<`, `<=`, `>`, `>=`, also `≤` and `≥`), a limit with its unit.
 * @throws InputError naming what was found: unknown words, anything but arithmetic, unlike units, a limit in another unit.
 */
export function parseGoal(text: string): Goal {
  const written = text.replaceAll('≤', '<=').replaceAll('≥', '>=').replace(/\s+/g, ' ').trim();
  const refused = (found: string, needed: string) => new InputError({ where: `goal "${text}"`, found, needed });
  if (written.length > LONGEST)
    throw new InputError({ where: 'goal', found: `${text.length} characters`, needed: `at most ${LONGEST}` });
  const sides = written.split(/(<=|>=|<|>)/);
  if (sides.length !== 3) throw refused(sides.length === 1 ? 'no comparison' : 'more than one comparison', GRAMMAR);
  const [left, comparator, right] = sides.map((side) => side.trim());
  const limit = LIMIT.exec(right);
  if (!limit)
    throw refused(`the limit "${right}"`, 'a number with its unit, such as 50 Gy, 30 % or 1000 cc, after the comparison');
  if (left === '') throw refused('nothing before the comparison', GRAMMAR);
  const expression = parseExpression(left, text);
  if (expression.metrics.length === 0) throw refused('no metric', GRAMMAR);
  const unit = (limit[2] ?? '') as Unit;
  if (unit !== expression.unit) {
    throw refused(`a limit in ${unit || 'no unit'}`, `a limit in ${expression.unit || 'no unit'}, as what stands before it`);
  }
  const canonical = `${left} ${comparator} ${limit[1]}${unit && ` ${unit}`}`;
  return {
    text: canonical,
    expression,
    comparator: comparator as Comparator,
    limit: Number(limit[1]),
    unit,
    metrics: expression.metrics,
  };
}
