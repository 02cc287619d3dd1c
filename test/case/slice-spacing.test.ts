import { describe, expect, it } from 'vitest';
import { sliceSpacingMm } from '../../src/case/slice-spacing';
import type { Vec3 } from '../../src/geometry/vec3';
import { AXIAL, circle, contourOn, type PatientAxes, slices } from '../analytic/bodies';

const TILTED = { origin: [4, 5, 6] as Vec3, u: [1, 0, 0] as Vec3, v: [0, 0.8, 0.6] as Vec3 };
const roi = (planes: readonly number[], frame: PatientAxes = AXIAL) => ({
  number: 1,
  name: 'A',
  contours: planes.map((w) => contourOn(circle(0, 0, 10), w, frame)),
});
const spacing = (...rois: readonly ReturnType<typeof roi>[]) => sliceSpacingMm({ rois } as never);
const THREE = slices(-13.5, 3, 10);

describe('sliceSpacingMm', () => {
  it('is the distance that most ROIs show, whatever the others are off', () => {
    for (const off of [0.13, 0.5, 0.9, 1.2, 1.5]) {
      expect(spacing(roi(THREE), roi(THREE), roi(THREE.map((w) => w + off)))).toBeCloseTo(3, 9);
      expect(spacing(roi(THREE), roi([7 + off]))).toBeCloseTo(3, 9);
    }
    expect(spacing(roi(slices(-15, 0.75, 40)), roi(THREE), roi(THREE))).toBeCloseTo(3, 9);
    expect(spacing(roi([...THREE, ...THREE.map((w) => w + 0.5)].sort((a, b) => a - b)), roi([0]))).toBeCloseTo(2.5, 9);
  });

  it('is measured along the normal of tilted planes', () => {
    expect(spacing(roi(THREE, TILTED), roi([4], TILTED))).toBeCloseTo(3, 9);
  });

  it('is the commonest distance of all planes where no ROI shows one, and none for one plane', () => {
    expect(spacing(roi([0]), roi([3]), roi([6]), roi([12]))).toBeCloseTo(3, 9);
    expect(spacing(roi([5]), roi([5.04]))).toBeUndefined();
    expect(spacing(roi([]))).toBeUndefined();
  });
});
