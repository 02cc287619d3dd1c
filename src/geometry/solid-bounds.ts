import type { DrawnRing } from './contour-planes';
import { ringBounds } from './ring-nesting';

/*
 * Bounds of what the contours of one ROI may ask of memory and time, asked before either is taken. They are this
 * program's own, and beyond any structure of a patient.
 */

/** From one contour of an ROI to another along an axis of its planes: no patient is longer. */
const FARTHEST_REACH_MM = 3000;

/**
 * Pairs of contours on one slice, of all slices together: each contour is held against every other of its slice. 100
 * slices of 200 contours have four million.
 */
const MOST_PAIRS = 5_000_000;

/** Why no solid is made of contours. */
export type BeyondBounds =
  | { readonly why: 'reach'; readonly reachMm: number }
  | { readonly why: 'rings'; readonly contours: number; readonly most: number };

/** Whether the rings of an ROI are more, or lie farther from each other, than those of any structure. */
export function beyondBounds(planes: readonly DrawnRing[]): BeyondBounds | undefined {
  let [contours, pairs, most] = [0, 0, 0];
  const low = [Infinity, Infinity];
  const high = [-Infinity, -Infinity];
  for (const { rings } of planes) {
    contours += rings.length;
    pairs += rings.length ** 2;
    most = Math.max(most, rings.length);
    for (const ring of rings) {
      const [minU, minV, maxU, maxV] = ringBounds(ring);
      low[0] = Math.min(low[0], minU);
      low[1] = Math.min(low[1], minV);
      high[0] = Math.max(high[0], maxU);
      high[1] = Math.max(high[1], maxV);
    }
  }
  const alongMm = planes[planes.length - 1].wMm - planes[0].wMm;
  const reachMm = Math.max(alongMm, high[0] - low[0], high[1] - low[1]);
  if (reachMm > FARTHEST_REACH_MM) return { why: 'reach', reachMm };
  return pairs > MOST_PAIRS ? { why: 'rings', contours, most } : undefined;
}

/** Cells that the lattice around one slice may have: 400 x 400 mm of 0.2 mm. Each takes 40 bytes. */
const MOST_CELLS_OF_SLAB = 4_000_000;
/** Of all slices together, which take time alone. */
const MOST_CELLS = 400_000_000;
/** Blocks of an ROI, which are all held, 36 bytes each. */
const MOST_BLOCKS = 4_000_000;

/** The boxes around the slabs of a solid, mm²: the widest, and all together. */
export interface SlabBoxes {
  readonly widestMm2: number;
  readonly allMm2: number;
}

/** The smallest cells, mm, that a solid may be cut into: what is small and lies far apart has few cells, in wide boxes. */
export const smallestCellMm = ({ widestMm2, allMm2 }: SlabBoxes): number =>
  Math.sqrt(Math.max(widestMm2 / MOST_CELLS_OF_SLAB, allMm2 / MOST_CELLS));

/** The smallest blocks, mm, of a solid whose slabs have this area together. */
export const smallestBlockMm = (areaMm2: number): number => Math.sqrt(areaMm2 / MOST_BLOCKS);
