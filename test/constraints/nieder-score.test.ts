import { describe, expect, it } from 'vitest';
import { niederScore } from '../../src/constraints/nieder-score';
import { InputError } from '../../src/input-error';

const score = (cumulativeBedGy: number, intervalMonths = 12, highest = 60) =>
  niederScore({ cumulativeBedGy, courseBedsGy: [50, highest], intervalMonths });

describe('niederScore', () => {
  it.each([
    [0, 0],
    [120, 0],
    [120.05, 1],
    [120.1, 1],
    [130, 1],
    [130.1, 2],
    [140, 2],
    [140.1, 3],
    [150, 3],
    [150.1, 4],
    [160, 4],
    [160.1, 5],
    [170, 5],
    [170.1, 6],
    [180, 6],
    [180.1, 7],
    [190, 7],
    [190.1, 8],
    [200, 8],
    [200.1, 9],
    [400, 9],
  ])('cumulative %f Gy2: %i points', (bed, points) => {
    expect(score(bed).bedPoints).toBe(points);
    expect(score(bed).score).toBe(points);
  });

  it('allows the rounding of single precision at a step', () => {
    expect(score(120 * (1 + 5e-7)).bedPoints).toBe(0);
    expect(score(120 * (1 + 5e-6)).bedPoints).toBe(1);
  });

  it.each([
    [0, 4.5],
    [5.99, 4.5],
    [6, 0],
    [6.01, 0],
  ])('interval %f months: %f points', (months, points) => {
    expect(score(100, months).intervalPoints).toBe(points);
  });

  it.each([
    [98, 0],
    [101.9, 0],
    [102, 4.5],
    [130, 4.5],
  ])('highest course %f Gy2: %f points', (bed, points) => {
    expect(score(100, 12, bed).coursePoints).toBe(points);
  });

  it.each([
    [score(150), 3, 'low', 3],
    [score(150.1), 4, 'intermediate', 25],
    [score(120, 5), 4.5, 'intermediate', 25],
    [score(130, 5), 5.5, 'intermediate', 25],
    [score(180), 6, 'intermediate', 25],
    [score(140, 5), 6.5, 'high', 90],
    [score(180.1), 7, 'high', 90],
    [score(120, 5, 102), 9, 'high', 90],
    [score(201, 5, 102), 18, 'high', 90],
  ] as const)('group of %o', (result, total, group, percent) => {
    expect([result.score, result.group, result.myelopathyPercent]).toEqual([total, group, percent]);
  });

  it('takes the highest of several courses', () => {
    expect(niederScore({ cumulativeBedGy: 150, courseBedsGy: [20, 103, 30], intervalMonths: 8 }).score).toBe(7.5);
  });

  it.each([
    [{ cumulativeBedGy: -1, courseBedsGy: [1, 2], intervalMonths: 6 }],
    [{ cumulativeBedGy: 100, courseBedsGy: [100], intervalMonths: 6 }],
    [{ cumulativeBedGy: 100, courseBedsGy: [50, Number.NaN], intervalMonths: 6 }],
    [{ cumulativeBedGy: 100, courseBedsGy: [50, 50], intervalMonths: Number.NaN }],
  ])('refuses %j', (input) => {
    expect(() => niederScore(input)).toThrow(InputError);
  });
});
