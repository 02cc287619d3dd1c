import { describe, expect, it } from 'vitest';
import { CarriedPlane, latticeOver } from '../../../src/app/fusion/carried-plane';
import { rotation } from '../../../src/app/fusion/moved-map';
import { SolidTest } from '../../../src/app/fusion/solid-test';
import { planeGeometry, toPatient } from '../../../src/app/viewer/plane';
import type { ViewPlane } from '../../../src/app/viewer/scene';
import type { DisplacementField } from '../../../src/geometry/displacement-field';
import { affineMap, mapPoint, type PointMap, SAME_POINTS } from '../../../src/geometry/point-map';
import type { Vec3 } from '../../../src/geometry/vec3';
import { ellipticStack, volumeOf } from '../viewer/phantom';

const ct = volumeOf({ size: [80, 80, 50], spacing: [2, 2], offsets: 3, origin: [-79, -79, -73.5] }, () => 0);
/** A cylinder of 25 mm about (10, -5), from -30 to 30. */
const cylinder = ellipticStack(-30, 30, 3, () => [10, -5, 25, 25], 720);
const solid = new SolidTest(cylinder);

function outline(map: PointMap, view: ViewPlane, throughMm: number, stepMm = 1.5): Vec3[][] {
  const plane = planeGeometry(ct, view);
  const carried = new CarriedPlane(map, plane, throughMm, latticeOver(plane, stepMm));
  return carried
    .outline(cylinder, solid)
    .map((line) => Array.from({ length: line.length / 2 }, (_, n) => toPatient(plane, line[2 * n], line[2 * n + 1], throughMm)));
}
const isClosed = (line: Vec3[]) => line[0].every((mm, axis) => mm === line[line.length - 1][axis]);
const fromAxis = ([x, y]: Vec3) => Math.hypot(x - 10, y + 5);

describe('the inside of a solid', () => {
  it('is that of the formula', () => {
    const ring = new SolidTest({
      basis: { u: [0, 1, 0], v: [0, 0, 1], w: [1, 0, 0] },
      slabs: [0, 4].map((bottomMm) => ({
        bottomMm,
        topMm: bottomMm + 3,
        // A square of 20 mm with a hole of 6 mm.
        rings: [Float64Array.of(-10, -10, 10, -10, 10, 10, -10, 10), Float64Array.of(-3, -3, -3, 3, 3, 3, 3, -3)],
      })),
    });
    for (let w = -0.5; w < 8; w += 0.5) {
      for (let u = -11.25; u < 12; u += 1.5) {
        for (let v = -11.25; v < 12; v += 1.5) {
          const inSlab = (w >= 0 && w < 3) || (w >= 4 && w < 7);
          const inSquare = Math.max(Math.abs(u), Math.abs(v)) < 10 && Math.max(Math.abs(u), Math.abs(v)) > 3;
          expect(ring.contains(w, u, v), `${w} ${u} ${v}`).toBe(inSlab && inSquare);
        }
      }
    }
    expect(ring.bounds).toEqual([
      [-10, -10, 0],
      [10, 10, 7],
    ]);
  });

  it('of nothing is nowhere', () => {
    const nothing = new SolidTest({ basis: cylinder.basis, slabs: [] });
    expect(nothing.contains(0, 0, 0)).toBe(false);
    expect(nothing.bounds).toBeUndefined();
  });
});

describe('the outline of a prior organ on a planned picture', () => {
  it('is the organ’s own where the points are the same', () => {
    const [line, ...others] = outline(SAME_POINTS, 'axial', 4);
    expect(others).toEqual([]);
    expect(isClosed(line)).toBe(true);
    expect(line.length).toBeGreaterThan(100);
    // Half of the 0.1 mm that the way between two nodes is halved to, and the sagitta of the drawn circle's 720 sides.
    for (const point of line) expect(Math.abs(fromAxis(point) - 25)).toBeLessThan(0.051);
    expect(outline(SAME_POINTS, 'axial', 31)).toEqual([]);
    expect(outline(SAME_POINTS, 'axial', -29.9).length).toBe(1);
  });

  it('is turned and shifted with an affine map', () => {
    // A third of a right angle about the left-right axis; the plane through it cuts the cylinder in an ellipse.
    const map = affineMap(rotation({ axis: [1, 0, 0], degrees: 30, centreMm: [0, 0, 0] }));
    const [line] = outline(map, 'axial', 2);
    for (const point of line) expect(Math.abs(fromAxis(mapPoint(map, point)!) - 25)).toBeLessThan(0.051);
    const back = line.map(([, y]) => y);
    expect((Math.max(...back) - Math.min(...back)) / 50).toBeCloseTo(1 / Math.cos(Math.PI / 6), 2);
  });

  it('is a rectangle in the coronal picture through the axis', () => {
    const [line] = outline(affineMap([1, 0, 0, 6, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]), 'coronal', -5);
    const side = (axis: 0 | 2) => line.map((point) => point[axis]);
    expect(Math.min(...side(0))).toBeCloseTo(-21, 1);
    expect(Math.max(...side(0))).toBeCloseTo(29, 1);
    expect(Math.min(...side(2))).toBeCloseTo(-30, 1);
    expect(Math.max(...side(2))).toBeCloseTo(30, 1);
  });

  it('follows a deformation, and ends where that is not known', () => {
    // Shift to the left by 4 mm cos(2π z / 40), known from x = -22 on.
    const displacementMm = new Float32Array(3 * 25 * 2 * 50);
    for (let n = 0; n < 2500; n++) displacementMm[3 * n] = 4 * Math.cos((2 * Math.PI * (4 * Math.floor(n / 50) - 98)) / 40);
    const field: DisplacementField = {
      originMm: [-20, -90, -98],
      alongRow: [1, 0, 0],
      alongColumn: [0, 1, 0],
      normal: [0, 0, 1],
      spacingMm: [4, 180, 4],
      size: [25, 2, 50],
      displacementMm,
    };
    const map: PointMap = [{ matrix: [1, 0, 0, -8, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1], field }];
    const lines = outline(map, 'coronal', -5);
    const sides = lines.flat().filter(([, , z]) => Math.abs(z) < 29);
    expect(sides.length).toBeGreaterThan(60);
    for (const point of sides) expect(Math.abs(fromAxis(mapPoint(map, point)!) - 25)).toBeLessThan(0.1);
    for (const [x] of lines.flat()) expect(x).toBeGreaterThan(-22.01);
    // The organ's right side (at x = -15 + 8 -+ 4) is known, and the line is closed.
    expect(lines.length).toBe(1);
    expect(isClosed(lines[0])).toBe(true);
    // At x = -15 - 14 -+ 4 it is not.
    const cut = outline([{ matrix: [1, 0, 0, 14, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1], field }], 'coronal', -5);
    expect(cut.length).toBe(1);
    expect(isClosed(cut[0])).toBe(false);
    expect(Math.min(...cut[0].map(([x]) => x + 22))).toBeLessThan(1.6);
  });
});
