/**
 * Branded units. Physical dose, BED and EQD2 are all written in gray and must never be mixed:
 * each has its own type and one checked constructor.
 */
declare const unit: unique symbol;
type Branded<Name extends string> = number & { readonly [unit]: Name };

/** Physical absorbed dose in Gy. */
export type Gy = Branded<'physical Gy'>;
/** Biologically effective dose in Gy, for one stated alpha/beta. */
export type BedGy = Branded<'BED Gy'>;
/** Equieffective dose in 2 Gy fractions in Gy, for one stated alpha/beta. */
export type Eqd2Gy = Branded<'EQD2 Gy'>;
/** The alpha/beta ratio of the linear-quadratic model in Gy. */
export type AlphaBetaGy = Branded<'alpha/beta Gy'>;

function nonNegative(value: number, what: string): number {
  if (!Number.isFinite(value) || value < 0) throw new RangeError(`${what} must be a finite number at or above 0, found ${value}`);
  return value;
}

/** @throws RangeError unless `value` is finite and at or above 0. */
export const gy = (value: number): Gy => nonNegative(value, 'A dose in Gy') as Gy;
/** @throws RangeError unless `value` is finite and at or above 0. */
export const bedGy = (value: number): BedGy => nonNegative(value, 'A BED in Gy') as BedGy;
/** @throws RangeError unless `value` is finite and at or above 0. */
export const eqd2Gy = (value: number): Eqd2Gy => nonNegative(value, 'An EQD2 in Gy') as Eqd2Gy;
/** @throws RangeError unless `value` is finite and above 0. */
export function alphaBetaGy(value: number): AlphaBetaGy {
  if (!Number.isFinite(value) || value <= 0)
    throw new RangeError(`An alpha/beta must be a finite number above 0 Gy, found ${value}`);
  return value as AlphaBetaGy;
}
