import { ClipType, FillRule, type Paths64 } from 'clipper2-ts';
import type { SlabStack } from '../slab-stack';
import { clip, DrawnVertices } from './clipper-paths';
import { mergedBordersMm, slabPerInterval } from './slab-borders';

/** A slab readied for margins: outlines in Clipper units with the inside to their left. */
export interface SolidSlab {
  readonly bottomMm: number;
  readonly topMm: number;
  readonly paths: Paths64;
  /** The same number for neighbouring slabs with the same outlines. */
  readonly shape: number;
}

/** The slabs that have an inside, in ascending order, touching where their borders are within 1e-3 mm of each other. */
export function solidSlabs(stack: SlabStack): SolidSlab[] {
  const bordersMm = mergedBordersMm(stack.slabs);
  const filling = slabPerInterval(bordersMm, stack.slabs);
  const solid: SolidSlab[] = [];
  for (let n = 0; n < filling.length; n++) {
    if (filling[n] < 0) continue;
    const drawn = new DrawnVertices().pathsOf(stack.slabs[filling[n]].rings);
    const previous = solid.at(-1);
    const span = { bottomMm: bordersMm[n], topMm: bordersMm[n + 1] };
    const paths = clip(ClipType.Union, FillRule.EvenOdd, drawn, [], false);
    if (paths.length === 0) continue;
    if (previous && samePaths(previous.paths, paths)) solid.push({ ...span, paths: previous.paths, shape: previous.shape });
    else solid.push({ ...span, paths, shape: solid.length });
  }
  return solid;
}

function samePaths(a: Paths64, b: Paths64): boolean {
  return (
    a.length === b.length &&
    a.every((path, n) => path.length === b[n].length && path.every((point, p) => point.x === b[n][p].x && point.y === b[n][p].y))
  );
}
