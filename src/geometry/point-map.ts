import { rememberLast } from '../remember-last';
import { addDisplacement, type DisplacementField } from './displacement-field';
import { compose, IDENTITY, type Matrix4 } from './transform';
import type { Vec3 } from './vec3';

/**
 * One step of a map of patient points: `matrix · x`, plus, where there is a field, the displacement that the field has
 * at x itself (before the matrix), as a Deformable Spatial Registration defines it (PS3.3 C.20.3.1.1).
 */
export interface MapStep {
  readonly matrix: Matrix4;
  readonly field?: DisplacementField;
}

/** Steps applied one after another; none is the identity. */
export type PointMap = readonly MapStep[];

export const SAME_POINTS: PointMap = [];

export const affineMap = (matrix: Matrix4): PointMap => [{ matrix }];

/** The map that applies `first` and then `second`; neighbouring matrices become one. */
export function composeMaps(first: PointMap, second: PointMap): PointMap {
  const last = first.at(-1);
  const next = second[0];
  if (!last || !next || next.field) return [...first, ...second];
  if (last.field) return [...first, ...second];
  return [...first.slice(0, -1), { matrix: compose(last.matrix, next.matrix) }, ...second.slice(1)];
}

/** The one matrix of a map without fields; undefined where it has one. */
export function matrixOfMap(map: PointMap): Matrix4 | undefined {
  if (map.some(({ field }) => field)) return undefined;
  return map.reduce<Matrix4>((matrix, step) => compose(matrix, step.matrix), IDENTITY);
}

/** What the map does but for its displacement fields. */
export const affinePart = (map: PointMap): Matrix4 =>
  map.reduce<Matrix4>((matrix, step) => compose(matrix, step.matrix), IDENTITY);

/**
 * Maps `count` points (x, y, z triplets, mm) into `out`; NaN where a displacement field does not reach or is undefined.
 * `out` may be `pointsMm` only where the map has no field.
 */
export function mapPoints(map: PointMap, pointsMm: Float32Array | Float64Array, count: number, out: Float64Array): void {
  let from = pointsMm;
  if (map.length === 0) for (let p = 0; p < 3 * count; p++) out[p] = pointsMm[p];
  for (const { matrix, field } of map) {
    // A field is asked at the points as they were before its matrix.
    const before = field && from === out ? out.slice(0, 3 * count) : from;
    applyAll(matrix, from, count, out);
    if (field) addDisplacement(field, before, count, out);
    from = out;
  }
}

/** Points that are asked about at a time: few enough to stay in the processor's cache. */
const AT_A_TIME = 2048;

/**
 * Marks with 1 the points (x, y, z triplets, mm) that the map leaves without a place, because a displacement field ends
 * before them; undefined where it leaves none.
 */
export function unmappedPoints(map: PointMap, pointsMm: Float32Array | Float64Array, count: number): Uint8Array | undefined {
  if (!map.some(({ field }) => field)) return undefined;
  const marks = new Uint8Array(count);
  const mapped = new Float64Array(3 * Math.min(count, AT_A_TIME));
  let isAny = false;
  for (let from = 0; from < count; from += AT_A_TIME) {
    const some = Math.min(AT_A_TIME, count - from);
    mapPoints(map, pointsMm.subarray(3 * from), some, mapped);
    for (let n = 0; n < some; n++) {
      if (!Number.isNaN(mapped[3 * n] + mapped[3 * n + 1] + mapped[3 * n + 2])) continue;
      marks[from + n] = 1;
      isAny = true;
    }
  }
  return isAny ? marks : undefined;
}

/** One point mapped; undefined where the map is. */
export function mapPoint(map: PointMap, point: Vec3): Vec3 | undefined {
  const out = new Float64Array(3);
  mapPoints(map, Float64Array.from(point), 1, out);
  return Number.isNaN(out[0] + out[1] + out[2]) ? undefined : [out[0], out[1], out[2]];
}

function applyAll(m: Matrix4, pointsMm: Float32Array | Float64Array, count: number, out: Float64Array): void {
  const [m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11] = m;
  for (let p = 0; p < 3 * count; p += 3) {
    const x = pointsMm[p];
    const y = pointsMm[p + 1];
    const z = pointsMm[p + 2];
    out[p] = m0 * x + m1 * y + m2 * z + m3;
    out[p + 1] = m4 * x + m5 * y + m6 * z + m7;
    out[p + 2] = m8 * x + m9 * y + m10 * z + m11;
  }
}

/** No point is displaced by more than this by the map's fields, over and above its matrices, mm. */
export function farthestMm(map: PointMap): number {
  let sum = 0;
  for (let s = 0; s < map.length; s++) {
    const { field } = map[s];
    if (!field) continue;
    const stretch = map.slice(s + 1).reduce((most, { matrix }) => most * largestStretch(matrix), 1);
    sum += stretch * longestMm(field);
  }
  return sum;
}

/** Fields in use at a time; a case has one or two. */
const FIELDS = 2;

const longestMm = rememberLast(FIELDS, (field: DisplacementField): number => {
  const u = field.displacementMm;
  let square = 0;
  for (let n = 0; n < u.length; n += 3) {
    const here = u[n] * u[n] + u[n + 1] * u[n + 1] + u[n + 2] * u[n + 2];
    if (here > square) square = here;
  }
  return Math.sqrt(square);
});

/** A bound on how much longer a matrix makes any vector: the Frobenius norm of its 3 × 3 part. */
const largestStretch = (m: Matrix4): number => Math.hypot(m[0], m[1], m[2], m[4], m[5], m[6], m[8], m[9], m[10]);
