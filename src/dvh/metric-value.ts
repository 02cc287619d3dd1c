import { type CoveredDistribution, orInfinite } from './covered-distribution';
import type { DoseDistribution } from './distribution';
import type { Metric } from './metric';

/** A metric of an ROI: its value over the covered part, and the interval it lies in over the whole ROI. */
export interface MetricValue {
  readonly value: number | undefined;
  readonly low: number;
  readonly high: number;
}

/** Rounding allowance for "more volume than there is". */
const VOLUME_TOLERANCE = 1e-6;

/**
 * A metric of a distribution that covers its whole volume. Undefined where the metric asks for more volume than there is.
 * @returns Gy for doses, percent or cc for volumes.
 */
export function metricOf(distribution: DoseDistribution, metric: Metric): number | undefined {
  const { totalCc } = distribution;
  const dose = (cc: number) => (cc <= totalCc * (1 + VOLUME_TOLERANCE) ? distribution.doseAtHottest(cc) : undefined);
  switch (metric.kind) {
    case 'min':
      return distribution.minGy;
    case 'max':
      return distribution.maxGy;
    case 'mean':
      return distribution.meanGy;
    case 'doseAtVolume':
      return dose(metric.volumeUnit === '%' ? (metric.volume / 100) * totalCc : metric.volume);
    case 'coldDoseAtVolume':
      return metric.volumeCc <= totalCc * (1 + VOLUME_TOLERANCE) ? dose(Math.max(0, totalCc - metric.volumeCc)) : undefined;
    case 'volumeAtDose': {
      const cc = distribution.volumeAtLeast(metric.doseGy);
      return metric.unit === 'cc' ? cc : (100 * cc) / totalCc;
    }
    case 'coldVolumeAtDose':
      return totalCc - distribution.volumeAtLeast(metric.doseGy);
  }
}

/** A metric of a distribution of which a part may be unknown; undefined where it cannot be had at all. */
export function metricInterval(distribution: CoveredDistribution, metric: Metric): MetricValue | undefined {
  const { covered } = distribution;
  const value = covered && metricOf(covered, metric);
  if (distribution.isWhole) return value === undefined ? undefined : { value, low: value, high: value };
  const ends = [metricOf(distribution.atLeast, metric), metricOf(distribution.atMost, metric)];
  if (ends[0] === undefined || ends[1] === undefined) return undefined;
  const [a, b] = [orInfinite(ends[0]), orInfinite(ends[1])];
  // What asks for more volume than is covered has an interval, but no value of the covered part.
  return { value, low: Math.min(a, b), high: Math.max(a, b) };
}
