import { describe, expect, it } from 'vitest';
import { affineMap, mapPoint, type PointMap } from '../../../src/geometry/point-map';
import type { SlabStack } from '../../../src/geometry/slab-stack';
import { applyMatrix, IDENTITY, invert, type Matrix4 } from '../../../src/geometry/transform';
import { cross, length, subtract, type Vec3 } from '../../../src/geometry/vec3';
import { type Overlap, overlapOf } from '../../../src/registration/quality/overlap';
import { matrixOfSixDegrees } from '../../../src/registration/quality/six-degrees';
import { AXIAL_BASIS, ball, ballCc, box, field, fieldMap, onAxes, scalingMap } from './bodies';

/*
 * Closed forms. Tolerances: Dice within 0.01 and mean distances within 0.1 mm for balls in slabs of 0.5 mm, whose steps are
 * what is left: two piles of discs that are turned against each other are not the same body. The percentile reads single
 * points on the steps: 0.35 mm.
 */
const expectOverlap = (found: Overlap, exact: { dice: number; meanMm: number; hd95Mm: number }) => {
  expect(Math.abs(found.dice - exact.dice)).toBeLessThan(0.01);
  expect(Math.abs(found.meanSurfaceDistanceMm! - exact.meanMm)).toBeLessThan(0.1);
  expect(Math.abs(found.hausdorff95Mm! - exact.hd95Mm)).toBeLessThan(0.35);
};

/** Two balls of radius r, d apart: the lens is π (4r + d)(2r - d)² / 12 (two caps of height r - d/2). */
const diceOfBalls = (r: number, d: number) => (d >= 2 * r ? 0 : ((4 * r + d) * (2 * r - d) ** 2) / (16 * r ** 3));
/**
 * The distance of a point of one ball to the other is |s - r|, s being its distance from the other's centre. s² is even
 * over the ball between (r - d)² and (r + d)², so for d ≤ r the mean of |s - r| is d/2, and 95 % are within 0.95 d.
 */
const shifted = (r: number, d: number) => ({ dice: diceOfBalls(r, d), meanMm: d / 2, hd95Mm: 0.95 * d });
/** Balls of radii r < R about one centre: the surfaces are R - r apart throughout. */
const concentric = (r: number, R: number) => ({
  dice: (2 * r ** 3) / (r ** 3 + R ** 3),
  meanMm: R - r,
  hd95Mm: R - r,
});
const C: Vec3 = [4, -30, 210];

