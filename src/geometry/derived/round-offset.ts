import { ClipType, FillRule, type Path64, type Paths64 } from 'clipper2-ts';
import { clip, UNITS_PER_MM } from './clipper-paths';
import { type Corner, raisedNotches } from './raised-notches';

/** How far the straight pieces of a round corner may stand out beyond the arc, in mm. Never short of it. */
export const ARC_ERROR_MM = 0.01;

/**
 * Outlines whose positive winding is the region swept by a disc of radius `offset` over the region to the left of
 * `paths` (all in Clipper units). They cross themselves and one another: a union with `FillRule.Positive` finishes them,
 * and one union may take the outlines of many regions with many radii.
 *
 * Clipper2's own ClipperOffset runs a union per region and radius; a margin in 3D needs half a dozen per output layer.
 * Why the sum is right: the outline goes edge by edge, so its winding is that of the region, plus 1 in each edge's
 * quadrilateral, plus 1 in each outer corner's sector. No term is ever negative, so positive means "in at least one".
 */
export function sweptOutlines(paths: Paths64, offset: number): Paths64 {
  if (offset < 1) return paths;
  const left = paths.filter((path) => !isSweptAway(path, offset));
  return left.map((path) => sweptOutline(raisedNotches(withoutRepeats(path), offset), offset)).filter((path) => path.length >= 3);
}

/**
 * The union of what outlines go round. Two by two: of outlines that lie on one another most corners are gone after a few
 * joins, where one union of all would carry each of them past every other. Crossings are within 2e-5 mm for each join.
 */
export function joined(outlines: readonly Paths64[]): Paths64 {
  let left = outlines;
  do {
    left = left.flatMap((each, n) => (n % 2 === 1 ? [] : [union([...each, ...(left[n + 1] ?? [])])]));
  } while (left.length > 1);
  return left[0] ?? [];
}

const union = (paths: Paths64): Paths64 => clip(ClipType.Union, FillRule.Positive, paths, [], false);

/** Whether a hole (a clockwise path) is too narrow for any of it to be left. Its outline would be a thicket of crossings. */
function isSweptAway(path: Path64, offset: number): boolean {
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
  let doubled = 0;
  for (let p = 0, q = path.length - 1; p < path.length; q = p++) {
    const { x, y } = path[p];
    left = Math.min(left, x);
    right = Math.max(right, x);
    bottom = Math.min(bottom, y);
    top = Math.max(top, y);
    doubled += path[q].x * y - x * path[q].y;
  }
  return doubled < 0 && Math.min(right - left, top - bottom) < 2 * offset;
}

function sweptOutline(path: readonly Corner[], offset: number): Path64 {
  const count = path.length;
  const out: Path64 = [];
  if (count < 3) return out;
  const push = (x: number, y: number) => out.push({ x: Math.round(x), y: Math.round(y) });
  const arcPiece = 2 * Math.acos(offset / (offset + ARC_ERROR_MM * UNITS_PER_MM));

  const sides = path.map((at, n) => direction(at, path[n + 1 === count ? 0 : n + 1]));
  const turns = sides.map((out, n) => turnOf(sides[n === 0 ? count - 1 : n - 1], out));
  for (let n = 0; n < count; n++) {
    const at = path[n];
    const into = sides[n === 0 ? count - 1 : n - 1];
    const from = sides[n];
    const turn = turns[n];
    if (turn >= 0) {
      // Outer corner: the pieces of the arc lie on tangents, their corners just outside it.
      const pieces = Math.max(1, Math.ceil(turn / arcPiece));
      const radius = offset / Math.cos(turn / (2 * pieces));
      const start = Math.atan2(-into.x, into.y);
      for (let k = 0; k < pieces; k++) {
        const angle = start + (turn * (k + 0.5)) / pieces;
        push(at.x + radius * Math.cos(angle), at.y + radius * Math.sin(angle));
      }
      continue;
    }
    // Between tangents, the arcs on either side meet in the centre of the disc.
    const isCusp = at.isBetweenTangents && turns[n === 0 ? count - 1 : n - 1] >= 0 && turns[n + 1 === count ? 0 : n + 1] >= 0;
    if (isCusp || offset * Math.tan(-turn / 2) < Math.min(into.length, from.length) / 2) {
      // Inner corner whose offset edges meet before either edge is used up by half.
      const reach = offset / (1 + into.x * from.x + into.y * from.y);
      push(at.x + reach * (into.y + from.y), at.y - reach * (into.x + from.x));
    } else {
      push(at.x + offset * into.y, at.y - offset * into.x);
      out.push({ x: at.x, y: at.y });
      push(at.x + offset * from.y, at.y - offset * from.x);
    }
  }
  return out;
}

type Side = ReturnType<typeof direction>;

const turnOf = (into: Side, from: Side): number =>
  Math.atan2(into.x * from.y - into.y * from.x, into.x * from.x + into.y * from.y);

function direction(from: { x: number; y: number }, to: { x: number; y: number }) {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = Math.sqrt(dx * dx + dy * dy);
  return { x: dx / length, y: dy / length, length };
}

function withoutRepeats(path: Path64): Path64 {
  return path.filter((point, n) => {
    const previous = path[n === 0 ? path.length - 1 : n - 1];
    return point.x !== previous.x || point.y !== previous.y;
  });
}
