/** Rounding allowance for "at or above" a dose: doses are stored in single precision. */
const DOSE_TOLERANCE = 1e-6;
const BUCKETS = 1024;
/** Points of a run; even, since points are taken in pairs. */
const RUN = 256;

/**
 * The dose-volume distribution of weighted points. The cumulative curve runs linearly through the points
 * (C_i - w_i / 2, D_i), where D_i are the doses in descending order, w_i their volumes and C_i the volume at or above;
 * it is exact on the points and has no dose bins and no ceiling. Dose at a volume and volume at a dose are inverses.
 * Volumes are summed by buckets once; only the buckets that a question falls into are gathered and sorted.
 */
export class DoseDistribution {
  readonly totalCc: number;
  /** The lowest dose of a point that has a volume. */
  private readonly coldestGy: number;
  /** The highest dose of any point or peak. */
  readonly maxGy: number;
  /** NaN where the dose of any point is. */
  readonly meanGy: number;
  /** The lowest and the highest dose of each run of points: neighbours are alike, so most runs have none of a bucket. */
  private readonly runs: Float32Array;
  /** The volume before each bucket, the hottest being 0. */
  private readonly ccBefore: Float64Array;
  private readonly gathered = new Map<number, Uint32Array>();
  private readonly bucketsPerGy: number;
  /** The highest dose of a point that has a volume. */
  private readonly hottestGy: number;
  private foundMinGy: number | undefined;

  /**
   * @param doseGy dose of each point in Gy (physical, EQD2 or BED); no NaN but for a look at `meanGy`.
   * @param volumeCc volume of each point.
   * @param peakGy dose at places without volume, which only the maximum looks at; NaN where unknown.
   * @param lowestGy finds the lowest dose of such places, once a minimum is asked for; undefined where there is none.
   */
  constructor(
    private readonly doseGy: Float32Array,
    private readonly volumeCc: Float32Array,
    peakGy?: Float32Array,
    private readonly lowestGy: () => number | undefined = () => undefined,
  ) {
    this.runs = new Float32Array(2 * Math.ceil(doseGy.length / RUN));
    const { minGy, maxGy, totalCc, gyCc } = sumsOf(doseGy, volumeCc, this.runs);
    this.totalCc = totalCc;
    this.coldestGy = minGy;
    this.hottestGy = maxGy;
    this.maxGy = peakGy ? highestOf(peakGy, maxGy) : maxGy;
    this.meanGy = gyCc / totalCc;
    this.bucketsPerGy = maxGy > minGy ? (BUCKETS - 1) / (maxGy - minGy) : 0;
    const evenCc = new Float64Array(BUCKETS);
    const oddCc = new Float64Array(BUCKETS);
    fillBuckets(doseGy, volumeCc, maxGy, this.bucketsPerGy, evenCc, oddCc);
    const ccBefore = new Float64Array(BUCKETS + 1);
    for (let b = 0; b < BUCKETS; b++) ccBefore[b + 1] = ccBefore[b] + evenCc[b] + oddCc[b];
    this.ccBefore = ccBefore;
  }

  /** The lowest dose of any point or place without volume. */
  get minGy(): number {
    this.foundMinGy ??= Math.min(this.coldestGy, this.lowestGy() ?? Infinity);
    return this.foundMinGy;
  }

  /**
   * The least dose in Gy of the hottest `cc`, which is cut to the volume there is: of no volume the maximum, of all of it
   * the minimum.
   */
  doseAtHottest(cc: number): number {
    if (cc <= 0) return this.maxGy;
    if (cc >= this.totalCc) return this.minGy;
    const last = this.filledFrom(BUCKETS - 1, -1);
    let b = this.filledFrom(0, 1);
    while (b < last && this.ccBefore[b + 1] < cc) b = this.filledFrom(b + 1, 1);
    const points = this.sorted(b);
    let at = 0;
    let before = this.ccBefore[b];
    while (at < points.length - 1 && before + this.volumeCc[points[at]] < cc) before += this.volumeCc[points[at++]];
    const dose = this.doseGy[points[at]];
    const half = this.volumeCc[points[at]] / 2;
    const middle = before + half;
    const isBefore = cc < middle;
    const neighbour = isBefore ? (points[at - 1] ?? this.lastOf(b, -1)) : (points[at + 1] ?? this.lastOf(b, 1));
    if (neighbour === undefined) return dose;
    const distance = half + this.volumeCc[neighbour] / 2;
    return dose + ((this.doseGy[neighbour] - dose) * Math.abs(cc - middle)) / distance;
  }

  /** The volume in cc at or above `doseGy` (within one part in a million, the rounding of stored doses). */
  volumeAtLeast(doseGy: number): number {
    const d = doseGy * (1 - DOSE_TOLERANCE);
    if (!(d <= this.hottestGy)) return 0;
    if (d <= this.coldestGy) return this.totalCc;
    const b = ((this.hottestGy - d) * this.bucketsPerGy) | 0;
    const points = this.sorted(b);
    let at = 0;
    let before = this.ccBefore[b];
    while (at < points.length && this.doseGy[points[at]] >= d) before += this.volumeCc[points[at++]];
    // `above` is the last point at or above d and `below` the first under it, in this bucket or the next filled one.
    const above = points[at - 1] ?? this.lastOf(b, -1)!;
    const below = points[at] ?? this.lastOf(b, 1)!;
    const fraction = (this.doseGy[above] - d) / (this.doseGy[above] - this.doseGy[below]);
    return before + ((fraction - 1) * this.volumeCc[above] + fraction * this.volumeCc[below]) / 2;
  }

