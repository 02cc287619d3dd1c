import type { MetricResult } from '../evaluation/assessment';
import { decimalsIn, decimalsOf, digitsThat, endDigits } from '../figure-digits';
import { figure } from './number-format';

/*
 * A sum that is known within bounds, beside its parts: the bound is cut off and a part is rounded, so that the sum would
 * look less than its part.
 */

type Bounded = Pick<MetricResult, 'unit' | 'priorEqd2Gy' | 'plannedEqd2Gy' | 'cumulativeEqd2Bounds'>;

/** More than one decimal more is no figure for a reader: a part is then cut off as the bound is. */
const MOST_DECIMALS = 2;
/** Single precision: a part that is the sum is no more than it. */
const ROUNDING = 1e-6;

/** Decimals of the lower bound of a metric that show it no lower than its parts or, as the parts are cut off too, two. */
export function boundDecimals({ unit, priorEqd2Gy, plannedEqd2Gy, cumulativeEqd2Bounds: bounds }: Bounded): number | undefined {
  if (!bounds) return undefined;
  const { atLeast } = bounds;
  const parts = [priorEqd2Gy, plannedEqd2Gy].filter((part) => part !== null && part <= atLeast * (1 + ROUNDING));
  const usual = decimalsOf(atLeast, unit);
  for (let decimals = usual; decimals <= MOST_DECIMALS; decimals++) {
    const low = Number(endDigits(atLeast, unit, 'low', decimals));
    if (parts.every((part) => Number(part!.toFixed(decimals)) <= low)) return decimals;
  }
  return Math.max(usual, MOST_DECIMALS);
}

/** Bounds in digits, rounded outwards; `high` undefined where there is none. */
export function boundFigures(metric: Bounded): { readonly low: string; readonly high: string | undefined } | undefined {
  const { unit, cumulativeEqd2Bounds: bounds } = metric;
  if (!bounds) return undefined;
  const { atLeast, atMost } = bounds;
  const low = endDigits(atLeast, unit, 'low', boundDecimals(metric));
  return { low, high: atMost === null ? undefined : endDigits(atMost, unit, 'high') };
}

/** A part of a sum in digits that show it no higher than the lower bound of the sum, where it is no higher. */
export function partFigure(metric: Bounded, part: number | null, limits: readonly number[]): string {
  const { unit, cumulativeEqd2Bounds: bounds } = metric;
  if (!bounds || part === null || part > bounds.atLeast * (1 + ROUNDING)) return figure(part, unit, ...limits);
  const { low } = boundFigures(metric)!;
  const decimals = decimalsIn(low);
  const isShownLower = Number(part.toFixed(decimals)) <= Number(low);
  const cut = endDigits(Math.min(part, bounds.atLeast), unit, 'low', decimals);
  const crosses = limits.some((limit) => Math.sign(Number(cut) - limit) !== Math.sign(part - limit));
  return isShownLower || crosses ? digitsThat((shown) => shown <= Number(low), part, unit, limits) : cut;
}
