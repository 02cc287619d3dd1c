import { describe, expect, it } from 'vitest';
import { stackTest } from '../../../src/geometry/inside-stack';
import { affineMap, mapPoint, SAME_POINTS } from '../../../src/geometry/point-map';
import { length, subtract, type Vec3 } from '../../../src/geometry/vec3';
import { carriedBoxes } from '../../../src/registration/quality/body-box';
import { surfaceOf } from '../../../src/registration/quality/body-surface';
import { carriedBody } from '../../../src/registration/quality/carried-body';
import { facetTree, nearestMm } from '../../../src/registration/quality/facet-tree';
import { windowAround } from '../../../src/registration/quality/lattice-window';
import { overlapOf } from '../../../src/registration/quality/overlap';
import { preimages } from '../../../src/registration/quality/preimages';
import { triangleDistance2 } from '../../../src/registration/quality/triangle-distance';
import { randomFrom } from '../../geometry/solids';
import { AXIAL_BASIS, ball, box, field, fieldMap, scalingMap } from './bodies';

describe('the distance from a point to a triangle', () => {
  // Right-angled, in the plane z = 1: (0, 0), (4, 0), (0, 3).
  const corners = Float64Array.from([9, 9, 9, 0, 0, 1, 4, 0, 1, 0, 3, 1]);
  const distance2 = ([x, y, z]: Vec3, [a, b, c]: readonly number[]) => triangleDistance2(corners, a, b, c, x, y, z);

  it.each([
    ['above the inside', [1, 1, 3], 4],
    ['on it', [1, 1, 1], 0],
    ['beside the first corner', [-1, -2, 1], 5],
    ['beside the second', [6, -1, 2], 6],
    ['beside the third', [-1, 5, 1], 5],
    ['beside the first side', [2, -3, 1], 9],
    ['beside the second side', [-2, 1, 1], 4],
    // The long side is 3x + 4y = 12; (4, 4) is 16 / 5 beyond it.
    ['beside the long side', [4, 4, 1], 10.24],
    ['beside the long side and above', [4, 4, 4], 19.24],
  ] as const)('%s', (_, point, exact) => {
    for (const order of [
      [3, 6, 9],
      [6, 9, 3],
      [9, 3, 6],
      [3, 9, 6],
    ])
      expect(distance2(point, order)).toBeCloseTo(exact, 12);
  });
});

describe('the surface of a body', () => {
  const lattice = { basis: AXIAL_BASIS, anchorMm: [0.3, 0.1, 0.2] as const, spacingMm: 1 };
  const surface = (stack: ReturnType<typeof box>) =>
    surfaceOf(carriedBody(stackTest(stack), SAME_POINTS, windowAround(lattice, carriedBoxes(stack, [], AXIAL_BASIS).tight)));
  const areaOf = ({ areaMm2 }: { areaMm2: Float64Array }) => areaMm2.reduce((sum, area) => sum + area, 0);

  it('lies where the body ends, within a 64th of the spacing, and has its area but for cut corners', () => {
    const { count, cornersMm, areaMm2 } = surface(box([0, 0, 0], [30, 20, 10]));
    // On the faces a corner is the mean of crossings in one plane; beside an edge of the box it is cut off.
    let onFace = 0;
    for (let n = 0; n < 4 * count; n++) {
      const [x, y, z] = cornersMm.subarray(3 * n, 3 * n + 3);
      const off = Math.min(Math.abs(x), Math.abs(x - 30), Math.abs(y), Math.abs(y - 20), Math.abs(z), Math.abs(z - 10));
      expect(off).toBeLessThan(0.6);
      if (off < 1 / 64) onFace++;
    }
    // 2 (600 + 300 + 200) = 2200 mm², and 240 mm of edges, beside which one cell in each mm is cut, by less than 0.6 mm.
    expect(Math.abs(onFace / (4 * count) - (1 - 240 / 2200))).toBeLessThan(0.02);
    expect(areaOf({ areaMm2 })).toBeLessThan(2200);
    expect(areaOf({ areaMm2 })).toBeGreaterThan(2200 - 240 * 0.6);
  });

  it('is found nearest by the tree as by looking at every facet', () => {
    const found = surface(ball([0, 0, 0], 9));
    const tree = facetTree(found);
    const random = randomFrom(9);
    const nearest = new Int32Array(1);
    for (let n = 0; n < 300; n++) {
      const [x, y, z] = [60 * random() - 30, 40 * random() - 20, 30 * random() - 15];
      let exact = Infinity;
      for (let f = 0; f < found.count; f++) {
        const a = 12 * f;
        exact = Math.min(
          exact,
          triangleDistance2(found.cornersMm, a, a + 3, a + 6, x, y, z),
          triangleDistance2(found.cornersMm, a, a + 6, a + 9, x, y, z),
        );
      }
      expect(nearestMm(tree, x, y, z, Math.floor(found.count * random()), nearest)).toBeCloseTo(Math.sqrt(exact), 12);
      // The ball's own surface is |p| - 9 away, but for its steps of half a millimetre.
      expect(Math.abs(Math.sqrt(exact) - Math.abs(Math.hypot(x, y, z) - 9))).toBeLessThan(0.5);
    }
  });
});