describe('the overlap of an organ with itself', () => {
  it('is 1 with no distance for the same shape', () => {
    const found = overlapOf(ball(C, 25), ball(C, 25), []);
    expect(found.dice).toBe(1);
    expect(found.meanSurfaceDistanceMm).toBeLessThan(1e-9);
    expect(found.hausdorff95Mm).toBeLessThan(1e-9);
    expect(found.centroidDistanceMm).toBe(0);
    expect(Math.abs(found.priorCc - ballCc(25))).toBeLessThan(0.1);
    // The lattice counts to half a percent.
    expect(Math.abs(found.priorCarriedCc / ballCc(25) - 1)).toBeLessThan(0.006);
  });

  it.each([
    [1, 0, 0],
    [0, 0, 4],
    [2, 3, 6],
    [-20, 0, 0],
  ])('of two balls apart by (%d, %d, %d) mm is the closed form', (x, y, z) => {
    const found = overlapOf(ball(C, 25), ball([C[0] + x, C[1] + y, C[2] + z], 25), []);
    expectOverlap(found, shifted(25, Math.hypot(x, y, z)));
    [x, y, z].forEach((mm, axis) => expect(Math.abs(found.centroidShiftMm![axis] - mm)).toBeLessThan(0.1));
  });

  it.each([
    [20, 25],
    [12, 15],
    [4, 5],
  ])('of balls of %d and %d mm about one centre is the closed form, either way round', (r, R) => {
    // Small organs are drawn on fine slices here, so that the slabs' steps stay small beside them.
    const slabMm = r / 20;
    expectOverlap(overlapOf(ball(C, r, slabMm), ball(C, R, slabMm), []), concentric(r, R));
    expectOverlap(overlapOf(ball(C, R, slabMm), ball(C, r, slabMm), []), concentric(r, R));
  });

  it('of boxes that share nothing is 0, with the distances by quadrature', () => {
    const found = overlapOf(box([0, 0, 0], [10, 20, 30]), box([100, 0, 0], [110, 20, 30]), []);
    expect(found.dice).toBe(0);
    // From the box to the other's near side: the near side (600 mm²) is 90 mm away, the far side (600) 100 mm, the
    // other four (1000 in all) 95 mm on average; both ways alike.
    // 5000 points, 3.5 mm about their mean (root mean square), know it to 0.05 mm.
    expect(Math.abs(found.meanSurfaceDistanceMm! - 95)).toBeLessThan(0.15);
    expect(Math.abs(found.hausdorff95Mm! - 100)).toBeLessThan(0.05);
    expect(found.centroidDistanceMm).toBeCloseTo(100, 6);
    expect(found.priorCarriedCc).toBeCloseTo(6, 1);
  });

  it('has both directions in it: a bar and its lower half, either way round', () => {
    const [whole, half] = [box([0, 0, 0], [10, 10, 100]), box([0, 0, 0], [10, 10, 50])];
    // From the whole (4200 mm²): the upper walls (2000) are 25 mm away on average, the top (100) 50 mm; all else is shared.
    const toHalf = (2000 * 25 + 100 * 50) / 4200;
    // From the half (2200 mm²): its top (100) is 10 / 6 mm from the whole's walls on average (a pyramid).
    const toWhole = (100 * (10 / 6)) / 2200;
    // 5 % of 4200 are the top and 110 mm² of the walls below it, 2.75 mm of their height.
    for (const found of [overlapOf(whole, half, []), overlapOf(half, whole, [])]) {
      expectOverlap(found, { dice: 2 / 3, meanMm: (toHalf + toWhole) / 2, hd95Mm: 47.25 });
    }
  });

  it('gives a thin organ six nodes across, however large its box', () => {
    const disc = (x: number, y: number) => ball([x, y, 0], 4, 8).slabs[0].rings;
    const slanting = (x: number): SlabStack => ({
      basis: AXIAL_BASIS,
      slabs: Array.from({ length: 200 }, (_, n) => ({ bottomMm: n, topMm: n + 1, rings: disc(x + n / 2, n / 2) })),
    });
    const { dice, latticeMm } = overlapOf(slanting(0), slanting(3), []);
    expect(latticeMm).toBeCloseTo(8 / 6, 2);
    // The lens of two circles: 2 r² acos(d / 2r) - (d / 2) √(4r² - d²), over π r².
    expect(Math.abs(dice - (2 * 16 * Math.acos(3 / 8) - 1.5 * Math.sqrt(64 - 9)) / (16 * Math.PI))).toBeLessThan(0.01);
  });

  it('is that of tubes too: two of 8 mm, 200 mm long, 3 mm apart', () => {
    const tube = (x: number): SlabStack => {
      const disc = ball([x, 0, 0], 4, 8).slabs[0].rings;
      return {
        basis: AXIAL_BASIS,
        slabs: Array.from({ length: 100 }, (_, n) => ({ bottomMm: 2 * n, topMm: 2 * n + 2, rings: disc })),
      };
    };
    const { dice, meanSurfaceDistanceMm } = overlapOf(tube(0), tube(3), []);
    // The lens of two circles: 2 r² acos(d / 2r) - (d / 2) √(4r² - d²), over π r².
    const lens = 2 * 16 * Math.acos(3 / 8) - 1.5 * Math.sqrt(64 - 9);
    expect(Math.abs(dice - lens / (16 * Math.PI))).toBeLessThan(0.01);
    // |√(r² + d² + 2 r d cos φ) - r| over the circle, by quadrature; the ends add 4 % of the area at less distance.
    let mean = 0;
    for (let n = 0; n < 3600; n++) mean += Math.abs(Math.sqrt(25 + 24 * Math.cos((n * Math.PI) / 1800)) - 4) / 3600;
    expect(Math.abs(meanSurfaceDistanceMm! - mean)).toBeLessThan(0.1);
  });
});

