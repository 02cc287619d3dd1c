import type { SolidSlab } from './margin-solid';

/** A slab's part in an output layer: its region swept by a disc of this radius (mm). */
export interface Contribution {
  readonly slab: SolidSlab;
  readonly radiusMm: number;
}

export interface LayerSpan {
  readonly bottomMm: number;
  readonly topMm: number;
}

/** Layers within a slab whose neighbours differ are no thicker than this. */
const MAX_LAYER_MM = Number(process.env.ML ?? 1.5);

/** Thickness limit of the layers beyond the ends of a solid, where the section shrinks to a tip. */
export const capLayerMm = (marginMm: number): number => Math.min(1, marginMm / 4);

/**
 * Radius (mm) of the disc that stands for a ball of radius `marginMm` over a layer from `nearMm` to `farMm` away from
 * the slab: the mean of sqrt(margin² - d²) over the layer, 0 beyond the margin. The mean in place of the value at the
 * mid-plane makes the area of the swept band right to first order, whatever the layer's thickness.
 */
export function meanRadiusMm(marginMm: number, nearMm: number, farMm: number): number {
  if (farMm <= 0) return marginMm;
  if (nearMm >= marginMm) return 0;
  const primitive = (d: number) => (d * Math.sqrt(marginMm * marginMm - d * d) + marginMm * marginMm * Math.asin(d / marginMm)) / 2;
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
export function layersOf(span: LayerSpan, thickestMm: number): LayerSpan[] {
  const thicknessMm = span.topMm - span.bottomMm;
  const count = Math.max(1, Math.ceil(thicknessMm / thickestMm - 1e-9));
  return Array.from({ length: count }, (_, n) => ({
    bottomMm: n === 0 ? span.bottomMm : span.bottomMm + (n * thicknessMm) / count,
    topMm: n + 1 === count ? span.topMm : span.bottomMm + ((n + 1) * thicknessMm) / count,
  }));
}

/** Layers of a span inside the solid: one where everything in reach has the same outlines, else thin enough to follow. */
export function layersWithin(span: LayerSpan, slabs: readonly SolidSlab[], marginMm: number): LayerSpan[] {
  const first = firstReaching(slabs, span.bottomMm - marginMm);
  let last = first;
  while (last + 1 < slabs.length && slabs[last + 1].bottomMm < span.topMm + marginMm) last++;
  const uniform = slabs[first].shape === slabs[last].shape;
  return layersOf(span, uniform ? Infinity : MAX_LAYER_MM);
}
