import { decimalsIn, decimalsOf, digitsOf, digitsThat, type FigureUnit } from '../figure-digits';
import type { Verdict } from '../verdict';

export type { FigureUnit } from '../figure-digits';
export type Comparator = '<' | '<=' | '>' | '>=';

export const NOT_EVALUABLE = 'not evaluable';
const NBSP = '\u00a0';

/**
 * A figure without its unit; a number that cannot be had is said so, never shown as 0.
 * @param limits what it is held to, and so must not be shown as.
 */
export const figure = (value: number | null | undefined, unit: FigureUnit, ...limits: readonly number[]): string =>
  isNumber(value) ? digitsOf(value, unit, ...limits) : NOT_EVALUABLE;

/** A figure with its unit behind a space that does not break. */
export function withUnit(value: number | null | undefined, unit: FigureUnit, ...limits: readonly number[]): string {
  const text = figure(value, unit, ...limits);
  return text === NOT_EVALUABLE || unit === '' ? text : text + NBSP + unit;
}

/** A share (1 is all) in percent. */
export const percent = (share: number): string => withUnit(share * 100, '%');

/** A part of a whole in percent: what is not quite all is not shown as all, nor what is little as nothing. */
export const partOfAll = (share: number): string => withUnit(share * 100, '%', 0, 100);

/** A number as it was written in a goal or a setting, with its unit. */
export const asWritten = (value: number, unit: FigureUnit): string => (unit === '' ? String(value) : value + NBSP + unit);

export interface Comparison {
  readonly value: number;
  readonly limit: number;
  readonly unit: FigureUnit;
  readonly comparator: Comparator;
  readonly verdict: Verdict;
}

/**
 * A figure that stands beside its limit, with as many digits as it takes to tell the two apart and for a reader who
 * compares them to come to the verdict: 57.004 Gy against 57 Gy is never shown as 57.0.
 */
export function comparedFigure({ value, limit, unit, comparator, verdict }: Comparison): string {
  if (!isNumber(value)) return NOT_EVALUABLE;
  return digitsThat((shown) => agrees(shown, limit, comparator, verdict), value, unit, [limit]);
}

/** The distance between two figures as shown, in the digits of the finer one. */
export function shownDifference(shownValue: string, limit: number): string {
  const decimals = Math.max(decimalsIn(shownValue), decimalsIn(String(limit)));
  return Math.abs(Number(shownValue) - limit).toFixed(decimals);
}

/**
 * Cut off after so many decimals, never rounded up: what is left of a dose must not look larger than it is.
 * Works on the number's decimal digits, so that 1.13, stored a hair lower, stays 1.13.
 */
export function floored(value: number, decimals: number): string {
  if (!isNumber(value)) return NOT_EVALUABLE;
  const digits = String(value);
  if (digits.includes('e')) return value < 1 ? (0).toFixed(decimals) : digits;
  const [whole, fraction = ''] = digits.split('.');
  return decimals === 0 ? whole : `${whole}.${fraction.slice(0, decimals).padEnd(decimals, '0')}`;
}

/** A factor on the planned dose, `×1.12`, cut off. */
export const scaleFactor = (value: number): string => `×${floored(value, 2)}`;

/** The least decimal with so many digits that is not below a value. */
function ceiled(value: number, decimals: number): string {
  const steps = 10 ** decimals;
  return isNumber(value) ? (Math.ceil(Number((value * steps).toPrecision(12))) / steps).toFixed(decimals) : NOT_EVALUABLE;
}

/** The factor from which on a goal is met, never rounded below it. */
export const leastFactor = (value: number): string => `×${ceiled(value, 2)}`;

/** A dose that may still be given, cut off. */
export const allowedDose = (doseGy: number): string => `${floored(doseGy, decimalsOf(doseGy, 'Gy'))}${NBSP}Gy`;

/** A dose that must be given at the least, never rounded below it. */
export const leastDose = (doseGy: number): string => `${ceiled(doseGy, decimalsOf(doseGy, 'Gy'))}${NBSP}Gy`;

export function holds(value: number, limit: number, comparator: Comparator): boolean {
  switch (comparator) {
    case '<':
      return value < limit;
    case '<=':
      return value <= limit;
    case '>':
      return value > limit;
    case '>=':
      return value >= limit;
  }
}

function agrees(shown: number, limit: number, comparator: Comparator, verdict: Verdict): boolean {
  return verdict === 'not evaluable' || holds(shown, limit, comparator) === (verdict === 'met');
}

const isNumber = (value: number | null | undefined): value is number => typeof value === 'number' && Number.isFinite(value);
