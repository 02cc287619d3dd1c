import { describe, expect, it } from 'vitest';
import { DosePlane, latticeOf, valuesAt } from '../../../src/app/viewer/dose-plane';
import { isodoseLines } from '../../../src/app/viewer/isodose-lines';
import type { PlaneLine } from '../../../src/app/viewer/lattice-lines';
import { type PlaneGeometry, planeGeometry, toPatient } from '../../../src/app/viewer/plane';
import type { ViewPlane } from '../../../src/app/viewer/scene';
import { type DoseField, inOwnFrame } from '../../../src/geometry/interpolate';
import { affineMap } from '../../../src/geometry/point-map';
import { gridOf, volumeOf } from './phantom';

const linear = (x: number, y: number, z: number) => 30 + 0.2 * x - 0.1 * y + 0.15 * z;
const ct = volumeOf({ size: [100, 100, 60], spacing: [2, 2], offsets: 3, origin: [-99, -99, -90] }, () => 0);
const grid = gridOf([-60, -50, -40], [2.5, 2.5, 2.5], [49, 41, 33], linear);
const field = inOwnFrame(grid);

function sampled(view: ViewPlane, throughMm: number, of: DoseField = field) {
  const plane = planeGeometry(ct, view);
  const lattice = latticeOf(plane, of);
  if (!lattice) throw new Error('no lattice');
  const doses = new DosePlane(plane, of, lattice);
  return { plane, lattice, values: doses.sample(throughMm), doses };
}

const pointsOf = (plane: PlaneGeometry, throughMm: number, line: PlaneLine) =>
  Array.from({ length: line.length / 2 }, (_, n) => toPatient(plane, line[2 * n], line[2 * n + 1], throughMm));

describe('the dose on a picture', () => {
  it.each(['axial', 'coronal', 'sagittal'] as const)('is the dose of the place at each node: %s', (view) => {
    const { plane, lattice, values } = sampled(view, 7.3);
    expect(lattice.stepMm).toBe(2);
    let known = 0;
    for (let j = 0, n = 0; j < lattice.rows; j++) {
      for (let i = 0; i < lattice.columns; i++, n++) {
        const [x, y, z] = toPatient(plane, lattice.acrossMm + i * 2, lattice.downMm + j * 2, 7.3);
        const inside = x >= -60 && x <= 60 && y >= -50 && y <= 50 && z >= -40 && z <= 40;
        if (!inside) continue;
        known++;
        expect(Math.abs(values[n] - linear(x, y, z))).toBeLessThan(1e-4);
      }
    }
    expect(known).toBeGreaterThan(1500);
  });

  it('covers the grid with its outermost half voxels, and no more than the CT', () => {
    const { lattice } = sampled('axial', 0);
    expect(lattice.acrossMm).toBeGreaterThanOrEqual(-61.25);
    expect(lattice.acrossMm).toBeLessThan(-59.2);
    expect(lattice.acrossMm + (lattice.columns - 1) * 2).toBeGreaterThan(59.2);
    const wide = inOwnFrame(gridOf([-300, -300, -40], [5, 5, 5], [121, 121, 17], linear));
    const { lattice: cut } = sampled('axial', 0, wide);
    expect(cut.acrossMm).toBeGreaterThanOrEqual(-100);
    expect(cut.acrossMm + (cut.columns - 1) * cut.stepMm).toBeLessThanOrEqual(100);
    const elsewhere = inOwnFrame(gridOf([300, 300, -40], [5, 5, 5], [21, 21, 17], linear));
    expect(latticeOf(planeGeometry(ct, 'axial'), elsewhere)).toBeUndefined();
  });

  it('follows the way into the frame of another course', () => {
    // A quarter turn about the head-feet axis, and 10 mm to the left: x' = -y, y' = x - 10.
    const moved: DoseField = { grid, toGridFrame: affineMap([0, -1, 0, 0, 1, 0, 0, -10, 0, 0, 1, 0, 0, 0, 0, 1]) };
    const { plane, lattice, values } = sampled('axial', 4.5, moved);
    const [x, y] = [21, -13];
    const n =
      Math.round((y - lattice.downMm) / lattice.stepMm) * lattice.columns + Math.round((x - lattice.acrossMm) / lattice.stepMm);
    const [px, py] = toPatient(
      plane,
      lattice.acrossMm + (n % lattice.columns) * lattice.stepMm,
      lattice.downMm + Math.floor(n / lattice.columns) * lattice.stepMm,
      4.5,
    );
    expect(values[n]).toBeCloseTo(linear(-py, px - 10, 4.5), 3);
    expect(valuesAt([21, -13, 4.5], [moved, field])).toEqual([
      expect.closeTo(linear(13, 11, 4.5), 3),
      expect.closeTo(linear(21, -13, 4.5), 3),
    ]);
  });

  it('is unknown outside the grid', () => {
    const { values } = sampled('axial', 60);
    expect(values.every((gy) => Number.isNaN(gy))).toBe(true);
    expect(valuesAt([0, 0, 60], [field])).toEqual([undefined]);
  });
});

