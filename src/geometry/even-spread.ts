/** Irrational to one another: multiples of them fill a line, a square and a cube evenly, in step with no lattice. */
const EVEN_1 = 0.7548776662466927;
const EVEN_2 = 0.5698402909980532;
const EVEN_3 = Math.SQRT2 - 1;

/** A number from -0.5 to 0.5 that depends evenly on three whole numbers. */
export const evenSpread = (p: number, q: number, r: number): number => {
  const value = p * EVEN_1 + q * EVEN_2 + r * EVEN_3;
  return value - Math.floor(value) - 0.5;
};
