import { describe, expect, it } from 'vitest';
import { affineMap, matrixOfMap, type PointMap } from '../../src/geometry/point-map';
import { applyMatrix, IDENTITY, type Matrix4 } from '../../src/geometry/transform';
import type { Vec3 } from '../../src/geometry/vec3';
import { InputError } from '../../src/input-error';
import { findFramePath, type SourcedTransform } from '../../src/registration/frame-path';

/** A turn about z in degrees, then a shift. */
const turn = (degrees: number, shift: Vec3): Matrix4 => {
  const [c, s] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  return [c, -s, 0, shift[0], s, c, 0, shift[1], 0, 0, 1, shift[2], 0, 0, 0, 1];
};
const join = (
  fromFrameUid: string,
  toFrameUid: string,
  matrix: Matrix4,
  source = `${fromFrameUid}-${toFrameUid}`,
): SourcedTransform => ({ fromFrameUid, toFrameUid, map: affineMap(matrix), source });
const P: Vec3 = [10, 20, 30];
const expectAt = (map: PointMap, point: Vec3, exact: readonly number[]) =>
  applyMatrix(matrixOfMap(map)!, point).forEach((value, n) => expect(value).toBeCloseTo(exact[n], 9));

const AB = join('A', 'B', turn(90, [100, 0, 0])); // (x, y, z) → (100 - y, x, z)
const BC = join('B', 'C', turn(0, [0, 0, 50])); // (x, y, z) → (x, y, z + 50)

describe('the way from one frame of reference to another', () => {
  it('is one registration, or its inverse', () => {
    expectAt(findFramePath([AB], 'A', 'B')!.map, P, [80, 10, 30]);
    const back = findFramePath([AB], 'B', 'A')!;
    expectAt(back.map, [80, 10, 30], P);
    expect(back).toMatchObject({ fromFrameUid: 'B', toFrameUid: 'A', via: ['A-B'] });
  });

  it('is two in a row, in the right order, and back', () => {
    const path = findFramePath([BC, AB], 'A', 'C')!;
    expectAt(path.map, P, [80, 10, 80]);
    expect(path).toMatchObject({ fromFrameUid: 'A', toFrameUid: 'C', via: ['A-B', 'B-C'] });
    const back = findFramePath([BC, AB], 'C', 'A')!;
    expectAt(back.map, [80, 10, 80], P);
    expect(back.via).toEqual(['B-C', 'A-B']);
  });

  it('is two written towards a common frame, one of them used backwards', () => {
    const CB = join('C', 'B', turn(0, [0, 0, -50]));
    const path = findFramePath([AB, CB], 'A', 'C')!;
    expectAt(path.map, P, [80, 10, 80]);
    expect(path.via).toEqual(['A-B', 'C-B']);
  });

  it('is the shortest: a direct registration before a detour', () => {
    const AC = join('A', 'C', turn(90, [100, 0.5, 50]));
    const path = findFramePath([AB, BC, AC], 'A', 'C')!;
    expect(path.via).toEqual(['A-C']);
    expectAt(path.map, P, [80, 10.5, 80]);
  });

  it('ends in circles', () => {
    const CA = join('C', 'A', turn(-90, [0, 100, -50]));
    expect(findFramePath([AB, BC, CA], 'A', 'D')).toBeUndefined();
    expect(findFramePath([AB, BC, CA], 'B', 'C')?.via).toEqual(['B-C']);
  });

  it('within one frame is the identity, with or without registrations', () => {
    expect(findFramePath([], 'A', 'A')).toMatchObject({ map: [], via: [] });
    expect(findFramePath([join('A', 'A', turn(5, [1, 1, 1]))], 'A', 'A')?.map).toEqual([]);
  });

  it('is never made up where nothing joins them', () => {
    expect(findFramePath([], 'A', 'B')).toBeUndefined();
    expect(findFramePath([AB], 'A', 'C')).toBeUndefined();
    expect(findFramePath([AB, join('C', 'D', IDENTITY)], 'A', 'D')).toBeUndefined();
  });
});

describe('registrations that contradict one another', () => {
  it.each([
    ['the same way round', join('A', 'B', turn(90, [100, 0, 0.02]), 'second')],
    ['the other way round', join('B', 'A', turn(-90, [0, 100.02, 0]), 'second')],
    ['turned a little', join('A', 'B', turn(90.01, [100, 0, 0]), 'second')],
  ])('%s are refused, with both frames and both sources', (_, rival) => {
    for (const [from, to] of [
      ['A', 'B'],
      ['B', 'A'],
      ['A', 'C'],
    ]) {
      const find = () => findFramePath([AB, rival, BC], from, to);
      expect(find).toThrow(InputError);
      expect(find).toThrow(/two different transforms between frames (A and B|B and A) \((A-B; second|second; A-B)\)/);
    }
  });

  it('the same one twice, as exported and as its inverse, is no contradiction', () => {
    const again = join('A', 'B', turn(90, [100.001, 0, 0]), 'again');
    const inverse = join('B', 'A', turn(-90, [0, 100, 0]), 'inverse');
    expectAt(findFramePath([AB, again, inverse], 'A', 'B')!.map, P, [80, 10, 30]);
  });
});

describe('registrations that are not rigid', () => {
  const stretched: Matrix4 = [1.1, 0.2, 0, 5, 0, 0.9, 0, -3, 0, 0, 1, 8, 0, 0, 0, 1];

  it('are used as they are, and inverted exactly', () => {
    const there = findFramePath([join('A', 'B', stretched)], 'A', 'B')!;
    expectAt(there.map, P, [1.1 * 10 + 0.2 * 20 + 5, 0.9 * 20 - 3, 38]);
    expectAt(findFramePath([join('A', 'B', stretched)], 'B', 'A')!.map, applyMatrix(stretched, P), P);
  });

  it('are refused where they flatten space or are no affine map, naming the file', () => {
    const flat: Matrix4 = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1];
    expect(() => findFramePath([join('A', 'B', flat, 'REG.dcm')], 'A', 'B')).toThrow(/REG\.dcm.*determinant 0/);
    const projective: Matrix4 = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0.01, 1];
    expect(() => findFramePath([join('A', 'B', projective, 'REG.dcm')], 'A', 'B')).toThrow(/REG\.dcm.*last row/);
  });
});
