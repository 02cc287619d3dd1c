/** By how much a matrix makes lengths shorter and longer at the most: 1 and 1 where it only turns and moves. */
export interface LengthFactors {
  readonly least: number;
  readonly most: number;
}

/**
 * The smallest and the largest singular value of the 3 × 3 part of a 4 × 4 matrix, row by row: the square roots of the
 * eigenvalues of MᵀM, in closed form (Smith 1961, doi 10.1145/355578.366316).
 */
export function lengthFactors(m: ArrayLike<number>): LengthFactors {
  const dot = (a: number, b: number) => m[a] * m[b] + m[4 + a] * m[4 + b] + m[8 + a] * m[8 + b];
  const [xx, yy, zz, xy, xz, yz] = [dot(0, 0), dot(1, 1), dot(2, 2), dot(0, 1), dot(0, 2), dot(1, 2)];
  const mean = (xx + yy + zz) / 3;
  const spread = (xx - mean) ** 2 + (yy - mean) ** 2 + (zz - mean) ** 2 + 2 * (xy ** 2 + xz ** 2 + yz ** 2);
  const p = Math.sqrt(spread / 6);
  if (!(p > 0)) return { least: Math.sqrt(mean), most: Math.sqrt(mean) };
  const [a, b, c, d, e, f] = [xx - mean, yy - mean, zz - mean, xy, xz, yz].map((part) => part / p);
  const half = (a * (b * c - f * f) - d * (d * c - f * e) + e * (d * f - b * e)) / 2;
  const angle = Math.acos(Math.min(1, Math.max(-1, half))) / 3;
  const eigenvalue = (turn: number) => Math.max(0, mean + 2 * p * Math.cos(angle + turn));
  return { least: Math.sqrt(eigenvalue((2 * Math.PI) / 3)), most: Math.sqrt(eigenvalue(0)) };
}
