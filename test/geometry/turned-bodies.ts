import type { SlabStack } from '../../src/geometry/slab-stack';
import { circle } from '../analytic/bodies';
import { sliced } from './solids';

/** A pile of coaxial discs of equal thickness: the slab model of a body of revolution. */
export interface Discs {
  readonly thicknessMm: number;
  readonly radiiMm: readonly number[];
}

/** Discs with the radius that `radiusAt` has at the middle of each. */
export function discsOf(heightMm: number, thicknessMm: number, radiusAt: (w: number) => number): Discs {
  const count = Math.round(heightMm / thicknessMm);
  return { thicknessMm, radiiMm: Array.from({ length: count }, (_, n) => radiusAt((n + 0.5) * thicknessMm)) };
}

export function stackOfDiscs({ thicknessMm, radiiMm }: Discs): SlabStack {
  return sliced(0, thicknessMm * radiiMm.length, radiiMm.length, (w) => [
    circle(0, 0, radiiMm[Math.floor(w / thicknessMm)], 180),
  ]);
}

const STEPS = 10_000;

/**
 * Exact volume in cc of the discs grown (margin > 0) or shrunk (margin < 0) by a ball, by quadrature of the section's
 * radius: at each height the largest of radius + sqrt(margin² - d²) over the discs within reach, or the smallest of
 * radius - sqrt(margin² - d²), d being the distance along the axis.
 */
export function withMarginCc({ thicknessMm, radiiMm }: Discs, marginMm: number): number {
  const m = Math.abs(marginMm);
  const heightMm = thicknessMm * radiiMm.length;
  const [from, to] = [-marginMm, heightMm + marginMm];
  if (to <= from) return 0;
  let sum = 0;
  for (let step = 0; step < STEPS; step++) {
    const w = from + ((step + 0.5) * (to - from)) / STEPS;
    let radius = marginMm > 0 ? 0 : Infinity;
    radiiMm.forEach((r, n) => {
      const d = Math.max(0, n * thicknessMm - w, w - (n + 1) * thicknessMm);
      if (d >= m) return;
      const reach = Math.sqrt(m * m - d * d);
      radius = marginMm > 0 ? Math.max(radius, r + reach) : Math.min(radius, r - reach);
    });
    if (radius > 0) sum += radius * radius;
  }
  return (Math.PI * sum * (to - from)) / STEPS / 1000;
}
