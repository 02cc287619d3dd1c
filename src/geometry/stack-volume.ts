import { evenOddAreaMm2 } from './ring-nesting';
import type { SlabStack } from './slab-stack';

/** Volume of a solid in mm³: the polygons' own areas times the slab thicknesses. */
export function stackVolumeMm3(stack: SlabStack): number {
  return stack.slabs.reduce((sum, slab) => sum + evenOddAreaMm2(slab.rings) * (slab.topMm - slab.bottomMm), 0);
}
