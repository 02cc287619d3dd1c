import { describe, expect, it } from 'vitest';
import { type Box, eachMeetingPair } from '../../src/geometry/meeting-boxes';
import { nestingDepths } from '../../src/geometry/ring-nesting';

/** Numbers from 0 to below 1, always the same. */
function draws(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
}

const meet = (a: Box, b: Box) => a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
const triangle = (u: number, v: number, mm: number) => Float64Array.of(u, v, u + mm, v, u, v + mm);

describe('pairs of boxes that meet', () => {
  it.each([
    ['small ones', 2],
    ['large ones', 60],
    ['points', 0],
  ])('are those that a look at every pair finds: %s', (_, mm) => {
    const draw = draws(7);
    const boxes = Array.from({ length: 120 }, (): Box => {
      const [u, v] = [Math.floor(100 * draw()), Math.floor(100 * draw())];
      return [u, v, u + Math.floor(mm * draw()), v + Math.floor(mm * draw())];
    });
    const found: string[] = [];
    eachMeetingPair(boxes, (a, b) => found.push([Math.min(a, b), Math.max(a, b)].join()));
    const all = boxes.flatMap((a, n) => boxes.flatMap((b, m) => (m > n && meet(a, b) ? [`${n},${m}`] : [])));
    expect(found.sort()).toEqual(all.sort());
  });

  it('of many that lie apart hardly any other is looked at', () => {
    const boxes = Array.from({ length: 5000 }, (_, n): Box => [n * 0.1, 0, n * 0.1 + 0.05, 0.05]);
    // Each finds the one before it, which it has passed.
    expect(eachMeetingPair(boxes, () => {})).toBeLessThanOrEqual(5000);
  });
});

describe('how deep rings lie in one another', () => {
  it('is counted through any number of them, in any order', () => {
    const nested = [3, 0, 2, 1].map((n) => triangle(n, n, 40 - 4 * n));
    expect([...nestingDepths([...nested, triangle(200, 0, 1)])]).toEqual([3, 0, 2, 1, 0]);
  });

  it('is 0 of two that are beside one another and 1 of both that are the same', () => {
    expect([...nestingDepths([triangle(0, 0, 10), triangle(9, 9, 10)])]).toEqual([0, 0]);
    const same = Float64Array.of(0, 0, 10, 0, 10, 10, 0, 10);
    expect([...nestingDepths([same, same.slice()])].every((depth) => depth <= 1)).toBe(true);
  });
});