describe('the steps of thick slices', () => {
  // What docs/physics.md says of them, to the digits given there.
  const turn = affineMap(matrixOfSixDegrees({ centreMm: [0, 0, 0], shiftMm: [0, 0, 0], turnDegrees: [10, 5, 5] }));

  it.each([
    [1, 0.99, 0.1, 0.99, 0.2, 5.0],
    [3, 0.97, 0.3, 0.95, 0.7, 4.7],
    [5, 0.95, 0.6, 0.93, 1.0, 4.4],
  ])('of %d mm', (slabMm, turnedDice, turnedMm, betweenDice, betweenMm, apartMm) => {
    const own = ball([0, 0, 0], 25, slabMm);
    const turned = overlapOf(own, own, turn);
    const between = overlapOf(own, ball([0, 0, slabMm / 2], 25, slabMm), []);
    const apart = overlapOf(own, ball([0, 0, 0], 30, slabMm), []);
    expect(Math.abs(turned.dice - turnedDice)).toBeLessThan(0.0051);
    expect(Math.abs(turned.meanSurfaceDistanceMm! - turnedMm)).toBeLessThan(0.051);
    expect(Math.abs(between.dice - betweenDice)).toBeLessThan(0.0051);
    expect(Math.abs(between.meanSurfaceDistanceMm! - betweenMm)).toBeLessThan(0.051);
    expect(Math.abs(apart.meanSurfaceDistanceMm! - apartMm)).toBeLessThan(0.051);
  });
});

describe('an organ brought over by a rigid map', () => {
  const planned = ball(C, 25);
  const matrix = matrixOfSixDegrees({ centreMm: [0, 0, 100], shiftMm: [140, -60, 800], turnDegrees: [20, -35, 110] });
  const map = affineMap(matrix);

  it('has the closed forms of balls', () => {
    const there = (at: Vec3): Vec3 => applyMatrix(matrix, at);
    expectOverlap(overlapOf(planned, ball(there(C), 25), map), shifted(25, 0));
    const apart = overlapOf(planned, ball(there([C[0] + 2, C[1] + 3, C[2] + 6]), 25), map);
    expectOverlap(apart, shifted(25, 7));
    [2, 3, 6].forEach((mm, axis) => expect(Math.abs(apart.centroidShiftMm![axis] - mm)).toBeLessThan(0.1));
    expectOverlap(overlapOf(planned, ball(there(C), 20), map), concentric(20, 25));
  });

  it('falls on itself where the prior contours are the same box on the turned axes, and not by the map reversed', () => {
    const own = box([10, -20, 5], [50, 10, 25]);
    // The same box about the frame's origin, turned by the matrix without its shift.
    const turn: Matrix4 = [...matrix.slice(0, 3), 0, ...matrix.slice(4, 7), 0, ...matrix.slice(8, 11), 0, 0, 0, 0, 1];
    const u = applyMatrix(turn, [1, 0, 0]);
    const v = applyMatrix(turn, [0, 1, 0]);
    const turned = onAxes(own, { u, v, w: cross(u, v) });
    const found = overlapOf(own, turned, affineMap(turn));
    expect(found.dice).toBeGreaterThan(0.9999);
    // A crossing is found to a 128th of the lattice's spacing.
    expect(found.meanSurfaceDistanceMm).toBeLessThan(0.01);
    // The box's own volume is 24 cc, and 24 cc arrive.
    expect(found.priorCc).toBeCloseTo(24, 6);
    expect(found.priorCarriedCc).toBeCloseTo(24, 0);
    expect(overlapOf(own, turned, affineMap(invert(turn))).dice).toBeLessThan(0.5);
  });
});

