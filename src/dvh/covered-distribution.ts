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
  readonly covered: DoseDistribution | undefined;
  private readonly doseGy: Float32Array;
  private readonly volumeCc: Float32Array;
  private readonly leastGy: Float32Array | undefined;
  private low: DoseDistribution | undefined;
  private high: DoseDistribution | undefined;

  /**
   * @param doseGy dose of each point in Gy, NaN where unknown.
   * @param leastGy what each point has received at the least (the dose of the courses that do cover it); default 0.
   */
  constructor(doseGy: Float32Array, volumeCc: Float32Array, leastGy?: () => Float32Array) {
    let total = 0;
    let unknown = 0;
    let unknownCount = 0;
    for (let n = 0; n < doseGy.length; n++) {
      total += volumeCc[n];
      if (doseGy[n] !== doseGy[n]) {
        unknown += volumeCc[n];
        unknownCount++;
      }
    }
    this.totalCc = total;
    this.unknownCc = unknown;
    this.doseGy = doseGy;
    this.volumeCc = volumeCc;
    this.leastGy = unknownCount > 0 ? leastGy?.() : undefined;
    const known = doseGy.length - unknownCount;
    if (known === 0) {
      this.covered = undefined;
    } else if (unknownCount === 0) {
      this.covered = new DoseDistribution(doseGy, volumeCc);
    } else {
      const dose = new Float32Array(known);
      const volume = new Float32Array(known);
      for (let n = 0, k = 0; n < doseGy.length; n++) {
        if (doseGy[n] !== doseGy[n]) continue;
        dose[k] = doseGy[n];
        volume[k++] = volumeCc[n];
      }
      this.covered = new DoseDistribution(dose, volume);
    }
  }

  /** Share of the volume whose dose is known, 0 to 1. */
  get coveredShare(): number {
    return this.totalCc > 0 ? 1 - this.unknownCc / this.totalCc : 0;
  }

  get isWhole(): boolean {
    return this.unknownCc === 0;
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
