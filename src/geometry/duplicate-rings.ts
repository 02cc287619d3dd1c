import { ringBounds, signedAreaMm2 } from './ring-nesting';
import type { Ring } from './slab-stack';

/** Vertices closer than this are the same vertex, written with another rounding. */
const SAME_POINT_MM = 1e-3;

/**
 * Rings without those that draw another one again: the same vertices within 1 µm, from any starting point and in either
 * direction. Exporters write a contour twice, and by the even-odd rule the two would cancel.
 */
export function withoutDuplicates(rings: readonly Ring[]): Ring[] {
  if (rings.length < 2) return [...rings];
  const kept: Ring[] = [];
  for (const ring of rings) if (!kept.some((other) => isSameRing(other, ring))) kept.push(ring);
  return kept;
}

function isSameRing(a: Ring, b: Ring): boolean {
  if (a.length !== b.length) return false;
  const [boxA, boxB] = [ringBounds(a), ringBounds(b)];
  if (boxA.some((side, n) => Math.abs(side - boxB[n]) > SAME_POINT_MM)) return false;
  const sameDirection = signedAreaMm2(a) * signedAreaMm2(b) >= 0;
  const points = a.length / 2;
  const isSamePoint = (p: number, q: number) =>
    Math.abs(a[2 * p] - b[2 * q]) <= SAME_POINT_MM && Math.abs(a[2 * p + 1] - b[2 * q + 1]) <= SAME_POINT_MM;
  for (let start = 0; start < points; start++) {
    if (!isSamePoint(0, start)) continue;
    let p = 1;
    while (p < points && isSamePoint(p, (sameDirection ? start + p : start - p + points) % points)) p++;
    if (p === points) return true;
  }
  return false;
}
