import type { SolidSlab } from './margin-solid';
import { SAME_BORDER_MM } from './slab-borders';

/** A slab's part in an output layer: its region swept by a disc of this radius (mm). */
export interface Contribution {
  readonly slab: SolidSlab;
  readonly radiusMm: number;
}

export interface LayerSpan {
  readonly bottomMm: number;
  readonly topMm: number;
}

/** Thickness limit of the layers within a slab whose neighbours differ. */
const innerLayerMm = (marginMm: number): number => Math.min(1.5, marginMm / 4);

/** Thickness limit of the layers beyond the ends of a solid, where the section shrinks to a tip. */
const capLayerMm = (marginMm: number): number => Math.min(1, marginMm / 4);

/**
 * Radius (mm) of the disc that stands for a ball of radius `marginMm` over a layer from `nearMm` to `farMm` away from
 * the slab: the mean of sqrt(margin² - d²) over the layer, 0 beyond the margin. The mean in place of the value at the
 * mid-plane makes the area of the swept band right to first order, whatever the layer's thickness.
 */
export function meanRadiusMm(marginMm: number, nearMm: number, farMm: number): number {
  if (farMm <= 0) return marginMm;
  if (nearMm >= marginMm) return 0;
  const primitive = (d: number) =>
    (d * Math.sqrt(marginMm * marginMm - d * d) + marginMm * marginMm * Math.asin(d / marginMm)) / 2;
  return (primitive(Math.min(farMm, marginMm)) - primitive(nearMm)) / (farMm - nearMm);
}

/**
 * The slabs that a ball around points of the layer can reach, largest radius first, each shape once (of slabs with the
 * same outlines the nearest covers what the others do). `slabs` ascend; the layer crosses no slab border.
 */
export function contributionsTo(layer: LayerSpan, slabs: readonly SolidSlab[], marginMm: number): Contribution[] {
  const middleMm = (layer.bottomMm + layer.topMm) / 2;
  const reaching: Contribution[] = [];
  for (let n = firstReaching(slabs, middleMm - marginMm); n < slabs.length && slabs[n].bottomMm < middleMm + marginMm; n++) {
    const slab = slabs[n];
    const below = slab.bottomMm > middleMm;
    const nearMm = below ? slab.bottomMm - layer.topMm : layer.bottomMm - slab.topMm;
    const farMm = below ? slab.bottomMm - layer.bottomMm : layer.topMm - slab.topMm;
    reaching.push({ slab, radiusMm: meanRadiusMm(marginMm, Math.max(0, nearMm), Math.max(0, farMm)) });
  }
  reaching.sort((a, b) => b.radiusMm - a.radiusMm);
  const seen = new Set<number>();
  return reaching.filter(({ slab }) => !seen.has(slab.shape) && seen.add(slab.shape));
}

/** Index of the first slab that ends above `fromMm`. */
function firstReaching(slabs: readonly SolidSlab[], fromMm: number): number {
  let low = 0;
  let high = slabs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (slabs[middle].topMm > fromMm) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Cuts a span into equal layers no thicker than `thickestMm`. */
function layersOf(span: LayerSpan, thickestMm: number): LayerSpan[] {
  const thicknessMm = span.topMm - span.bottomMm;
  const count = Math.max(1, Math.ceil(thicknessMm / thickestMm - 1e-9));
  return Array.from({ length: count }, (_, n) => ({
    bottomMm: n === 0 ? span.bottomMm : span.bottomMm + (n * thicknessMm) / count,
    topMm: n + 1 === count ? span.topMm : span.bottomMm + ((n + 1) * thicknessMm) / count,
  }));
}

/** The slabs that balls around points of the span can reach. */
function reachedFrom(span: LayerSpan, slabs: readonly SolidSlab[], marginMm: number): readonly SolidSlab[] {
  const first = firstReaching(slabs, span.bottomMm - marginMm);
  let end = first;
  while (end < slabs.length && slabs[end].bottomMm < span.topMm + marginMm) end++;
  return slabs.slice(first, end);
}

/**
 * The span cut where an outline comes into reach or leaves it. Without these cuts a layer that a slab reaches in part
 * would have that slab's whole region through all of its thickness.
 */
function cutAtReach(span: LayerSpan, slabs: readonly SolidSlab[], marginMm: number): LayerSpan[] {
  const reached = reachedFrom(span, slabs, marginMm);
  const cutsMm: number[] = [];
  for (let n = 0; n < reached.length; n++) {
    if (reached[n - 1]?.shape !== reached[n].shape) cutsMm.push(reached[n].bottomMm - marginMm);
    if (reached[n + 1]?.shape !== reached[n].shape) cutsMm.push(reached[n].topMm + marginMm);
  }
  const pieces: LayerSpan[] = [];
  let bottomMm = span.bottomMm;
  for (const cutMm of cutsMm.sort((a, b) => a - b)) {
    if (cutMm - bottomMm <= SAME_BORDER_MM || span.topMm - cutMm <= SAME_BORDER_MM) continue;
    pieces.push({ bottomMm, topMm: cutMm });
    bottomMm = cutMm;
  }
  pieces.push({ bottomMm, topMm: span.topMm });
  return pieces;
}

/** Layers of a span inside the solid: one where everything in reach has the same outlines, else thin enough to follow. */
export function layersWithin(span: LayerSpan, slabs: readonly SolidSlab[], marginMm: number): LayerSpan[] {
  return cutAtReach(span, slabs, marginMm).flatMap((piece) => {
    const reached = reachedFrom(piece, slabs, marginMm);
    const uniform = reached[0].shape === reached[reached.length - 1].shape;
    return layersOf(piece, uniform ? Infinity : innerLayerMm(marginMm));
  });
}

/** Layers of a span beyond the ends of the solid or in a gap. */
export function layersBeyond(span: LayerSpan, slabs: readonly SolidSlab[], marginMm: number): LayerSpan[] {
  return cutAtReach(span, slabs, marginMm).flatMap((piece) => layersOf(piece, capLayerMm(marginMm)));
}
