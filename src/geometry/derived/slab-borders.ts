import type { Slab } from '../slab-stack';

/** Slab borders closer than this, in mm, are one border. */
export const SAME_BORDER_MM = 1e-3;

/** All borders of the stacks in ascending order, in mm; those within 1e-3 mm of the lowest of a group are that one. */
export function mergedBordersMm(...stacks: readonly (readonly Slab[])[]): Float64Array {
  const all = Float64Array.from(stacks.flatMap((slabs) => slabs.flatMap((slab) => [slab.bottomMm, slab.topMm]))).sort();
  let kept = 0;
  for (let n = 0; n < all.length; n++) {
    if (kept === 0 || all[n] - all[kept - 1] > SAME_BORDER_MM) all[kept++] = all[n];
  }
  return all.slice(0, kept);
}

/**
 * For each interval between neighbouring borders, the index of the slab that fills it, or -1. The borders must be
 * merged from these slabs (and others): then a slab fills an interval or does not meet it.
 */
export function slabPerInterval(bordersMm: Float64Array, slabs: readonly Slab[]): Int32Array {
  const filling = new Int32Array(Math.max(0, bordersMm.length - 1)).fill(-1);
  let s = 0;
  for (let n = 0; n < filling.length; n++) {
    const middle = (bordersMm[n] + bordersMm[n + 1]) / 2;
    while (s < slabs.length && slabs[s].topMm <= middle) s++;
    if (s < slabs.length && slabs[s].bottomMm < middle) filling[n] = s;
  }
  return filling;
}
