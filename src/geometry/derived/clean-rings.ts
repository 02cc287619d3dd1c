import { ClipType, FillRule } from 'clipper2-ts';
import type { Ring } from '../slab-stack';
import { clip, DrawnVertices } from './clipper-paths';

/**
 * The even-odd inside of rings that may cross themselves or one another, as rings that do not: anticlockwise outside,
 * clockwise for holes. A keyhole's slit, two edges one on the other, cancels and leaves the hole.
 *
 * Coordinates in mm. Vertices that survive keep their coordinates exactly, so rings that are clean already keep their
 * area to 1e-9 relative; crossings are within 2e-5 mm of their place. Rings of fewer than three points, and pieces below
 * 1e-6 mm², are dropped. InputError for a coordinate that is not finite.
 */
export function cleanRings(rings: readonly Ring[]): Ring[] {
  const drawn = new DrawnVertices();
  const paths = drawn.pathsOf(rings);
  return paths.length === 0 ? [] : drawn.ringsOf(clip(ClipType.Union, FillRule.EvenOdd, paths, [], true));
}
