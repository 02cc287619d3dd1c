import { describe, expect, it } from 'vitest';
import { fusionPixels } from '../../../src/app/fusion/fusion-pixels';
import { SliceThroughMap } from '../../../src/app/fusion/slice-through-map';
import type { PixelsOfLayer } from '../../../src/app/viewer/drawing';
import { type PlaneGeometry, planeGeometry, toPatient } from '../../../src/app/viewer/plane';
import type { CtVolume, ViewPlane } from '../../../src/app/viewer/scene';
import type { DisplacementField } from '../../../src/geometry/displacement-field';
import { affineMap, mapPoint, type PointMap, SAME_POINTS } from '../../../src/geometry/point-map';
import type { Vec3 } from '../../../src/geometry/vec3';
import { type VolumeSpec, volumeOf } from '../viewer/phantom';

const VIEWS = ['axial', 'coronal', 'sagittal'] as const;

/** Whole numbers at the voxels below, so that nothing is rounded; trilinear values are then the formula's own. */
const ramp = (x: number, y: number, z: number) => 4 * x - 6 * y + 8 * z + 100;

/** Centres from -20 to 18, -14 to 14 and -12 to 12; with their outer halves from -21 to 19, -15 to 15 and -13.5 to 13.5. */
const SPEC: VolumeSpec = { size: [20, 15, 9], spacing: [2, 2], offsets: 3, origin: [-20, -14, -12] };
const CENTRES = { low: [-20, -14, -12], high: [18, 14, 12] };
const OUTER = { low: [-21, -15, -13.5], high: [19, 15, 13.5] };
const within = (p: Vec3, { low, high }: { low: number[]; high: number[] }, by = 0) =>
  p.every((mm, axis) => mm >= low[axis] - by && mm <= high[axis] + by);

const prior = volumeOf(SPEC, ramp);
/** The planned CT has other voxels. */
const planned = volumeOf({ size: [40, 36, 12], spacing: [1.25, 1.25], offsets: 2.5, origin: [-24, -22, -14] }, () => 0);

function sampled(of: CtVolume, map: PointMap, view: ViewPlane, throughMm: number) {
  const plane = planeGeometry(planned, view);
  const pixels = fusionPixels(plane);
  const out = new Float32Array(pixels.columns * pixels.rows).fill(-1);
  new SliceThroughMap(of).sample(map, plane, pixels, throughMm, out);
  return { plane, pixels, out };
}

function eachPixel(
  { plane, pixels, out }: { plane: PlaneGeometry; pixels: PixelsOfLayer; out: Float32Array },
  throughMm: number,
  see: (point: Vec3, hu: number) => void,
) {
  for (let r = 0, n = 0; r < pixels.rows; r++) {
    for (let c = 0; c < pixels.columns; c++, n++) {
      see(toPatient(plane, pixels.acrossMm + c * pixels.columnMm, pixels.downMm + r * pixels.rowMm, throughMm), out[n]);
    }
  }
}

/** A displacement of (0.1 y, 2 - 0.05 x, 0.02 z) on a grid that reaches from -16 to 16 across. */
const FIELD: DisplacementField = (() => {
  const size = [9, 9, 9] as const;
  const displacementMm = new Float32Array(3 * 9 * 9 * 9);
  for (let k = 0, n = 0; k < 9; k++) {
    for (let j = 0; j < 9; j++) {
      for (let i = 0; i < 9; i++, n += 3) {
        const [x, y, z] = [4 * i - 16, 4 * j - 16, 4 * k - 16];
        displacementMm.set([0.1 * y, 2 - 0.05 * x, 0.02 * z], n);
      }
    }
  }
  const axes = { alongRow: [1, 0, 0], alongColumn: [0, 1, 0], normal: [0, 0, 1] } as const;
  return { originMm: [-16, -16, -16], ...axes, spacingMm: [4, 4, 4], size, displacementMm };
})();

const IDENTITY = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
const MAPS: [string, PointMap, (p: Vec3) => Vec3][] = [
  ['the same points', SAME_POINTS, (p) => p],
  ['half a voxel to the left', affineMap([1, 0, 0, 1, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]), ([x, y, z]) => [x + 1, y, z]],
  [
    'a quarter turn about the head-feet axis, and a shift',
    affineMap([0, -1, 0, 3, 1, 0, 0, -2, 0, 0, 1, 1.5, 0, 0, 0, 1]),
    ([x, y, z]) => [3 - y, x - 2, z + 1.5],
  ],
  [
    'a quarter turn about the left-right axis, stretched',
    affineMap([1.1, 0, 0, 0, 0, 0, -0.9, 1, 0, 1, 0, 0, 0, 0, 0, 1]),
    ([x, y, z]) => [1.1 * x, 1 - 0.9 * z, y],
  ],
];