describe('where points come from', () => {
  const back = (map: Parameters<typeof preimages>[0], target: Vec3): Vec3 => {
    const [x, y, z] = preimages(map, Float64Array.from(target), 1);
    return [x, y, z];
  };
  const waves = fieldMap(
    field([-80, -80, -80], [4, 4, 4], [41, 41, 41], ([x, y, z]) => [
      12 + 6 * Math.sin(y / 12),
      6 * Math.sin(z / 14),
      5 * Math.sin(x / 13),
    ]),
  );

  it('is exact for matrices, and within 0.01 mm through a deformation', () => {
    const shift = affineMap([0, -1, 0, 5, 1, 0, 0, 6, 0, 0, 1, 7, 0, 0, 0, 1]);
    expect(back(shift, [5, 6, 7])).toEqual([0, 0, 0]);
    expect(back(scalingMap([0, 0, 0], 1.25), [25, 0, -10]).map((mm) => Math.round(mm * 50) / 50)).toEqual([20, 0, -8]);
    const random = randomFrom(1);
    for (let n = 0; n < 100; n++) {
      const x: Vec3 = [80 * random() - 40, 80 * random() - 40, 80 * random() - 40];
      const target = mapPoint([...waves, ...shift], x)!;
      const found = mapPoint([...waves, ...shift], back([...waves, ...shift], target))!;
      expect(length(subtract(found, target))).toBeLessThan(0.011);
    }
  });

  it('is nowhere where the map does not reach', () => {
    expect(back(waves, [300, 0, 0])).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  });
});

describe('a carried body that stands out of its traced outline', () => {
  it('is counted whole', () => {
    // Outlines of four corners only: the middle of a side of the box is pushed 12 mm out where the map pulls 12 mm in.
    const bump = (r2: number) => 12 * Math.exp(-r2 / 400);
    const pull = fieldMap(
      field([-60, -60, -60], [3, 3, 3], [41, 41, 41], ([x, y, z]) => [-bump((x - 30) ** 2 + y ** 2 + z ** 2), 0, 0]),
    );
    const prior = box([-20, -20, -20], [20, 20, 20]);
    const boxes = carriedBoxes(prior, pull, AXIAL_BASIS);
    const isIn = (x: number, y: number, z: number): boolean => {
      const mapped = mapPoint(pull, [x, y, z])!;
      return mapped.every((mm) => Math.abs(mm) < 20);
    };
    // What is wanted of the two boxes: the tight one misses the bulge, the certain one does not.
    expect(isIn(boxes.tight.high[0] + 5, 0, 0)).toBe(true);
    expect(isIn(boxes.certain.high[0], 0, 0)).toBe(false);
    let cc = 0;
    for (let x = -40.25; x < 50; x += 0.5)
      for (let y = -20.75; y < 21; y += 1.5) for (let z = -20.75; z < 21; z += 1.5) cc += isIn(x, y, z) ? 0.5 * 1.5 * 1.5 : 0;
    const found = overlapOf(prior, prior, pull);
    expect(Math.abs(found.priorCarriedCc / (cc / 1000) - 1)).toBeLessThan(0.02);
  });
});
