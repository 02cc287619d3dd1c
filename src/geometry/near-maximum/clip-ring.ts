import type { Ring } from '../slab-stack';

/**
 * The part of a ring in a square, by cutting it at each side in turn (Sutherland and Hodgman 1974, CACM 17:32). Pieces
 * that fall apart stay joined along the sides, where they add no area. Empty where nothing is left.
 */
export function clipRing(ring: Ring, lowU: number, lowV: number, sizeMm: number): Ring {
  // A cut adds at most one point to each that it keeps.
  while (from.length < 4 * ring.length) [from, to] = [new Float64Array(2 * from.length), new Float64Array(2 * to.length)];
  from.set(ring);
  let length = ring.length;
  for (let side = 0; side < 4 && length > 0; side++) {
    if (to.length < 2 * length) to = new Float64Array(4 * length);
    length = cut(from, length, to, side & 1, side < 2 ? 1 : -1, (side & 1 ? lowV : lowU) + (side < 2 ? 0 : sizeMm));
    [from, to] = [to, from];
  }
  return from.slice(0, length);
}

/** Working memory, kept from ring to ring. */
let from = new Float64Array(4096);
let to = new Float64Array(4096);

/** What of `length / 2` points lies on one side of a border along an axis; returns the length of what is in `out`. */
function cut(points: Float64Array, length: number, out: Float64Array, axis: number, sign: number, border: number): number {
  let n = 0;
  for (let q = length - 2, p = 0; p < length; q = p, p += 2) {
    const before = sign * (points[q + axis] - border);
    const here = sign * (points[p + axis] - border);
    if (before < 0 !== here < 0) {
      const t = before / (before - here);
      const u = points[q] + t * (points[p] - points[q]);
      const v = points[q + 1] + t * (points[p + 1] - points[q + 1]);
      out[n++] = axis === 0 ? border : u;
      out[n++] = axis === 0 ? v : border;
    }
    if (here >= 0) {
      out[n++] = points[p];
      out[n++] = points[p + 1];
    }
  }
  return n;
}

/** Whether the box of a ring reaches into a square. */
export function reaches(ring: Ring, lowU: number, lowV: number, sizeMm: number): boolean {
  let [minU, minV, maxU, maxV] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let p = 0; p < ring.length; p += 2) {
    if (ring[p] < minU) minU = ring[p];
    if (ring[p] > maxU) maxU = ring[p];
    if (ring[p + 1] < minV) minV = ring[p + 1];
    if (ring[p + 1] > maxV) maxV = ring[p + 1];
  }
  return minU < lowU + sizeMm && maxU > lowU && minV < lowV + sizeMm && maxV > lowV;
}
