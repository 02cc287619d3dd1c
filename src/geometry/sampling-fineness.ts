import { ringBounds } from './ring-nesting';
import type { Ring, SlabStack } from './slab-stack';
import { type SlabBoxes, smallestBlockMm, smallestCellMm } from './solid-bounds';
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

/**
 * The fineness of a solid by its volume and the mean thickness of its slabs. Cells are no smaller, and no more, than the
 * memory holds: what is drawn here and there over a wide field is cut into larger ones.
 */
export function finenessOf(stack: SlabStack): Fineness {
  const heightMm = stack.slabs.reduce((sum, slab) => sum + slab.topMm - slab.bottomMm, 0);
  const thicknessMm = heightMm / stack.slabs.length;
  const volumeMm3 = stackVolumeMm3(stack);
  return withinBounds(chooseFineness(volumeMm3, thicknessMm), boxesOf(stack), volumeMm3 / thicknessMm);
}

function withinBounds(chosen: Fineness, boxes: SlabBoxes, areaMm2: number): Fineness {
  const leastMm = smallestCellMm(boxes);
  const blockMm = Math.max(chosen.blockMm, leastMm, smallestBlockMm(areaMm2));
  const perBlock = Math.max(1, Math.min(chosen.perBlock, Math.floor(blockMm / leastMm)));
  return { ...chosen, blockMm, perBlock };
}

function boxesOf({ slabs }: SlabStack): SlabBoxes {
  let [widestMm2, allMm2] = [0, 0];
  for (const { rings } of slabs) {
    const mm2 = boxMm2(rings);
    widestMm2 = Math.max(widestMm2, mm2);
    allMm2 += mm2;
  }
  return { widestMm2, allMm2 };
}

function boxMm2(rings: readonly Ring[]): number {
  let [minU, minV, maxU, maxV] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of rings) {
    const [u0, v0, u1, v1] = ringBounds(ring);
    minU = Math.min(minU, u0);
    minV = Math.min(minV, v0);
    maxU = Math.max(maxU, u1);
    maxV = Math.max(maxV, v1);
  }
  return rings.length === 0 ? 0 : (maxU - minU) * (maxV - minV);
}
