import { DoseDistribution } from './distribution';

/** Stands for a dose that may be anything; no real dose reaches it. */
export const BOUNDLESS_GY = 1e9;

/** Doses at an ROI's peaks, places without volume that its maximum alone looks at: bounds as those of the points. */
export interface PeakBounds {
  readonly leastGy: Float32Array;
  readonly mostGy: Float32Array;
  /** The lowest dose of all that is known, at places without volume; looked for when a minimum is asked for. */
  readonly lowestGy?: () => number | undefined;
  /** What the dose is somewhere at the least, nobody knows where; looked for when a maximum is asked for. */
  readonly reachedGy?: (() => number | undefined) | undefined;
}

/**
 * A distribution over an ROI of which the dose is not known everywhere: each point's dose lies between two bounds, which
 * are one where it is known. `covered` is the distribution over the known part; `atLeast` and `atMost` are over the whole
 * ROI with every point at its least and at its most, so that any metric is known as an interval.
 */
export class CoveredDistribution {
  readonly totalCc: number;
  readonly unknownCc: number;
  /** Whether the dose is known everywhere. */
  readonly isWhole: boolean;
  /** Undefined where nothing is known, or there is no volume that anything could be known of. */
  readonly covered: DoseDistribution | undefined;
  private low: DoseDistribution | undefined;
  private high: DoseDistribution | undefined;

  /**
   * @param leastGy what each point has received at the least, in Gy; no NaN.
   * @param mostGy what it has received at the most, `BOUNDLESS_GY` or more where nothing is known; the same array where
   *   all is known.
   * @param peaks the same for the peaks.
   */
  constructor(
    private readonly leastGy: Float32Array,
    private readonly volumeCc: Float32Array,
    private readonly mostGy: Float32Array = leastGy,
    private readonly peaks?: PeakBounds,
  ) {
    const known = mostGy === leastGy ? undefined : knownOf(leastGy, mostGy);
    this.isWhole = known === undefined || known.length === leastGy.length;
    this.low = this.isWhole ? new DoseDistribution(leastGy, volumeCc, peaks?.leastGy, peaks?.lowestGy) : undefined;
    const covered = this.low ?? (known && known.length > 0 ? only(known, leastGy, volumeCc, peaks) : undefined);
    this.covered = covered && covered.totalCc > 0 ? covered : undefined;
    this.totalCc = this.low ? this.low.totalCc : sum(volumeCc);
    this.unknownCc = this.isWhole ? 0 : this.totalCc - (this.covered?.totalCc ?? 0);
  }

  /** The distribution of doses of which those that are NaN are unknown, with no bound. */
  static of(
    doseGy: Float32Array,
    volumeCc: Float32Array,
    peakGy = new Float32Array(0),
    lowestGy?: () => number | undefined,
  ): CoveredDistribution {
    const filled = (of: Float32Array, unknownGy: number) => of.map((gy) => (Number.isNaN(gy) ? unknownGy : gy));
    const peaks = { leastGy: filled(peakGy, 0), mostGy: filled(peakGy, BOUNDLESS_GY), ...(lowestGy && { lowestGy }) };
    if (!doseGy.some(Number.isNaN)) return new CoveredDistribution(doseGy, volumeCc, doseGy, peaks);
    return new CoveredDistribution(filled(doseGy, 0), volumeCc, filled(doseGy, BOUNDLESS_GY), peaks);
  }

  /** Share of the volume whose dose is known, 0 to 1. */
  get coveredShare(): number {
    return this.totalCc > 0 ? 1 - this.unknownCc / this.totalCc : 0;
  }

  /** Whether no point's dose has any bound from above: nothing at all is known of the ROI. */
  get isBoundless(): boolean {
    return this.covered === undefined && this.mostGy.every((gy) => gy >= BOUNDLESS_GY);
  }

  /** What the highest dose is at the least where more is known of it than of any point; undefined where not. */
  get reachedGy(): number | undefined {
    return this.peaks?.reachedGy?.();
  }

  get atLeast(): DoseDistribution {
    this.low ??= new DoseDistribution(this.leastGy, this.volumeCc, this.peaks?.leastGy, this.peaks?.lowestGy);
    return this.low;
  }

  get atMost(): DoseDistribution {
    if (this.isWhole) return this.atLeast;
    // Points without a bound stand at one dose, far above all others.
    this.high ??= new DoseDistribution(
      this.mostGy.map((gy) => Math.min(gy, BOUNDLESS_GY)),
      this.volumeCc,
      this.peaks?.mostGy.map((gy) => Math.min(gy, BOUNDLESS_GY)),
      this.peaks?.lowestGy,
    );
    return this.high;
  }
}

/** The places of the points whose bounds are one. */
function knownOf(leastGy: Float32Array, mostGy: Float32Array): Uint32Array {
  let count = 0;
  for (let n = 0; n < leastGy.length; n++) if (leastGy[n] === mostGy[n]) count++;
  const known = new Uint32Array(count);
  for (let n = 0, at = 0; n < leastGy.length; n++) if (leastGy[n] === mostGy[n]) known[at++] = n;
  return known;
}

const only = (places: Uint32Array, doseGy: Float32Array, volumeCc: Float32Array, peaks?: PeakBounds): DoseDistribution =>
  new DoseDistribution(
    Float32Array.from(places, (n) => doseGy[n]),
    Float32Array.from(places, (n) => volumeCc[n]),
    peaks?.leastGy.filter((gy, n) => gy === peaks.mostGy[n]),
    peaks?.lowestGy,
  );

function sum(values: Float32Array): number {
  let total = 0;
  for (let n = 0; n < values.length; n++) total += values[n];
  return total;
}

/** Makes a dose that rests on `BOUNDLESS_GY` infinite. */
export const orInfinite = (doseGy: number): number => (doseGy > BOUNDLESS_GY / 1e4 ? Infinity : doseGy);
