import { peakDirections } from './peak-directions';

/**
 * Points this far below the highest of every direction are no peaks of any question: the more phases, the farther the
 * directions are from one another.
 */
const NEAR_GY = [0.01, 0.01, 0.05, 0.25];
/** Of two points, one that is higher by no more than this in any phase tells nothing beside the other. */
const SAME_GY = 0.005;
/** What may lie this little above the highest point found is not looked for. */
export const TOLERANCE_GY = 0.01;
const MOST_KEPT = 4096;
/** The highest points of an ROI are never more than this. */
const MOST_PEAKS = 400;

/** Points of an ROI that may be its highest, and the most found along each direction of the phases' doses. */
export class PeakPool {
  readonly directions: Float64Array;
  /** The highest weighted dose found along each direction. */
  readonly bestGy: Float64Array;
  private positions = new Float64Array(3 * 1024);
  private doses: Float32Array;
  private count = 0;
  private readonly nearGy: number;

  /** @param directions to look along; those of every question where none are given. */
  constructor(
    readonly phases: number,
    directions = peakDirections(phases),
  ) {
    this.nearGy = NEAR_GY[Math.min(phases, NEAR_GY.length - 1)];
    this.directions = directions;
    this.bestGy = new Float64Array(this.directions.length / phases).fill(-Infinity);
    this.doses = new Float32Array(phases * 1024);
  }

  /**
   * Takes a point in where it is, or nearly is, the highest along some direction.
   * @param dose of each phase at point `n`, NaN where unknown: the directions of such a phase do not see the point.
   */
  offer(x: number, y: number, z: number, dose: readonly Float32Array[], n: number): void {
    const { phases, directions, bestGy, nearGy } = this;
    let isNear = false;
    for (let k = 0, at = 0; k < bestGy.length; k++, at += phases) {
      let gy = 0;
      for (let p = 0; p < phases; p++) if (directions[at + p] > 0) gy += directions[at + p] * dose[p][n];
      if (gy > bestGy[k] - nearGy) isNear = true;
      if (gy > bestGy[k]) bestGy[k] = gy;
    }
    if (!isNear) return;
    if (this.count === MOST_KEPT) this.thin();
    if (3 * this.count === this.positions.length) this.grow();
    const at = this.count++;
    this.positions[3 * at] = x;
    this.positions[3 * at + 1] = y;
    this.positions[3 * at + 2] = z;
    for (let p = 0; p < phases; p++) this.doses[phases * at + p] = dose[p][n];
  }

  /** Whether what has no more than `highestGy` of each phase may hold more, along some direction, than the highest found. */
  mayBeExceededBy(highestGy: Float64Array): boolean {
    const { phases, directions, bestGy } = this;
    for (let k = 0, at = 0; k < bestGy.length; k++, at += phases) {
      let gy = 0;
      for (let p = 0; p < phases; p++) if (directions[at + p] > 0) gy += directions[at + p] * highestGy[p];
      if (gy > bestGy[k] + TOLERANCE_GY) return true;
    }
    return false;
  }

  /** The highest points, with nothing that another of them is as high as in every phase. */
  peaks(): { count: number; positionsMm: Float32Array; doseGy: Float32Array[] } {
    this.thin();
    const count = Math.min(MOST_PEAKS, this.count);
    const doseGy = Array.from({ length: this.phases }, (_, p) =>
      Float32Array.from({ length: count }, (__, n) => this.doses[this.phases * n + p]),
    );
    return { count, positionsMm: Float32Array.from(this.positions.subarray(0, 3 * count)), doseGy };
  }

  /** The highest point along direction `k` so far; undefined where there is none. */
  highest(k: number): readonly [number, number, number] | undefined {
    let best = -1;
    let bestGy = -Infinity;
    for (let n = 0; n < this.count; n++) {
      const gy = this.along(k, n);
      if (gy > bestGy) [best, bestGy] = [n, gy];
    }
    return best < 0 ? undefined : [this.positions[3 * best], this.positions[3 * best + 1], this.positions[3 * best + 2]];
  }

  private along(k: number, n: number): number {
    const { phases, directions, doses } = this;
    let gy = 0;
    for (let p = 0; p < phases; p++) {
      const weight = directions[phases * k + p];
      if (weight > 0) gy += weight * doses[phases * n + p];
    }
    return gy;
  }

  /** Leaves the highest of each direction first, then what is near and not below another in every phase. */
  private thin(): void {
    const { phases, bestGy, count, doses, positions, nearGy } = this;
    const shortfall = new Float64Array(count).fill(Infinity);
    const isLeading = new Uint8Array(count);
    const order: number[] = [];
    for (let k = 0; k < bestGy.length; k++) {
      let best = -1;
      let most = -Infinity;
      for (let n = 0; n < count; n++) {
        const gy = this.along(k, n);
        if (bestGy[k] - gy < shortfall[n]) shortfall[n] = bestGy[k] - gy;
        if (gy > most) {
          best = n;
          most = gy;
        }
      }
      if (best < 0 || isLeading[best]) continue;
      isLeading[best] = 1;
      order.push(best);
    }
    const leading = order.length;
    const near: number[] = [];
    for (let n = 0; n < count; n++) if (shortfall[n] <= nearGy && !isLeading[n]) near.push(n);
    order.push(...near.sort((a, b) => shortfall[a] - shortfall[b]));
    const kept: number[] = [];
    for (let o = 0; o < order.length && kept.length < MOST_PEAKS; o++) {
      if (o < leading || !this.isBelowOne(order[o], kept)) kept.push(order[o]);
    }
    const keptPositions = new Float64Array(3 * kept.length);
    const keptDoses = new Float32Array(phases * kept.length);
    for (let o = 0; o < kept.length; o++) {
      for (let axis = 0; axis < 3; axis++) keptPositions[3 * o + axis] = positions[3 * kept[o] + axis];
      for (let p = 0; p < phases; p++) keptDoses[phases * o + p] = doses[phases * kept[o] + p];
    }
    positions.set(keptPositions);
    doses.set(keptDoses);
    this.count = kept.length;
  }

  /** Whether point `n` is no higher than one of some others in any phase. */
  private isBelowOne(n: number, others: readonly number[]): boolean {
    const { phases, doses } = this;
    for (let o = 0; o < others.length; o++) {
      let isBelow = true;
      for (let p = 0; p < phases && isBelow; p++) {
        const own = doses[phases * n + p];
        isBelow = own <= doses[phases * others[o] + p] + SAME_GY || Number.isNaN(own);
      }
      if (isBelow) return true;
    }
    return false;
  }

  private grow(): void {
    const positions = new Float64Array(2 * this.positions.length);
    positions.set(this.positions);
    this.positions = positions;
    const doses = new Float32Array(2 * this.doses.length);
    doses.set(this.doses);
    this.doses = doses;
  }
}
