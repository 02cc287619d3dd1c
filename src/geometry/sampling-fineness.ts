import type { SlabStack } from './slab-stack';
import { stackVolumeMm3 } from './stack-volume';

/**
 * How finely an ROI is sampled: square blocks of `blockMm`, which are cut to `blockMm / perBlock` where it matters
 * (layers no thicker than the cell).
 */
export interface Fineness {
  readonly blockMm: number;
  readonly perBlock: number;
  /** Small organs: every block is a fine cell by itself, and only the hottest are cut. */
  readonly isSmall: boolean;
}

const SMALL_MM3 = 50_000;
const SMALL_POINTS = 25_000;
/** Cells of this size need not be cut even in the hottest part. */
const FINE_MM = 0.7;
const LARGE_BLOCKS = 32_000;
const LARGEST_BLOCK_MM = 20;
/** Points that a large organ may be cut into, beside those of its hottest part. */
export const LARGE_POINTS = 25_000;

/**
 * Up to 50 cc (cord, oesophagus, trachea, plexus): one size of cell, 1 mm at most and finer the smaller the organ, down
 * to 0.1 mm; in the hottest part 0.7 mm at most. Above (lungs, heart, liver, body): some 32 000 blocks of 20 mm at most, which are cut into two
 * a side where the dose varies most, and to cells of 1 mm at most in the hottest part.
 */
export function chooseFineness(volumeMm3: number, slabThicknessMm: number): Fineness {
  if (volumeMm3 <= SMALL_MM3) {
    const blockMm = Math.min(1, Math.max(0.1, Math.cbrt(volumeMm3 / SMALL_POINTS)));
    return { blockMm, perBlock: blockMm > FINE_MM ? 2 : 1, isSmall: true };
  }
  const cube = Math.cbrt(volumeMm3 / LARGE_BLOCKS);
  const plate = Math.sqrt(volumeMm3 / LARGE_BLOCKS / slabThicknessMm);
  const blockMm = Math.min(LARGEST_BLOCK_MM, Math.max(cube, plate));
  return { blockMm, perBlock: 2 * Math.ceil(blockMm / 2), isSmall: false };
}

/** The fineness of a solid by its volume and the mean thickness of its slabs. */
export function finenessOf(stack: SlabStack): Fineness {
  const heightMm = stack.slabs.reduce((sum, slab) => sum + slab.topMm - slab.bottomMm, 0);
  return chooseFineness(stackVolumeMm3(stack), heightMm / stack.slabs.length);
}
