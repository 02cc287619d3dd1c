import { type DoseField, interpolateDose } from '../interpolate';
import type { SlabStack } from '../slab-stack';
import type { CellList } from './cell-list';
import { type Cuts, cutCells } from './cut-cells';
import type { DosedPoints } from './dosed-points';

/** The near maxima that are told are those of 0.1 cc at the most. */
const HOT_CC = 0.12;
/** More than this as hot as that is a plateau, whose near maximum is known. */
const PLATEAU_CC = 2;
/** Points that the hottest part is cut into at a time, for each dose that may be asked for. */
const POINTS = 1600;
/** The second time, what is hottest is known better. */
const ROUNDS = 2;
/** A dose that varies over a cell by less than this share of itself needs no smaller cells. */
const EVEN_SHARE = 0.002;
const MOST_PARTS = 16;
/** Where the slope is looked at about the hottest points, and of how many. */
const ASIDE_MM = 0.25;
const LOOKED_AT = 48;

/**
 * Cuts the cells of the hottest part of an ROI where its dose is steep: at 2.5 Gy a mm, a cell of half a millimetre at
 * the wall holds more dose than a near maximum may be off. In the plane and in height each as finely as the dose varies.
 * @param cells whose layers the points are.
 */
export function sharpenHottest(
  stack: SlabStack,
  points: DosedPoints,
  cells: CellList,
  fields: readonly DoseField[],
): DosedPoints {
  let sharp = { points, cells };
  for (let round = 0; round < ROUNDS && fields.length > 0; round++) {
    const cuts = cutsOf(stack, sharp.points, sharp.cells, fields);
    if (!cuts) break;
    sharp = cutCells(stack, sharp.points, sharp.cells, cuts, fields);
  }
  return sharp.points;
}

/** Between D and D² alone, which bracket the sums of any EQD2: D (1 + D / 50 Gy). */
const CURVED_GY = 50;

/**
 * A dose that may be asked for at the first `out.length` points: that of phase `of`, or, one beyond the phases, of all
 * of them by a sum that is curved as EQD2 is.
 */
function valuesOf(doses: readonly Float32Array[], of: number, out: Float32Array): void {
  if (of < doses.length) {
    out.set(doses[of].subarray(0, out.length));
    return;
  }
  out.fill(0);
  for (const dose of doses) for (let n = 0; n < out.length; n++) out[n] += dose[n] * (1 + dose[n] / CURVED_GY);
}

function cutsOf(stack: SlabStack, points: DosedPoints, cells: CellList, fields: readonly DoseField[]): Cuts | undefined {
  const cuts: Cuts = { parts: new Uint8Array(cells.count), layers: new Uint8Array(cells.count) };
  let hasAny = false;
  const values = new Float32Array(points.count);
  for (let of = 0; of < (fields.length < 2 ? 1 : fields.length + 1); of++) {
    valuesOf(points.doseGy, of, values);
    if (markSteep(stack, points, values, cells, fields, of, cuts)) hasAny = true;
  }
  return hasAny ? cuts : undefined;
}

function markSteep(
  stack: SlabStack,
  points: DosedPoints,
  values: Float32Array,
  cells: CellList,
  fields: readonly DoseField[],
  of: number,
  { parts, layers }: Cuts,
): boolean {
  const { threshold, top } = hottest(values, points.volumeCc);
  if (!(top > 0)) return false;
  const slope = slopesAt(stack, points, values, threshold, fields, of);
  const across = Math.hypot(slope[0], slope[1]);
  const thickness = (n: number) => stack.slabs[cells.slab[n]].topMm - stack.slabs[cells.slab[n]].bottomMm;
  const found: number[] = [];
  let hotCc = 0;
  let [thickest, largest] = [0, 0];
  const near: number[] = [];
  const slackOf = (n: number) => (cells.sizeMm[n] * (slope[0] + slope[1]) + (thickness(n) / cells.layers[n]) * slope[2]) / 2;
  for (let n = 0; n < cells.count; n++) {
    // The middle of a layer lies no more than its slack above its point.
    const least = threshold - 2 * slackOf(n);
    const end = cells.first[n] + cells.layers[n];
    let at = cells.first[n];
    while (at < end && !(values[at] >= least)) at++;
    if (at < end) near.push(n);
  }
  const middles = middlesOf(stack, cells, near, fields, of);
  for (let m = 0, at = 0; m < near.length; m++) {
    const n = near[m];
    const end = at + cells.layers[n];
    let isHot = false;
    for (; at < end; at++) isHot ||= middles[at] >= threshold - slackOf(n);
    if (!isHot) continue;
    found.push(n);
    hotCc += (cells.areaMm2[n] * thickness(n)) / 1000;
    thickest = Math.max(thickest, thickness(n));
    largest = Math.max(largest, cells.sizeMm[n]);
  }
  if (hotCc > PLATEAU_CC || largest * across + slope[2] * 0.1 < EVEN_SHARE * top) return false;
  const mm3 = (1000 * hotCc) / POINTS;
  // As much dose over a layer as over a cell, but no layer thicker than the slab.
  const ratio = slope[2] > 0 ? across / slope[2] : Infinity;
  const cube = Math.cbrt(mm3 / ratio);
  const sizeMm = cube * ratio <= thickest ? cube : Math.sqrt(mm3 / thickest);
  const layerMm = Math.min(thickest, sizeMm * ratio);
  let hasAny = false;
  for (const n of found) {
    const p = Math.min(MOST_PARTS, Math.ceil(cells.sizeMm[n] / sizeMm - 1e-6));
    const l = Math.min(MOST_PARTS, Math.max(1, Math.ceil(thickness(n) / layerMm - 1e-6)));
    if (p < 2 && l <= cells.layers[n]) continue;
    parts[n] = Math.max(parts[n], p);
    layers[n] = Math.max(layers[n], l);
    hasAny = true;
  }
  return hasAny;
}

