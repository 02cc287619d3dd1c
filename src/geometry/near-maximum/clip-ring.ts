import type { Ring } from '../slab-stack';

/**
 * The part of a ring in a square, by cutting it at each side in turn (Sutherland and Hodgman 1974, CACM 17:32). Pieces
 * that fall apart stay joined along the sides, where they add no area. Empty where nothing is left.
 */
export function clipRing(ring: Ring, lowU: number, lowV: number, sizeMm: number): Ring {
  let points: number[] = Array.from(ring);
  for (let side = 0; side < 4 && points.length > 0; side++) points = cut(points, side & 1, side < 2 ? 1 : -1, side);
  return Float64Array.from(points);

  function cut(from: readonly number[], axis: number, sign: number, side: number): number[] {
    const border = (axis === 0 ? lowU : lowV) + (side < 2 ? 0 : sizeMm);
    const out: number[] = [];
    for (let q = from.length - 2, p = 0; p < from.length; q = p, p += 2) {
      const before = sign * (from[q + axis] - border);
      const here = sign * (from[p + axis] - border);
      if (before < 0 !== here < 0) {
        const t = before / (before - here);
        const u = from[q] + t * (from[p] - from[q]);
        const v = from[q + 1] + t * (from[p + 1] - from[q + 1]);
        out.push(axis === 0 ? border : u, axis === 0 ? v : border);
      }
      if (here >= 0) out.push(from[p], from[p + 1]);
    }
    return out;
  }
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
