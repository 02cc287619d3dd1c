import { evenOddAreaMm2 } from '../ring-nesting';
import type { SlabStack } from '../slab-stack';

/**
 * Volume in cc: the even-odd area of each slab times its thickness. Exact for rings that do not cross. Orientation does
 * not matter: a ring counts positive at even nesting depth and negative at odd depth.
 */
export function stackVolumeCc(stack: SlabStack): number {
  let mm3 = 0;
  for (const { bottomMm, topMm, rings } of stack.slabs) mm3 += evenOddAreaMm2(rings) * (topMm - bottomMm);
  return mm3 / 1000;
}
