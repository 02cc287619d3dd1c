import { INSIDE, insideStack, type StackTest } from '../inside-stack';
import type { SlabStack } from '../slab-stack';
import type { Counting } from './counting';
import { type Bulge, doseBulge } from './dose-bulge';
import { PatchList } from './patch-list';
import { counted, lookUp, type PeakField } from './peak-fields';
import { type PeakPool, TOLERANCE_GY } from './peak-pool';

/** Sides below this are not halved; those of patches across the wall of the solid, whose wall is looked at by itself. */
const LEAST_MM = 0.0004;
const LEAST_PARTIAL_MM = 0.15;
/** Sides of patches across the border of a dose grid, beyond which nothing is known. */
const LEAST_AT_BORDER_MM = 0.02;
/** Small enough for its corners to tell whether it lies in the solid. */
const TOLD_BY_CORNERS_MM = 1;
/** More patches at a time are cut to those that may hold the most. */
const MOST_PATCHES = 12_000;
const MOST_WAVES = 24;

/**
 * Branch and bound: looks at the corners of every patch, and halves those that may hold more along some direction than
 * the highest point found. What a patch may hold is its corners' most and how far each phase can bulge above them.
 */
export function refinePatches(
  stack: SlabStack,
  fields: readonly PeakField[],
  solid: StackTest,
  patches: PatchList,
  pool: PeakPool,
): void {
  let wave = patches;
  for (let n = 0; n < MOST_WAVES && wave.count > 0; n++) wave = nextWave(stack, fields, solid, wave, pool);
}

function nextWave(stack: SlabStack, fields: readonly PeakField[], solid: StackTest, wave: PatchList, pool: PeakPool): PatchList {
  const { count, slab, isPartial } = wave;
  const { points, mapped, axes, doses } = workingMemory(fields.length, count);
  placeCorners(stack, wave, points, false);
  for (let p = 0; p < fields.length; p++) lookUp(fields[p], points, 4 * count, mapped, axes[p], doses[p]);
  const inside = new Uint8Array(4 * count);
  if (isPartial.subarray(0, count).includes(1)) {
    placeCorners(stack, wave, mapped, true);
    insideStack(solid, mapped, 4 * count, inside);
  }
  for (let n = 0, c = 0; n < count; n++) {
    for (const end = c + 4; c < end; c++) {
      if (isPartial[n] && inside[c] !== INSIDE) continue;
      pool.offer(points[3 * c], points[3 * c + 1], points[3 * c + 2], doses, c);
    }
  }
  const next = new PatchList();
  const excess = new Float64Array(count);
  const halves = new Uint8Array(count);
  const bulges = fields.map((): Bulge => ({ alongS: 0, alongT: 0, highestGy: 0, hasFold: false }));
  for (let n = 0; n < count; n++) {
    const s = sideSMm(wave, n);
    const t = sideTMm(wave, n);
    let partial = isPartial[n];
    if (partial && Math.max(s, t) <= TOLD_BY_CORNERS_MM) {
      let corners = 0;
      for (let c = 4 * n; c < 4 * n + 4; c++) corners += inside[c] === INSIDE ? 1 : 0;
      if (corners === 0 && Math.max(s, t) <= TOLD_BY_CORNERS_MM / 2) continue;
      if (corners === 4) partial = 0;
    }
    isPartial[n] = partial;
    let alongS = 0;
    let alongT = 0;
    let hasFold = false;
    for (let p = 0; p < fields.length; p++) {
      const { field, isDeformed, counting } = fields[p];
      doseBulge(field.grid, axes[p], 12 * n, bulges[p]);
      if (counting) countBulge(counting, fields[p], doses[p], n, bulges[p]);
      // A deformation bends what lies between the corners; that is felt less and less.
      if (isDeformed) bulges[p].alongS += 0.01 * s;
      alongS += bulges[p].alongS;
      alongT += bulges[p].alongT;
      if (bulges[p].hasFold || isDeformed || counting?.canBendTogether) hasFold = true;
    }
    // Without a fold nothing is highest inside a patch, and the solid's wall is looked at by itself.
    if (partial && !hasFold) continue;
    excess[n] = excessGy(pool, doses, bulges, n);
    if (excess[n] <= TOLERANCE_GY) continue;
    const leastMm = partial ? LEAST_PARTIAL_MM : isAtBorder(doses, n) ? LEAST_AT_BORDER_MM : LEAST_MM;
    halves[n] =
      (s > leastMm && (alongS * 2 >= alongT || t <= leastMm) ? 1 : 0) |
      (t > leastMm && (alongT * 2 >= alongS || s <= leastMm) ? 2 : 0);
  }
  keepMost(excess, halves);
  for (let n = 0; n < count; n++) if (halves[n]) addHalves(wave, n, halves[n], slab[n], isPartial[n], next);
  return next;
}

/**
 * The bulge of what a dose counts for, f(d): above its chord along a side it is no more than f' times the dose's own, and
 * max f'' (rise of the dose along the side)² / 8, the rise being that of the corners and of the bulge, which are told
 * in f and so are divided by its least slope.
 */
function countBulge({ slope, leastSlope, bend }: Counting, field: PeakField, dose: Float32Array, n: number, out: Bulge): void {
  out.highestGy = counted(field, out.highestGy);
  const c = 4 * n;
  const ofS = Math.max(Math.abs(dose[c + 1] - dose[c]), Math.abs(dose[c + 3] - dose[c + 2]));
  const ofT = Math.max(Math.abs(dose[c + 2] - dose[c]), Math.abs(dose[c + 3] - dose[c + 1]));
  const bent = (rise: number, along: number) => (bend * (along / leastSlope + 4 * rise) ** 2) / 8;
  // A corner outside the grid tells no rise; the highest voxel bounds it.
  out.alongS = slope * out.alongS + (bend > 0 ? (Number.isNaN(ofS) ? Infinity : bent(out.alongS, ofS)) : 0);
  out.alongT = slope * out.alongT + (bend > 0 ? (Number.isNaN(ofT) ? Infinity : bent(out.alongT, ofT)) : 0);
}