describe('isodose lines', () => {
  it.each(['axial', 'coronal', 'sagittal'] as const)('of a linear dose are straight, at the right mm: %s', (view) => {
    const { plane, lattice, values } = sampled(view, 7.3);
    const levels = [26, 30, 33.7];
    isodoseLines(values, lattice, levels).forEach((lines, n) => {
      expect(lines.length).toBe(1);
      const points = pointsOf(plane, 7.3, lines[0]);
      expect(points.length).toBeGreaterThan(20);
      // The outermost half voxels carry their centres' dose: the line is straight within the centres.
      for (const [x, y, z] of points) {
        if (Math.abs(x) <= 58 && Math.abs(y) <= 48 && Math.abs(z) <= 38)
          expect(Math.abs(linear(x, y, z) - levels[n])).toBeLessThan(2e-4);
      }
    });
  });

  it('of a level that the whole plane lies above, or below, are none', () => {
    const { lattice, values } = sampled('axial', 0);
    expect(isodoseLines(values, lattice, [1, 90])).toEqual([[], []]);
  });

  it('end at the edge of the dose grid: there is no line along it', () => {
    const { plane, lattice, values } = sampled('coronal', 0);
    const [lines] = isodoseLines(values, lattice, [30]);
    const ends = pointsOf(plane, 0, lines[0]);
    for (const [x, , z] of [ends[0], ends[ends.length - 1]])
      expect(Math.max(Math.abs(x) - 59, Math.abs(z) - 39)).toBeGreaterThan(-2);
    // Every other point is inside, on the line itself.
    expect(ends.filter(([x, , z]) => Math.abs(x) > 58.5 || Math.abs(z) > 38.5).length).toBeLessThanOrEqual(6);
  });

  it('of a round dose are closed circles of the right radius', () => {
    const cone = inOwnFrame(gridOf([-60, -60, -40], [1, 1, 2.5], [121, 121, 33], (x, y) => 60 - Math.hypot(x - 7, y + 5)));
    const { lattice, values } = sampled('axial', 0, cone);
    expect(lattice.stepMm).toBe(1.5);
    const [lines] = isodoseLines(values, lattice, [40]);
    expect(lines.length).toBe(1);
    expect([lines[0][0], lines[0][1]]).toEqual([...lines[0].slice(-2)]);
    for (let n = 0; n < lines[0].length; n += 2)
      expect(Math.abs(Math.hypot(lines[0][n] - 7, lines[0][n + 1] + 5) - 20)).toBeLessThan(0.06);
  });

  it('go round an island of unknown dose without a line along its shore', () => {
    const lattice = { columns: 20, rows: 20, acrossMm: 0, downMm: 0, stepMm: 2 };
    const values = Float32Array.from({ length: 400 }, (_, n) => (n % 20) + 0.25);
    for (let j = 8; j < 12; j++) for (let i = 8; i < 12; i++) values[20 * j + i] = Number.NaN;
    const [lines] = isodoseLines(values, lattice, [9.25]);
    expect(lines.length).toBe(2);
    for (const line of lines) {
      for (let n = 0; n < line.length; n += 2) expect(line[n]).toBeCloseTo(18, 9);
      for (let n = 1; n < line.length; n += 2) expect(line[n] <= 14 || line[n] >= 24).toBe(true);
    }
    const [shore] = isodoseLines(values, lattice, [0.1]);
    expect(shore).toEqual([]);
  });
});
