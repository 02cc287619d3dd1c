import type { PlaneBasis, Ring, Slab, SlabStack } from '../../src/geometry/slab-stack';

export const AXIAL_BASIS: PlaneBasis = { u: [1, 0, 0], v: [0, 1, 0], w: [0, 0, 1] };

export type Points = readonly (readonly number[])[];

export const ringOf = (points: Points): Ring => Float64Array.from(points.flat());

/** Anticlockwise rectangle. */
export const rectangle = (u0: number, v0: number, u1: number, v1: number): number[][] => [
  [u0, v0],
  [u1, v0],
  [u1, v1],
  [u0, v1],
];

/** One slab. */
export const prism = (rings: readonly Points[], bottomMm: number, topMm: number): SlabStack => ({
  basis: AXIAL_BASIS,
  slabs: [{ bottomMm, topMm, rings: rings.map(ringOf) }],
});

/** Slabs of equal thickness from `fromMm` to `toMm`, the outlines those at the middle of each slab. */
export function sliced(fromMm: number, toMm: number, count: number, outlinesAt: (w: number) => readonly Points[]): SlabStack {
  const step = (toMm - fromMm) / count;
  const slabs: Slab[] = [];
  for (let n = 0; n < count; n++) {
    const rings = outlinesAt(fromMm + (n + 0.5) * step).map(ringOf);
    if (rings.length > 0) slabs.push({ bottomMm: fromMm + n * step, topMm: fromMm + (n + 1) * step, rings });
  }
  return { basis: AXIAL_BASIS, slabs };
}

export function perimeterMm(points: Points): number {
  return points.reduce((sum, [u, v], n) => {
    const [nextU, nextV] = points[(n + 1) % points.length];
    return sum + Math.hypot(nextU - u, nextV - v);
  }, 0);
}

/** Even numbers in [0, 1) from a seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A jagged polygon that does not cross itself: every point of it is seen from its centre. */
export function star(
  random: () => number,
  centre: readonly [number, number],
  radii: readonly [number, number],
  points: number,
): number[][] {
  return Array.from({ length: points }, (_, n) => {
    const angle = (2 * Math.PI * (n + 0.8 * random())) / points;
    const radius = radii[0] + (radii[1] - radii[0]) * random();
    return [centre[0] + radius * Math.cos(angle), centre[1] + radius * Math.sin(angle)];
  });
}

/** Even-odd, over all rings. */
export function isInside(rings: readonly Ring[], u: number, v: number): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let p = 0, q = ring.length - 2; p < ring.length; q = p, p += 2) {
      if (ring[p + 1] > v === ring[q + 1] > v) continue;
      if (u < ring[p] + ((ring[q] - ring[p]) * (v - ring[p + 1])) / (ring[q + 1] - ring[p + 1])) inside = !inside;
    }
  }
  return inside;
}

/** Distance in mm from a point to the nearest edge. */
export function distanceToOutline(rings: readonly Ring[], u: number, v: number): number {
  let nearest = Infinity;
  for (const ring of rings) {
    for (let p = 0, q = ring.length - 2; p < ring.length; q = p, p += 2) {
      const du = ring[q] - ring[p];
      const dv = ring[q + 1] - ring[p + 1];
      const along = Math.min(1, Math.max(0, ((u - ring[p]) * du + (v - ring[p + 1]) * dv) / (du * du + dv * dv)));
      nearest = Math.min(nearest, Math.hypot(ring[p] + along * du - u, ring[p + 1] + along * dv - v));
    }
  }
  return nearest;
}

/** Whether a point lies in the solid. */
export const holds = (stack: SlabStack, u: number, v: number, w: number): boolean =>
  stack.slabs.some((slab) => w > slab.bottomMm && w <= slab.topMm && isInside(slab.rings, u, v));
