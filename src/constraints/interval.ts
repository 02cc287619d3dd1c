/** What is known of a number: it lies from `low` to `high`, both included. `high` may be Infinity, `low` -Infinity. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** A product in which 0 wins over an unbounded factor: 0 of an unknown amount is 0. */
const times = (a: number, b: number): number => (a === 0 || b === 0 ? 0 : a * b);

export const exactly = (value: number): Interval => ({ low: value, high: value });
export const add = (a: Interval, b: Interval): Interval => ({ low: a.low + b.low, high: a.high + b.high });
export const negate = (a: Interval): Interval => ({ low: -a.high, high: -a.low });

export function multiply(a: Interval, b: Interval): Interval {
  const corners = [times(a.low, b.low), times(a.low, b.high), times(a.high, b.low), times(a.high, b.high)];
  return { low: Math.min(...corners), high: Math.max(...corners) };
}

/**
 * The quotient. Where the divisor may be 0 on one side, the quotient is unbounded on that side; where it may be
 * anything on both sides of 0, so may the quotient. Undefined where the divisor is known to be 0.
 */
export function divide(a: Interval, b: Interval): Interval | undefined {
  if (b.low === 0 && b.high === 0) return undefined;
  if (b.low < 0 && b.high > 0) return { low: -Infinity, high: Infinity };
  const reciprocal: Interval = { low: b.high === 0 ? -Infinity : 1 / b.high, high: b.low === 0 ? Infinity : 1 / b.low };
  return multiply(a, reciprocal);
}
