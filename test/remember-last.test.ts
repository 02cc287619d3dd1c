import { expect, it } from 'vitest';
import { rememberLast } from '../src/remember-last';

it('rememberLast answers once for the same arguments, whoever wrote them down', () => {
  const asked: string[] = [];
  const sum = rememberLast(2, (a: { readonly x: number }, b: number) => {
    asked.push(`${a.x} ${b}`);
    return { sum: a.x + b };
  });
  const first = sum({ x: 1 }, 2);
  expect(first).toEqual({ sum: 3 });
  expect(sum({ x: 1 }, 2)).toBe(first);
  expect(sum({ x: 1 }, 3)).toEqual({ sum: 4 });
  expect(asked).toEqual(['1 2', '1 3']);
});

it('rememberLast forgets what was asked for longest ago, and no more than it must', () => {
  let asked = 0;
  const twice = rememberLast(2, (x: number) => {
    asked++;
    return 2 * x;
  });
  expect([twice(1), twice(2), twice(1), twice(3)]).toEqual([2, 4, 2, 6]);
  expect(asked).toBe(3);
  // 2 has gone, 1 and 3 have stayed.
  expect([twice(1), twice(3), twice(2)]).toEqual([2, 6, 4]);
  expect(asked).toBe(4);
});

it('rememberLast keeps an answer of undefined, and none of a function that threw', () => {
  let asked = 0;
  const nothing = rememberLast(1, (x: number): undefined => {
    asked++;
    if (x < 0) throw new Error('below 0');
    return undefined;
  });
  expect([nothing(1), nothing(1)]).toEqual([undefined, undefined]);
  expect(asked).toBe(1);
  expect(() => nothing(-1)).toThrow('below 0');
  expect(() => nothing(-1)).toThrow('below 0');
  expect(asked).toBe(3);
});
