import type { Path64, Paths64 } from 'clipper2-ts';
import { UNITS_PER_MM } from './clipper-paths';

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
  return left.map((path) => sweptOutline(withoutRepeats(path), offset)).filter((path) => path.length >= 3);
}

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

function sweptOutline(path: Path64, offset: number): Path64 {
  const count = path.length;
  const out: Path64 = [];
  if (count < 3) return out;
  const push = (x: number, y: number) => out.push({ x: Math.round(x), y: Math.round(y) });
  const arcPiece = 2 * Math.acos(offset / (offset + ARC_ERROR_MM * UNITS_PER_MM));

  let before = path[count - 1];
  let { x: inX, y: inY, length: inLength } = direction(before, path[0]);
  for (let n = 0; n < count; n++) {
    before = path[n];
    const { x: outX, y: outY, length: outLength } = direction(before, path[n + 1 === count ? 0 : n + 1]);
    const turn = Math.atan2(inX * outY - inY * outX, inX * outX + inY * outY);
    if (turn >= 0) {
      // Outer corner: the pieces of the arc lie on tangents, their corners just outside it.
      const pieces = Math.max(1, Math.ceil(turn / arcPiece));
      const radius = offset / Math.cos(turn / (2 * pieces));
      const start = Math.atan2(-inX, inY);
      for (let k = 0; k < pieces; k++) {
        const angle = start + (turn * (k + 0.5)) / pieces;
        push(before.x + radius * Math.cos(angle), before.y + radius * Math.sin(angle));
      }
    } else if (offset * Math.tan(-turn / 2) < Math.min(inLength, outLength) / 2) {
      // Inner corner whose offset edges meet before either edge is used up by half.
      const reach = offset / (1 + inX * outX + inY * outY);
      push(before.x + reach * (inY + outY), before.y - reach * (inX + outX));
    } else {
      push(before.x + offset * inY, before.y - offset * inX);
      out.push({ x: before.x, y: before.y });
      push(before.x + offset * outY, before.y - offset * outX);
    }
    inX = outX;
    inY = outY;
    inLength = outLength;
  }
  return out;
}

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
