import { type ConstantNode, type MathNode, type OperatorNode, type ParenthesisNode, parse, type SymbolNode } from 'mathjs/number';
import { formatMetric, type Metric, parseMetric } from '../dvh/metric';
import { InputError } from '../input-error';
import { add, divide, exactly, type Interval, multiply, negate } from './interval';

/** Which dose distribution a figure is of. */
export type Scope = 'prior' | 'planned' | 'cumulative';
export const SCOPES: readonly Scope[] = ['prior', 'planned', 'cumulative'];
/** Unit of a figure; `''` for a pure number. */
export type Unit = 'Gy' | '%' | 'cc' | '';

/** A metric as a goal names it; without a scope it is of the goal's own. */
export interface ScopedMetric {
  readonly metric: Metric;
  readonly scope?: Scope | undefined;
}

/** What is known of a metric; `isUnknown` where that is nothing of some dose that it is of, and its bounds are trivial. */
export type KnownMetric = Interval & { readonly isUnknown?: true };

/** What is known of a metric; undefined where it cannot be had at all (more volume than the organ has). */
export type MetricLookup = (metric: Metric, scope: Scope | undefined) => KnownMetric | undefined;

/** The side of a goal before the comparator, ready to be evaluated. */
export interface Expression {
  readonly unit: Unit;
  readonly metrics: readonly ScopedMetric[];
  /** The interval that holds the value, from one interval per entry of `metrics`; undefined on division by exactly 0. */
  readonly evaluate: (values: readonly Interval[]) => Interval | undefined;
}

type Evaluate = Expression['evaluate'];
interface Part {
  readonly unit: Unit;
  readonly evaluate: Evaluate;
  /** The value, where no metric is in it. */
  readonly constant?: number | undefined;
}

const WORD = /(?<![\w.])(?:([A-Za-z]\w*):)?([A-Za-z][A-Za-z0-9.]*(?:%|\[[^\]]*\])?)/g;
const ARITHMETIC = /^[\d.+\-*/() m]*$/;
const NEEDED = 'metrics and numbers joined by + - * / and parentheses';

/**
 * Reads an arithmetic expression of metrics. Metric words are replaced by symbols before mathjs reads the text; its tree
 * is then rebuilt from a short list of node types, so that no function, name or unit of mathjs can be reached.
 * Values are intervals and each mention of a metric counts as independent, so the result may be wider than need be but
 * never too narrow.
 * @param goalText the goal it stands in, for messages.
 * @throws InputError for anything else than arithmetic of metrics, for unlike units added, for units multiplied.
 */
export function parseExpression(text: string, goalText: string = text): Expression {
  const refuse = (found: string, needed = NEEDED): never => {
    throw new InputError({ where: `goal "${goalText}"`, found, needed });
  };
  const metrics: ScopedMetric[] = [];
  const names = new Map<string, number>();
  const symbols = text.replace(WORD, (_, prefix: string | undefined, word: string) => {
    if (prefix !== undefined && !SCOPES.includes(prefix as Scope)) refuse(`"${prefix}:"`, 'prior:, planned: or cumulative:');
    const scope = prefix as Scope | undefined;
    const metric = metricOf(word, refuse);
    const name = `${scope ?? ''}:${formatMetric(metric)}`;
    if (!names.has(name)) names.set(name, metrics.push({ metric, scope }) - 1);
    return `m${names.get(name)}`;
  });
  if (!ARITHMETIC.test(symbols)) refuse(`"${text}"`);

  const build = (node: MathNode): Part => {
    switch (node.type) {
      case 'ParenthesisNode':
        return build((node as ParenthesisNode).content);
      case 'ConstantNode': {
        const { value } = node as ConstantNode;
        if (typeof value !== 'number' || !Number.isFinite(value)) return refuse(`"${value}"`);
        return constant(value);
      }
      case 'SymbolNode': {
        const n = Number(/^m(\d+)$/.exec((node as SymbolNode).name)?.[1] ?? Number.NaN);
        if (!(n < metrics.length)) return refuse(`"${(node as SymbolNode).name}"`);
        return { unit: metrics[n].metric.unit, evaluate: (values) => values[n] };
      }
      case 'OperatorNode': {
        const { fn, args, implicit } = node as OperatorNode & { fn: string };
        if (implicit) return refuse('two factors with nothing between them', `${NEEDED}: write * between factors`);
        const parts = args.map(build);
        return operate(fn, parts, refuse);
      }
      default:
        return refuse(`"${text}"`);
    }
  };

  let tree: MathNode;
  try {
    tree = parse(symbols);
  } catch {
    return refuse(`"${text}"`, `${NEEDED}, complete`);
  }
  const { unit, evaluate } = build(tree);
  return { unit, metrics, evaluate };
}

type Refuse = (found: string, needed?: string) => never;

function metricOf(word: string, refuse: Refuse): Metric {
  try {
    return parseMetric(word);
  } catch (error) {
    if (error instanceof InputError) return refuse(error.found, error.needed);
    throw error;
  }
}

function constant(value: number): Part {
  const known = exactly(value);
  return { unit: '', constant: value, evaluate: () => known };
}

const spoken = (unit: Unit): string => unit || 'a plain number';

/** One operation on checked parts: like units are added, a figure is scaled by a number, like units make a ratio. */
function operate(fn: string, parts: readonly Part[], refuse: Refuse): Part {
  const [a, b] = parts;
  if (fn === 'unaryMinus') return folded([a], { unit: a.unit, evaluate: unary(a.evaluate, negate) });
  if (fn === 'add' || fn === 'subtract') {
    if (a.unit !== b.unit)
      refuse(`${spoken(a.unit)} and ${spoken(b.unit)} ${fn === 'add' ? 'added' : 'subtracted'}`, 'like units');
    const combine = fn === 'add' ? add : (x: Interval, y: Interval) => add(x, negate(y));
    return folded(parts, { unit: a.unit, evaluate: binary(a.evaluate, b.evaluate, combine) });
  }
  if (fn === 'multiply') {
    if (a.unit && b.unit) refuse(`${a.unit} multiplied by ${b.unit}`, 'at most one factor with a unit');
    return folded(parts, { unit: a.unit || b.unit, evaluate: binary(a.evaluate, b.evaluate, multiply) });
  }
  if (fn === 'divide') {
    if (b.constant === 0) refuse('a division by 0', 'a divisor other than 0');
    if (b.unit && a.unit !== b.unit)
      refuse(`${spoken(a.unit)} divided by ${b.unit}`, 'a divisor in the same unit, or a plain number');
    return folded(parts, { unit: b.unit ? '' : a.unit, evaluate: binary(a.evaluate, b.evaluate, divide) });
  }
  return refuse('an operation other than + - * /');
}

/** Keeps a part without metrics as the number it is. */
function folded(parts: readonly Part[], result: Part): Part {
  if (parts.some((part) => part.constant === undefined)) return result;
  return constant(result.evaluate([])!.low);
}

function unary(a: Evaluate, operation: (x: Interval) => Interval): Evaluate {
  return (values) => {
    const x = a(values);
    return x && operation(x);
  };
}

function binary(a: Evaluate, b: Evaluate, operation: (x: Interval, y: Interval) => Interval | undefined): Evaluate {
  return (values) => {
    const x = a(values);
    const y = b(values);
    return x && y && operation(x, y);
  };
}