describe('a slice of a volume through a map', () => {
  it.each(MAPS.flatMap(([name, map, to]) => VIEWS.map((view) => [name, view, map, to] as const)))(
    'is the formula at the place the map gives: %s, %s',
    (_, view, map, to) => {
      let known = 0;
      eachPixel(sampled(prior, map, view, 1.7), 1.7, (point, hu) => {
        const there = to(point);
        if (within(there, CENTRES, -1e-6)) {
          known++;
          expect(Math.abs(hu - ramp(...there))).toBeLessThan(1e-3);
        }
        if (!within(there, OUTER, 1e-4)) expect(hu).toBeNaN();
        if (within(there, OUTER, -1e-4)) expect(hu).not.toBeNaN();
      });
      // In the coronal and sagittal pictures there are fewer places of the volume than in the axial ones.
      expect(known).toBeGreaterThan(view === 'axial' ? 300 : 200);
    },
  );

  it.each(VIEWS)('is that of a deformation, and unknown where the deformation is: %s', (view) => {
    const map: PointMap = [{ matrix: IDENTITY, field: FIELD }];
    let known = 0;
    eachPixel(sampled(prior, map, view, -2.3), -2.3, (point, hu) => {
      const [x, y, z] = point;
      const there: Vec3 = [x + 0.1 * y, y + 2 - 0.05 * x, 1.02 * z];
      const inField = point.every((mm) => Math.abs(mm) <= 16);
      if (inField && within(there, CENTRES, -1e-3)) {
        known++;
        expect(Math.abs(hu - ramp(...there))).toBeLessThan(1e-3);
      }
      if (point.some((mm) => Math.abs(mm) > 18.001)) expect(hu).toBeNaN();
      expect(Number.isNaN(hu)).toBe(!(mapPoint(map, point) && within(mapPoint(map, point)!, OUTER, 1e-6)));
    });
    expect(known).toBeGreaterThan(200);
  });

  it('carries the outermost voxels half a voxel outwards, as they are', () => {
    const shift = affineMap([1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]);
    eachPixel(sampled(prior, shift, 'axial', 13.4), 13.4, ([x, y], hu) => {
      if (within([x, y, 0], CENTRES)) expect(hu).toBeCloseTo(ramp(x, y, 12), 3);
    });
  });

  it.each([
    ['feet first', { alongRow: [-1, 0, 0] as Vec3, origin: [20, -14, 12] as Vec3 }],
    ['prone', { alongRow: [-1, 0, 0] as Vec3, alongColumn: [0, -1, 0] as Vec3, origin: [20, 14, -12] as Vec3 }],
    ['coronal slices', { alongColumn: [0, 0, -1] as Vec3, origin: [-20, -12, 14] as Vec3 }],
    ['uneven slices', { offsets: [0, 3, 4, 8, 9, 14, 18, 21, 24] }],
  ])('does not mind how the prior patient lay: %s', (_, more) => {
    const other = volumeOf({ ...SPEC, ...more }, ramp);
    for (const view of VIEWS) {
      let known = 0;
      eachPixel(sampled(other, SAME_POINTS, view, 0.6), 0.6, (point, hu) => {
        if (point.some((mm) => Math.abs(mm) > 11.9)) return;
        known++;
        expect(Math.abs(hu - ramp(...point))).toBeLessThan(1e-3);
      });
      expect(known).toBeGreaterThan(150);
    }
  });

  it('shows a single slice a millimetre to either side', () => {
    const single = volumeOf({ ...SPEC, size: [20, 15, 1] }, ramp);
    const at = (z: number) => {
      const { pixels, out } = sampled(single, SAME_POINTS, 'axial', z);
      return out[18 * pixels.columns + 20];
    };
    expect(at(-12)).toBeCloseTo(ramp(-24 + 20 * 1.25, -22 + 18 * 1.25, -12), 3);
    expect(at(-11.1)).toBe(at(-12));
    expect(at(-10.9)).toBeNaN();
    expect(at(-13.1)).toBeNaN();
  });
});

describe('pixels of fused pictures', () => {
  it('are the planned CT’s own where they are square', () => {
    const plane = planeGeometry(planned, 'axial');
    expect(fusionPixels(plane)).toEqual({ acrossMm: -24, downMm: -22, columns: 40, rows: 36, columnMm: 1.25, rowMm: 1.25 });
  });

  it('divide the distance of slices into whole parts', () => {
    const { rows, rowMm, downMm, columns } = fusionPixels(planeGeometry(planned, 'coronal'));
    expect([columns, rows, rowMm]).toEqual([40, 24, 1.25]);
    // The uppermost slice is at 13.5, its upper edge at 14.75.
    expect(downMm).toBeCloseTo(-14.75 + 0.625, 9);
  });

  it('are at most 512 each way', () => {
    const fine = volumeOf({ size: [700, 8, 400], spacing: [0.5, 0.5], offsets: 3, origin: [0, 0, 0] }, () => 0);
    const { columns, rows, columnMm, rowMm } = fusionPixels(planeGeometry(fine, 'coronal'));
    expect([columns, rows]).toEqual([512, 512]);
    expect(columnMm).toBeCloseTo(350 / 512, 9);
    expect(rowMm).toBeCloseTo(1200 / 512, 9);
  });
});
