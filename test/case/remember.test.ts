import { describe, expect, it } from 'vitest';
import { isSame, makeMemory } from '../../src/case/remember';

describe('remember', () => {
  it('answers the same arguments with the same object, and others anew', () => {
    const memory = makeMemory();
    let made = 0;
    const box = memory.remember((text: string, more: { readonly n: readonly number[] }) => ({ text, more, made: ++made }));
    const first = box('a', { n: [1, 2] });
    expect(box('a', { n: [1, 2] })).toBe(first);
    expect(box('a', { n: [1, 3] }).made).toBe(2);
    expect(box('a', { n: [1, 2] })).toBe(first);
  });

  it('lets go what two rounds have not asked for', () => {
    const memory = makeMemory();
    let made = 0;
    const box = memory.remember((text: string) => ({ text, made: ++made }));
    const first = box('a');
    memory.endRound();
    expect(box('a')).toBe(first);
    for (const other of ['b', 'c']) {
      memory.endRound();
      box(other);
    }
    memory.endRound();
    expect(box('a').made).toBe(4);
  });

  it('keeps what it has while rounds pass in which it is not asked', () => {
    const memory = makeMemory();
    const box = memory.remember((text: string) => ({ text }));
    const first = box('a');
    for (let n = 0; n < 5; n++) memory.endRound();
    expect(box('a')).toBe(first);
  });

  it('remembers nothing that was thrown', () => {
    const memory = makeMemory();
    let tries = 0;
    const failing = memory.remember(() => {
      tries++;
      throw new Error('no');
    });
    expect(failing).toThrow('no');
    expect(failing).toThrow('no');
    expect(tries).toBe(2);
  });
});

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
