/** Rounding allowance for "at or above" a dose: doses are stored in single precision. */
const DOSE_TOLERANCE = 1e-6;
const BUCKETS = 1024;

/**
 * The dose-volume distribution of weighted points. The cumulative curve runs linearly through the points
 * (C_i - w_i / 2, D_i), where D_i are the doses in descending order, w_i their volumes and C_i the volume at or above;
 * it is exact on the points and has no dose bins and no ceiling. Dose at a volume and volume at a dose are inverses.
 * The points are put into buckets once; only the buckets that a question falls into are sorted.
 */
export class DoseDistribution {
  readonly totalCc: number;
  readonly minGy: number;
  readonly maxGy: number;
  readonly meanGy: number;
  /** Points in descending order of bucket, and of dose within sorted buckets. */
  private readonly order: Uint32Array;
  private readonly firstOf: Uint32Array;
  private readonly ccBefore: Float64Array;
  private readonly sorted: Uint8Array;
  private readonly bucketsPerGy: number;

  /**
   * @param doseGy dose of each point in Gy (physical, EQD2 or BED); no NaN.
   * @param volumeCc volume of each point.
   */
  constructor(
    private readonly doseGy: Float32Array,
    private readonly volumeCc: Float32Array,
  ) {
    const count = doseGy.length;
    let min = Infinity;
    let max = -Infinity;
    let total = 0;
    let weighted = 0;
    for (let n = 0; n < count; n++) {
      const d = doseGy[n];
      const w = volumeCc[n];
      if (d < min) min = d;
      if (d > max) max = d;
      total += w;
      weighted += w * d;
    }
    this.totalCc = total;
    this.minGy = min;
    this.maxGy = max;
    this.meanGy = weighted / total;
    this.bucketsPerGy = max > min ? (BUCKETS - 1) / (max - min) : 0;

    const bucket = new Uint16Array(count);
    const firstOf = new Uint32Array(BUCKETS + 1);
    const cc = new Float64Array(BUCKETS);
    for (let n = 0; n < count; n++) {
      const b = ((max - doseGy[n]) * this.bucketsPerGy) | 0;
      bucket[n] = b;
      firstOf[b + 1]++;
      cc[b] += volumeCc[n];
    }
    const ccBefore = new Float64Array(BUCKETS + 1);
    for (let b = 0; b < BUCKETS; b++) {
      firstOf[b + 1] += firstOf[b];
      ccBefore[b + 1] = ccBefore[b] + cc[b];
    }
    const order = new Uint32Array(count);
    const fill = firstOf.slice();
    for (let n = 0; n < count; n++) order[fill[bucket[n]]++] = n;
    this.order = order;
    this.firstOf = firstOf;
    this.ccBefore = ccBefore;
    this.sorted = new Uint8Array(BUCKETS);
  }

  get count(): number {
    return this.doseGy.length;
  }

  /** The least dose in Gy of the hottest `cc`; `cc` is cut to the volume there is. */
  doseAtHottest(cc: number): number {
    let b = 0;
    while (this.firstOf[b + 1] < this.count && (this.ccBefore[b + 1] < cc || this.firstOf[b + 1] === this.firstOf[b])) b++;
    this.sortBucket(b);
    let at = this.firstOf[b];
    let before = this.ccBefore[b];
    const last = this.firstOf[b + 1] - 1;
    while (at < last && before + this.volumeCc[this.order[at]] < cc) before += this.volumeCc[this.order[at++]];
    const dose = this.dose(at);
    const half = this.volumeCc[this.order[at]] / 2;
    const middle = before + half;
    if (cc < middle) {
      if (at === 0) return dose;
      const previous = middle - half - this.volumeCc[this.point(at - 1)] / 2;
      return dose + ((this.dose(at - 1) - dose) * (middle - cc)) / (middle - previous);
    }
    if (at === this.count - 1) return dose;
    const next = middle + half + this.volumeCc[this.point(at + 1)] / 2;
    return dose + ((this.dose(at + 1) - dose) * (cc - middle)) / (next - middle);
  }

  /** The volume in cc at or above `doseGy` (within one part in a million, the rounding of stored doses). */
  volumeAtLeast(doseGy: number): number {
    const d = doseGy * (1 - DOSE_TOLERANCE);
    if (!(d <= this.maxGy)) return 0;
    if (d <= this.minGy) return this.totalCc;
    const b = ((this.maxGy - d) * this.bucketsPerGy) | 0;
    this.sortBucket(b);
    let at = this.firstOf[b];
    let before = this.ccBefore[b];
    const end = this.firstOf[b + 1];
    while (at < end && this.dose(at) >= d) before += this.volumeCc[this.order[at++]];
    // `at` is the first point below d (in this bucket or a later one); `at - 1` is at or above it.
    const above = at - 1;
    const aboveMiddle = before - this.volumeCc[this.point(above)] / 2;
    const belowMiddle = before + this.volumeCc[this.point(at)] / 2;
    const fraction = (this.dose(above) - d) / (this.dose(above) - this.dose(at));
    return aboveMiddle + fraction * (belowMiddle - aboveMiddle);
  }

  /**
   * Volume in cc at or above each of `doses`, for a picture: read off the buckets (a thousandth of the dose range wide)
   * with no sorting.
   */
  curveCc(doses: Float64Array): Float64Array {
    return doses.map((d) => {
      if (d <= this.minGy) return this.totalCc;
      if (d > this.maxGy) return 0;
      const place = (this.maxGy - d) * this.bucketsPerGy;
      const b = Math.min(BUCKETS - 1, Math.floor(place));
      return this.ccBefore[b] + (place - b) * (this.ccBefore[b + 1] - this.ccBefore[b]);
    });
  }

  /** Dose of the point at a place in descending order. */
  private dose(at: number): number {
    return this.doseGy[this.point(at)];
  }

  private point(at: number): number {
    const b = ((this.maxGy - this.doseGy[this.order[at]]) * this.bucketsPerGy) | 0;
    this.sortBucket(b);
    return this.order[at];
  }

  private sortBucket(b: number): void {
    if (this.sorted[b]) return;
    this.sorted[b] = 1;
    const { doseGy } = this;
    this.order.subarray(this.firstOf[b], this.firstOf[b + 1]).sort((p, q) => doseGy[q] - doseGy[p]);
  }
}
