import { describe, expect, it } from 'vitest';
import { makeMemory } from '../../src/case/remember';

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

  it('forgets every answer when told to, and none of another memory', () => {
    const [memory, other] = [makeMemory(), makeMemory()];
    const [box, kept] = [memory, other].map((of) => of.remember((text: string) => ({ text })));
    const [first, second] = [box('a'), kept('a')];
    memory.forget();
    expect(box('a')).not.toBe(first);
    expect(box('a')).toEqual(first);
    expect(kept('a')).toBe(second);
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
