import { DoseDistribution } from './distribution';

/** Stands for a dose that may be anything; no real dose reaches it. */
const BOUNDLESS_GY = 1e9;

/**
 * A distribution over an ROI of which a part may lie outside a dose grid, where the dose is unknown. `covered` is the
 * distribution over the known part; `atLeast` and `atMost` are over the whole ROI with the unknown part at the least
 * and at the most it can be, so that any metric is known as an interval.
 */
export class CoveredDistribution {
  readonly totalCc: number;
  readonly unknownCc: number;
  /** Whether the dose is known everywhere. */
  readonly isWhole: boolean;
  readonly covered: DoseDistribution | undefined;
  private readonly doseGy: Float32Array;
  private readonly volumeCc: Float32Array;
  private readonly leastGy: Float32Array | undefined = undefined;
  private low: DoseDistribution | undefined;
  private high: DoseDistribution | undefined;

  /**
   * @param doseGy dose of each point in Gy, NaN where unknown.
   * @param leastGy what each point has received at the least (the dose of the courses that do cover it); default 0.
   */
  constructor(doseGy: Float32Array, volumeCc: Float32Array, leastGy?: () => Float32Array) {
    this.doseGy = doseGy;
    this.volumeCc = volumeCc;
    const whole = new DoseDistribution(doseGy, volumeCc);
    this.totalCc = whole.totalCc;
    this.isWhole = !Number.isNaN(whole.meanGy);
    if (this.isWhole) {
      this.unknownCc = 0;
      this.covered = whole;
      return;
    }
    this.leastGy = leastGy?.();
    const known = doseGy.filter((d) => !Number.isNaN(d));
    const knownCc = volumeCc.filter((_, n) => !Number.isNaN(doseGy[n]));
    this.covered = known.length > 0 ? new DoseDistribution(known, knownCc) : undefined;
    this.unknownCc = this.totalCc - (this.covered?.totalCc ?? 0);
  }

  /** Share of the volume whose dose is known, 0 to 1. */
  get coveredShare(): number {
    return this.totalCc > 0 ? 1 - this.unknownCc / this.totalCc : 0;
  }

  get atLeast(): DoseDistribution {
    this.low ??= this.filled((n) => this.leastGy?.[n] ?? 0);
    return this.low;
  }

  get atMost(): DoseDistribution {
    this.high ??= this.filled(() => BOUNDLESS_GY);
    return this.high;
  }

  private filled(unknown: (n: number) => number): DoseDistribution {
    if (this.covered && this.isWhole) return this.covered;
    return new DoseDistribution(
      this.doseGy.map((d, n) => (Number.isNaN(d) ? unknown(n) : d)),
      this.volumeCc,
    );
  }
}

/** Makes a dose that rests on `BOUNDLESS_GY` infinite. */
export const orInfinite = (doseGy: number): number => (doseGy > BOUNDLESS_GY / 1e4 ? Infinity : doseGy);
