import { describe, expect, it } from 'vitest';
import { lengthFactors } from '../../src/geometry/length-factors';

type Row = readonly [number, number, number];
type Sample = readonly [name: string, rows: readonly Row[], least: number, most: number];

/** Singular values of [[1, s], [0, 1]]: s / 2 + sqrt(1 + s² / 4), and one over it. */
const OF_SHEAR = 0.15 + Math.sqrt(1.0225);
const whole = (rows: readonly Row[]) => [...rows.flatMap((row) => [...row, 7]), 0, 0, 0, 1];

describe('the factors on lengths', () => {
  it.each<Sample>([
    [
      'the identity',
      [
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
      ],
      1,
      1,
    ],
    [
      'a quarter turn',
      [
        [0, -1, 0],
        [1, 0, 0],
        [0, 0, 1],
      ],
      1,
      1,
    ],
    [
      'a mirror image',
      [
        [-1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
      ],
      1,
      1,
    ],
    [
      'one axis stretched',
      [
        [1, 0, 0],
        [0, 1.3, 0],
        [0, 0, 1],
      ],
      1,
      1.3,
    ],
    [
      'volume kept',
      [
        [0.8, 0, 0],
        [0, 1.25, 0],
        [0, 0, 1],
      ],
      0.8,
      1.25,
    ],
    [
      'all axes apart',
      [
        [0.5, 0, 0],
        [0, 3, 0],
        [0, 0, 2],
      ],
      0.5,
      3,
    ],
    [
      'a shear of 0.3',
      [
        [1, 0.3, 0],
        [0, 1, 0],
        [0, 0, 1],
      ],
      1 / OF_SHEAR,
      OF_SHEAR,
    ],
    [
      'a shear along z',
      [
        [1, 0, 0],
        [0, 1, 0],
        [0.3, 0, 1],
      ],
      1 / OF_SHEAR,
      OF_SHEAR,
    ],
  ])('%s', (_, rows, least, most) => {
    const found = lengthFactors(whole(rows));
    // 1e-7: the square root of the rounding of doubles, where eigenvalues coincide.
    expect(found.least).toBeCloseTo(least, 7);
    expect(found.most).toBeCloseTo(most, 7);
  });
});
