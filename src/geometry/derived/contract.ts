import { ClipType, FillRule, type Path64, type Paths64 } from 'clipper2-ts';
import type { Ring, Slab, SlabStack } from '../slab-stack';
import { clip, DrawnVertices, UNITS_PER_MM } from './clipper-paths';
import { type Contribution, contributionsTo, type LayerSpan, layersWithin } from './margin-layers';
import { requireMargin } from './margin-size';
import { type SolidSlab, solidSlabs } from './margin-solid';
import { MarginWork } from './margin-work';
import { joined, sweptOutlines } from './round-offset';

/**
 * The stack less a margin of `marginMm` on all sides: the points whose ball of that radius lies within the stack, i.e.
 * the outside expanded. Also at the ends and at gaps, which retreat by the whole margin. May be empty.
 * A margin of 0 gives the stack itself. Layers as for `expand`; what is left is within 0.3 % of the volume there was (a
 * small remainder may be off by more of its own), corners at most 0.01 mm too far in. Steps between slabs retreat too:
 * of a smooth ball of 50 mm drawn every 1, 3 or 5 mm, 5 mm less leaves 3, 8 or 12 % less than the ball of 40 mm.
 * InputError for a margin that is negative, not finite or above 200 mm, and for one that takes more than is left of `work`.
 */
export function contract(stack: SlabStack, marginMm: number, work = new MarginWork()): SlabStack {
  requireMargin('contract', marginMm);
  if (marginMm === 0) return stack;
  const solid = solidSlabs(stack);
  const eroded = new Map<string, Ring[]>();
  const slabs: Slab[] = [];
  const layers = layersOfContraction(solid, marginMm);
  work.requireSweepable(layers, solid, marginMm);
  for (const layer of layers) {
    const contributions = contributionsTo(layer, solid, marginMm);
    const key = contributions.map(({ slab, radiusMm }) => `${slab.shape}:${radiusMm.toFixed(6)}`).join(' ');
    const rings = eroded.get(key) ?? erode(contributions, work);
    eroded.set(key, rings);
    if (rings.length > 0) slabs.push({ ...layer, rings });
  }
  return { basis: stack.basis, slabs };
}

/** The layer's own slab less what the outsides of all slabs in reach sweep. */
function erode(contributions: readonly Contribution[], work: MarginWork): Ring[] {
  const own = contributions[0].slab.paths;
  const sweptOutsides = contributions.map(({ slab, radiusMm }, n) => {
    // Frames of their own size, so that no two coincide.
    const outside = [frameAround(own, (n + 1) * UNITS_PER_MM), ...slab.paths.map((path) => path.toReversed())];
    return sweptOutlines(outside, radiusMm * UNITS_PER_MM);
  });
  work.count(sweptOutsides);
  return new DrawnVertices().ringsOf(clip(ClipType.Difference, FillRule.Positive, own, joined(sweptOutsides), false));
}

function frameAround(paths: Paths64, rim: number): Path64 {
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const path of paths) {
    for (const { x, y } of path) {
      left = Math.min(left, x - rim);
      right = Math.max(right, x + rim);
      bottom = Math.min(bottom, y - rim);
      top = Math.max(top, y + rim);
    }
  }
  return [
    { x: left, y: bottom },
    { x: right, y: bottom },
    { x: right, y: top },
    { x: left, y: top },
  ];
}

/** The layers of what is left of each unbroken run of slabs when the margin is taken off its ends. */
function layersOfContraction(solid: readonly SolidSlab[], marginMm: number): LayerSpan[] {
  const layers: LayerSpan[] = [];
  for (let first = 0; first < solid.length; ) {
    let last = first;
    while (last + 1 < solid.length && solid[last + 1].bottomMm === solid[last].topMm) last++;
    const bottomMm = solid[first].bottomMm + marginMm;
    const topMm = solid[last].topMm - marginMm;
    for (let n = first; n <= last; n++) {
      const span = { bottomMm: Math.max(bottomMm, solid[n].bottomMm), topMm: Math.min(topMm, solid[n].topMm) };
      if (span.topMm > span.bottomMm) layers.push(...layersWithin(span, solid.slice(first, last + 1), marginMm));
    }
    first = last + 1;
  }
  return layers;
}
