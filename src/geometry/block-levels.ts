import { type DoseField, interpolateDose } from './interpolate';
import type { Blocks } from './sample-blocks';
import { type Fineness, LARGE_POINTS } from './sampling-fineness';
import type { SlabStack } from './slab-stack';

/** Blocks over which no phase's dose varies by more than this are never worth cutting. */
const EVEN_GY = 0.4;
/** The hottest part of the ROI that is taken at the finest cells, for each phase and for their sums. */
const HOT_CC = 1;
/** Where even the hottest dose varies by less than this over a block, finer cells would tell nothing. */
const FLAT_GY = 0.05;

/** Up to this size a partly covered block is as good as a whole one. */
const SMALL_PART_MM = 1.5;
/** The same for small organs, whose cells are fine already. */
const HOT_CC_OF_SMALL = 0.3;
/** Where more than this many times the volume wanted is "hottest", the dose is flat and cutting would tell nothing. */
const FLAT_SHARE = 8;

/** For each block: 0 whole, 1 halved in each direction, 2 down to the finest cells (the hottest part only). */
export function blockLevels(stack: SlabStack, blocks: Blocks, fields: readonly DoseField[], fineness: Fineness): Uint8Array {
  const level = new Uint8Array(blocks.count);
  if (fields.length === 0 || fineness.perBlock === 1) return level;
  const positions = fineness.isSmall ? probeHeights(stack, blocks) : probeBlocks(stack, blocks, fineness);
  const count = positions.length / 3;
  const doses = fields.map((field) => {
    const out = new Float32Array(count);
    interpolateDose(field, positions, count, out);
    return out;
  });
  const look = { stack, blocks, probes: count / blocks.count, wholeMm2: fineness.blockMm ** 2 * (1 - 1e-9) };
  const maps = fields.length > 1 ? [...doses, ...sums(doses)] : doses;
  if (fineness.isSmall) {
    for (const dose of maps) markHottest(look, dose, HOT_CC_OF_SMALL, undefined, level);
    return level;
  }
  const range = new Float32Array(blocks.count);
  for (const dose of doses) widenRange(dose, look.probes, range);
  // A partly covered block is one point at its centroid, without the spread that evens out whole ones: cut unless small.
  const limitGy = rangeToCut(range);
  const partLimitGy = fineness.blockMm > SMALL_PART_MM ? EVEN_GY : limitGy;
  for (let n = 0; n < blocks.count; n++)
    level[n] = range[n] > (blocks.areaMm2[n] < look.wholeMm2 ? partLimitGy : limitGy) ? 1 : 0;
  for (const dose of maps) markHottest(look, dose, HOT_CC, range, level);
  return level;
}

/** The sums of D and of D²: between them they bracket where any EQD2 sum is highest. */
function sums(doses: readonly Float32Array[]): [Float32Array, Float32Array] {
  const sum = new Float32Array(doses[0].length);
  const squares = new Float32Array(doses[0].length);
  for (const dose of doses) {
    for (let p = 0; p < sum.length; p++) {
      sum[p] += dose[p];
      squares[p] += dose[p] * dose[p];
    }
  }
  return [sum, squares];
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

/** Points at which a small cell's dose is looked at: its centroid at mid-slab, bottom and top. */
function probeHeights(stack: SlabStack, blocks: Blocks): Float32Array {
  const { u, v, w } = stack.basis;
  const out = new Float32Array(9 * blocks.count);
  for (let n = 0, at = 0; n < blocks.count; n++) {
    const { bottomMm, topMm } = stack.slabs[blocks.slab[n]];
    for (let p = 0; p < 3; p++) {
      const pw = p === 0 ? (bottomMm + topMm) / 2 : p === 1 ? bottomMm : topMm;
      for (let axis = 0; axis < 3; axis++) out[at++] = blocks.u[n] * u[axis] + blocks.v[n] * v[axis] + pw * w[axis];
    }
  }
  return out;
}

/** What the hottest blocks are looked for in. */
interface Look {
  readonly stack: SlabStack;
  readonly blocks: Blocks;
  readonly probes: number;
  readonly wholeMm2: number;
}

/**
 * Sets to the finest level every block that reaches into the hottest `hotCc` of `dose`, as its probes see it.
 * @param range of dose over each block; where not given, flatness is told from how much volume is the hottest.
 */
function markHottest(
  { stack, blocks, probes, wholeMm2 }: Look,
  dose: Float32Array,
  hotCc: number,
  range: Float32Array | undefined,
  level: Uint8Array,
): void {
  const { count } = blocks;
  const ccOf = (n: number) =>
    (blocks.areaMm2[n] * (stack.slabs[blocks.slab[n]].topMm - stack.slabs[blocks.slab[n]].bottomMm)) / 1000;
  let top = 0;
  for (let p = 0; p < dose.length; p++) if (dose[p] > top) top = dose[p];
  if (top === 0) return;
  const bins = new Float64Array(1024);
  const perDose = (bins.length - 1) / top;
  for (let n = 0; n < count; n++) {
    // Of a partly covered block only the centroid speaks for the ROI: its corners may lie in a hotter neighbour.
    const speaking = blocks.areaMm2[n] < wholeMm2 ? 1 : probes;
    const cc = ccOf(n) / speaking;
    for (let p = probes * n; p < probes * n + speaking; p++) if (dose[p] >= 0) bins[(dose[p] * perDose) | 0] += cc;
  }
  let b = bins.length - 1;
  for (let cc = bins[b]; cc < hotCc && b > 0; cc += bins[b]) b--;
  const threshold = b / perDose;
  const hot: number[] = [];
  let hotTotalCc = 0;
  for (let n = 0; n < count; n++) {
    if (range && range[n] <= FLAT_GY) continue;
    let p = probes * n;
    while (p < probes * (n + 1) && !(dose[p] >= threshold)) p++;
    if (p === probes * (n + 1)) continue;
    hot.push(n);
    hotTotalCc += ccOf(n);
  }
  if (!range && hotTotalCc > FLAT_SHARE * hotCc) return;
  for (const n of hot) level[n] = 2;
}
