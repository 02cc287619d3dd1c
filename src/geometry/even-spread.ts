/** Irrational to one another: multiples of them fill a line, a square and a cube evenly, in step with no lattice. */
const EVEN_1 = 0.7548776662466927;
const EVEN_2 = 0.5698402909980532;
const EVEN_3 = Math.SQRT2 - 1;

/** A number from -0.5 to 0.5 that depends evenly on three whole numbers. */
export const evenSpread = (p: number, q: number, r: number): number => {
  const value = p * EVEN_1 + q * EVEN_2 + r * EVEN_3;
  return value - Math.floor(value) - 0.5;
};

/**
 * A whole number of 32 bits from another, without any order that shows: the same one every time. Multipliers and shifts
 * of the finaliser of MurmurHash3 (A. Appleby, public domain).
 */
export const scatter = (seed: number): number => {
  let h = seed | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
};

/** A whole number of 32 bits as a number from 0 to less than 1. */
export const portion = (bits: number): number => (bits >>> 0) / 2 ** 32;
