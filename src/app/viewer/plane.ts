import { dot, scale, type Vec3 } from '../../geometry/vec3';
import type { CtVolume, ViewPlane } from './scene';

/*
 * Where the pictures lie. Every view shows planes of CT voxels: of the three axes of the volume, the one nearest to the
 * patient's head-feet direction runs through the axial pictures, and so on, whichever way the patient lay. A point is
 * given on a picture by (across, down, through), its coordinates in mm along the picture's directions.
 */

/** One direction of a picture, along one axis of the volume. */
export interface PlaneAxis {
  /** 0 along rows, 1 along columns, 2 from slice to slice. */
  readonly volumeAxis: 0 | 1 | 2;
  /** Whether the picture runs with or against the volume's axis. */
  readonly sign: 1 | -1;
  readonly direction: Vec3;
  /** Coordinates of the voxel centres along `direction`, ascending. */
  readonly centresMm: Float64Array;
}

/** An even row of pixels along a direction of the picture. */
export interface PixelRow extends PlaneAxis {
  readonly count: number;
  readonly firstMm: number;
  readonly stepMm: number;
}

export interface PlaneGeometry {
  readonly view: ViewPlane;
  readonly across: PixelRow;
  readonly down: PixelRow;
  /** Towards the patient's head, back or left; `centresMm` are the positions of the pictures. */
  readonly through: PlaneAxis;
}

/** Upper limit of rows made of unevenly spaced slices. */
const MOST_PIXELS = 1024;

const LEFT: Vec3 = [1, 0, 0];
const BACK: Vec3 = [0, 1, 0];
const HEAD: Vec3 = [0, 0, 1];
const FEET: Vec3 = [0, 0, -1];

/** What lies to the right and at the bottom of each picture, and the direction its positions are counted in. */
const LAYOUT: Record<ViewPlane, readonly [across: Vec3, down: Vec3, through: Vec3]> = {
  // As seen from the feet, from the front, and from the patient's left.
  axial: [LEFT, BACK, HEAD],
  coronal: [LEFT, FEET, BACK],
  sagittal: [BACK, FEET, LEFT],
};

const ORDERS = [
  [0, 1, 2],
  [0, 2, 1],
  [1, 0, 2],
  [1, 2, 0],
  [2, 0, 1],
  [2, 1, 0],
] as const;

/** The axes of the volume that are nearest to the patient's left, back and head, each a different one. */
function nearestAxes(axes: readonly Vec3[]): readonly (0 | 1 | 2)[] {
  const likeness = (order: (typeof ORDERS)[number]) => order.reduce<number>((sum, axis, n) => sum + Math.abs(axes[axis][n]), 0);
  return ORDERS.reduce((best, order) => (likeness(order) > likeness(best) + 1e-9 ? order : best));
}

/** Distances of the voxels from the first along an axis of the volume. */
function offsetsOf(ct: CtVolume, axis: 0 | 1 | 2): Float64Array {
  if (axis === 2) return ct.sliceOffsetsMm;
  const spacing = axis === 0 ? ct.columnSpacingMm : ct.rowSpacingMm;
  return Float64Array.from({ length: axis === 0 ? ct.columns : ct.rows }, (_, n) => n * spacing);
}

function planeAxis(ct: CtVolume, axes: readonly Vec3[], volumeAxis: 0 | 1 | 2, wanted: Vec3): PlaneAxis {
  const sign = dot(axes[volumeAxis], wanted) < 0 ? -1 : 1;
  const direction = scale(axes[volumeAxis], sign);
  const start = dot(ct.originMm, direction);
  const centresMm = offsetsOf(ct, volumeAxis).map((offset) => start + sign * offset);
  return { volumeAxis, sign, direction, centresMm: sign < 0 ? centresMm.reverse() : centresMm };
}

/** Pixels at the voxel centres, or at even steps of the least slice distance where the slices are unevenly spaced. */
function pixelRow(ct: CtVolume, axis: PlaneAxis): PixelRow {
  const { centresMm } = axis;
  const count = centresMm.length;
  const length = centresMm[count - 1] - centresMm[0];
  // A single slice has no distance to a next one.
  if (count === 1) return { ...axis, count, firstMm: centresMm[0], stepMm: Math.max(ct.columnSpacingMm, ct.rowSpacingMm) };
  let least = Number.POSITIVE_INFINITY;
  for (let n = 1; n < count; n++) least = Math.min(least, centresMm[n] - centresMm[n - 1]);
  const mean = length / (count - 1);
  if (mean - least < 0.001) return { ...axis, count, firstMm: centresMm[0], stepMm: mean };
  const steps = Math.max(1, Math.min(MOST_PIXELS - 1, Math.round(length / least)));
  return { ...axis, count: steps + 1, firstMm: centresMm[0], stepMm: length / steps };
}

export function planeGeometry(ct: CtVolume, view: ViewPlane): PlaneGeometry {
  const axes = [ct.alongRow, ct.alongColumn, ct.normal];
  const nearest = nearestAxes(axes);
  const [across, down, through] = LAYOUT[view].map((wanted) => {
    const patientAxis = wanted.findIndex((c) => c !== 0);
    return planeAxis(ct, axes, nearest[patientAxis], wanted);
  });
  return { view, across: pixelRow(ct, across), down: pixelRow(ct, down), through };
}

/** Coordinates (across, down, through) in mm of a point of the patient. */
export function toPlane(plane: PlaneGeometry, point: Vec3): Vec3 {
  return [dot(point, plane.across.direction), dot(point, plane.down.direction), dot(point, plane.through.direction)];
}

/** The point of the patient at (across, down, through). */
export function toPatient(plane: PlaneGeometry, across: number, down: number, through: number): Vec3 {
  const [a, d, t] = [plane.across.direction, plane.down.direction, plane.through.direction];
  return [
    across * a[0] + down * d[0] + through * t[0],
    across * a[1] + down * d[1] + through * t[1],
    across * a[2] + down * d[2] + through * t[2],
  ];
}

/** Index of the value nearest to `mm` in an ascending list. */
export function nearestIndex(ascending: Float64Array, mm: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (ascending[middle] <= mm) low = middle;
    else high = middle;
  }
  return mm - ascending[low] <= ascending[high] - mm ? low : high;
}

/** Pixel coordinate (0 at the first pixel's centre) of a coordinate in mm. */
export const pixelOf = (row: PixelRow, mm: number): number => (mm - row.firstMm) / row.stepMm;
export const mmOf = (row: PixelRow, pixel: number): number => row.firstMm + pixel * row.stepMm;

/** Where the picture begins and ends: the outer edges of its pixels. */
export function edgesMm(row: PixelRow): readonly [from: number, to: number] {
  return [mmOf(row, -0.5), mmOf(row, row.count - 0.5)];
}
