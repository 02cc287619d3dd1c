import { goesRoundOnce } from './ring-crossings';
import { signedAreaMm2 } from './ring-nesting';
import type { Ring } from './slab-stack';

/** A pass ends where the ring comes as near as this to its start again. */
const AT_START_MM = 0.3;
const AT_START_MM2 = AT_START_MM ** 2;
/** What is drawn there and back is an outline where its ends are no farther apart than this many of its longest edges. */
const OPEN_EDGES = 1.5;
/** Share of an outline's area up to which the way there and back encloses nothing itself. */
const NO_AREA = 0.1;

/** Whether two outlines draw the same area. */
export type IsSameArea = (a: Ring, b: Ring) => boolean;

/**
 * The outline of a ring that goes over itself again, any number of times and either way round: its first pass. Undefined
 * where it goes round once. By the even-odd rule two passes cancel, and what is drawn there and back has no area at all.
 */
export function firstPassOf(ring: Ring, isSameArea: IsSameArea): Ring | undefined {
  if (goesRoundOnce(ring)) return undefined;
  const wayOut = wayOutOf(ring);
  if (wayOut) return wayOut;
  const starts = passStarts(ring);
  if (starts.length < 2) return undefined;
  const passes = starts.flatMap((from, n) => {
    const pass = ring.subarray(2 * from, 2 * (starts[n + 1] ?? ring.length / 2));
    // What follows the last pass may be a few points that only close it.
    return pass.length < 6 ? [] : [wayOutOf(pass) ?? pass];
  });
  const [first, ...others] = passes;
  return others.length > 0 && others.every((pass) => isSameArea(first, pass)) ? first : undefined;
}

/** The points at which the ring begins to go round: its first, and each with which it has come back to that. */
function passStarts(ring: Ring): number[] {
  const starts = [0];
  let hasLeft = false;
  let nearest = 0;
  let nearestMm2 = Infinity;
  for (let p = 1; p < ring.length / 2; p++) {
    const mm2 = startFromEdgeMm2(ring, p);
    if (hasLeft && mm2 <= AT_START_MM2 && mm2 < nearestMm2) [nearest, nearestMm2] = [p, mm2];
    if (mm2 > AT_START_MM2 && nearestMm2 <= AT_START_MM2) {
      starts.push(nearest);
      nearestMm2 = Infinity;
    }
    hasLeft ||= apartMm(ring, 0, p) > AT_START_MM;
  }
  if (nearestMm2 <= AT_START_MM2) starts.push(nearest);
  return starts;
}

/** How far the ring's start lies from the edge that ends with point `p`: the square of it, mm². */
function startFromEdgeMm2(ring: Ring, p: number): number {
  const [u, v] = [ring[2 * p - 2], ring[2 * p - 1]];
  const [du, dv] = [ring[2 * p] - u, ring[2 * p + 1] - v];
  const along = ((ring[0] - u) * du + (ring[1] - v) * dv) / (du * du + dv * dv);
  const t = along < 0 ? 0 : along > 1 ? 1 : along;
  const [awayU, awayV] = [u + t * du - ring[0], v + t * dv - ring[1]];
  return awayU * awayU + awayV * awayV;
}

/** The way out of a ring that comes back by the same points, where that is an outline. */
function wayOutOf(ring: Ring): Ring | undefined {
  const points = ring.length / 2;
  const last = Math.floor(points / 2);
  for (let p = 1; p <= last; p++) if (apartMm(ring, p, points - p) > AT_START_MM) return undefined;
  let longestMm = 0;
  for (let p = 1; p <= last; p++) longestMm = Math.max(longestMm, apartMm(ring, p - 1, p));
  const openMm = apartMm(ring, 0, last);
  if (openMm > OPEN_EDGES * longestMm) return undefined;
  const out = ring.subarray(0, 2 * (openMm === 0 ? last : last + 1));
  const areaMm2 = out.length < 6 ? 0 : Math.abs(signedAreaMm2(out));
  return Math.abs(signedAreaMm2(ring)) < NO_AREA * areaMm2 ? out : undefined;
}

const apartMm = (ring: Ring, p: number, q: number): number =>
  Math.hypot(ring[2 * p] - ring[2 * q], ring[2 * p + 1] - ring[2 * q + 1]);
