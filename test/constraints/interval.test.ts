import { describe, expect, it } from 'vitest';
import { add, divide, exactly, multiply, negate } from '../../src/constraints/interval';

const i = (low: number, high: number) => ({ low, high });

describe('interval arithmetic', () => {
  it('adds, negates and multiplies ends', () => {
    expect(exactly(3)).toEqual(i(3, 3));
    expect(add(i(1, 2), i(10, Infinity))).toEqual(i(11, Infinity));
    expect(negate(i(1, Infinity))).toEqual(i(-Infinity, -1));
    expect(multiply(i(-2, 3), i(4, 5))).toEqual(i(-10, 15));
    expect(multiply(i(-2, 3), i(-7, 5))).toEqual(i(-21, 15));
  });

  it('takes 0 of an unknown amount as 0', () => {
    expect(multiply(exactly(0), i(1, Infinity))).toEqual(i(0, 0));
  });

  it('divides, unbounded where the divisor may be 0', () => {
    expect(divide(i(10, 20), i(2, 5))).toEqual(i(2, 10));
    expect(divide(i(10, 20), i(-5, -2))).toEqual(i(-10, -2));
    expect(divide(i(10, 20), i(0, 5))).toEqual(i(2, Infinity));
    expect(divide(i(10, 20), i(-5, 0))).toEqual(i(-Infinity, -2));
    expect(divide(i(10, 20), i(-1, 1))).toEqual(i(-Infinity, Infinity));
    expect(divide(i(10, Infinity), i(20, Infinity))).toEqual(i(0, Infinity));
    expect(divide(i(10, 20), exactly(0))).toBeUndefined();
  });
});
