import { describe, expect, it } from 'vitest';
import { applyMatrix, IDENTITY, type Matrix4 } from '../../../src/geometry/transform';
import type { Vec3 } from '../../../src/geometry/vec3';
import { matrixOfSixDegrees, rigidMotionOf, sixDegreesOf } from '../../../src/registration/quality/six-degrees';
import { randomFrom } from '../../geometry/solids';

const CENTRE: Vec3 = [12, -40, 150];
const STILL: Vec3 = [0, 0, 0];
const moved = (turnDegrees: Vec3, x: Vec3, shiftMm: Vec3 = STILL) =>
  applyMatrix(matrixOfSixDegrees({ centreMm: CENTRE, shiftMm, turnDegrees }), x);
const expectNear = (found: readonly number[], exact: readonly number[], digits = 9) => {
  expect(found).toHaveLength(exact.length);
  exact.forEach((value, n) => expect(found[n]).toBeCloseTo(value, digits));
};

describe('six degrees of freedom', () => {
  it('turn by the right-hand rule about the axes through the centre', () => {
    expectNear(moved([90, 0, 0], [12, -30, 150]), [12, -40, 160]);
    expectNear(moved([0, 90, 0], [12, -40, 160]), [22, -40, 150]);
    expectNear(moved([0, 0, 90], [22, -40, 150]), [12, -30, 150]);
    expectNear(moved([31, -12, 77], CENTRE, [1, 2, 3]), [13, -38, 153]);
  });

  it('turn about x first, then about y, then about z, the axes staying where they are', () => {
    // From +y: about x to +z, about y to +x, about z to +y; in any other order it ends elsewhere.
    expectNear(moved([90, 90, 90], [12, -30, 150]), [12, -30, 150]);
    // From +x: about x stays, about y to -z, about z stays.
    expectNear(moved([90, 90, 90], [22, -40, 150]), [12, -40, 140]);
    // About x by 90° and then about z by 90°: +y to +z, which stays; z before x would send +y to -x.
    expectNear(moved([90, 0, 90], [12, -30, 150]), [12, -40, 160]);
  });

  it('shift after the turn', () => {
    expectNear(moved([0, 0, 90], [22, -40, 150], [1, 2, 3]), [13, -28, 153]);
    expect(matrixOfSixDegrees({ centreMm: CENTRE, shiftMm: [1, 2, 3], turnDegrees: STILL })).toEqual([
      1, 0, 0, 1, 0, 1, 0, 2, -0, 0, 1, 3, 0, 0, 0, 1,
    ]);
  });

  it('are found again from the matrix', () => {
    const random = randomFrom(5);
    for (let n = 0; n < 200; n++) {
      const turnDegrees: Vec3 = [360 * random() - 180, 178 * random() - 89, 360 * random() - 180];
      const six = { centreMm: CENTRE, shiftMm: [20 * random(), -30 * random(), 500 * random()] as const, turnDegrees };
      const found = sixDegreesOf(matrixOfSixDegrees(six), CENTRE)!;
      expectNear(found.shiftMm, six.shiftMm);
      // The cosine of 89° leaves two digits less.
      expectNear(found.turnDegrees, turnDegrees, 8);
    }
  });

  it.each([90, -90])('at %d° about y give the turn about x as 0 and the same matrix', (degrees) => {
    const matrix = matrixOfSixDegrees({ centreMm: CENTRE, shiftMm: [1, 2, 3], turnDegrees: [25, degrees, 40] });
    const found = sixDegreesOf(matrix, CENTRE)!;
    // The two turns are about one axis: they subtract at +90° and add at -90°.
    expectNear(found.turnDegrees, [0, degrees, degrees > 0 ? 15 : 65]);
    expectNear(matrixOfSixDegrees(found), matrix);
  });

  it.each([89.9999, 89.999999, 89.9999999, -89.9999999])('near the lock, at %d°, give the same matrix', (degrees) => {
    const matrix = matrixOfSixDegrees({ centreMm: STILL, shiftMm: STILL, turnDegrees: [25, degrees, 40] });
    // At the lock's border a turn of 1e-7 about x is dropped.
    expectNear(matrixOfSixDegrees(sixDegreesOf(matrix, STILL)!), matrix, 6);
  });

  it('are not of a matrix that scales, shears, mirrors or is no number', () => {
    const rows: Matrix4[] = [
      [1.01, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1],
      [1, 0.01, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1],
      [-1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1],
      [Number.NaN, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1],
    ];
    for (const matrix of rows) {
      expect(sixDegreesOf(matrix, CENTRE)).toBeUndefined();
      expect(rigidMotionOf(matrix, CENTRE)).toBeUndefined();
    }
    // Six digits, as exported.
    expectNear(
      sixDegreesOf([0.866025, -0.5, 0, 0, 0.5, 0.866025, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1], STILL)!.turnDegrees,
      [0, 0, 30],
      4,
    );
  });
});

describe('a rigid motion in numbers', () => {
  it('has the distance of the centre and the angle of the one turn', () => {
    const motion = rigidMotionOf(matrixOfSixDegrees({ centreMm: CENTRE, shiftMm: [2, 3, 6], turnDegrees: [0, 0, 25] }), CENTRE)!;
    expectNear([motion.distanceMm, motion.angleDegrees], [7, 25]);
    // 90° about x and 90° about y make 120° about a diagonal.
    const diagonal = matrixOfSixDegrees({ centreMm: CENTRE, shiftMm: STILL, turnDegrees: [90, 90, 0] });
    expect(rigidMotionOf(diagonal, CENTRE)!.angleDegrees).toBeCloseTo(120, 9);
  });

  it('tells the least angles, and none', () => {
    const small = matrixOfSixDegrees({ centreMm: CENTRE, shiftMm: STILL, turnDegrees: [0, 0.0001, 0] });
    expect(rigidMotionOf(small, CENTRE)!.angleDegrees).toBeCloseTo(0.0001, 10);
    const still = rigidMotionOf(IDENTITY, CENTRE)!;
    expectNear([...still.turnDegrees, ...still.shiftMm, still.distanceMm, still.angleDegrees], [0, 0, 0, 0, 0, 0, 0, 0]);
  });
});