  /**
   * Volume in cc at or above each of `doses`, for a picture: read off the buckets (a thousandth of the dose range wide)
   * with no sorting.
   */
  curveCc(doses: Float64Array): Float64Array {
    return doses.map((d) => {
      if (d <= this.coldestGy) return this.totalCc;
      if (d > this.hottestGy) return 0;
      const place = (this.hottestGy - d) * this.bucketsPerGy;
      const b = Math.min(BUCKETS - 1, Math.floor(place));
      return this.ccBefore[b] + (place - b) * (this.ccBefore[b + 1] - this.ccBefore[b]);
    });
  }

  /** The first bucket at or after `b`, going up or down, that holds points; outside the range where none does. */
  private filledFrom(b: number, step: 1 | -1): number {
    while (b >= 0 && b < BUCKETS && !(this.ccBefore[b + 1] > this.ccBefore[b])) b += step;
    return b;
  }

  /** The coldest point of the nearest filled bucket before `b`, or the hottest of the nearest after it. */
  private lastOf(b: number, step: 1 | -1): number | undefined {
    const neighbour = this.filledFrom(b + step, step);
    if (neighbour < 0 || neighbour >= BUCKETS) return undefined;
    return this.sorted(neighbour).at(step < 0 ? -1 : 0);
  }

  /** The points of a bucket in descending order of dose. */
  private sorted(b: number): Uint32Array {
    const known = this.gathered.get(b);
    if (known) return known;
    const { doseGy, runs, hottestGy, bucketsPerGy } = this;
    const found: number[] = [];
    for (let from = 0, r = 0; from < doseGy.length; from += RUN, r += 2) {
      if (b > (((hottestGy - runs[r]) * bucketsPerGy) | 0) || b < (((hottestGy - runs[r + 1]) * bucketsPerGy) | 0)) continue;
      const end = Math.min(doseGy.length, from + RUN);
      for (let n = from; n < end; n++) if ((((hottestGy - doseGy[n]) * bucketsPerGy) | 0) === b) found.push(n);
    }
    const points = Uint32Array.from(found).sort((p, q) => doseGy[q] - doseGy[p]);
    this.gathered.set(b, points);
    return points;
  }
}

function highestOf(doseGy: Float32Array, least: number): number {
  let most = least;
  for (let n = 0; n < doseGy.length; n++) if (doseGy[n] > most) most = doseGy[n];
  return most;
}

/**
 * Least and highest dose, volume, and volume times dose. In pairs, since one running sum would wait for itself.
 * @param runs gets the least and the highest dose of each run of points.
 */
function sumsOf(doseGy: Float32Array, volumeCc: Float32Array, runs: Float32Array) {
  const count = doseGy.length;
  const pairs = count & ~1;
  const lastGy = count > 0 ? doseGy[count - 1] : 0;
  let minGy = count > 0 ? lastGy : Infinity;
  let maxGy = count > 0 ? lastGy : -Infinity;
  let evenCc = pairs < count ? volumeCc[pairs] : 0;
  let oddCc = 0;
  let evenGyCc = evenCc * lastGy;
  let oddGyCc = 0;
  for (let from = 0, r = 0; from < count; from += RUN, r += 2) {
    const end = Math.min(pairs, from + RUN);
    // The point without a partner is one of the last run.
    let low = end < from + RUN ? minGy : Infinity;
    let high = end < from + RUN ? maxGy : -Infinity;
    for (let n = from; n < end; n += 2) {
      const a = doseGy[n];
      const b = doseGy[n + 1];
      const v = volumeCc[n];
      const w = volumeCc[n + 1];
      if (a < low) low = a;
      if (a > high) high = a;
      if (b < low) low = b;
      if (b > high) high = b;
      evenCc += v;
      oddCc += w;
      evenGyCc += v * a;
      oddGyCc += w * b;
    }
    runs[r] = low;
    runs[r + 1] = high;
    if (low < minGy) minGy = low;
    if (high > maxGy) maxGy = high;
  }
  return { minGy, maxGy, totalCc: evenCc + oddCc, gyCc: evenGyCc + oddGyCc };
}

/** Adds up the volumes of each bucket. Two sets of sums in turn: neighbours fall into the same bucket and one would wait. */
function fillBuckets(
  doseGy: Float32Array,
  volumeCc: Float32Array,
  maxGy: number,
  perGy: number,
  evenCc: Float64Array,
  oddCc: Float64Array,
): void {
  const pairs = doseGy.length & ~1;
  for (let n = 0; n < pairs; n += 2) {
    const b = ((maxGy - doseGy[n]) * perGy) | 0;
    const c = ((maxGy - doseGy[n + 1]) * perGy) | 0;
    evenCc[b] += volumeCc[n];
    oddCc[c] += volumeCc[n + 1];
  }
  if (pairs < doseGy.length) {
    const b = ((maxGy - doseGy[pairs]) * perGy) | 0;
    evenCc[b] += volumeCc[pairs];
  }
}
