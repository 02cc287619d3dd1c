import { describe, expect, it } from 'vitest';
import { affineMap, type PointMap } from '../../../src/geometry/point-map';
import { sampleRoi } from '../../../src/geometry/roi-samples';
import { applyMatrix, type Matrix4 } from '../../../src/geometry/transform';
import { length, subtract, type Vec3 } from '../../../src/geometry/vec3';
import { organDeformation } from '../../../src/registration/quality/organ-deformation';
import { registrationQuality } from '../../../src/registration/quality/registration-quality';
import { matrixOfSixDegrees } from '../../../src/registration/quality/six-degrees';
import { ball, ballCc, box, field, fieldMap, scalingMap } from './bodies';

const C: Vec3 = [10, -20, 30];
const points = (stack: ReturnType<typeof box>) => sampleRoi(stack, []);

describe('what a map does to an organ', () => {
  it('is nothing for a rigid one', () => {
    const map = affineMap(matrixOfSixDegrees({ centreMm: C, shiftMm: [40, 50, 60], turnDegrees: [10, 20, 30] }));
    const { unknownShare, deformation } = organDeformation(map, points(ball(C, 20)));
    expect(unknownShare).toBe(0);
    expect(deformation!.minDeterminant.value).toBeCloseTo(1, 12);
    expect(deformation!.maxDeterminant.value).toBeCloseTo(1, 12);
    expect(deformation!.foldedShare).toBe(0);
    expect(deformation!.maxDisplacementMm.value).toBeCloseTo(0, 12);
  });

  it('is s³ and (s - 1) times the distance from the centre for a scaling field', () => {
    const { deformation } = organDeformation(scalingMap(C, 1.25), points(ball(C, 20)));
    expect(deformation!.minDeterminant.value).toBeCloseTo(1.953125, 4);
    expect(deformation!.maxDeterminant.value).toBeCloseTo(1.953125, 4);
    // The farthest point lies within a cell (1 mm) of the surface; the mean distance in a ball is ¾ of the radius.
    expect(Math.abs(deformation!.maxDisplacementMm.value - 5)).toBeLessThan(0.25);
    expect(Math.abs(length(subtract(deformation!.maxDisplacementMm.atMm, C)) - 20)).toBeLessThan(1);
    expect(Math.abs(deformation!.meanDisplacementMm - 3.75)).toBeLessThan(0.02);
  });

  it('counts what the fields do, not the matrices before and after', () => {
    const matrix = matrixOfSixDegrees({ centreMm: C, shiftMm: [40, 50, 60], turnDegrees: [10, 20, 30] });
    const back: Matrix4 = [2, 0, 0, 0, 0, 2, 0, 0, 0, 0, 2, 0, 0, 0, 0, 1];
    const push = fieldMap(field([-100, -100, -100], [20, 20, 20], [11, 11, 11], () => [0, 3, 4]));
    const map: PointMap = [...push, ...affineMap(matrix), ...affineMap(back)];
    const { deformation } = organDeformation(map, points(ball(C, 10)));
    // A push of 5 mm, turned and then made twice as long.
    expect(deformation!.maxDisplacementMm.value).toBeCloseTo(10, 5);
    expect(deformation!.meanDisplacementMm).toBeCloseTo(10, 5);
    expect(deformation!.minDeterminant.value).toBeCloseTo(8, 5);
  });

  it('finds the share that folds, and where it is worst', () => {
    // A box of 40 mm along x, of which 10 mm fold (u = -2 (x - 20)): a quarter. In 5 mm more it is stretched twofold.
    const map = fieldMap(
      field([-10, -10, -10], [5, 10, 10], [13, 5, 5], ([x]) => [
        x < 20 ? 0 : x <= 30 ? -2 * (x - 20) : Math.min(x, 35) - 50,
        0,
        0,
      ]),
    );
    const { deformation } = organDeformation(map, points(box([0, 0, 0], [40, 20, 20])));
    expect(Math.abs(deformation!.foldedShare - 0.25)).toBeLessThan(0.01);
    expect(deformation!.minDeterminant.value).toBeCloseTo(-1, 5);
    expect(deformation!.minDeterminant.atMm[0]).toBeGreaterThan(20);
    expect(deformation!.minDeterminant.atMm[0]).toBeLessThan(30);
    expect(deformation!.maxDeterminant.value).toBeCloseTo(2, 5);
    expect(deformation!.maxDeterminant.atMm[0]).toBeGreaterThan(30);
    expect(deformation!.maxDeterminant.atMm[0]).toBeLessThan(35);
    expect(Math.abs(deformation!.maxDisplacementMm.value - 20)).toBeLessThan(0.5);
    expect(Math.abs(deformation!.maxDisplacementMm.atMm[0] - 30)).toBeLessThan(0.5);
  });

  it('tells the share where the map is unknown, and speaks of the rest', () => {
    // The field ends half a node beyond x = 28: at 30, three quarters of the box.
    const map = fieldMap(field([-12, -10, -10], [4, 10, 10], [11, 5, 5], ([x]) => [0, 0, 0.1 * x]));
    const { unknownShare, deformation } = organDeformation(map, points(box([0, 0, 0], [40, 20, 20])));
    expect(Math.abs(unknownShare - 0.25)).toBeLessThan(0.01);
    // The outermost displacement is held from 28 to 30.
    expect(deformation!.maxDisplacementMm.value).toBeCloseTo(2.8, 5);
    expect(organDeformation(map, points(box([100, 0, 0], [110, 10, 10])))).toStrictEqual({ unknownShare: 1 });
  });
});

