import type { DrawnContour } from '../../src/geometry/contours-to-slabs';
import type { DoseGrid } from '../../src/geometry/dose-grid';
import { cross, type Vec3 } from '../../src/geometry/vec3';

/** Anticlockwise circle of `points` vertices whose polygon has the area of the circle of radius `r`. */
export function circle(u: number, v: number, r: number, points = 240): number[][] {
  const step = (2 * Math.PI) / points;
  const radius = r * Math.sqrt(step / Math.sin(step));
  return Array.from({ length: points }, (_, n) => [u + radius * Math.cos(n * step), v + radius * Math.sin(n * step)]);
}

/** A contour on the plane through `origin + w * normal` of the basis (u, v, u × v). */
export function contourOn(points: readonly number[][], w: number, frame: PatientAxes = AXIAL): DrawnContour {
  const n = cross(frame.u, frame.v);
  const pointsMm = new Float64Array(points.length * 3);
  points.forEach(([pu, pv], p) => {
    for (let axis = 0; axis < 3; axis++)
      pointsMm[3 * p + axis] = frame.origin[axis] + pu * frame.u[axis] + pv * frame.v[axis] + w * n[axis];
  });
  return { geometricType: 'CLOSED_PLANAR', pointsMm };
}

export interface PatientAxes {
  readonly origin: Vec3;
  readonly u: Vec3;
  readonly v: Vec3;
}
export const AXIAL: PatientAxes = { origin: [0, 0, 0], u: [1, 0, 0], v: [0, 1, 0] };

/** Slice positions from `from` in steps, `count` of them. */
export const slices = (from: number, step: number, count: number): number[] =>
  Array.from({ length: count }, (_, n) => from + n * step);

export interface GridSpec {
  readonly origin: Vec3;
  readonly spacing: readonly [column: number, row: number, frame: number];
  readonly size: readonly [columns: number, rows: number, frames: number];
  readonly alongRow?: Vec3;
  readonly alongColumn?: Vec3;
  readonly frameOfReferenceUid?: string;
}

/** A grid whose voxel doses are `dose` at the voxel centres. */
export function gridOf(spec: GridSpec, dose: (x: number, y: number, z: number) => number): DoseGrid {
  const alongRow = spec.alongRow ?? [1, 0, 0];
  const alongColumn = spec.alongColumn ?? [0, 1, 0];
  const normal = cross(alongRow, alongColumn);
  const [columns, rows, frames] = spec.size;
  const [sc, sr, sf] = spec.spacing;
  const doseGy = new Float32Array(columns * rows * frames);
  let at = 0;
  for (let k = 0; k < frames; k++) {
    for (let j = 0; j < rows; j++) {
      for (let i = 0; i < columns; i++, at++) {
        const p = [0, 1, 2].map((a) => spec.origin[a] + i * sc * alongRow[a] + j * sr * alongColumn[a] + k * sf * normal[a]);
        doseGy[at] = dose(p[0], p[1], p[2]);
      }
    }
  }
  return {
    frameOfReferenceUid: spec.frameOfReferenceUid ?? '1.2.3',
    columns,
    rows,
    frames,
    originMm: spec.origin,
    alongRow,
    alongColumn,
    normal,
    columnSpacingMm: sc,
    rowSpacingMm: sr,
    frameOffsetsMm: Float64Array.from({ length: frames }, (_, k) => k * sf),
    endCapMm: [sf / 2, sf / 2],
    doseGy,
  };
}

/** Root of a falling function on [low, high] by bisection. */
export function solveFalling(f: (x: number) => number, target: number, low: number, high: number): number {
  let [a, b] = [low, high];
  for (let n = 0; n < 80; n++) {
    const middle = (a + b) / 2;
    if (f(middle) > target) a = middle;
    else b = middle;
  }
  return (a + b) / 2;
}
