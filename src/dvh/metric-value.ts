import { type CoveredDistribution, orInfinite } from './covered-distribution';
import type { DoseDistribution } from './distribution';
import { extremeOf, type Metric } from './metric';
import { WorstCaseSum } from './worst-case-sum';

/** A metric of an ROI: its value over the covered part, and the interval it lies in over the whole ROI. */
export interface MetricValue {
  readonly value: number | undefined;
  readonly low: number;
  readonly high: number;
  /** Nothing at all is known of some dose that it is of: whatever its bounds allow, nothing is met. */
  readonly isUnknown?: true;
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

const isNearMaximum = (metric: Metric): boolean =>
  metric.kind === 'max' || (metric.kind === 'doseAtVolume' && metric.volumeUnit === 'cc');

/**
 * A metric of a distribution of which a part may be unknown; undefined where it cannot be had at all, as of an ROI without
 * any volume. Where nothing at all is known that is said beside the bounds: that a volume is no larger than the ROI, or
 * a dose no lower than 0, shows nothing of what was given.
 */
export function metricInterval(distribution: CoveredDistribution | WorstCaseSum, asked: Metric): MetricValue | undefined {
  if (!(distribution.totalCc > 0)) return undefined;
  const metric = extremeOf(asked);
  const found = distribution instanceof WorstCaseSum ? worstCase(distribution, metric) : ofCovered(distribution, metric);
  return found && distribution.isBoundless ? { ...found, isUnknown: true } : found;
}

function ofCovered(distribution: CoveredDistribution, metric: Metric): MetricValue | undefined {
  const { covered } = distribution;
  const value = covered && metricOf(covered, metric);
  if (distribution.isWhole) return value === undefined ? undefined : { value, low: value, high: value };
  const ends = [metricOf(distribution.atLeast, metric), metricOf(distribution.atMost, metric)];
  if (ends[0] === undefined || ends[1] === undefined) return undefined;
  const [a, b] = [orInfinite(ends[0]), orInfinite(ends[1])];
  const high = Math.max(a, b);
  // What asks for more volume than is covered has an interval, but no value of the covered part. Where nothing is known
  // but the most that a maximum can be (a paper record), that is what is shown.
  const atMost = covered === undefined && isNearMaximum(metric) && Number.isFinite(high) ? high : undefined;
  return { value: value ?? atMost, low: lowOf(distribution, metric, Math.min(a, b), high), high };
}

/** Doses that differ by less are one: they are kept in single precision. */
const SINGLE_PRECISION = 1e-6;

/** A maximum is no lower than a dose that is reached somewhere. */
function lowOf(distribution: CoveredDistribution, { kind }: Metric, low: number, high: number): number {
  const reached = kind === 'max' ? distribution.reachedGy : undefined;
  if (reached === undefined || reached <= low) return low;
  return reached < high * (1 - SINGLE_PRECISION) ? reached : high;
}

/**
 * A metric of a sum of doses whose places in one another are unknown. The value is the sum of the parts' metrics, where
 * that has a meaning; the interval holds however they lie, provided that the parts are the same organ:
 * - the sum is nowhere below any part, so that no metric of the hot part is below that of a part;
 * - the hottest v cc of a sum of n doses get no more than the sum of what the hottest v / n cc of each get: beyond those,
 *   at most v in all, every dose is below its part's;
 * - the volume above a dose, the coldest dose and the mean have no bound from above but the trivial one.
 */
function worstCase({ parts, totalCc }: WorstCaseSum, metric: Metric): MetricValue | undefined {
  const each = parts.map((part) => metricInterval(part, metric));
  const known = each.filter((part) => part !== undefined);
  const sumOf = (of: (part: MetricValue) => number | undefined) =>
    known.length < parts.length ? Number.NaN : known.reduce((sum, part) => sum + (of(part) ?? Number.NaN), 0);
  const sum = sumOf(({ value }) => value);
  const value = Number.isNaN(sum) ? undefined : sum;
  const low = Math.max(0, ...known.map((part) => part.low));
  switch (metric.kind) {
    case 'max':
      return { value, low, high: orBoundless(sumOf(({ high }) => high)) };
    case 'doseAtVolume': {
      const cc = metric.volumeUnit === '%' ? (metric.volume / 100) * totalCc : metric.volume;
      const share: Metric = { kind: 'doseAtVolume', volume: cc / parts.length, volumeUnit: 'cc', unit: 'Gy' };
      const high = parts.reduce((total, part) => total + (metricInterval(part, share)?.high ?? Infinity), 0);
      return { value, low, high };
    }
    case 'min':
      return { value, low: orZero(sumOf((part) => part.low)), high: Infinity };
    case 'mean':
      return { value, low, high: Infinity };
    case 'coldDoseAtVolume':
      return { value: undefined, low, high: Infinity };
    case 'volumeAtDose':
      return { value: undefined, low, high: metric.unit === '%' ? 100 : totalCc };
    case 'coldVolumeAtDose':
      return { value: undefined, low: 0, high: Math.min(totalCc, ...known.map((part) => part.high)) };
  }
}

const orBoundless = (gy: number): number => (Number.isNaN(gy) ? Infinity : gy);
const orZero = (gy: number): number => (Number.isNaN(gy) ? 0 : gy);