describe('the quality of a registration', () => {
  const map = affineMap(matrixOfSixDegrees({ centreMm: C, shiftMm: [3, -4, 12], turnDegrees: [0, 0, 5] }));
  const there = (at: Vec3): Vec3 => applyMatrix(map[0].matrix, at);
  const found = registrationQuality({
    map,
    organs: [
      { name: 'Heart', planned: ball(C, 25), prior: ball(there([C[0] + 4, C[1], C[2]]), 25) },
      { name: 'Lungs', planned: box([0, 0, 0], [40, 30, 20]) },
    ],
    landmarks: [{ name: 'Carina', plannedMm: C, priorMm: [13, -24, 45] }],
    centreMm: C,
  });

  it('has the figures of each organ, those of the landmarks and the motion', () => {
    const [heart, lungs] = found.organs;
    expect([heart.name, lungs.name]).toEqual(['Heart', 'Lungs']);
    expect(Math.abs(heart.plannedCc - ballCc(25))).toBeLessThan(0.1);
    expect(lungs.plannedCc).toBeCloseTo(24, 3);
    // Two balls of 25 mm, 4 mm apart: Dice (100 + 4) · 46² / (16 · 25³) = 0.8803; mean distance 2 mm.
    expect(Math.abs(heart.overlap!.dice - 0.8803)).toBeLessThan(0.01);
    expect(Math.abs(heart.overlap!.meanSurfaceDistanceMm! - 2)).toBeLessThan(0.1);
    expect(Object.keys(lungs)).toEqual(['name', 'plannedCc', 'unknownShare', 'deformation', 'foldedCells']);
    // (10, -20, 30) goes to (13, -24, 42): 3 mm short of the prior carina.
    expect(found.landmarks.all!.maxMm).toBeCloseTo(3, 9);
    expect(found.fields).toEqual([]);
    expect(found.affine.determinant).toBeCloseTo(1, 12);
    expect(found.affine.motion!.distanceMm).toBeCloseTo(13, 9);
    expect(found.affine.motion!.turnDegrees[2]).toBeCloseTo(5, 9);
  });

  it('is plain data', () => {
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });

  it('has no motion without a centre, or where the matrices are not rigid', () => {
    const stretch: Matrix4 = [1.1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
    expect(registrationQuality({ map, organs: [], landmarks: [] }).affine.motion).toBeUndefined();
    expect(registrationQuality({ map: affineMap(stretch), organs: [], landmarks: [], centreMm: C }).affine).toEqual({
      determinant: 1.1,
    });
  });

  it('of a deformation tells its fields, with the folds in each organ', () => {
    const folding = fieldMap(
      field([-10, -10, -10], [5, 5, 5], [13, 9, 9], ([x]) => [x < 20 ? 0 : x <= 30 ? -2 * (x - 20) : -20, 0, 0]),
    );
    const quality = registrationQuality({
      map: folding,
      organs: [
        { name: 'in', planned: box([15, 0, 0], [40, 20, 20]) },
        { name: 'beside', planned: box([-5, 0, 0], [15, 20, 20]), prior: box([-5, 0, 0], [15, 20, 20]) },
      ],
      landmarks: [],
    });
    // 12 × 8 × 8 cells, of which two columns of 64 fold.
    expect(quality.fields.map(({ cells, foldedCells }) => [cells, foldedCells])).toEqual([[768, 128]]);
    // In the organ: two columns of 4 × 4 cells.
    expect(quality.organs.map(({ foldedCells }) => foldedCells)).toEqual([32, 0]);
    expect(Math.abs(quality.organs[0].deformation!.foldedShare - 0.4)).toBeLessThan(0.01);
    expect(quality.organs[1].deformation!.foldedShare).toBe(0);
  });
});
