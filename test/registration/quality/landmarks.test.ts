import { describe, expect, it } from 'vitest';
import { affineMap } from '../../../src/geometry/point-map';
import { applyMatrix, determinant3, IDENTITY, type Matrix4 } from '../../../src/geometry/transform';
import type { Vec3 } from '../../../src/geometry/vec3';
import { InputError } from '../../../src/input-error';
import { type LandmarkPair, landmarkErrors } from '../../../src/registration/quality/landmark-error';
import { fitLandmarks } from '../../../src/registration/quality/landmark-fit';
import { matrixOfSixDegrees } from '../../../src/registration/quality/six-degrees';
import { randomFrom } from '../../geometry/solids';
import { field, fieldMap } from './bodies';

const pair = (name: string, plannedMm: Vec3, priorMm: Vec3): LandmarkPair => ({ name, plannedMm, priorMm });
const pairsOf = (points: readonly Vec3[], to: (point: Vec3) => Vec3) => points.map((p, n) => pair(`L${n}`, p, to(p)));
const carina: Vec3 = [3, -12, 240];
const notch: Vec3 = [5, -70, 310];
const apex: Vec3 = [61, 8, 330];
const body: Vec3 = [-2, 60, 200];

describe('the error of a map at landmarks', () => {
  it('is the distance of each planned landmark, mapped, from the prior one', () => {
    const shift: Matrix4 = [1, 0, 0, 10, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
    const landmarks = [pair('a', [0, 0, 0], [13, 4, 0]), pair('b', [5, 5, 5], [15, 5, 5]), pair('c', [0, 0, 0], [10, 0, -10])];
    const { pairs, unknown, all } = landmarkErrors(affineMap(shift), landmarks);
    expect(pairs).toEqual([
      { name: 'a', errorMm: 5 },
      { name: 'b', errorMm: 0 },
      { name: 'c', errorMm: 10 },
    ]);
    expect(unknown).toBe(0);
    // Mean of 5, 0, 10; root of (25 + 0 + 100) / 3.
    expect(all).toEqual({ meanMm: 5, maxMm: 10, rootMeanSquareMm: Math.sqrt(125 / 3) });
  });

  it('has no value where the map is unknown, and counts that', () => {
    const map = fieldMap(field([0, 0, 0], [10, 10, 10], [3, 3, 3], () => [0, 0, 2]));
    const inside = pair('inside', [5, 5, 5], [5, 5, 5]);
    const outside = pair('outside', [5, 5, 80], [5, 5, 80]);
    expect(landmarkErrors(map, [outside, inside])).toEqual({
      pairs: [{ name: 'outside' }, { name: 'inside', errorMm: 2 }],
      unknown: 1,
      all: { meanMm: 2, maxMm: 2, rootMeanSquareMm: 2 },
    });
    expect(landmarkErrors(map, [outside])).toStrictEqual({ pairs: [{ name: 'outside' }], unknown: 1 });
    expect(landmarkErrors(map, [])).toStrictEqual({ pairs: [], unknown: 0 });
  });
});

describe('the rigid fit of landmarks', () => {
  const expectMatrix = (found: Matrix4, exact: Matrix4, digits = 9) =>
    exact.forEach((value, n) => expect(found[n]).toBeCloseTo(value, digits));

  it.each([
    ['no motion', [0, 0, 0], [0, 0, 0]],
    ['a shift', [0, 0, 0], [12, -3, 340]],
    ['small turns', [1, -2, 0.5], [1, 2, 3]],
    ['half a turn (prone)', [0, 0, 180], [5, 5, 5]],
    ['half a turn (feet first)', [180, 0, 0], [5, 5, 5]],
    ['large turns', [130, 40, -110], [400, -300, 200]],
  ] as const)('is exact on pairs without noise: %s', (_, turnDegrees, shiftMm) => {
    const exact = matrixOfSixDegrees({ centreMm: carina, shiftMm, turnDegrees });
    for (const points of [
      [carina, notch, apex],
      [carina, notch, apex, body],
    ]) {
      const { matrix, residuals } = fitLandmarks(pairsOf(points, (p) => applyMatrix(exact, p)));
      expectMatrix(matrix, exact, 8);
      // Rounding of coordinates of some hundred mm.
      expect(residuals.all!.maxMm).toBeLessThan(1e-8);
    }
  });

  it('goes from planned to prior', () => {
    const { matrix } = fitLandmarks(pairsOf([carina, notch, apex], ([x, y, z]) => [x + 100, y, z]));
    expectMatrix(matrix, [1, 0, 0, 100, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]);
  });

  it('has the least sum of squares where pairs disagree', () => {
    // A square whose corners are drawn apart to a square one and a half times the size: the best motion is none, and each
    // corner, 10·√2 from the middle, is missed by half of that.
    const square: Vec3[] = [
      [10, 10, 0],
      [-10, 10, 0],
      [-10, -10, 0],
      [10, -10, 0],
    ];
    const { matrix, residuals } = fitLandmarks(pairsOf(square, ([x, y]) => [1.5 * x, 1.5 * y, 0]));
    expectMatrix(matrix, IDENTITY);
    expect(residuals.all!.rootMeanSquareMm).toBeCloseTo(5 * Math.SQRT2, 9);
    // And of noisy pairs no motion near the best one is better.
    const random = randomFrom(8);
    const exact = matrixOfSixDegrees({ centreMm: carina, shiftMm: [5, 6, 7], turnDegrees: [10, 20, 30] });
    const noisy = pairsOf([carina, notch, apex, body, [80, 20, 280]], (p) => {
      const [x, y, z] = applyMatrix(exact, p);
      return [x + 4 * random() - 2, y + 4 * random() - 2, z + 4 * random() - 2];
    });
    const best = fitLandmarks(noisy);
    for (let axis = 0; axis < 6; axis++) {
      for (const by of [0.05, -0.05]) {
        const six = [0, 0, 0, 0, 0, 0].map((_, n) => (n === axis ? by : 0));
        const nudge = matrixOfSixDegrees({
          centreMm: carina,
          shiftMm: [six[0], six[1], six[2]],
          turnDegrees: [six[3], six[4], six[5]],
        });
        const nudged = landmarkErrors([{ matrix: nudge }, { matrix: best.matrix }], noisy);
        expect(nudged.all!.rootMeanSquareMm).toBeGreaterThan(best.residuals.all!.rootMeanSquareMm);
      }
    }
  });

  it('is never a mirror image', () => {
    // Noise beside a nearly flat set of points is what makes other methods mirror it.
    const random = randomFrom(2);
    for (let n = 0; n < 50; n++) {
      const points = Array.from({ length: 4 }, (): Vec3 => [90 * random(), 60 * random(), random()]);
      const { matrix } = fitLandmarks(pairsOf(points, ([x, y, z]) => [x, y, 3 * random() - z]));
      expect(determinant3(matrix)).toBeCloseTo(1, 9);
    }
  });

  const message = (landmarks: readonly LandmarkPair[]): string => {
    try {
      fitLandmarks(landmarks);
    } catch (error) {
      expect(error).toBeInstanceOf(InputError);
      return (error as InputError).message;
    }
    return 'fitted';
  };
  const same = (p: Vec3): Vec3 => p;

  it('refuses fewer than three pairs', () => {
    expect(message([])).toBe('landmarks: found 0 landmark pairs; needed at least three pairs that do not lie on one line');
    expect(message(pairsOf([carina, notch], same))).toMatch(/found 2 landmark pairs/);
  });

  it('refuses landmarks on one line, on either side, and all in one place', () => {
    const line: Vec3[] = [
      [0, 0, 0],
      [10, 20, 30],
      [20, 40, 60],
      [-5, -10, -15],
    ];
    expect(message(pairsOf(line, same))).toMatch(/^landmarks: found planned landmarks within 0.00 mm .* of one line/);
    const onto = [notch, carina, apex, body].map((p, n) => pair(`L${n}`, p, line[n]));
    expect(message(onto)).toMatch(/found prior landmarks within 0.00 mm/);
    expect(message(pairsOf([carina, carina, carina], same))).toMatch(/within 0.00 mm/);
    // 2 mm beside a line of 100 mm: root mean square (2 · √2/√3) / √3 = 0.94 mm; 3 mm beside it: 1.41 mm.
    const nearly = (byMm: number): Vec3[] => [
      [0, 0, 0],
      [50, byMm, 0],
      [100, 0, 0],
    ];
    expect(message(pairsOf(nearly(2), same))).toMatch(/within 0.94 mm/);
    expect(message(pairsOf(nearly(3), same))).toBe('fitted');
  });

  it('refuses pairs that two turns fit alike, and places that are no numbers', () => {
    // The mirror image of an even set of points: no turn is better than others.
    const even: Vec3[] = [
      [10, 0, 0],
      [0, 10, 0],
      [0, 0, 10],
      [-10, 0, 0],
      [0, -10, 0],
      [0, 0, -10],
    ];
    expect(message(pairsOf(even, ([x, y, z]) => [-x, -y, -z]))).toMatch(/two different turns fit alike/);
    expect(message([...pairsOf([carina, notch], same), pair('apex', [1, Number.NaN, 3], [1, 2, 3])])).toMatch(
      /found apex with a place/,
    );
  });
});
