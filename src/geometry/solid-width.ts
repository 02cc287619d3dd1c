import { nestingDepths, signedAreaMm2 } from './ring-nesting';
import type { Ring, SlabStack } from './slab-stack';

/**
 * How wide the outer outlines of a solid are over the middle one of its slices, mm, whatever holes they have: four times
 * area over perimeter, the diameter of a circle and twice the thickness of a long plate.
 */
export function solidWidthMm({ slabs }: SlabStack): number {
  const each = slabs
    .map(({ rings, bottomMm, topMm }) => ({ widthMm: widthOf(rings), mm: topMm - bottomMm }))
    .sort((a, b) => a.widthMm - b.widthMm);
  const halfMm = each.reduce((sum, { mm }) => sum + mm, 0) / 2;
  let upTo = 0;
  const middle = each.find(({ mm }) => {
    upTo += mm;
    return upTo >= halfMm;
  });
  return middle?.widthMm ?? 0;
}

function widthOf(rings: readonly Ring[]): number {
  const depths = nestingDepths(rings);
  const outer = rings.filter((_, n) => depths[n] === 0);
  const sum = (of: (ring: Ring) => number) => outer.reduce((total, ring) => total + of(ring), 0);
  return (4 * sum((ring) => Math.abs(signedAreaMm2(ring)))) / sum(perimeterMm);
}

function perimeterMm(ring: Ring): number {
  let mm = 0;
  for (let p = 0, q = ring.length - 2; p < ring.length; q = p, p += 2)
    mm += Math.hypot(ring[p] - ring[q], ring[p + 1] - ring[q + 1]);
  return mm;
}
