import { describe, expect, it } from 'vitest';
import { outlineOnPlane } from '../../../src/app/viewer/outline-on-plane';
import { planeGeometry } from '../../../src/app/viewer/plane';
import type { ViewPlane } from '../../../src/app/viewer/scene';
import type { SlabStack } from '../../../src/geometry/slab-stack';
import { cross, unit, type Vec3 } from '../../../src/geometry/vec3';
import { ellipticStack, volumeOf } from './phantom';

const ct = volumeOf({ size: [100, 100, 60], spacing: [2, 2], offsets: 3, origin: [-99, -99, -90] }, () => 0);
const plane = (view: ViewPlane) => planeGeometry(ct, view);
const CORNERS = 360;
const cylinder = (touching = 3) => ellipticStack(-30, 30, touching, () => [10, -5, 20, 20], CORNERS);

const lengthOf = (lines: readonly Float64Array[]) =>
  lines.reduce((sum, line) => {
    for (let n = 2; n < line.length; n += 2) sum += Math.hypot(line[n] - line[n - 2], line[n + 1] - line[n - 1]);
    return sum;
  }, 0);
function rangeOf(lines: readonly Float64Array[], axis: 0 | 1): [number, number] {
  const values = lines.flatMap((line) => [...line].filter((_, n) => n % 2 === axis));
  return [Math.min(...values), Math.max(...values)];
}
const close = (range: readonly number[], wanted: readonly number[], digits = 2) =>
  wanted.forEach((mm, n) => expect(range[n]).toBeCloseTo(mm, digits));

describe('the outline of a cylinder', () => {
  it('is its circle in axial pictures, closed, and nothing above and below', () => {
    const lines = outlineOnPlane(cylinder(), plane('axial'), 4);
    expect(lines.length).toBe(1);
    expect([...lines[0].slice(0, 2)]).toEqual([...lines[0].slice(-2)]);
    for (let n = 0; n < lines[0].length; n += 2) expect(Math.hypot(lines[0][n] - 10, lines[0][n + 1] + 5)).toBeCloseTo(20, 9);
    expect(outlineOnPlane(cylinder(), plane('axial'), 30.01)).toEqual([]);
    expect(outlineOnPlane(cylinder(), plane('axial'), -30.01)).toEqual([]);
    expect(outlineOnPlane(cylinder(), plane('axial'), -30).length).toBe(1);
  });

  it.each([
    ['coronal', -5 + 12, 10],
    ['sagittal', 10 - 12, -5],
  ] as const)('is a rectangle in %s pictures', (view, throughMm, middle) => {
    const lines = outlineOnPlane(cylinder(), plane(view), throughMm);
    // 12 mm off the axis a circle of 20 mm is 2 × 16 mm wide; the head is at the top.
    close(rangeOf(lines, 0), [middle - 16, middle + 16]);
    close(rangeOf(lines, 1), [-30, 30]);
    expect(lengthOf(lines)).toBeCloseTo(2 * 32 + 2 * 60, 1);
    for (const [s0, t0, s1, t1] of lines) {
      const upright = Math.abs(s0 - s1) < 1e-9 && Math.abs(Math.abs(s0 - middle) - 16) < 0.01;
      const level = Math.abs(t0 - t1) < 1e-9 && Math.abs(Math.abs(t0) - 30) < 1e-9;
      expect(upright || level).toBe(true);
    }
    expect(outlineOnPlane(cylinder(), plane(view), throughMm + 60)).toEqual([]);
  });

  it('has a line where slabs do not touch, and steps where they differ', () => {
    const ring = (r: number) => ellipticStack(0, 3, 3, () => [0, 0, r, r], CORNERS).slabs[0].rings;
    const { basis } = cylinder();
    const gap: SlabStack = {
      basis,
      slabs: [
        { bottomMm: 0, topMm: 10, rings: ring(20) },
        { bottomMm: 14, topMm: 20, rings: ring(20) },
      ],
    };
    expect(lengthOf(outlineOnPlane(gap, plane('coronal'), 0))).toBeCloseTo(4 * 40 + 2 * 16, 1);
    const step: SlabStack = {
      basis,
      slabs: [
        { bottomMm: 0, topMm: 10, rings: ring(20) },
        { bottomMm: 10, topMm: 20, rings: ring(12) },
      ],
    };
    expect(lengthOf(outlineOnPlane(step, plane('coronal'), 0))).toBeCloseTo(40 + 24 + 2 * 8 + 2 * 20, 1);
  });

  it('has its hole', () => {
    const outer = cylinder(60);
    const inner = ellipticStack(-30, 30, 60, () => [10, -5, 12, 12], CORNERS);
    const tube: SlabStack = {
      ...outer,
      slabs: [{ ...outer.slabs[0], rings: [...outer.slabs[0].rings, ...inner.slabs[0].rings] }],
    };
    expect(outlineOnPlane(tube, plane('axial'), 0).length).toBe(2);
    const lines = outlineOnPlane(tube, plane('coronal'), -5);
    expect(lengthOf(lines)).toBeCloseTo(4 * 60 + 2 * (2 * 8), 1);
  });

  it('is the same wherever its contours were drawn: on coronal planes', () => {
    // Along y from -30 to 30, round about x = 10, z = -5; v points to the feet.
    const lying: SlabStack = { ...cylinder(), basis: { u: [1, 0, 0], v: [0, 0, -1], w: [0, 1, 0] } };
    const [circle, ...others] = outlineOnPlane(lying, plane('coronal'), 4);
    expect(others).toEqual([]);
    for (let n = 0; n < circle.length; n += 2) expect(Math.hypot(circle[n] - 10, circle[n + 1] + 5)).toBeCloseTo(20, 9);
    const axial = outlineOnPlane(lying, plane('axial'), 5);
    close(rangeOf(axial, 0), [-10, 30]);
    close(rangeOf(axial, 1), [-30, 30]);
  });

  it('cut at a slant is an ellipse', () => {
    const w: Vec3 = unit([0, Math.sin(0.35), Math.cos(0.35)]);
    const u: Vec3 = [1, 0, 0];
    const tilted: SlabStack = { ...ellipticStack(-60, 60, 2, () => [0, 0, 20, 20], CORNERS), basis: { u, v: cross(w, u), w } };
    const lines = outlineOnPlane(tilted, plane('axial'), 6);
    // Half-axes 20 and 20 / cos; the axis meets the plane at y = 6 tan.
    const middle = 6 * Math.tan(0.35);
    close(rangeOf(lines, 0), [-20, 20], 1);
    close(rangeOf(lines, 1), [middle - 20 / Math.cos(0.35), middle + 20 / Math.cos(0.35)], 1);
    for (const line of lines) {
      for (let n = 0; n < 4; n += 2)
        expect(Math.hypot(line[n] / 20, ((line[n + 1] - middle) * Math.cos(0.35)) / 20)).toBeCloseTo(1, 2);
    }
    // Its edges meet: nothing is missing of the circumference.
    const ellipse = (t: number) => Math.hypot(20 * Math.sin(t), (20 / Math.cos(0.35)) * Math.cos(t));
    let around = 0;
    for (let n = 0; n < 3600; n++) around += ellipse(((n + 0.5) * Math.PI) / 1800) * (Math.PI / 1800);
    expect(lengthOf(lines)).toBeCloseTo(around, 0);
  });
});
