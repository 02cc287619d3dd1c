import type { Ring, Slab, SlabStack } from '../slab-stack';
import { type BooleanKind, combineRings } from './ring-booleans';
import { expressedIn } from './same-basis';
import { mergedBordersMm, slabPerInterval } from './slab-borders';

/**
 * What is in `a` or in `b`. Exact in the slab model but for crossings (2e-5 mm) and slab borders that are within
 * 1e-3 mm of each other, which become one. In the basis of `a`. InputError where the planes are not parallel.
 */
export const unite = (a: SlabStack, b: SlabStack): SlabStack => combine('union', a, b);

/** What is in `a` and not in `b`; accuracy and errors as for `unite`. May be empty. */
export const subtractStack = (a: SlabStack, b: SlabStack): SlabStack => combine('difference', a, b);

/** What is in both `a` and `b`; accuracy and errors as for `unite`. May be empty. */
export const intersect = (a: SlabStack, b: SlabStack): SlabStack => combine('intersection', a, b);

const NOTHING: readonly Ring[] = [];

function combine(kind: BooleanKind, a: SlabStack, givenB: SlabStack): SlabStack {
  const b = expressedIn(a.basis, givenB);
  const bordersMm = mergedBordersMm(a.slabs, b.slabs);
  const inA = slabPerInterval(bordersMm, a.slabs);
  const inB = slabPerInterval(bordersMm, b.slabs);
  const slabs: Slab[] = [];
  for (let n = 0; n + 1 < bordersMm.length; n++) {
    const ringsA = inA[n] < 0 ? NOTHING : a.slabs[inA[n]].rings;
    const ringsB = inB[n] < 0 ? NOTHING : b.slabs[inB[n]].rings;
    const rings = combineRings(kind, ringsA, ringsB);
    if (rings.length > 0) slabs.push({ bottomMm: bordersMm[n], topMm: bordersMm[n + 1], rings });
  }
  return { basis: a.basis, slabs };
}
