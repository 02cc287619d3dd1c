import { describe, expect, it } from 'vitest';
import { ringContact } from '../../src/geometry/ring-crossings';
import { evenOddAreaMm2, evenOddSigns, nestingDepths, ringBounds, signedAreaMm2 } from '../../src/geometry/ring-nesting';
import { circle } from '../analytic/bodies';
import { type Points, randomFrom, rectangle, ringOf, star } from './solids';

const square = (half: number, u = 0) => ringOf(rectangle(u - half, -half, u + half, half));
const turnedRound = (points: Points) => ringOf([...points].reverse());

describe('rings', () => {
  it('have a signed area, exact far from the origin', () => {
    expect(signedAreaMm2(square(5))).toBe(100);
    expect(signedAreaMm2(turnedRound(rectangle(0, 0, 4, 3)))).toBe(-12);
    expect(signedAreaMm2(ringOf(rectangle(1e6, -1e6, 1e6 + 4, -1e6 + 3)))).toBe(12);
    expect(signedAreaMm2(ringOf(circle(300, -200, 20)))).toBeCloseTo(400 * Math.PI, 9);
  });

  it('have bounds', () => {
    expect(
      ringBounds(
        ringOf([
          [3, -1],
          [7, 4],
          [-2, 9],
        ]),
      ),
    ).toEqual([-2, -1, 7, 9]);
  });

  it('nest, in any order and direction', () => {
    const rings = [square(5), square(20), square(2), turnedRound(rectangle(-10, -10, 10, 10)), square(3, 50), square(1, 50)];
    expect([...nestingDepths(rings)]).toEqual([2, 0, 3, 1, 0, 1]);
    expect([...evenOddSigns(rings)]).toEqual([1, 1, -1, 1, 1, -1]);
    expect(evenOddAreaMm2(rings)).toBe(1600 - 400 + 100 - 16 + 36 - 4);
  });

  it('in the notch of another, within its box, are not within it', () => {
    const horseshoe = ringOf([
      [0, 0],
      [30, 0],
      [30, 30],
      [20, 30],
      [20, 10],
      [10, 10],
      [10, 30],
      [0, 30],
    ]);
    const notch = ringOf(rectangle(12, 15, 18, 25));
    expect([...nestingDepths([horseshoe, notch])]).toEqual([0, 0]);
    expect(evenOddAreaMm2([horseshoe, notch])).toBe(700 + 60);
  });

  it('that touch from inside still nest', () => {
    expect([...nestingDepths([square(10), ringOf(rectangle(-10, -3, 0, 3))])]).toEqual([0, 1]);
    expect([
      ...nestingDepths([
        square(10),
        ringOf([
          [10, 0],
          [0, 4],
          [-6, 0],
          [0, -4],
        ]),
      ]),
    ]).toEqual([0, 1]);
  });
});

describe('contact of rings', () => {
  const contact = (...outlines: readonly Points[]) => ringContact(outlines.map(ringOf));

  it('clear', () => {
    expect(contact(circle(0, 0, 20), circle(0, 0, 10), circle(50, 0, 20))).toBe('clear');
    const random = randomFrom(9);
    for (let n = 0; n < 20; n++) expect(contact(star(random, [0, 0], [10, 40], 30 + 20 * n))).toBe('clear');
  });

  it('touching: an edge in common, a corner on an edge, a keyhole’s slit', () => {
    expect(contact(rectangle(0, 0, 10, 10), rectangle(10, 2, 20, 8))).toBe('touching');
    expect(
      contact(rectangle(0, 0, 10, 10), [
        [10, 5],
        [15, 0],
        [15, 10],
      ]),
    ).toBe('touching');
    expect(contact([...rectangle(-20, -20, 20, 20), [-20, -20], [-10, -10], [-10, 10], [10, 10], [10, -10], [-10, -10]])).toBe(
      'touching',
    );
  });

  it('crossing: a figure of eight, two rings, one crossing among thousands of edges', () => {
    expect(
      contact([
        [-10, -5],
        [10, 5],
        [10, -5],
        [-10, 5],
      ]),
    ).toBe('crossing');
    expect(contact(rectangle(0, 0, 10, 10), rectangle(5, 5, 15, 15))).toBe('crossing');
    const points = circle(0, 0, 40, 3000);
    expect(contact(points)).toBe('clear');
    [points[1234], points[1236]] = [points[1236], points[1234]];
    expect(contact(points)).toBe('crossing');
  });
});
