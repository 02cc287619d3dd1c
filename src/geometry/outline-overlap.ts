import { ringBounds, signedAreaMm2 } from './ring-nesting';
import type { Ring } from './slab-stack';

/** A closed outline with what is asked of it again and again. */
export interface Outline {
  readonly ring: Ring;
  readonly box: ReturnType<typeof ringBounds>;
  readonly areaMm2: number;
}

export const outlineOf = (ring: Ring): Outline => ({
  ring,
  box: ringBounds(ring),
  areaMm2: Math.abs(signedAreaMm2(ring)),
});

/** Lines across what two boxes share: enough to tell a half from a tenth. */
const LINES = 8;

/**
 * About how much of the insides of two outlines is in both, mm²: the lengths that they share on lines across, times
 * their distance. A few per cent off for drawn outlines, which is what the questions asked of it need.
 */
export function sharedAreaMm2(a: Outline, b: Outline): number {
  const fromV = Math.max(a.box[1], b.box[1]);
  const toV = Math.min(a.box[3], b.box[3]);
  if (!(toV > fromV) || a.box[0] >= b.box[2] || b.box[0] >= a.box[2]) return 0;
  const step = (toV - fromV) / LINES;
  const [crossedA, crossedB] = [crossings(a.ring, fromV, step), crossings(b.ring, fromV, step)];
  let lengthMm = 0;
  for (let line = 0; line < LINES; line++) lengthMm += sharedLength(crossedA[line], crossedB[line]);
  return lengthMm * step;
}

/** Where a ring crosses the lines, ascending along each. */
function crossings(ring: Ring, fromV: number, step: number): number[][] {
  const found: number[][] = Array.from({ length: LINES }, () => []);
  // The line at or above the vertex before, and the one below it: most edges lie between the two.
  let line = 0;
  while (lineV(line, fromV, step) < ring[ring.length - 1]) line++;
  let below = lineV(line - 1, fromV, step);
  let above = lineV(line, fromV, step);
  for (let p = 0; p < ring.length; p += 2) {
    const v = ring[p + 1];
    if (v > below && v <= above) continue;
    const q = p === 0 ? ring.length - 2 : p - 2;
    const slope = (ring[q] - ring[p]) / (ring[q + 1] - v);
    while (v > above) {
      found[line++].push(ring[p] + (above - v) * slope);
      below = above;
      above = lineV(line, fromV, step);
    }
    while (v <= below) {
      found[--line].push(ring[p] + (below - v) * slope);
      above = below;
      below = lineV(line - 1, fromV, step);
    }
  }
  for (const across of found) across.sort((x, y) => x - y);
  return found;
}

const lineV = (line: number, fromV: number, step: number): number =>
  line < 0 ? -Infinity : line < LINES ? fromV + (line + 0.5) * step : Infinity;

function sharedLength(a: readonly number[], b: readonly number[]): number {
  let length = 0;
  for (let m = 0, n = 0; m + 1 < a.length && n + 1 < b.length; ) {
    const low = Math.max(a[m], b[n]);
    const high = Math.min(a[m + 1], b[n + 1]);
    if (high > low) length += high - low;
    if (a[m + 1] < b[n + 1]) m += 2;
    else n += 2;
  }
  return length;
}
