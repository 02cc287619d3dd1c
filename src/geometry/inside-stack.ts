import { ringBounds } from './ring-nesting';
import type { PlaneBasis, Ring, Slab, SlabStack } from './slab-stack';

/** What is asked of a point: whether the solid holds it; `UNKNOWN` where the point itself is not known (NaN). */
export const OUTSIDE = 0;
export const INSIDE = 1;
export const UNKNOWN = 2;

/** The edges of one slab in bands of v, so that a point is compared with the few edges at its own height only. */
export interface SlabBands {
  readonly bottomMm: number;
  readonly topMm: number;
  readonly lowV: number;
  readonly highV: number;
  readonly bandsPerMm: number;
  /** The edges of band b are those from `starts[b]` to `starts[b + 1]`. */
  readonly starts: Int32Array;
  /** Of each edge: where its two ends stand in `points`. */
  readonly ends: Int32Array;
  /** The vertices, u and v each. */
  readonly points: Float64Array;
}

/** A solid made ready for many questions whether it holds a point. */
export interface StackTest {
  readonly basis: PlaneBasis;
  readonly slabs: readonly SlabBands[];
}

export const stackTest = ({ basis, slabs }: SlabStack): StackTest => ({ basis, slabs: slabs.map(bandsOf) });

/**
 * Asks for `count` points (x, y, z triplets, mm) whether the solid holds them: even-odd in the slab that they lie in,
 * the lower border of a slab belonging to it and the upper one not.
 * @param out `OUTSIDE`, `INSIDE` or `UNKNOWN` for each point.
 */
export function insideStack(test: StackTest, pointsMm: Float64Array, count: number, out: Uint8Array): void {
  const { slabs } = test;
  const [u0, u1, u2] = test.basis.u;
  const [v0, v1, v2] = test.basis.v;
  const [w0, w1, w2] = test.basis.w;
  let at = 0;
  for (let n = 0, p = 0; n < count; n++, p += 3) {
    const x = pointsMm[p];
    const y = pointsMm[p + 1];
    const z = pointsMm[p + 2];
    const w = x * w0 + y * w1 + z * w2;
    if (Number.isNaN(w)) {
      out[n] = UNKNOWN;
      continue;
    }
    // Points come in rows, so the slab is mostly that of the point before.
    if (!(w >= slabs[at].bottomMm && w < slabs[at].topMm)) at = slabBelow(slabs, w);
    const slab = slabs[at];
    const v = x * v0 + y * v1 + z * v2;
    const isBeside = w < slab.bottomMm || w >= slab.topMm;
    out[n] = isBeside ? OUTSIDE : insideRings(slab, x * u0 + y * u1 + z * u2, v);
  }
}

/** Whether the rings of a slab hold a place of its plane: `OUTSIDE` or `INSIDE`. */
export function insideRings({ points, ends, starts, lowV, highV, bandsPerMm }: SlabBands, u: number, v: number): number {
  if (v < lowV || v >= highV) return OUTSIDE;
  const band = ((v - lowV) * bandsPerMm) | 0;
  let inside = OUTSIDE;
  for (let e = 2 * starts[band]; e < 2 * starts[band + 1]; e += 2) {
    const q = ends[e];
    const p = ends[e + 1];
    const vq = points[q + 1];
    const vp = points[p + 1];
    if (vq > v !== vp > v && u < points[q] + ((v - vq) * (points[p] - points[q])) / (vp - vq)) inside ^= 1;
  }
  return inside;
}

/** The last slab that begins at or below `w`; the first where none does. */
function slabBelow(slabs: readonly SlabBands[], w: number): number {
  let low = 0;
  let high = slabs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (slabs[middle].bottomMm <= w) low = middle;
    else high = middle - 1;
  }
  return low;
}

function bandsOf({ bottomMm, topMm, rings }: Slab): SlabBands {
  const points = rings.length === 1 ? rings[0] : joined(rings);
  const [, lowV, , highV] = ringBounds(points);
  const bands = Math.max(4, Math.min(512, points.length >> 2));
  const bandsPerMm = bands / Math.max(highV - lowV, 1e-9);
  // The band of each vertex. The topmost falls into one band more; rounding never needs another.
  const band = new Uint16Array(points.length >> 1);
  for (let p = 0; p < band.length; p++) band[p] = (points[2 * p + 1] - lowV) * bandsPerMm;
  const starts = new Int32Array(bands + 3);
  for (let first = 0, r = 0; r < rings.length; r++) {
    const end = first + (rings[r].length >> 1);
    for (let q = end - 1, p = first; p < end; q = p++) {
      // An edge along u is crossed by no line along u.
      if (points[2 * q + 1] === points[2 * p + 1]) continue;
      const high = band[q] > band[p] ? band[q] : band[p];
      for (let b = band[q] < band[p] ? band[q] : band[p]; b <= high; b++) starts[b + 1]++;
    }
    first = end;
  }
  for (let b = 0; b < bands + 2; b++) starts[b + 1] += starts[b];
  const ends = new Int32Array(2 * starts[bands + 2]);
  const next = starts.slice();
  for (let first = 0, r = 0; r < rings.length; r++) {
    const end = first + (rings[r].length >> 1);
    for (let q = end - 1, p = first; p < end; q = p++) {
      if (points[2 * q + 1] === points[2 * p + 1]) continue;
      const high = band[q] > band[p] ? band[q] : band[p];
      for (let b = band[q] < band[p] ? band[q] : band[p]; b <= high; b++) {
        const e = 2 * next[b]++;
        ends[e] = 2 * q;
        ends[e + 1] = 2 * p;
      }
    }
    first = end;
  }
  return { bottomMm, topMm, lowV, highV, bandsPerMm, starts, ends, points };
}

function joined(rings: readonly Ring[]): Ring {
  const all = new Float64Array(rings.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const ring of rings) {
    all.set(ring, at);
    at += ring.length;
  }
  return all;
}
