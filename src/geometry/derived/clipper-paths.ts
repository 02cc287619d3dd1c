import { Clipper64, type ClipType, type FillRule, type Path64, type Paths64 } from 'clipper2-ts';
import { InputError } from '../../input-error';
import type { Ring } from '../slab-stack';

/**
 * Clipper2 works on integers: one unit is 1e-5 mm. A vertex that Clipper adds (a crossing) is within 2e-5 mm of its
 * place. At this scale differences of coordinates stay below 9e7 units for anything under 900 mm, beyond which
 * clipper2-ts turns to BigInt and slows down.
 */
export const UNITS_PER_MM = 1e5;

/** Pieces below this area are leavings of rounding along shared edges, not anatomy. */
const SLIVER_MM2 = 1e-6;

/** The drawn vertices of one operation, so that those that survive it come back unrounded. */
export class DrawnVertices {
  private readonly mm: number[] = [];

  /** Rings (mm) as paths (units), each vertex marked in `z` with its place in this book. Points that repeat are kept out. */
  pathsOf(rings: readonly Ring[]): Paths64 {
    const paths: Paths64 = [];
    for (const ring of rings) {
      const path: Path64 = [];
      for (let p = 0; p + 1 < ring.length; p += 2) {
        const x = Math.round(ring[p] * UNITS_PER_MM);
        const y = Math.round(ring[p + 1] * UNITS_PER_MM);
        if (!Number.isSafeInteger(x) || !Number.isSafeInteger(y)) {
          throw new InputError({ found: `a contour point (${ring[p]}, ${ring[p + 1]}) mm`, needed: 'finite coordinates in mm' });
        }
        this.mm.push(ring[p], ring[p + 1]);
        path.push({ x, y, z: this.mm.length / 2 });
      }
      if (path.length >= 3) paths.push(path);
    }
    return paths;
  }

  /** Paths (units) as rings (mm). Vertices that were drawn have their drawn coordinates to the last bit. */
  ringsOf(paths: Paths64): Ring[] {
    const rings: Ring[] = [];
    for (const path of paths) {
      const ring = new Float64Array(2 * path.length);
      for (let p = 0; p < path.length; p++) {
        const { x, y, z } = path[p];
        const at = z ? 2 * z - 2 : -1;
        const drawn = at >= 0 && Math.round(this.mm[at] * UNITS_PER_MM) === x && Math.round(this.mm[at + 1] * UNITS_PER_MM) === y;
        ring[2 * p] = drawn ? this.mm[at] : x / UNITS_PER_MM;
        ring[2 * p + 1] = drawn ? this.mm[at + 1] : y / UNITS_PER_MM;
      }
      if (!isSliver(path)) rings.push(ring);
    }
    return rings;
  }
}

function isSliver(path: Path64): boolean {
  let doubled = 0;
  const { x: x0, y: y0 } = path[0];
  for (let p = 1; p + 1 < path.length; p++) {
    doubled += (path[p].x - x0) * (path[p + 1].y - y0) - (path[p + 1].x - x0) * (path[p].y - y0);
  }
  return Math.abs(doubled) / 2 < SLIVER_MM2 * UNITS_PER_MM * UNITS_PER_MM;
}

/** One Clipper2 boolean. The result's rings do not cross: anticlockwise outside, clockwise for holes. */
export function clip(type: ClipType, rule: FillRule, subject: Paths64, clipping: Paths64, keepCollinear: boolean): Paths64 {
  const clipper = new Clipper64();
  clipper.preserveCollinear = keepCollinear;
  clipper.addSubject(subject);
  if (clipping.length > 0) clipper.addClip(clipping);
  const result: Paths64 = [];
  clipper.execute(type, rule, result);
  return result;
}
