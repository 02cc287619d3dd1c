import { expressedIn } from '../../geometry/derived/same-basis';
import { outlineOf, sharedAreaMm2 } from '../../geometry/outline-overlap';
import type { Slab, SlabStack } from '../../geometry/slab-stack';
import { cross, length } from '../../geometry/vec3';

/** Share of the smaller of two outlines from which one lies in the other's place. */
const SAME_PLACE = 0.5;
const PARALLEL = 1e-6;

/**
 * The slabs in whose place a solid is drawn.
 * @param around how many times as large an outline may be: a larger one is something around them.
 */
export function slabsInLine(
  slabs: readonly Slab[],
  { basis }: Pick<SlabStack, 'basis'>,
  solid: SlabStack,
  around = Infinity,
): Slab[] {
  if (length(cross(basis.w, solid.basis.w)) > PARALLEL) return [];
  const other = expressedIn(basis, solid);
  return slabs.filter(({ bottomMm, topMm, rings }) => {
    const middle = (bottomMm + topMm) / 2;
    const there = other.slabs.find((slab) => slab.bottomMm <= middle && slab.topMm >= middle);
    return there?.rings.map(outlineOf).some((drawn) =>
      rings.map(outlineOf).some((own) => {
        const smaller = Math.min(own.areaMm2, drawn.areaMm2);
        return drawn.areaMm2 <= around * own.areaMm2 && sharedAreaMm2(own, drawn) >= SAME_PLACE * smaller;
      }),
    );
  });
}

/** The slabs at whose heights something of a solid is drawn, wherever in the slice. */
export function slabsBeside(slabs: readonly Slab[], { basis }: Pick<SlabStack, 'basis'>, solid: SlabStack): Slab[] {
  if (length(cross(basis.w, solid.basis.w)) > PARALLEL) return [];
  const other = expressedIn(basis, solid);
  return slabs.filter((slab) => {
    const middle = (slab.bottomMm + slab.topMm) / 2;
    return other.slabs.some(({ bottomMm, topMm }) => bottomMm <= middle && topMm >= middle);
  });
}
