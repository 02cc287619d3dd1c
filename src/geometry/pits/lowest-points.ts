import { stackTest } from '../inside-stack';
import type { DoseField } from '../interpolate';
import { dosed } from '../near-maximum/dosed-points';
import type { Counting } from '../peaks/counting';
import { findAlong, type Peaks } from '../peaks/find-peaks';
import type { Sampled } from '../peaks/offer-samples';
import { peakField } from '../peaks/peak-fields';
import { PeakPool } from '../peaks/peak-pool';
import { coverBlocks } from '../sample-blocks';
import { finenessOf } from '../sampling-fineness';
import type { SlabStack } from '../slab-stack';
import { upsideDown } from './upside-down';

/** A dose and what it adds to a question: rises with the dose. */
export interface CountedField {
  readonly field: DoseField;
  /** Turns the first `count` doses, in place, into what they add. */
  readonly add: (doseGy: Float32Array, count: number) => void;
}

/** Places between the least and the most of a dose at which its part is looked at for how steep and bent it is. */
const LOOKS = 64;

/**
 * The points of a solid where what several doses add up to is lowest, with the physical dose of each field there: the
 * infimum over the closed slabs, to 0.01 Gy of the sum. The search is that of the highest points (see `findPeaks`), of
 * each dose's part with its sign turned, along the one direction of their sum.
 * @param sampled points of the solid with the physical dose of each field, to begin from.
 */
export function lowestPoints(stack: SlabStack, counted: readonly CountedField[], sampled: Sampled): Peaks | undefined {
  const fineness = finenessOf(stack);
  const blocks = coverBlocks(stack, fineness);
  if (counted.length === 0 || blocks.count === 0) return undefined;
  const turned = counted.map(({ field }) => upsideDown(field, stack));
  const fields = turned.flatMap((field, p) => {
    if (!field) return [];
    return [{ ...peakField(field, stack.basis), counting: countingOf(counted[p].add, field.grid.doseGy, counted.length > 1) }];
  });
  // What lies wholly outside one of the grids has no known sum.
  if (fields.length < counted.length) return undefined;
  const pool = new PeakPool(fields.length, new Float64Array(fields.length).fill(1));
  const doseGy = sampled.doseGy.map((gy, p) => {
    const out = gy.map((each) => -each);
    fields[p].counting.turn(out, sampled.count);
    return out;
  });
  const found = findAlong(stack, blocks, fineness, fields, { ...sampled, doseGy }, stackTest(stack), pool);
  const { count, positionsMm } = found;
  const physical = dosed(
    { count, positionsMm, volumeCc: new Float32Array(count) },
    counted.map(({ field }) => field),
  );
  return { count, positionsMm, doseGy: physical.doseGy };
}

function countingOf(add: CountedField['add'], turnedGy: Float32Array, isOneOfSeveral: boolean): Counting {
  const turn = (gy: Float32Array, count: number) => {
    for (let n = 0; n < count; n++) gy[n] = -gy[n];
    add(gy, count);
    for (let n = 0; n < count; n++) gy[n] = -gy[n];
  };
  let [low, high] = [Infinity, -Infinity];
  for (let n = 0; n < turnedGy.length; n++) {
    if (-turnedGy[n] < low) low = -turnedGy[n];
    if (-turnedGy[n] > high) high = -turnedGy[n];
  }
  const step = Math.max(high - low, 1e-3) / LOOKS;
  const at = Float32Array.from({ length: LOOKS + 1 }, (_, n) => low + n * step);
  add(at, LOOKS + 1);
  let [slope, leastSlope, bend] = [0, Infinity, 0];
  for (let n = 0; n < LOOKS; n++) {
    const rise = (at[n + 1] - at[n]) / step;
    slope = Math.max(slope, rise);
    leastSlope = Math.min(leastSlope, rise);
    if (n > 0) bend = Math.max(bend, (at[n + 1] - 2 * at[n] + at[n - 1]) / step ** 2);
  }
  // Single precision makes noise of a bend that is none; the steepest is between two looks.
  const isBent = bend * (high - low) > 1e-3 * slope;
  return { turn, slope: slope * (1 + 1 / LOOKS), leastSlope, bend: isBent ? bend : 0, canBendTogether: isBent && isOneOfSeveral };
}
