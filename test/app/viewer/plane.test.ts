import { describe, expect, it } from 'vitest';
import { edgeLetters, orientationLetters } from '../../../src/app/viewer/orientation-letters';
import { edgesMm, mmOf, nearestIndex, pixelOf, planeGeometry, toPatient, toPlane } from '../../../src/app/viewer/plane';
import type { CtVolume, ViewPlane } from '../../../src/app/viewer/scene';
import { unit, type Vec3 } from '../../../src/geometry/vec3';
import { volumeOf } from './phantom';

/** Directions of rows and columns of a CT for each way to lie on the couch (PS3.3 C.7.6.2.1.1, as scanners write them). */
const POSITIONS: Readonly<Record<string, readonly [Vec3, Vec3]>> = {
  'head first, supine': [
    [1, 0, 0],
    [0, 1, 0],
  ],
  'head first, prone': [
    [-1, 0, 0],
    [0, -1, 0],
  ],
  'head first, on the left side': [
    [0, -1, 0],
    [1, 0, 0],
  ],
  'head first, on the right side': [
    [0, 1, 0],
    [-1, 0, 0],
  ],
  'feet first, supine': [
    [-1, 0, 0],
    [0, 1, 0],
  ],
  'feet first, prone': [
    [1, 0, 0],
    [0, -1, 0],
  ],
  'feet first, on the left side': [
    [0, 1, 0],
    [1, 0, 0],
  ],
  'feet first, on the right side': [
    [0, -1, 0],
    [-1, 0, 0],
  ],
};

const turned = (alongRow: Vec3, alongColumn: Vec3, offsets: number | number[] = 3): CtVolume =>
  volumeOf({ size: [6, 5, 4], spacing: [1, 2], offsets, origin: [10, -20, 30], alongRow, alongColumn }, () => 0);

describe('the pictures of a volume', () => {
  it.each(Object.entries(POSITIONS))('lie by the patient and not by the scanner: %s', (_, [alongRow, alongColumn]) => {
    const ct = turned(alongRow, alongColumn);
    const letters = (view: ViewPlane) => Object.values(edgeLetters(planeGeometry(ct, view))).join(' ');
    // Left, right, top, bottom: from the feet, from the front, from the patient's left.
    expect(letters('axial')).toBe('R L A P');
    expect(letters('coronal')).toBe('R L H F');
    expect(letters('sagittal')).toBe('A P H F');
    expect(planeGeometry(ct, 'axial').through.direction[2]).toBe(1);
  });

  it('counts pixels and mm alike, the first pixel at the left and at the top', () => {
    const plane = planeGeometry(turned([1, 0, 0], [0, 1, 0]), 'axial');
    expect([plane.across.count, plane.down.count, plane.through.centresMm.length]).toEqual([6, 5, 4]);
    expect([plane.across.stepMm, plane.down.stepMm]).toEqual([1, 2]);
    expect(mmOf(plane.across, 0)).toBe(10);
    expect(mmOf(plane.down, 4)).toBe(-12);
    expect(pixelOf(plane.down, -13)).toBe(3.5);
    expect(edgesMm(plane.down)).toEqual([-21, -11]);
    expect([...plane.through.centresMm]).toEqual([30, 33, 36, 39]);
    const prone = planeGeometry(turned([-1, 0, 0], [0, -1, 0]), 'axial');
    expect(edgesMm(prone.across)).toEqual([4.5, 10.5]);
    expect(edgesMm(prone.down)).toEqual([-29, -19]);
  });

  it('takes a point to its place on a picture and back, on a tilted volume too', () => {
    const tilt = Math.PI / 9;
    const ct = turned(unit([1, 0.1, 0]), unit([-0.1 * Math.cos(tilt), Math.cos(tilt), Math.sin(tilt) * Math.sqrt(1.01)]));
    const point: Vec3 = [13.3, -7.7, 41.2];
    for (const view of ['axial', 'coronal', 'sagittal'] as const) {
      const plane = planeGeometry(ct, view);
      toPatient(plane, ...toPlane(plane, point)).forEach((c, n) => expect(c).toBeCloseTo(point[n], 9));
    }
  });

  it('lays even rows over uneven slices, as many as the least distance asks for', () => {
    const coronal = planeGeometry(turned([1, 0, 0], [0, 1, 0], [0, 3, 4.5, 9]), 'coronal');
    expect(coronal.down.stepMm).toBeCloseTo(1.5, 12);
    expect(coronal.down.count).toBe(7);
    // Head at the top: the last slice comes first.
    expect(coronal.down.firstMm).toBe(-39);
    expect([...planeGeometry(turned([1, 0, 0], [0, 1, 0], [0, 3, 4.5, 9]), 'axial').through.centresMm]).toEqual([
      30, 33, 34.5, 39,
    ]);
  });

  it('finds the nearest picture', () => {
    const places = Float64Array.of(0, 3, 4.5, 9);
    expect([-5, 1.4, 1.6, 3.8, 6.7, 6.8, 100].map((mm) => nearestIndex(places, mm))).toEqual([0, 0, 1, 2, 2, 3, 3]);
    expect(nearestIndex(Float64Array.of(7), -3)).toBe(0);
  });
});

describe('orientation letters', () => {
  it('name the side a direction points to, and a second one where it leans', () => {
    expect(orientationLetters([1, 0, 0])).toBe('L');
    expect(orientationLetters([0, -1, 0])).toBe('A');
    expect(orientationLetters([0, 0, 1])).toBe('H');
    expect(orientationLetters(unit([0.1, -0.05, -1]))).toBe('F');
    expect(orientationLetters(unit([-1, 0.6, 0]))).toBe('RP');
    expect(orientationLetters(unit([0.5, 1, -0.7]))).toBe('PFL');
  });
});
