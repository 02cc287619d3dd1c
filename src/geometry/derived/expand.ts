import type { Ring, Slab, SlabStack } from '../slab-stack';
import { DrawnVertices, UNITS_PER_MM } from './clipper-paths';
import { type Contribution, contributionsTo, type LayerSpan, layersBeyond, layersWithin } from './margin-layers';
import { requireMargin } from './margin-size';
import { type SolidSlab, solidSlabs } from './margin-solid';
import { MarginWork } from './margin-work';
import { joined, sweptOutlines } from './round-offset';

/**
 * The stack with a margin of `marginMm` in all directions, beyond its ends too: what balls of that radius on its points
 * cover, the stack being the prisms that it is. A margin of 0 gives the stack itself.
 *
 * The result is layered: ends and gaps in layers of at most 1 mm and a quarter of the margin, slabs whose neighbours
 * differ in layers of at most 1.5 mm and a quarter of the margin, others as they are. Volume is within 0.5 % of the exact
 * sum for solids of 5 mm and more across, 0.3 % from 20 mm; in the plane, corners stand out by at most 0.01 mm and never
 * fall short.
 *
 * The steps between slabs carry the margin like any other surface. Of a smooth ball of 50 mm drawn every 1, 3 or 5 mm,
 * a margin of 5 mm is therefore 2, 5 or 8 % larger in volume than the ball of 60 mm; a straight tube has no such excess.
 * InputError for a margin that is negative, not finite or above 200 mm, and for one that takes more than is left of `work`.
 */
export function expand(stack: SlabStack, marginMm: number, work = new MarginWork()): SlabStack {
  requireMargin('expand', marginMm);
  if (marginMm === 0) return stack;
  const solid = solidSlabs(stack);
  const swept = new Map<string, Ring[]>();
  const slabs: Slab[] = [];
  const layers = layersOfExpansion(solid, marginMm);
  work.requireSweepable(layers, solid, marginMm);
  for (const layer of layers) {
    const contributions = contributionsTo(layer, solid, marginMm);
    const key = contributions.map(({ slab, radiusMm }) => `${slab.shape}:${radiusMm.toFixed(6)}`).join(' ');
    const rings = swept.get(key) ?? sweep(contributions, work);
    swept.set(key, rings);
    if (rings.length > 0) slabs.push({ ...layer, rings });
  }
  return { basis: stack.basis, slabs };
}

function sweep(contributions: readonly Contribution[], work: MarginWork): Ring[] {
  const outlines = contributions.map(({ slab, radiusMm }) => sweptOutlines(slab.paths, radiusMm * UNITS_PER_MM));
  work.count(outlines);
  return new DrawnVertices().ringsOf(joined(outlines));
}

function layersOfExpansion(solid: readonly SolidSlab[], marginMm: number): LayerSpan[] {
  const layers: LayerSpan[] = [];
  let filledTo = -Infinity;
  const fillGap = (fromMm: number, toMm: number) => {
    const lowerEnd = Math.min(fromMm + marginMm, toMm);
    const upperStart = Math.max(toMm - marginMm, fromMm);
    const cuts = [fromMm, Math.min(lowerEnd, upperStart), Math.max(lowerEnd, upperStart), toMm];
    for (let n = 0; n < 3; n++) {
      const isReached = n !== 1 || lowerEnd > upperStart;
      const span = { bottomMm: cuts[n], topMm: cuts[n + 1] };
      if (!isReached || !Number.isFinite(span.bottomMm) || !Number.isFinite(span.topMm)) continue;
      if (span.topMm > span.bottomMm) layers.push(...layersBeyond(span, solid, marginMm));
    }
  };
  for (const slab of solid) {
    if (slab.bottomMm > filledTo) fillGap(filledTo, slab.bottomMm);
    layers.push(...layersWithin(slab, solid, marginMm));
    filledTo = slab.topMm;
  }
  if (solid.length > 0) fillGap(filledTo, Infinity);
  return layers;
}
