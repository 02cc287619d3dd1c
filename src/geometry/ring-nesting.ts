import { eachMeetingPair } from './meeting-boxes';
import type { Ring } from './slab-stack';

/** Twice-counted-free signed area in mm² (shoelace, about the first point to keep precision): positive anticlockwise. */
export function signedAreaMm2(ring: Ring): number {
  const u0 = ring[0];
  const v0 = ring[1];
  let doubled = 0;
  for (let p = 2; p + 3 < ring.length; p += 2) {
    doubled += (ring[p] - u0) * (ring[p + 3] - v0) - (ring[p + 2] - u0) * (ring[p + 1] - v0);
  }
  return doubled / 2;
}

/** Bounding box of a ring: [minU, minV, maxU, maxV]. */
export function ringBounds(ring: Ring): [number, number, number, number] {
  // Read by index: numbers out of an iterator stay on the heap, and every one after them with them.
  let minU = ring[0];
  let minV = ring[1];
  let maxU = minU;
  let maxV = minV;
  for (let p = 2; p < ring.length; p += 2) {
    const u = ring[p];
    const v = ring[p + 1];
    if (u < minU) minU = u;
    else if (u > maxU) maxU = u;
    if (v < minV) minV = v;
    else if (v > maxV) maxV = v;
  }
  return [minU, minV, maxU, maxV];
}

function contains(ring: Ring, u: number, v: number): boolean {
  let inside = false;
  const points = ring.length / 2;
  for (let p = 0, q = points - 1; p < points; q = p++) {
    const vp = ring[2 * p + 1];
    const vq = ring[2 * q + 1];
    if (vp > v !== vq > v && u < ((ring[2 * q] - ring[2 * p]) * (v - vp)) / (vq - vp) + ring[2 * p]) inside = !inside;
  }
  return inside;
}

/** Whether `inner` lies within `outer`, by the vote of a few vertices (rings that do not cross may still touch). */
export function liesWithin(inner: Ring, outer: Ring): boolean {
  const points = inner.length / 2;
  const votes = Math.min(points, 5);
  let inside = 0;
  for (let n = 0; n < votes; n++) {
    const p = Math.floor((n * points) / votes);
    if (contains(outer, inner[2 * p], inner[2 * p + 1])) inside++;
  }
  return inside * 2 > votes;
}

/**
 * How many other rings each ring lies within. For rings that do not cross, the even-odd inside of the set is the rings
 * of even depth less those of odd depth.
 */
export function nestingDepths(rings: readonly Ring[]): Int32Array {
  const depths = new Int32Array(rings.length);
  if (rings.length < 2) return depths;
  const bounds = rings.map(ringBounds);
  const isBoxed = (inner: readonly number[], outer: readonly number[]) =>
    inner[0] >= outer[0] && inner[1] >= outer[1] && inner[2] <= outer[2] && inner[3] <= outer[3];
  eachMeetingPair(bounds, (a, b) => {
    if (isBoxed(bounds[a], bounds[b]) && liesWithin(rings[a], rings[b])) depths[a]++;
    if (isBoxed(bounds[b], bounds[a]) && liesWithin(rings[b], rings[a])) depths[b]++;
  });
  return depths;
}

/** For each ring, the factor (+1 or -1) that makes its own signed area count rightly in the even-odd area of the set. */
export function evenOddSigns(rings: readonly Ring[]): Int8Array {
  if (rings.length === 1) return Int8Array.of(signedAreaMm2(rings[0]) >= 0 ? 1 : -1);
  const depths = nestingDepths(rings);
  return Int8Array.from(rings, (ring, n) => (signedAreaMm2(ring) >= 0 === (depths[n] % 2 === 0) ? 1 : -1));
}

/** Even-odd area in mm² of rings that do not cross. */
export function evenOddAreaMm2(rings: readonly Ring[]): number {
  if (rings.length === 1) return Math.abs(signedAreaMm2(rings[0]));
  const signs = evenOddSigns(rings);
  return rings.reduce((sum, ring, n) => sum + signs[n] * signedAreaMm2(ring), 0);
}
