import type { Ring } from './slab-stack';

/**
 * Whether no vertex of either ring lies farther than `mm` from the other ring's edges. A few vertices that are not near
 * end the search at once, so rings that differ cost little.
 */
export const areWithin = (a: Ring, b: Ring, mm: number): boolean => isAlong(a, b, mm) && isAlong(b, a, mm);

function isAlong(ring: Ring, other: Ring, mm: number): boolean {
  const points = ring.length / 2;
  const edges = other.length / 2;
  let near = 0;
  for (let p = 0; p < points; p++) {
    const u = ring[2 * p];
    const v = ring[2 * p + 1];
    // Neighbouring vertices are mostly near neighbouring edges, whichever way the rings run.
    let tried = 0;
    while (tried < edges) {
      const ahead = tried & 1 ? (tried + 1) >> 1 : -(tried >> 1);
      const edge = (near + ahead + edges) % edges;
      if (isNear(u, v, other, edge, mm)) {
        near = edge;
        break;
      }
      tried++;
    }
    if (tried === edges) return false;
  }
  return true;
}

function isNear(u: number, v: number, ring: Ring, edge: number, mm: number): boolean {
  const p = 2 * edge;
  const q = p + 2 === ring.length ? 0 : p + 2;
  const du = ring[q] - ring[p];
  const dv = ring[q + 1] - ring[p + 1];
  const squared = du * du + dv * dv;
  const along = squared > 0 ? ((u - ring[p]) * du + (v - ring[p + 1]) * dv) / squared : 0;
  const t = along < 0 ? 0 : along > 1 ? 1 : along;
  const [awayU, awayV] = [ring[p] + t * du - u, ring[p + 1] + t * dv - v];
  return awayU * awayU + awayV * awayV <= mm * mm;
}
