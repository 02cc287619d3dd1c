import { DoseDistribution } from './distribution';

/** Stands for a dose that may be anything; no real dose reaches it. */
export const BOUNDLESS_GY = 1e9;

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
  readonly covered: DoseDistribution | undefined;
  private low: DoseDistribution | undefined;
  private high: DoseDistribution | undefined;

  /**
   * @param leastGy what each point has received at the least, in Gy; no NaN.
   * @param mostGy what it has received at the most, `BOUNDLESS_GY` or more where nothing is known; the same array where
   *   all is known.
   */
  constructor(
    private readonly leastGy: Float32Array,
    private readonly volumeCc: Float32Array,
    private readonly mostGy: Float32Array = leastGy,
  ) {
    const known = mostGy === leastGy ? undefined : knownOf(leastGy, mostGy);
    this.isWhole = known === undefined || known.length === leastGy.length;
    this.low = this.isWhole ? new DoseDistribution(leastGy, volumeCc) : undefined;
    this.covered = this.low ?? (known && known.length > 0 ? only(known, leastGy, volumeCc) : undefined);
    this.totalCc = this.low ? this.low.totalCc : sum(volumeCc);
    this.unknownCc = this.isWhole ? 0 : this.totalCc - (this.covered?.totalCc ?? 0);
  }

  /** The distribution of doses of which those that are NaN are unknown, with no bound. */
  static of(doseGy: Float32Array, volumeCc: Float32Array): CoveredDistribution {
    if (!doseGy.some(Number.isNaN)) return new CoveredDistribution(doseGy, volumeCc);
    const filled = (unknownGy: number) => doseGy.map((gy) => (Number.isNaN(gy) ? unknownGy : gy));
    return new CoveredDistribution(filled(0), volumeCc, filled(BOUNDLESS_GY));
  }

  /** Share of the volume whose dose is known, 0 to 1. */
  get coveredShare(): number {
    return this.totalCc > 0 ? 1 - this.unknownCc / this.totalCc : 0;
  }

  get atLeast(): DoseDistribution {
    this.low ??= new DoseDistribution(this.leastGy, this.volumeCc);
    return this.low;
  }

  get atMost(): DoseDistribution {
    if (this.isWhole) return this.atLeast;
    // Points without a bound stand at one dose, far above all others.
    this.high ??= new DoseDistribution(
      this.mostGy.map((gy) => Math.min(gy, BOUNDLESS_GY)),
      this.volumeCc,
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

const only = (places: Uint32Array, doseGy: Float32Array, volumeCc: Float32Array): DoseDistribution =>
  new DoseDistribution(
    Float32Array.from(places, (n) => doseGy[n]),
    Float32Array.from(places, (n) => volumeCc[n]),
  );

function sum(values: Float32Array): number {
  let total = 0;
  for (let n = 0; n < values.length; n++) total += values[n];
  return total;
}

/** Makes a dose that rests on `BOUNDLESS_GY` infinite. */
export const orInfinite = (doseGy: number): number => (doseGy > BOUNDLESS_GY / 1e4 ? Infinity : doseGy);
