import { type Finding, makeFinding } from '../findings/finding';

/*
 * One point of an outline far from the rest of it: a sign or a digit that was lost, or a slip of the hand. The outline
 * runs out to it and back between two points that lie together, as no organ does. The bounds are this program's own.
 */

/** How far a point has to lie from those before and after it. */
const FAR_MM = 10;
/** The same against the middle one of the outline's distances from point to point. */
const FAR_STEPS = 5;
/** How near to one another those before and after it lie, against how far it is: 12 degrees. */
const TOGETHER = 0.2;
/** Of fewer points nobody can tell which of them is out of place. */
const LEAST_POINTS = 6;

/** The finding that asks of outlines with such points whether they are meant; none where there are none. */
export function lonePointFindings(
  at: { readonly roi: string },
  closed: readonly { readonly pointsMm: Float64Array }[],
): Finding[] {
  const far = closed.map(({ pointsMm }) => lonePointMm(pointsMm)).filter((mm) => mm > 0);
  if (far.length === 0) return [];
  const facts = { ...at, contours: far.length, farthestMm: Math.max(...far) };
  return [makeFinding('contour-lone-point', 'error', facts, { ...at, answerable: true })];
}

/** How far the loneliest point of an outline lies from the nearer of its neighbours, mm; 0 where none is lone. */
export function lonePointMm(pointsMm: Float64Array): number {
  const count = countOf(pointsMm);
  if (count < LEAST_POINTS) return 0;
  let farthest = 0;
  for (let n = 0; n < count; n++) {
    const before = stepMm(pointsMm, (n + count - 1) % count, n);
    if (before < FAR_MM) continue;
    const next = (n + 1) % count;
    const nearer = Math.min(before, stepMm(pointsMm, n, next));
    const isNarrow = stepMm(pointsMm, (n + count - 1) % count, next) < TOGETHER * nearer;
    if (nearer >= FAR_MM && isNarrow) farthest = Math.max(farthest, nearer);
  }
  return farthest > 0 && farthest >= FAR_STEPS * middleStepMm(pointsMm, count) ? farthest : 0;
}

/** The points without a last one that is the first again. */
function countOf(p: Float64Array): number {
  const count = p.length / 3;
  const last = p.length - 3;
  return count > 1 && p[0] === p[last] && p[1] === p[last + 1] && p[2] === p[last + 2] ? count - 1 : count;
}

const stepMm = (p: Float64Array, a: number, b: number): number =>
  Math.hypot(p[3 * a] - p[3 * b], p[3 * a + 1] - p[3 * b + 1], p[3 * a + 2] - p[3 * b + 2]);

function middleStepMm(p: Float64Array, count: number): number {
  const steps = Float64Array.from({ length: count }, (_, n) => stepMm(p, n, (n + 1) % count)).sort();
  return steps[Math.floor(count / 2)];
}
