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
  /** The runs of band b are those from `starts[b]` to `starts[b + 1]`. */
  readonly starts: Int32Array;
  /** Edges that follow one another within a band: the vertex before the first, the first's own end, the last's end. */
  readonly runs: Int32Array;
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
export function insideRings({ points, runs, starts, lowV, highV, bandsPerMm }: SlabBands, u: number, v: number): number {
  if (v < lowV || v >= highV) return OUTSIDE;
  const band = ((v - lowV) * bandsPerMm) | 0;
  let inside = OUTSIDE;
  for (let r = 3 * starts[band]; r < 3 * starts[band + 1]; r += 3) {
    let q = runs[r];
    let wasAbove = points[q + 1] > v;
    for (let p = runs[r + 1]; p <= runs[r + 2]; q = p, p += 2) {
      const vp = points[p + 1];
      const isAbove = vp > v;
      if (isAbove === wasAbove) continue;
      wasAbove = isAbove;
      const vq = points[q + 1];
      if (u < points[q] + ((v - vq) * (points[p] - points[q])) / (vp - vq)) inside ^= 1;
    }
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
  const bands = Math.max(4, Math.min(256, points.length >> 2));
  const bandsPerMm = bands / Math.max(highV - lowV, 1e-9);
  // Runs as they are met: band, and the three vertices. The topmost vertex falls into one band more.
  const starts = new Int32Array(bands + 3);
  let count = 0;
  const add = (band: number, before: number, from: number, to: number) => {
    if (4 * count === met.length) {
      const more = new Int32Array(2 * met.length);
      more.set(met);
      met = more;
    }
    met[4 * count] = band;
    met[4 * count + 1] = before;
    met[4 * count + 2] = from;
    met[4 * count + 3] = to;
    count++;
    starts[band + 1]++;
  };
  for (let first = 0, r = 0; r < rings.length; r++) {
    const end = first + rings[r].length;
    let band = ((points[end - 1] - lowV) * bandsPerMm) | 0;
    let before = end - 2;
    let from = first;
    for (let q = end - 2, p = first; p < end; q = p, p += 2) {
      const here = ((points[p + 1] - lowV) * bandsPerMm) | 0;
      if (here === band) continue;
      // This edge ends the run of its first band, and begins that of its last.
      add(band, before, from, p);
      const step = here > band ? 1 : -1;
      for (let b = band + step; b !== here; b += step) add(b, q, p, p);
      [band, before, from] = [here, q, p];
    }
    add(band, before, from, end - 2);
    first = end;
  }
  for (let b = 0; b < bands + 2; b++) starts[b + 1] += starts[b];
  const runs = new Int32Array(3 * count);
  const next = starts.slice();
  for (let n = 0; n < count; n++) {
    const r = 3 * next[met[4 * n]]++;
    runs[r] = met[4 * n + 1];
    runs[r + 1] = met[4 * n + 2];
    runs[r + 2] = met[4 * n + 3];
  }
  return { bottomMm, topMm, lowV, highV, bandsPerMm, starts, runs, points };
}

/** Working memory of `bandsOf`, kept from slab to slab. */
let met = new Int32Array(4096);

function joined(rings: readonly Ring[]): Ring {
  const all = new Float64Array(rings.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const ring of rings) {
    all.set(ring, at);
    at += ring.length;
  }
  return all;
}
