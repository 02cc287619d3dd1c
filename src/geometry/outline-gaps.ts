import { areParallel, expressedIn } from './derived/same-basis';
import { insideRings, type SlabBands, stackTest } from './inside-stack';
import { nestingDepths } from './ring-nesting';
import type { Ring, SlabStack } from './slab-stack';

/** What lies between the outlines of one solid and those of another about it, in one slice of the first. */
export interface SliceGap {
  /** How long the slice is along the slices, mm. */
  readonly lengthMm: number;
  /** Least distance of a vertex from the outlines about it, mm: positive within them, negative outside. */
  readonly leastMm: number;
  /** The greatest one; of distances within them 0 where these are not asked for. */
  readonly mostMm: number;
}

/**
 * Slice by slice how far the outer outlines of a solid lie within those of another one, or beyond them, in the plane of
 * the slice; holes of either are nothing. Slices on which the other is not drawn are left out. Undefined where the
 * slices of the two are not parallel.
 * @param withinToo whether distances within matter: they count as 0 otherwise, and cost nothing.
 */
export function outlineGaps(inner: SlabStack, around: SlabStack, withinToo: boolean): SliceGap[] | undefined {
  if (!areParallel(inner.basis, around.basis)) return undefined;
  const outer = withoutHoles(expressedIn(inner.basis, around));
  const { slabs: bands } = stackTest(outer);
  let at = 0;
  return inner.slabs.flatMap(({ rings, bottomMm, topMm }): SliceGap[] => {
    const middle = (bottomMm + topMm) / 2;
    while (at < outer.slabs.length && outer.slabs[at].topMm <= middle) at++;
    const slab = outer.slabs[at];
    if (slab === undefined || slab.bottomMm > middle) return [];
    let [leastMm, mostMm] = [Infinity, -Infinity];
    for (const ring of outermost(rings)) {
      for (let p = 0; p < ring.length; p += 2) {
        const gap = gapOf(ring[p], ring[p + 1], bands[at], slab.rings, withinToo);
        if (gap < leastMm) leastMm = gap;
        if (gap > mostMm) mostMm = gap;
      }
    }
    return [{ lengthMm: topMm - bottomMm, leastMm, mostMm }];
  });
}

function gapOf(u: number, v: number, bands: SlabBands, rings: readonly Ring[], withinToo: boolean): number {
  const isWithin = insideRings(bands, u, v) === 1;
  if (isWithin && !withinToo) return 0;
  let squared = Infinity;
  for (const ring of rings) {
    for (let p = 0, q = ring.length - 2; p < ring.length; q = p, p += 2) {
      const du = ring[p] - ring[q];
      const dv = ring[p + 1] - ring[q + 1];
      const edge = du * du + dv * dv;
      const along = edge > 0 ? ((u - ring[q]) * du + (v - ring[q + 1]) * dv) / edge : 0;
      const t = along < 0 ? 0 : along > 1 ? 1 : along;
      const awayU = ring[q] + t * du - u;
      const awayV = ring[q + 1] + t * dv - v;
      const away = awayU * awayU + awayV * awayV;
      if (away < squared) squared = away;
    }
  }
  return isWithin ? Math.sqrt(squared) : -Math.sqrt(squared);
}

const withoutHoles = (stack: SlabStack): SlabStack => ({
  ...stack,
  slabs: stack.slabs.map((slab) => ({ ...slab, rings: outermost(slab.rings) })),
});

function outermost(rings: readonly Ring[]): readonly Ring[] {
  if (rings.length < 2) return rings;
  const depths = nestingDepths(rings);
  return rings.filter((_, n) => depths[n] === 0);
}