describe('an organ brought over by a deformation', () => {
  it('is scaled: a prior ball of 25 mm comes back as one of 20 mm where the map stretches by 1.25', () => {
    const map = scalingMap(C, 1.25);
    const found = overlapOf(ball(C, 25), ball(C, 25), map);
    expectOverlap(found, concentric(20, 25));
    expect(Math.abs(found.priorCc - ballCc(25))).toBeLessThan(0.1);
    expect(Math.abs(found.priorCarriedCc - ballCc(20))).toBeLessThan(0.2);
    expectOverlap(overlapOf(ball(C, 20), ball(C, 25), map), shifted(20, 0));
    // Beside the centre: the prior ball about C + 1.25 (2, 3, 6) comes back about C + (2, 3, 6).
    expectOverlap(overlapOf(ball(C, 20), ball([C[0] + 2.5, C[1] + 3.75, C[2] + 7.5], 25), map), shifted(20, 7));
  });

  it('is scaled and turned in a chain', () => {
    const turn = matrixOfSixDegrees({ centreMm: [0, 0, 0], shiftMm: [70, 20, -300], turnDegrees: [0, 30, 80] });
    const map: PointMap = [...scalingMap(C, 1.25), ...affineMap(turn)];
    expectOverlap(overlapOf(ball(C, 20), ball(applyMatrix(turn, C), 25), map), shifted(20, 0));
    expectOverlap(overlapOf(ball(C, 25), ball(applyMatrix(turn, C), 25), map), concentric(20, 25));
  });

  it('is found where strong waves move it about', () => {
    // The carried body is asked point by point whether it is one: every point of the planned frame whose image lies in
    // the prior ball. The count is taken here on a lattice of its own, 0.8 mm, over all that the waves can reach.
    const waves = fieldMap(
      field([-80, -80, -80], [4, 4, 4], [41, 41, 41], ([x, y, z]) => [
        12 + 6 * Math.sin(y / 12),
        -9 + 6 * Math.sin(z / 14),
        15 + 5 * Math.sin(x / 13),
      ]),
    );
    const [planned, prior] = [ball([0, 0, 0], 20), ball([10, -10, 15], 18)];
    const found = overlapOf(planned, prior, waves);
    let [inPlanned, inPrior, inBoth] = [0, 0, 0];
    for (let x = -45.6; x <= 45.6; x += 1.2) {
      for (let y = -45.6; y <= 45.6; y += 1.2) {
        for (let z = -45.6; z <= 45.6; z += 1.2) {
          const isPlanned = Math.hypot(x, y, z) < 20;
          const isPrior = length(subtract(mapPoint(waves, [x, y, z])!, [10, -10, 15])) < 18;
          inPlanned += +isPlanned;
          inPrior += +isPrior;
          inBoth += +(isPlanned && isPrior);
        }
      }
    }
    expect(Math.abs(found.dice - (2 * inBoth) / (inPlanned + inPrior))).toBeLessThan(0.005);
    expect(Math.abs(found.priorCarriedCc / ((inPrior * 1.2 ** 3) / 1000) - 1)).toBeLessThan(0.01);
  });

  it('that covers half of it counts the half, and takes no distance at the border of what is known', () => {
    // A field without displacement that ends half a node beyond x = C[0]: the ball's other half is unknown.
    const half = fieldMap(field([C[0] - 60.5, C[1] - 60, C[2] - 60], [1, 20, 20], [61, 7, 7], () => [0, 0, 0]));
    const found = overlapOf(ball(C, 25), ball(C, 25), half);
    // 2 · ½ / (1 + ½).
    expect(Math.abs(found.dice - 2 / 3)).toBeLessThan(0.01);
    expect(Math.abs(found.priorCarriedCc / ballCc(25) - 0.5)).toBeLessThan(0.02);
    // What lies beyond the border is not measured from; what lies on it is measured to the nearest carried point.
    expect(found.meanSurfaceDistanceMm).toBeLessThan(0.05);
  });

  it('that reaches nothing of it has no distances', () => {
    const far = fieldMap(field([500, 500, 500], [10, 10, 10], [3, 3, 3], () => [0, 0, 0]));
    const found = overlapOf(ball(C, 10), ball(C, 10), far);
    expect(Object.keys(found).sort()).toEqual(['dice', 'latticeMm', 'priorCarriedCc', 'priorCc']);
    expect([found.dice, found.priorCarriedCc]).toEqual([0, 0]);
    expect(mapPoint([{ matrix: IDENTITY }, ...far], C)).toBeUndefined();
  });
});
