import { SOLIDS } from '../../../dicom-samples/writer/anatomy';
import { hounsfield } from '../../../dicom-samples/writer/ct-picture';
import { hashNoise } from '../../../dicom-samples/writer/math';
import type { Vec3 } from '../../../src/geometry/vec3';
import type { RegistrationVolume } from '../../../src/registration/automatic/volume';

/* The sample patient's thorax, computed from its formulas on any grid, seen through any map of space. */

export interface PhantomGrid {
  readonly size: readonly [number, number, number];
  readonly spacingMm: readonly [number, number, number];
  /** The point in the middle of the grid. */
  readonly centreMm: Vec3;
  readonly alongRow: Vec3;
  readonly alongColumn: Vec3;
  readonly normal: Vec3;
}

const CELL_MM = 26;

/**
 * What the sample patient lacks, being made of tubes along the body, and every real one has: vessels in the lung and
 * lobules of fat between organs, one in each cell of 26 mm at a place of its own, 6 to 9 mm wide.
 */
function detail(hu: number, [x, y, z]: Vec3): number {
  const [ci, cj, ck] = [Math.floor(x / CELL_MM - 0.5), Math.floor(y / CELL_MM - 0.5), Math.floor(z / CELL_MM - 0.5)];
  let sum = 0;
  for (let n = 0; n < 8; n++) {
    const [i, j, k] = [ci + (n & 1), cj + ((n >> 1) & 1), ck + (n >> 2)];
    const centre = (cell: number, seed: number) => CELL_MM * (cell + 0.5 + 0.6 * (hashNoise(i + 50, j + 50, k + 50, seed) - 0.5));
    const squared = (x - centre(i, 11)) ** 2 + (y - centre(j, 12)) ** 2 + (z - centre(k, 13)) ** 2;
    sum += Math.exp(-squared / (2 * (6 + 3 * hashNoise(i + 50, j + 50, k + 50, 14)) ** 2));
  }
  if (hu < -950 || hu > 150) return hu;
  return hu + (hu < -500 ? 500 : -140) * sum;
}

/** Head first, supine. */
export const axial = (
  size: PhantomGrid['size'],
  spacingMm: PhantomGrid['spacingMm'],
  centreMm: Vec3 = [0, 0, 0],
): PhantomGrid => ({
  size,
  spacingMm,
  centreMm,
  alongRow: [1, 0, 0],
  alongColumn: [0, 1, 0],
  normal: [0, 0, 1],
});

/**
 * The CT of a grid. `toAnatomy` takes a point of its frame of reference to the anatomy's; `seed` draws the noise
 * (±8 HU, even); a couch lies under the patient, at its own place in each scan.
 */
export function phantomCt(frame: string, grid: PhantomGrid, toAnatomy: (p: Vec3) => Vec3, seed: number): RegistrationVolume {
  const { size, spacingMm, centreMm, alongRow, alongColumn, normal } = grid;
  const [ni, nj, nk] = size;
  const at = (i: number, j: number, k: number): Vec3 => {
    const [a, b, c] = [(i - (ni - 1) / 2) * spacingMm[0], (j - (nj - 1) / 2) * spacingMm[1], (k - (nk - 1) / 2) * spacingMm[2]];
    const along = (n: number) => centreMm[n] + a * alongRow[n] + b * alongColumn[n] + c * normal[n];
    return [along(0), along(1), along(2)];
  };
  const values = new Int16Array(ni * nj * nk);
  for (let k = 0, n = 0; k < nk; k++) {
    for (let j = 0; j < nj; j++) {
      for (let i = 0; i < ni; i++, n++) {
        const p = at(i, j, k);
        const anatomy = toAnatomy(p);
        const hu = detail(hounsfield(anatomy, { tumour: SOLIDS.GTV_Recurrence }), anatomy);
        const isCouch = hu < -900 && Math.abs(p[1] - 116 - 9 * seed) < 4 && Math.abs(p[0]) < 170;
        values[n] = Math.round((isCouch ? -150 : hu) + 16 * (hashNoise(i, j, k, seed) - 0.5));
      }
    }
  }
  return {
    frameOfReferenceUid: frame,
    columns: ni,
    rows: nj,
    slices: nk,
    originMm: at(0, 0, 0),
    alongRow,
    alongColumn,
    normal,
    columnSpacingMm: spacingMm[0],
    rowSpacingMm: spacingMm[1],
    sliceOffsetsMm: Float64Array.from({ length: nk }, (_, k) => k * spacingMm[2]),
    hounsfield: values,
  };
}

/** Rotation in degrees about x, then y, then z through the origin, then a shift: row-major. */
export function rigidMatrix([dx, dy, dz]: Vec3, [rx, ry, rz]: Vec3): number[] {
  const [x, y, z] = [rx, ry, rz].map((degrees) => (degrees * Math.PI) / 180);
  const [sx, sy, sz, cx, cy, cz] = [Math.sin(x), Math.sin(y), Math.sin(z), Math.cos(x), Math.cos(y), Math.cos(z)];
  return [
    ...[cz * cy, cz * sy * sx - sz * cx, cz * sy * cx + sz * sx, dx],
    ...[sz * cy, sz * sy * sx + cz * cx, sz * sy * cx - cz * sx, dy],
    ...[-sy, cy * sx, cy * cx, dz],
    ...[0, 0, 0, 1],
  ];
}

/** Twenty places that a reader of a CT would find again: on spine, ribs, sternum, heart, airways, vessels, lungs, skin. */
export const LANDMARKS: readonly Vec3[] = [
  [0, 30, -60],
  [0, 30, 0],
  [0, 30, 60],
  [0, 75, -40],
  [0, 75, 40],
  [0, -97, -20],
  [0, -97, 40],
  [120, -30, -40],
  [-120, -30, -40],
  [120, -10, 20],
  [-120, -10, 20],
  [60, 75, 0],
  [-60, 75, 0],
  [25, -45, -60],
  [50, -30, -40],
  [0, -3, 27],
  [30, 31, -50],
  [30, 31, 20],
  [-60, 20, -20],
  [70, 0, 40],
];
