import type { Path64 } from 'clipper2-ts';

type Point = Pick<Path64[number], 'x' | 'y'>;

/** A corner of a path with raised notches. */
export interface Corner {
  readonly x: number;
  readonly y: number;
  /** Where tangents of a disc meet that rests on both its neighbours, or on one and the side to the other. */
  readonly isBetweenTangents: boolean;
}

/**
 * A path (inside to its left, Clipper units) with its notches raised as far as no disc of this radius comes from outside
 * without touching it. What is filled in lies in the closing of the region by the disc, so the region swept by the disc
 * stays what it was. Contours drawn along pixels are all corners of 90°, whose arcs would cross each other by the dozen.
 */
export function raisedNotches(path: Path64, radius: number): Corner[] {
  const corners = steppedOver(path, radius);
  const at = (n: number) => corners[(n + corners.length) % corners.length];
  return corners.map((v, n) => {
    const [p, q] = [at(n - 1), at(n + 1)];
    const isNotch = ![p, v, q].some((each) => each.isBetweenTangents) && turn(p, v, q) < 0;
    return (isNotch ? raised(p, v, q, radius) : undefined) ?? v;
  });
}

/** How many corners of a path may be left out between two that stay: each is looked at again for each pair. */
const MOST_STEPPED_OVER = 24;

/** Leaves out what lies behind a disc that rests on the corners on either side, which its tangents stand for. */
function steppedOver(path: Path64, radius: number): Corner[] {
  const count = path.length;
  const start = lowest(path);
  const at = (n: number) => path[(start + n) % count];
  const kept = [0];
  for (let n = 1; n <= count; n++) {
    while (kept.length > 1 && isBehind(at, kept[kept.length - 2], n, radius)) kept.pop();
    kept.push(n);
  }
  return kept.slice(0, -1).flatMap((n, k): Corner[] => {
    const own = { x: at(n).x, y: at(n).y, isBetweenTangents: false };
    return kept[k + 1] === n + 1 ? [own] : [own, betweenTangents(at(n), at(kept[k + 1]), radius)];
  });
}

/** Whether all corners between two lie behind the tangents of the disc that rests on the two. */
function isBehind(at: (n: number) => Point, from: number, to: number, radius: number): boolean {
  const [a, b] = [at(from), at(to)];
  const chord = distance(a, b);
  if (to - from > MOST_STEPPED_OVER || chord === 0 || chord >= 2 * radius) return false;
  const x = betweenTangents(a, b, radius);
  let before = a;
  for (let n = from + 1; n <= to; n++) {
    const v = at(n);
    if (n < to) {
      const way = along(a, v, b);
      if (way < 0 || way > chord * chord || turn(a, b, v) < 0) return false;
      if (turn(a, x, v) < 0 && turn(x, b, v) < 0) return false;
    }
    // A side that goes over where the tangents meet.
    const isAcross = turn(a, x, before) >= 0 && turn(x, b, before) < 0 && turn(x, b, v) >= 0;
    if (isAcross && turn(before, v, x) > 0) return false;
    before = v;
  }
  return true;
}

/** Where the tangents meet, at two points of a path, of the disc that rests on them from outside. */
function betweenTangents(a: Point, b: Point, radius: number): Corner {
  const chord = distance(a, b);
  const by = Math.tan(Math.asin(chord / (2 * radius))) / 2;
  return rounded((a.x + b.x) / 2 - by * (b.y - a.y), (a.y + b.y) / 2 + by * (b.x - a.x));
}

/** The corner of a notch of which one side is long: as far as a disc sees that rests on one end and on that side. */
function raised(p: Point, v: Point, q: Point, radius: number): Corner | undefined {
  const doubled = Math.abs(turn(p, v, q));
  return resting(p, v, q, doubled, radius) ?? resting(q, v, p, doubled, radius);
}

function resting(end: Point, v: Point, other: Point, doubled: number, radius: number): Corner | undefined {
  const side = distance(v, other);
  const height = doubled / side;
  const foot = along(v, end, other) / side;
  if (height === 0 || height >= radius) return undefined;
  const touch = foot + Math.sqrt(height * (2 * radius - height));
  const at = (touch * touch - foot * foot - height * height) / (2 * (touch - foot));
  if (!(touch <= side && at > 0)) return undefined;
  return rounded(v.x + (at * (other.x - v.x)) / side, v.y + (at * (other.y - v.y)) / side);
}

/** A corner that no notch holds. */
function lowest(path: Path64): number {
  let found = 0;
  for (let n = 1; n < path.length; n++) if (path[n].y < path[found].y) found = n;
  return found;
}

const turn = (a: Point, b: Point, c: Point): number => (b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x);
const distance = (a: Point, b: Point): number => Math.hypot(b.x - a.x, b.y - a.y);
/** The scalar product of the ways from `from` to two points. */
const along = (from: Point, a: Point, b: Point): number => (a.x - from.x) * (b.x - from.x) + (a.y - from.y) * (b.y - from.y);
const rounded = (x: number, y: number): Corner => ({ x: Math.round(x), y: Math.round(y), isBetweenTangents: true });
