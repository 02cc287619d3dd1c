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
  /** Of each edge: v of its first and second end, u of its first end, and du/dv. */
  readonly edges: Float64Array;
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
export function insideRings({ edges, starts, lowV, highV, bandsPerMm }: SlabBands, u: number, v: number): number {
  if (v < lowV || v >= highV) return OUTSIDE;
  const band = ((v - lowV) * bandsPerMm) | 0;
  let inside = OUTSIDE;
  for (let e = 4 * starts[band]; e < 4 * starts[band + 1]; e += 4) {
    if (edges[e] > v !== edges[e + 1] > v && u < edges[e + 2] + (v - edges[e]) * edges[e + 3]) inside ^= 1;
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
  let [lowV, highV, points] = [Infinity, -Infinity, 0];
  for (const ring of rings) {
    const [, minV, , maxV] = ringBounds(ring);
    lowV = Math.min(lowV, minV);
    highV = Math.max(highV, maxV);
    points += ring.length / 2;
  }
  const bands = Math.max(4, Math.min(512, points >> 1));
  const bandsPerMm = bands / Math.max(highV - lowV, 1e-9);
  const bandOf = (v: number) => ((v - lowV) * bandsPerMm) | 0;
  // The topmost vertex falls into one band more; rounding never needs another.
  const starts = new Int32Array(bands + 3);
  eachEdge(rings, (_u0, v0, _u1, v1) => {
    for (let b = bandOf(Math.min(v0, v1)); b <= bandOf(Math.max(v0, v1)); b++) starts[b + 1]++;
  });
  for (let b = 0; b < bands + 2; b++) starts[b + 1] += starts[b];
  const edges = new Float64Array(4 * starts[bands + 2]);
  const next = starts.slice();
  eachEdge(rings, (u0, v0, u1, v1) => {
    for (let b = bandOf(Math.min(v0, v1)); b <= bandOf(Math.max(v0, v1)); b++) {
      const e = 4 * next[b]++;
      edges[e] = v0;
      edges[e + 1] = v1;
      edges[e + 2] = u0;
      edges[e + 3] = (u1 - u0) / (v1 - v0);
    }
  });
  return { bottomMm, topMm, lowV, highV, bandsPerMm, starts, edges };
}

/** Every edge but those along u, which no line along u crosses. */
function eachEdge(rings: readonly Ring[], visit: (u0: number, v0: number, u1: number, v1: number) => void): void {
  for (const ring of rings) {
    for (let q = ring.length - 2, p = 0; p < ring.length; q = p, p += 2) {
      if (ring[q + 1] !== ring[p + 1]) visit(ring[q], ring[q + 1], ring[p], ring[p + 1]);
    }
  }
}
