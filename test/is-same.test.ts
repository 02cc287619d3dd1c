import { describe, expect, it } from 'vitest';
import { isSame } from '../src/is-same';

describe('isSame', () => {
  it.each([
    [1, 1, true],
    [Number.NaN, Number.NaN, true],
    [0, -0, false],
    [{ a: 1 }, { a: 1, b: undefined }, false],
    [{ a: undefined }, { b: undefined }, false],
    [[1, [2]], [1, [2]], true],
    [[1], { 0: 1, length: 1 }, false],
    [null, undefined, false],
    ['1', 1, false],
  ])('isSame(%j, %j) is %s', (a, b, same) => {
    expect(isSame(a, b)).toBe(same);
    expect(isSame(b, a)).toBe(same);
  });

  it('takes typed arrays, maps and functions for the same only as themselves', () => {
    const array = Float32Array.of(1);
    expect(isSame({ array }, { array })).toBe(true);
    expect(isSame({ array }, { array: Float32Array.of(1) })).toBe(false);
    expect(isSame(new Map([[1, 2]]), new Map([[1, 2]]))).toBe(false);
    const f = () => 1;
    expect(isSame([f], [f])).toBe(true);
    expect(isSame([f], [() => 1])).toBe(false);
  });
});
