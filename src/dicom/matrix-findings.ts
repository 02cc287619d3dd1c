import { type Finding, type FindingPlace, makeFinding } from '../findings/finding';

/** Volumes that become this many times as large, or as small, are no registration of one patient. */
const MOST_SCALING = 2;
/** From here it is said: 8 % along each axis. */
const SOME_SCALING = 1.25;

/** Of a 4 × 4 matrix, row by row, the factor on volumes; below 0 where it mirrors. */
export function volumeFactor(m: ArrayLike<number>): number {
  return m[0] * (m[5] * m[10] - m[6] * m[9]) - m[1] * (m[4] * m[10] - m[6] * m[8]) + m[2] * (m[4] * m[9] - m[5] * m[8]);
}

/** Whether a matrix makes volumes so much larger or smaller that it cannot be of one patient. */
export function scalesTooMuch(factor: number): boolean {
  return Math.abs(factor) > MOST_SCALING || Math.abs(factor) < 1 / MOST_SCALING;
}

/** What was found and what is needed, of such a matrix. */
export const sizeRefusal = (factor: number): [found: string, needed: string] => [
  `a matrix that makes volumes ${Number(Math.abs(factor).toPrecision(3))} times as large`,
  `a matrix of one patient (from half to ${MOST_SCALING} times)`,
];

/** What a registration's matrix does to the anatomy, wherever the matrix is written. */
export function matrixFindings(matrix: ArrayLike<number>, place: FindingPlace): Finding[] {
  const factor = volumeFactor(matrix);
  const size = Math.abs(factor);
  return [
    ...(factor < 0 ? [makeFinding('registration-mirrors', 'error', {}, place)] : []),
    ...(size > SOME_SCALING || size < 1 / SOME_SCALING
      ? [makeFinding('registration-scales', 'warning', { volumeFactor: size }, place)]
      : []),
  ];
}
