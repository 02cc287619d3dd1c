import { evenOddAreaMm2 } from './ring-nesting';
import type { Slab, SlabStack } from './slab-stack';
import { SPECK } from './specks';

/**
 * A solid without the specks at its ends: slabs that all have no more than `SPECK` of the one before them. Where an
 * organ ends is asked of this: a speck beyond its last slice is no organ that goes on. What would be the greater part
 * of a solid is not taken from it.
 */
export function wholePart(stack: SlabStack): SlabStack {
  const { slabs } = stack;
  const above = slabs.length - specksAtEnd(slabs);
  const below = specksAtEnd(slabs.toReversed());
  if (above === slabs.length && below === 0) return stack;
  return above > below ? { ...stack, slabs: slabs.slice(below, above) } : stack;
}

/** How many of the last slabs are specks beside the one before them. */
function specksAtEnd(slabs: readonly Slab[]): number {
  const areas = slabs.map(({ rings }) => evenOddAreaMm2(rings));
  const volumes = slabs.map(({ bottomMm, topMm }, n) => areas[n] * (topMm - bottomMm));
  let restMm3 = volumes.reduce((sum, mm3) => sum + mm3, 0);
  let [largest, specksMm3, found] = [0, 0, 0];
  for (let n = slabs.length - 1; n > 0; n--) {
    largest = Math.max(largest, areas[n]);
    specksMm3 += volumes[n];
    restMm3 -= volumes[n];
    if (largest <= SPECK * areas[n - 1] && specksMm3 <= restMm3) found = slabs.length - n;
  }
  return found;
}