interface WorkingMemory {
  readonly points: Float64Array;
  readonly mapped: Float64Array;
  readonly axes: readonly Float64Array[];
  readonly doses: readonly Float32Array[];
}
let memory: WorkingMemory | undefined;

/** Arrays for the corners of `count` patches at the least, kept from wave to wave. */
function workingMemory(phases: number, count: number): WorkingMemory {
  if (!memory || memory.points.length < 12 * count || memory.axes.length < phases) {
    const size = Math.max(2048, 2 * count);
    memory = {
      points: new Float64Array(12 * size),
      mapped: new Float64Array(12 * size),
      axes: Array.from({ length: phases }, () => new Float64Array(12 * size)),
      doses: Array.from({ length: phases }, () => new Float32Array(4 * size)),
    };
  }
  return memory;
}

/** The four corners in patient coordinates; on request at the middle of their slab, where the solid is asked for them. */
function placeCorners(
  { basis, slabs }: SlabStack,
  { count, corners, slab }: PatchList,
  out: Float64Array,
  atMiddle: boolean,
): void {
  const { u: a, v: b, w: c } = basis;
  for (let n = 0, to = 0; n < count; n++) {
    const at = 9 * n;
    const middle = atMiddle ? (slabs[slab[n]].bottomMm + slabs[slab[n]].topMm) / 2 : 0;
    for (let corner = 0; corner < 4; corner++, to += 3) {
      const s = corner & 1;
      const t = corner >> 1;
      const u = corners[at] + s * corners[at + 3] + t * corners[at + 6];
      const v = corners[at + 1] + s * corners[at + 4] + t * corners[at + 7];
      const w = atMiddle ? middle : corners[at + 2] + s * corners[at + 5] + t * corners[at + 8];
      out[to] = u * a[0] + v * b[0] + w * c[0];
      out[to + 1] = u * a[1] + v * b[1] + w * c[1];
      out[to + 2] = u * a[2] + v * b[2] + w * c[2];
    }
  }
}

function sideSMm({ corners }: PatchList, n: number): number {
  const at = 9 * n;
  return Math.sqrt(corners[at + 3] ** 2 + corners[at + 4] ** 2);
}

function sideTMm({ corners }: PatchList, n: number): number {
  const at = 9 * n;
  return Math.sqrt(corners[at + 6] ** 2 + corners[at + 7] ** 2 + corners[at + 8] ** 2);
}

/** The most by which patch `n` may lie above the highest point found along any direction. */
function excessGy(
  { phases, directions, bestGy }: PeakPool,
  doses: readonly Float32Array[],
  bulges: readonly Bulge[],
  n: number,
): number {
  let most = -Infinity;
  for (let k = 0, at = 0; k < bestGy.length; k++, at += phases) {
    let rise = 0;
    let roof = 0;
    for (let p = 0; p < phases; p++) {
      if (directions[at + p] === 0) continue;
      rise += directions[at + p] * (bulges[p].alongS + bulges[p].alongT);
      roof += directions[at + p] * bulges[p].highestGy;
    }
    if (roof - bestGy[k] <= Math.max(most, TOLERANCE_GY)) continue;
    let corner = -Infinity;
    for (let c = 4 * n; c < 4 * n + 4; c++) {
      let gy = 0;
      for (let p = 0; p < phases; p++) {
        if (directions[at + p] === 0) continue;
        const d = doses[p][c];
        // A corner outside the grid: whatever is inside is not above the voxels.
        gy += directions[at + p] * (d >= 0 || d < 0 ? d : bulges[p].highestGy);
      }
      if (gy > corner) corner = gy;
    }
    const over = Math.min(corner + rise, roof) - bestGy[k];
    if (over > most) most = over;
  }
  return most;
}

/** Leaves those that may exceed by the most, where there are too many; of equals the first. */
function keepMost(excess: Float64Array, halves: Uint8Array): void {
  const found = excess.filter((_, n) => halves[n] > 0);
  const most = MOST_PATCHES / 2;
  if (found.length <= most) return;
  found.sort();
  const least = found[found.length - most];
  let equals = most - found.filter((gy) => gy > least).length;
  for (let n = 0; n < excess.length; n++) {
    if (halves[n] && !(excess[n] > least) && !(excess[n] === least && equals-- > 0)) halves[n] = 0;
  }
}

function isAtBorder(doses: readonly Float32Array[], n: number): boolean {
  for (const dose of doses) for (let c = 4 * n; c < 4 * n + 4; c++) if (Number.isNaN(dose[c])) return true;
  return false;
}

function addHalves({ corners }: PatchList, n: number, halves: number, slab: number, isPartial: number, next: PatchList): void {
  const at = 9 * n;
  const partsS = halves & 1 ? 2 : 1;
  const partsT = halves & 2 ? 2 : 1;
  const su = corners[at + 3] / partsS;
  const sv = corners[at + 4] / partsS;
  const tu = corners[at + 6] / partsT;
  const tv = corners[at + 7] / partsT;
  const tw = corners[at + 8] / partsT;
  for (let a = 0; a < partsS; a++) {
    for (let b = 0; b < partsT; b++) {
      next.add(
        corners[at] + a * su + b * tu,
        corners[at + 1] + a * sv + b * tv,
        corners[at + 2] + b * tw,
        su,
        sv,
        tu,
        tv,
        tw,
        slab,
        isPartial,
      );
    }
  }
}
