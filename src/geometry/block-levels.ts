import { type DoseField, interpolateDose } from './interpolate';
import type { Blocks } from './sample-blocks';
import { type Fineness, LARGE_POINTS } from './sampling-fineness';
import type { SlabStack } from './slab-stack';

/** Blocks over which no phase's dose varies by more than this are never worth cutting. */
const EVEN_GY = 0.25;
/** The hottest part of the ROI that is taken at the finest cells, for each phase and for their sums. */
const HOT_CC = 1;
/** Where even the hottest dose varies by less than this over a block, finer cells would tell nothing. */
const FLAT_GY = 0.05;

/** For each block: 0 whole, 1 halved in each direction, 2 down to the finest cells (the hottest part only). */
export function blockLevels(stack: SlabStack, blocks: Blocks, fields: readonly DoseField[], fineness: Fineness): Uint8Array {
  const { count } = blocks;
  const level = new Uint8Array(count);
  if (fields.length === 0) return level;
  const positions = probeBlocks(stack, blocks, fineness);
  const probes = 1 + probesASide(fineness) ** 2;
  const range = new Float32Array(count);
  const wholeMm2 = fineness.blockMm ** 2 * (1 - 1e-9);
  const dose = fields.map((field) => {
    const out = new Float32Array(probes * count);
    interpolateDose(field, positions, probes * count, out);
    widenRange(out, probes, range);
    return out;
  });
  // A partly covered block is one point at its centroid, without the spread that evens out whole ones: always cut.
  const limitGy = rangeToCut(range);
  for (let n = 0; n < count; n++) level[n] = range[n] > (blocks.areaMm2[n] < wholeMm2 ? EVEN_GY : limitGy) ? 1 : 0;
  const sum = new Float32Array(probes * count);
  const squares = new Float32Array(probes * count);
  for (const d of dose) {
    markHottest(stack, blocks, d, range, wholeMm2, level);
    for (let p = 0; p < sum.length; p++) {
      sum[p] += d[p];
      squares[p] += d[p] * d[p];
    }
  }
  if (fields.length > 1) {
    // Between them the sums of D and of D² bracket where any EQD2 sum is highest.
    markHottest(stack, blocks, sum, range, wholeMm2, level);
    markHottest(stack, blocks, squares, range, wholeMm2, level);
  }
  return level;
}

/** Takes the range of a dose over each block's probes into `range`. A block across the grid's edge is always cut. */
function widenRange(dose: Float32Array, probes: number, range: Float32Array): void {
  for (let n = 0, p = 0; n < range.length; n++) {
    let low = Infinity;
    let high = -Infinity;
    let outside = 0;
    for (const end = p + probes; p < end; p++) {
      const d = dose[p];
      if (d < low) low = d;
      if (d > high) high = d;
      if (Number.isNaN(d)) outside++;
    }
    const spread = outside === probes ? 0 : outside > 0 ? Infinity : high - low;
    if (spread > range[n]) range[n] = spread;
  }
}

/** The range of dose above which whole blocks are cut in two a side, so that no more than `LARGE_POINTS` come of it. */
function rangeToCut(range: Float32Array): number {
  const bins = new Uint32Array(256);
  const perGy = 8;
  const bin = (gy: number) => Math.min(bins.length - 1, Math.floor(gy * perGy));
  for (let n = 0; n < range.length; n++) bins[bin(range[n])]++;
  let b = bins.length - 1;
  for (let points = range.length + 7 * bins[b]; points <= LARGE_POINTS && b > 0; points += 7 * bins[b]) b--;
  return Math.max(EVEN_GY, (b + 1) / perGy);
}

/** Probes of a block are no farther apart than this in the plane, so that no hot spot of a treatment slips through. */
const PROBE_MM = 5;

/** Probes a side of a block. */
const probesASide = ({ blockMm }: Fineness): number => 1 + Math.max(1, Math.ceil(blockMm / PROBE_MM));

/**
 * Points at which each block's dose is looked at: its centroid, then a square lattice from corner to corner, at the
 * bottom and the top of the slab in turn, so that a change along any axis is seen.
 */
function probeBlocks(stack: SlabStack, blocks: Blocks, fineness: Fineness): Float32Array {
  const { blockMm } = fineness;
  const { u, v, w } = stack.basis;
  const side = probesASide(fineness);
  const step = 1 / (side - 1);
  const out = new Float32Array(3 * (1 + side * side) * blocks.count);
  let at = 0;
  for (let n = 0; n < blocks.count; n++) {
    const slab = stack.slabs[blocks.slab[n]];
    for (let p = -1; p < side * side; p++) {
      const a = p % side;
      const b = (p / side) | 0;
      const isCentre = p < 0;
      const pu = isCentre ? blocks.u[n] : (blocks.column[n] + a * step) * blockMm;
      const pv = isCentre ? blocks.v[n] : (blocks.row[n] + b * step) * blockMm;
      const pw = isCentre ? (slab.bottomMm + slab.topMm) / 2 : (a + b) & 1 ? slab.topMm : slab.bottomMm;
      out[at++] = pu * u[0] + pv * v[0] + pw * w[0];
      out[at++] = pu * u[1] + pv * v[1] + pw * w[1];
      out[at++] = pu * u[2] + pv * v[2] + pw * w[2];
    }
  }
  return out;
}

/** Sets to the finest level every block that reaches into the hottest `HOT_CC` of `dose`, as its probes see it. */
function markHottest(
  stack: SlabStack,
  blocks: Blocks,
  dose: Float32Array,
  range: Float32Array,
  wholeMm2: number,
  level: Uint8Array,
): void {
  const { count } = blocks;
  const probes = dose.length / count;
  let top = 0;
  for (let p = 0; p < dose.length; p++) if (dose[p] > top) top = dose[p];
  if (top === 0) return;
  const bins = new Float64Array(1024);
  const perDose = (bins.length - 1) / top;
  for (let n = 0; n < count; n++) {
    const slab = stack.slabs[blocks.slab[n]];
    const cc = (blocks.areaMm2[n] * (slab.topMm - slab.bottomMm)) / 1000;
    // Of a partly covered block only the centroid speaks for the ROI: its corners may lie in a hotter neighbour.
    const speaking = blocks.areaMm2[n] < wholeMm2 ? 1 : probes;
    for (let p = probes * n; p < probes * n + speaking; p++) if (dose[p] >= 0) bins[(dose[p] * perDose) | 0] += cc / speaking;
  }
  let b = bins.length - 1;
  for (let cc = bins[b]; cc < HOT_CC && b > 0; cc += bins[b]) b--;
  const threshold = b / perDose;
  for (let n = 0; n < count; n++) {
    if (range[n] <= FLAT_GY) continue;
    for (let p = probes * n; p < probes * (n + 1); p++) if (dose[p] >= threshold) level[n] = 2;
  }
}
