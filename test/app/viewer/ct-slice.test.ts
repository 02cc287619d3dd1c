import { describe, expect, it } from 'vitest';
import { hounsfieldAt, sliceReader } from '../../../src/app/viewer/ct-slice';
import {
  mmOf,
  nearestIndex,
  type PlaneGeometry,
  pixelOf,
  planeGeometry,
  toPatient,
  toPlane,
} from '../../../src/app/viewer/plane';
import type { CtVolume } from '../../../src/app/viewer/scene';
import { unit, type Vec3 } from '../../../src/geometry/vec3';
import { type VolumeSpec, volumeOf } from './phantom';

const VIEWS = ['axial', 'coronal', 'sagittal'] as const;
const formula = (x: number, y: number, z: number) => 7 * x - 11 * y + 5 * z + 0.05 * x * y;

function pictureOf(ct: CtVolume, plane: PlaneGeometry, index: number): Int16Array {
  const out = new Int16Array(plane.across.count * plane.down.count);
  sliceReader(ct, plane)(index, out);
  return out;
}

const SPEC: VolumeSpec = { size: [9, 7, 6], spacing: [1.5, 2], offsets: 3, origin: [-10, 4, 25] };
const tilt = 0.3;
const SPECS: [string, Partial<VolumeSpec>][] = [
  ['head first, supine', {}],
  ['prone: rows and columns run backwards', { alongRow: [-1, 0, 0], alongColumn: [0, -1, 0] }],
  ['feet first: slices run to the feet', { alongRow: [-1, 0, 0] }],
  ['on the side: rows run from front to back', { alongRow: [0, 1, 0], alongColumn: [-1, 0, 0] }],
  ['coronal acquisition', { alongRow: [1, 0, 0], alongColumn: [0, 0, -1] }],
  ['sagittal acquisition', { alongRow: [0, 1, 0], alongColumn: [0, 0, -1] }],
  [
    'tilted and turned',
    { alongRow: unit([1, 0.2, 0]), alongColumn: unit([-0.2 * Math.cos(tilt), Math.cos(tilt), Math.sin(tilt) * Math.sqrt(1.04)]) },
  ],
];

describe('reading pictures out of a volume', () => {
  it.each(SPECS)('gives each pixel the Hounsfield units of its place: %s', (_, more) => {
    const ct = volumeOf({ ...SPEC, ...more }, formula);
    for (const view of VIEWS) {
      const plane = planeGeometry(ct, view);
      for (let index = 0; index < plane.through.centresMm.length; index++) {
        const picture = pictureOf(ct, plane, index);
        for (let r = 0, n = 0; r < plane.down.count; r++) {
          for (let c = 0; c < plane.across.count; c++, n++) {
            const point = toPatient(plane, mmOf(plane.across, c), mmOf(plane.down, r), plane.through.centresMm[index]);
            expect(Math.abs(picture[n] - formula(...point))).toBeLessThan(0.501);
          }
        }
      }
    }
  });

  it.each(SPECS)('shows a marked voxel at the same mm in the three views: %s', (_, more) => {
    const spec = { ...SPEC, ...more };
    const blank = volumeOf(spec, () => 0);
    const [i, j, k] = [6, 2, 1];
    const mark = [0, 1, 2].map(
      (a) => spec.origin[a] + i * 1.5 * blank.alongRow[a] + j * 2 * blank.alongColumn[a] + k * 3 * blank.normal[a],
    ) as unknown as Vec3;
    blank.hounsfield[i + 9 * (j + 7 * k)] = 1234;
    for (const view of VIEWS) {
      const plane = planeGeometry(blank, view);
      const [across, down, through] = toPlane(plane, mark);
      const picture = pictureOf(blank, plane, nearestIndex(plane.through.centresMm, through));
      const place = picture.indexOf(1234);
      expect(place % plane.across.count).toBe(Math.round(pixelOf(plane.across, across)));
      expect(Math.floor(place / plane.across.count)).toBe(Math.round(pixelOf(plane.down, down)));
      expect(Math.abs(mmOf(plane.across, place % plane.across.count) - across)).toBeLessThan(1e-6);
      expect(hounsfieldAt(blank, plane, mark)).toBe(1234);
    }
  });

  it.each([
    ['head up', [1, 0, 0]],
    ['feet up', [-1, 0, 0]],
  ] as const)('is linear between unevenly spaced slices: %s', (_, alongRow) => {
    const offsets = [0, 3, 4.5, 9, 12, 18];
    const ct = volumeOf({ ...SPEC, offsets, alongRow }, (_x, _y, z) => 40 * z);
    for (const view of ['coronal', 'sagittal'] as const) {
      const plane = planeGeometry(ct, view);
      expect(plane.down.count).toBe(13);
      const picture = pictureOf(ct, plane, 3);
      for (let r = 0; r < plane.down.count; r++) {
        const z = -mmOf(plane.down, r);
        expect(Math.abs(picture[r * plane.across.count + 2] - 40 * z)).toBeLessThan(0.6);
      }
    }
  });

  it('lays uneven slices across a picture too, where the volume was not acquired in axial slices', () => {
    const ct = volumeOf({ ...SPEC, alongRow: [0, 1, 0], alongColumn: [0, 0, -1], offsets: [0, 2, 3, 7, 8, 10] }, (x) => 30 * x);
    const plane = planeGeometry(ct, 'axial');
    const picture = pictureOf(ct, plane, 2);
    for (let c = 0; c < plane.across.count; c++) expect(Math.abs(picture[c] - 30 * mmOf(plane.across, c))).toBeLessThan(0.6);
  });

  it('takes a single slice', () => {
    const ct = volumeOf({ ...SPEC, size: [9, 7, 1] }, formula);
    const axial = planeGeometry(ct, 'axial');
    expect([...pictureOf(ct, axial, 0)]).toEqual([...ct.hounsfield]);
    const coronal = planeGeometry(ct, 'coronal');
    expect([...pictureOf(ct, coronal, 0)]).toEqual([...ct.hounsfield.subarray(0, 9)]);
  });

  it('knows no Hounsfield units outside the volume', () => {
    const ct = volumeOf(SPEC, formula);
    const plane = planeGeometry(ct, 'axial');
    expect(hounsfieldAt(ct, plane, [-10.7, 4, 25])).toBe(ct.hounsfield[0]);
    expect(hounsfieldAt(ct, plane, [-10.8, 4, 25])).toBeUndefined();
    expect(hounsfieldAt(ct, plane, [-10, 4, 23.6])).toBe(ct.hounsfield[0]);
    expect(hounsfieldAt(ct, plane, [-10, 4, 23.4])).toBeUndefined();
  });
});
