import { affinePart, mapPoints, matrixOfMap, type PointMap } from './point-map';
import { ringBounds } from './ring-nesting';
import type { SlabStack } from './slab-stack';
import { determinant3, invert, type Matrix4 } from './transform';

/** Points of the lattice along u, v and w: enough for a mean, few enough to be asked for every organ. */
const ALONG = [5, 5, 9] as const;
/** With a place for fewer of them than this share, what the field does to the solids is not known. */
const LEAST_KNOWN = 0.25;

/**
 * The affine map that is nearest to a map over the box of some solids, by least squares on a lattice: how a deformation
 * may be written (the rigid part as a matrix or in the vectors) is its own affair. The map itself where it has no
 * displacement field; its affine part where the field does not reach the solids.
 */
export function nearestMatrix(map: PointMap, stacks: readonly SlabStack[]): Matrix4 {
  const whole = matrixOfMap(map);
  if (whole) return whole;
  const from = latticeAbout(stacks);
  const count = from.length / 3;
  const to = new Float64Array(from.length);
  mapPoints(map, from, count, to);
  return fitted(from, to, count) ?? affinePart(map);
}

/** Points over the box of each of some solids (x, y, z triplets, mm), its corners among them. */
export function latticeAbout(stacks: readonly SlabStack[]): Float64Array {
  const points = new Float64Array(3 * stacks.length * ALONG[0] * ALONG[1] * ALONG[2]);
  let at = 0;
  for (const { basis, slabs } of stacks) {
    const low = [Infinity, Infinity, slabs[0].bottomMm];
    const high = [-Infinity, -Infinity, slabs[slabs.length - 1].topMm];
    for (const { rings } of slabs) {
      for (const ring of rings) {
        const [u0, v0, u1, v1] = ringBounds(ring);
        [low[0], low[1]] = [Math.min(low[0], u0), Math.min(low[1], v0)];
        [high[0], high[1]] = [Math.max(high[0], u1), Math.max(high[1], v1)];
      }
    }
    const place = (n: number, a: 0 | 1 | 2) => low[a] + ((high[a] - low[a]) * n) / (ALONG[a] - 1);
    for (let k = 0; k < ALONG[2]; k++) {
      for (let j = 0; j < ALONG[1]; j++) {
        for (let i = 0; i < ALONG[0]; i++) {
          const [u, v, w] = [place(i, 0), place(j, 1), place(k, 2)];
          for (let axis = 0; axis < 3; axis++) points[at++] = u * basis.u[axis] + v * basis.v[axis] + w * basis.w[axis];
        }
      }
    }
  }
  return points;
}

/** y = M x by least squares: M = Σ (y - ȳ)(x - x̄)ᵀ [Σ (x - x̄)(x - x̄)ᵀ]⁻¹ over the points that have a place. */
function fitted(from: Float64Array, to: Float64Array, count: number): Matrix4 | undefined {
  const meanFrom = [0, 0, 0];
  const meanTo = [0, 0, 0];
  const known: number[] = [];
  for (let p = 0; p < 3 * count; p += 3) {
    if (Number.isNaN(to[p])) continue;
    known.push(p);
    for (let axis = 0; axis < 3; axis++) {
      meanFrom[axis] += from[p + axis];
      meanTo[axis] += to[p + axis];
    }
  }
  if (known.length < LEAST_KNOWN * count) return undefined;
  for (let axis = 0; axis < 3; axis++) {
    meanFrom[axis] /= known.length;
    meanTo[axis] /= known.length;
  }
  const ofFrom = new Array<number>(16).fill(0);
  const ofBoth = new Array<number>(16).fill(0);
  ofFrom[15] = 1;
  for (const p of known) {
    for (let row = 0; row < 3; row++) {
      for (let column = 0; column < 3; column++) {
        const x = (from[p + column] - meanFrom[column]) / known.length;
        ofFrom[4 * row + column] += (from[p + row] - meanFrom[row]) * x;
        ofBoth[4 * row + column] += (to[p + row] - meanTo[row]) * x;
      }
    }
  }
  // In a plane nothing is known of the direction across it.
  const size = Math.max(ofFrom[0], ofFrom[5], ofFrom[10]);
  if (!(determinant3(ofFrom) > 1e-9 * size ** 3)) return undefined;
  const inverse = invert(ofFrom);
  const m = new Array<number>(16).fill(0);
  m[15] = 1;
  for (let row = 0; row < 3; row++) {
    for (let column = 0; column < 3; column++) {
      for (let k = 0; k < 3; k++) m[4 * row + column] += ofBoth[4 * row + k] * inverse[4 * k + column];
    }
    m[4 * row + 3] = meanTo[row] - m[4 * row] * meanFrom[0] - m[4 * row + 1] * meanFrom[1] - m[4 * row + 2] * meanFrom[2];
  }
  return Math.abs(determinant3(m)) > 1e-6 ? m : undefined;
}