/**
 * The dose in the middle of each layer of some cells. Whether a cell is cut is asked of these: were it asked of its
 * points, those that the spread had moved to the hot side would be replaced and those moved to the cold side stay, and
 * the curve beside the hottest part would be too low.
 */
function middlesOf(
  { basis, slabs }: SlabStack,
  cells: CellList,
  some: readonly number[],
  fields: readonly DoseField[],
  of: number,
): Float32Array {
  let count = 0;
  for (const n of some) count += cells.layers[n];
  const positions = new Float64Array(3 * count);
  let to = 0;
  for (const n of some) {
    const { bottomMm, topMm } = slabs[cells.slab[n]];
    const pu = cells.u[n] + cells.sizeMm[n] / 2;
    const pv = cells.v[n] + cells.sizeMm[n] / 2;
    for (let layer = 0; layer < cells.layers[n]; layer++) {
      const pw = bottomMm + ((layer + 0.5) / cells.layers[n]) * (topMm - bottomMm);
      for (let axis = 0; axis < 3; axis++) positions[to++] = pu * basis.u[axis] + pv * basis.v[axis] + pw * basis.w[axis];
    }
  }
  return valuesAt(fields, positions, count, of);
}

function valuesAt(fields: readonly DoseField[], positions: Float64Array, count: number, of: number): Float32Array {
  const doses = fields.map((field, p) => {
    const out = new Float32Array(count);
    if (of === p || of === fields.length) interpolateDose(field, positions, count, out);
    return out;
  });
  const values = new Float32Array(count);
  valuesOf(doses, of, values);
  return values;
}

/** The highest value, and that which the hottest part is above. */
function hottest(values: Float32Array, volumeCc: Float32Array): { threshold: number; top: number } {
  let top = 0;
  for (let n = 0; n < values.length; n++) if (values[n] > top) top = values[n];
  if (top === 0) return { threshold: 0, top };
  const bins = new Float64Array(2048);
  const per = (bins.length - 1) / top;
  for (let n = 0; n < values.length; n++) if (values[n] >= 0) bins[(values[n] * per) | 0] += volumeCc[n];
  let b = bins.length - 1;
  for (let cc = bins[b]; cc < HOT_CC && b > 0; cc += bins[b]) b--;
  return { threshold: b / per, top };
}

/** How steep a dose is along u, v and w about the hottest points: the largest of some of them, Gy a mm. */
function slopesAt(
  { basis }: SlabStack,
  points: DosedPoints,
  values: Float32Array,
  threshold: number,
  fields: readonly DoseField[],
  of: number,
): [number, number, number] {
  const hot: number[] = [];
  for (let n = 0; n < values.length; n++) if (values[n] >= threshold) hot.push(n);
  const step = Math.max(1, Math.floor(hot.length / LOOKED_AT));
  const some = hot.filter((_, n) => n % step === 0);
  const around = new Float64Array(18 * some.length);
  some.forEach((n, s) => {
    [basis.u, basis.v, basis.w].forEach((side, a) => {
      for (let axis = 0; axis < 3; axis++) {
        const at = points.positionsMm[3 * n + axis];
        around[18 * s + 6 * a + axis] = at - ASIDE_MM * side[axis];
        around[18 * s + 6 * a + 3 + axis] = at + ASIDE_MM * side[axis];
      }
    });
  });
  const beside = valuesAt(fields, around, 6 * some.length, of);
  const slopes: [number, number, number] = [0, 0, 0];
  for (let s = 0; s < some.length; s++) {
    for (let a = 0; a < 3; a++) {
      const slope = Math.abs(beside[6 * s + 2 * a + 1] - beside[6 * s + 2 * a]) / (2 * ASIDE_MM);
      if (slope > slopes[a]) slopes[a] = slope;
    }
  }
  return slopes;
}
