import { describe, expect, it } from 'vitest';
import { evaluateGoal } from '../../src/constraints/evaluate-goal';
import { parseGoal } from '../../src/constraints/goal';
import type { MetricLookup } from '../../src/constraints/goal-expression';
import { formatMetric } from '../../src/dvh/metric';

type Values = Record<string, number | [number, number]>;

/** Looks metrics up by `scope:name`; a single number is known exactly. */
function from(values: Values): MetricLookup {
  return (metric, scope) => {
    const value = values[(scope ? `${scope}:` : '') + formatMetric(metric)];
    if (value === undefined) return undefined;
    return Array.isArray(value) ? { low: value[0], high: value[1] } : { low: value, high: value };
  };
}
const verdict = (goal: string, values: Values) => evaluateGoal(parseGoal(goal), from(values)).verdict;

describe('evaluateGoal', () => {
  it.each([
    ['Dmax < 50 Gy', 49.999, 'met'],
    ['Dmax < 50 Gy', 50, 'exceeded'],
    ['Dmax <= 50 Gy', 50, 'met'],
    // 50 (1 + 1e-6) = 50.00005: rounding of single precision is allowed for, no more.
    ['Dmax <= 50 Gy', 50.00004, 'met'],
    ['Dmax <= 50 Gy', 50.00006, 'exceeded'],
    ['Dmax > 50 Gy', 50, 'exceeded'],
    ['Dmax > 50 Gy', 50.001, 'met'],
    ['Dmax >= 50 Gy', 49.99996, 'met'],
    ['Dmax >= 50 Gy', 49.99994, 'exceeded'],
    ['Dmax <= 0 Gy', 0, 'met'],
    ['Dmax <= 0 Gy', 1e-9, 'exceeded'],
  ] as const)('%s at %f Gy: %s', (goal, value, expected) => {
    expect(verdict(goal, { Dmax: value })).toBe(expected);
  });

  it.each([
    ['Dmax <= 50 Gy', [40, 50], 'met'],
    ['Dmax <= 50 Gy', [40, Infinity], 'not evaluable'],
    ['Dmax <= 50 Gy', [51, Infinity], 'exceeded'],
    ['Dmax < 50 Gy', [40, 50], 'not evaluable'],
    ['Dmax < 50 Gy', [50, 60], 'exceeded'],
    ['Dmax >= 50 Gy', [50, Infinity], 'met'],
    ['Dmax >= 50 Gy', [49, Infinity], 'not evaluable'],
    ['Dmax >= 50 Gy', [0, 49], 'exceeded'],
    ['Dmax > 50 Gy', [50, Infinity], 'not evaluable'],
    ['Dmax > 50 Gy', [0, 50], 'exceeded'],
  ] as const)('%s known to lie in %j: %s', (goal, [low, high], expected) => {
    expect(verdict(goal, { Dmax: [low, high] })).toBe(expected);
  });

  it('computes by hand: 32 + 0.5 · 50 = 57 %', () => {
    const outcome = evaluateGoal(parseGoal('V20Gy + 0.5 * V5Gy <= 60 %'), from({ V20Gy: 32, V5Gy: 50 }));
    expect(outcome).toEqual({ verdict: 'met', low: 57, high: 57 });
  });

  it('keeps precedence, parentheses and signs', () => {
    expect(evaluateGoal(parseGoal('-(Dmin - 2 * Dmax) / 4 - Dmean <= 9 Gy'), from({ Dmin: 2, Dmax: 11, Dmean: 1 })).low).toBe(4);
    expect(evaluateGoal(parseGoal('Dmax - Dmin - Dmean <= 9 Gy'), from({ Dmin: 2, Dmax: 11, Dmean: 1 })).low).toBe(8);
    expect(evaluateGoal(parseGoal('8 / 2 / 2 * Dmax <= 9 Gy'), from({ Dmax: 3 })).low).toBe(6);
  });

  it('subtracts and scales intervals: [10, 20] - 2 · [1, 3] lies in [4, 18]', () => {
    const { low, high } = evaluateGoal(parseGoal('Dmax - 2 * Dmean <= 9 Gy'), from({ Dmax: [10, 20], Dmean: [1, 3] }));
    expect([low, high]).toEqual([4, 18]);
  });

  it('tests a ratio of scopes', () => {
    const ratio = 'planned:Dmax / cumulative:Dmax <= 0.5';
    expect(verdict(ratio, { 'planned:Dmax': 20, 'cumulative:Dmax': 40 })).toBe('met');
    expect(verdict(ratio, { 'planned:Dmax': 21, 'cumulative:Dmax': 40 })).toBe('exceeded');
    expect(verdict(ratio, { 'planned:Dmax': [10, 21], 'cumulative:Dmax': [40, Infinity] })).toBe('not evaluable');
    expect(evaluateGoal(parseGoal(ratio), from({ 'planned:Dmax': 0, 'cumulative:Dmax': 0 }))).toEqual({
      verdict: 'not evaluable',
      low: undefined,
      high: undefined,
      why: { code: 'divides-by-zero', facts: {}, reason: 'It divides by a value that is 0.' },
    });
  });

  it('says why it cannot say', () => {
    expect(evaluateGoal(parseGoal('CV16Gy[cc] >= 1000 cc'), from({})).why?.reason).toBe(
      'CV16Gy[cc] cannot be had: there is no such dose, or the organ has less volume than it asks for.',
    );
    expect(evaluateGoal(parseGoal('prior:Dmax < 5 Gy'), from({ 'prior:Dmax': [4, 6] })).why?.reason).toBe(
      'The value is only known to lie between 4.0 Gy and 6.0 Gy, and the limit of 5 Gy falls within.',
    );
    expect(evaluateGoal(parseGoal('Dmax < 5 Gy'), from({ Dmax: [4, Infinity] })).why?.reason).toBe(
      'The value is only known to lie at or above 4.0 Gy, and the limit of 5 Gy falls within.',
    );
    expect(verdict('Dmax < 5 Gy', { Dmax: Number.NaN })).toBe('not evaluable');
  });

  it('asks for each metric once', () => {
    let asked = 0;
    evaluateGoal(parseGoal('Dmax + Dmax + D0.10cc - D0.1cc < 5 Gy'), () => {
      asked++;
      return { low: 1, high: 1 };
    });
    expect(asked).toBe(2);
  });
});
