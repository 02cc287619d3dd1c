import { describe, expect, it } from 'vitest';
import {
  applyMatrix,
  compose,
  determinant3,
  IDENTITY,
  invert,
  type Matrix4,
  reversed,
  rotationDegrees,
} from '../../src/geometry/transform';
import type { Vec3 } from '../../src/geometry/vec3';
import { InputError } from '../../src/input-error';
import { randomFrom } from './solids';

const radians = (degrees: number) => (degrees * Math.PI) / 180;
const about = (axis: 'x' | 'y' | 'z', degrees: number, shift: Vec3 = [0, 0, 0]): Matrix4 => {
  const [c, s] = [Math.cos(radians(degrees)), Math.sin(radians(degrees))];
  const rows = { x: [1, 0, 0, 0, c, -s, 0, s, c], y: [c, 0, s, 0, 1, 0, -s, 0, c], z: [c, -s, 0, s, c, 0, 0, 0, 1] }[axis];
  return [...rows.slice(0, 3), shift[0], ...rows.slice(3, 6), shift[1], ...rows.slice(6), shift[2], 0, 0, 0, 1];
};
const expectClose = (found: readonly number[], exact: readonly number[], digits = 9) => {
  expect(found).toHaveLength(exact.length);
  exact.forEach((value, n) => expect(found[n]).toBeCloseTo(value, digits));
};

describe('matrices', () => {
  it('turn and shift points', () => {
    expectClose(applyMatrix(about('z', 90), [1, 0, 0]), [0, 1, 0]);
    expectClose(applyMatrix(about('x', 90), [0, 1, 0]), [0, 0, 1]);
    expectClose(applyMatrix(about('y', 90), [0, 0, 1]), [1, 0, 0]);
    expectClose(applyMatrix(about('z', 30, [10, -20, 5]), [100, 0, 7]), [10 + 50 * Math.sqrt(3), 30, 12]);
    expect(applyMatrix(IDENTITY, [3, 4, 5])).toEqual([3, 4, 5]);
  });

  it('compose in the order named: first, then second', () => {
    const [turn, shift] = [about('z', 90), about('z', 0, [10, 0, 0])];
    expectClose(applyMatrix(compose(turn, shift), [1, 0, 0]), [10, 1, 0]);
    expectClose(applyMatrix(compose(shift, turn), [1, 0, 0]), [0, 11, 0]);
    const chain = [about('x', 20, [1, 2, 3]), about('y', -35, [-4, 0, 9]), about('z', 110, [7, 7, 7])];
    const p: Vec3 = [12, -34, 56];
    const stepwise = chain.reduce<Vec3>((q, m) => applyMatrix(m, q), p);
    expectClose(applyMatrix(compose(compose(chain[0], chain[1]), chain[2]), p), stepwise);
    expectClose(applyMatrix(compose(chain[0], compose(chain[1], chain[2])), p), stepwise);
  });

  it('have an exact inverse on either side: rotations, shears, unequal scales, a mirror', () => {
    const random = randomFrom(4);
    const general = (): Matrix4 => [
      ...Array.from({ length: 12 }, (_, n) => (n % 4 === 3 ? 400 * (random() - 0.5) : 2 * random() - 1)),
      0,
      0,
      0,
      1,
    ];
    const mirror: Matrix4 = [-1, 0, 0, 5, 0, 1, 0, 6, 0, 0, 1, 7, 0, 0, 0, 1];
    const stretched: Matrix4 = [1.1, 0.2, 0, 3, 0, 0.9, -0.1, 4, 0.3, 0, 1.05, 5, 0, 0, 0, 1];
    const samples = [about('x', 17, [100, -250, 30]), mirror, stretched, ...Array.from({ length: 50 }, general)];
    for (const m of samples.filter((sample) => Math.abs(determinant3(sample)) > 0.05)) {
      expectClose(compose(m, invert(m)), IDENTITY);
      expectClose(compose(invert(m), m), IDENTITY);
    }
  });

  it('that cannot be turned round are refused, with the file and the tag', () => {
    const flat: Matrix4 = [1, 0, 0, 0, 0, 1, 0, 0, 1, 1, 0, 0, 0, 0, 0, 1];
    const projective: Matrix4 = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0.001, 1];
    for (const m of [flat, projective, about('z', Number.NaN)]) expect(() => invert(m, 'REG.dcm')).toThrow(InputError);
    expect(() => invert(flat, 'REG.dcm')).toThrow(/REG\.dcm.*3006,00C6.*determinant 0/);
    expect(() => invert(projective)).toThrow(/last row is not 0 0 0 1/);
  });

  it('have a determinant: 1 for rotations, -1 for mirrors, the volume’s factor otherwise', () => {
    expect(determinant3(about('y', 77, [1, 2, 3]))).toBeCloseTo(1, 12);
    expect(determinant3([-1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1])).toBe(-1);
    expect(determinant3([2, 5, 7, 0, 0, 3, 9, 0, 0, 0, 4, 0, 0, 0, 0, 1])).toBe(24);
  });

  it('tell how far they turn, about any axis', () => {
    for (const axis of ['x', 'y', 'z'] as const)
      for (const degrees of [0, 0.5, 33, 90, 179.5])
        expect(rotationDegrees(about(axis, degrees, [5, 5, 5]))).toBeCloseTo(degrees, 5);
    expect(rotationDegrees(about('z', -40))).toBeCloseTo(40, 9);
    // A quarter turn about x and then about y is a third of a turn about (1, 1, ±1).
    expect(rotationDegrees(compose(about('x', 90), about('y', 90)))).toBeCloseTo(120, 9);
  });

  it('tell how far they turn apart from what they do to sizes and shapes', () => {
    const stretched = (x: number, y: number, z: number): Matrix4 => [x, 0, 0, 0, 0, y, 0, 0, 0, 0, z, 0, 0, 0, 0, 1];
    expect(rotationDegrees(stretched(1.25, 1.25, 1.25))).toBeCloseTo(0, 5);
    expect(rotationDegrees(stretched(1.3, 0.8, 1))).toBeCloseTo(0, 5);
    // First stretched and then turned: the polar factor is the turn, whatever the stretch.
    for (const [x, y, z] of [
      [0.8, 0.8, 0.8],
      [1.1, 1.1, 1.1],
      [1.3, 0.7, 2],
      [0.1, 1, 1],
      [30, 40, 10],
    ] as const)
      for (const degrees of [0.5, 4, 60, 170])
        expect(rotationDegrees(compose(stretched(x, y, z), about('y', degrees, [1, 2, 3])))).toBeCloseTo(degrees, 5);
    // A shear by s along x turns by atan(s / 2): the polar factor of [[1, s], [0, 1]].
    expect(rotationDegrees([1, 0.5, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1])).toBeCloseTo((Math.atan(0.25) * 180) / Math.PI, 9);
    expect(rotationDegrees(stretched(-1, 1, 1))).toBe(0);
    expect(rotationDegrees(stretched(0, 1, 1))).toBe(0);
  });

  it('reversed, go from the other frame and back to the same point', () => {
    const transform = { fromFrameUid: 'A', toFrameUid: 'B', matrix: about('x', 25, [3, -8, 120]) };
    const back = reversed(transform);
    expect([back.fromFrameUid, back.toFrameUid]).toEqual(['B', 'A']);
    expectClose(applyMatrix(back.matrix, applyMatrix(transform.matrix, [10, 20, 30])), [10, 20, 30]);
  });
});
