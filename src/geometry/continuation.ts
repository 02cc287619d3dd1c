import { evenOddAreaMm2, signedAreaMm2 } from './ring-nesting';
import type { Ring, Slab, SlabStack } from './slab-stack';

/** How far back from its end an axis is looked at, mm: long enough for a slant to show above the wobble of contours. */
const AXIS_MM = 30;
/** Fewer slices than this show no slant. */
const LEAST_SLICES = 4;
/** A slice of what is carried on is no thicker, mm. */
const THICKEST_MM = 3;

/**
 * A solid carried on beyond its ends: the outline of its last slice along the axis of its last 30 mm.
 * @param fromMm, toMm how far along the slices it is to reach; nothing at an end that reaches as far.
 * @returns slabs below and above the solid, in ascending order.
 */
export function continuationOf({ slabs }: SlabStack, fromMm: number, toMm: number): { below: Slab[]; above: Slab[] } {
  const [first, last] = [slabs[0], slabs[slabs.length - 1]];
  return {
    below: carried(first, slantOf(slabs), fromMm, first.bottomMm),
    above: carried(last, slantOf(slabs.toReversed()), last.topMm, toMm),
  };
}

const middleMm = ({ bottomMm, topMm }: Slab): number => (bottomMm + topMm) / 2;

function carried(end: Slab, [du, dv]: readonly [number, number], fromMm: number, toMm: number): Slab[] {
  const mm = toMm - fromMm;
  if (!(mm > 0)) return [];
  const count = Math.ceil(mm / Math.min(THICKEST_MM, end.topMm - end.bottomMm));
  return Array.from({ length: count }, (_, n): Slab => {
    const [bottomMm, topMm] = [fromMm + (mm * n) / count, fromMm + (mm * (n + 1)) / count];
    const by = (bottomMm + topMm) / 2 - middleMm(end);
    return { bottomMm, topMm, rings: end.rings.map((ring) => moved(ring, du * by, dv * by)) };
  });
}

const moved = (ring: Ring, u: number, v: number): Ring => ring.map((at, n) => at + (n % 2 === 0 ? u : v));

/** How far the middle of the outlines goes sideways for each mm along the slices, over the slabs that come first. */
function slantOf(slabs: readonly Slab[]): readonly [du: number, dv: number] {
  const end = middleMm(slabs[0]);
  const near = slabs.filter((slab) => Math.abs(middleMm(slab) - end) <= AXIS_MM);
  if (near.length < LEAST_SLICES) return [0, 0];
  const points = near.map((slab) => [middleMm(slab), ...middleOf(slab.rings)] as const);
  const mean = (axis: 0 | 1 | 2) => points.reduce((sum, point) => sum + point[axis], 0) / points.length;
  const [w, u, v] = [mean(0), mean(1), mean(2)];
  let [ww, wu, wv] = [0, 0, 0];
  for (const point of points) {
    ww += (point[0] - w) ** 2;
    wu += (point[0] - w) * (point[1] - u);
    wv += (point[0] - w) * (point[2] - v);
  }
  return [wu / ww, wv / ww];
}

/** The centroid of the largest ring. */
function middleOf(rings: readonly Ring[]): readonly [u: number, v: number] {
  const ring = rings.reduce((a, b) => (evenOddAreaMm2([b]) > evenOddAreaMm2([a]) ? b : a));
  const areaMm2 = signedAreaMm2(ring);
  // From its first point, for numbers that are small beside each other.
  const [u0, v0] = [ring[0], ring[1]];
  let [u, v] = [0, 0];
  for (let p = 0, q = ring.length - 2; p < ring.length; q = p, p += 2) {
    const [uq, vq, up, vp] = [ring[q] - u0, ring[q + 1] - v0, ring[p] - u0, ring[p + 1] - v0];
    const twice = uq * vp - up * vq;
    u += (uq + up) * twice;
    v += (vq + vp) * twice;
  }
  return [u0 + u / (6 * areaMm2), v0 + v / (6 * areaMm2)];
}
