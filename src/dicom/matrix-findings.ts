import { type Finding, type FindingPlace, makeFinding } from '../findings/finding';
import { type LengthFactors, lengthFactors } from './length-factors';

/** Volumes that become this many times as large, or as small, are no registration of one patient. */
const MOST_SCALING = 2;
/** From here it is said: 8 % along each axis. */
const SOME_SCALING = 1.25;
/** Lengths that become this many times as long, or as short, are no registration of one patient either. */
const MOST_STRETCHING = 2;
/** From here it is said that lengths of one direction grow against those of another: 8 %, as of volumes. */
const SOME_STRETCHING = 1.08;

/** Of a 4 × 4 matrix, row by row, the factor on volumes; below 0 where it mirrors. */
export function volumeFactor(m: ArrayLike<number>): number {
  return m[0] * (m[5] * m[10] - m[6] * m[9]) - m[1] * (m[4] * m[10] - m[6] * m[8]) + m[2] * (m[4] * m[9] - m[5] * m[8]);
}

const short = (factor: number): number => Number(Math.abs(factor).toPrecision(3));
const isBeyond = (factor: number, most: number): boolean => Math.abs(factor) > most || Math.abs(factor) < 1 / most;

/** From a place within 10 m of one frame's origin to one within 10 m of another's: none of a patient lies beyond. */
const FARTHEST_MOVE_MM = 20_000;

/**
 * What was found and what is needed, of a matrix that makes volumes or lengths so much larger or smaller, or moves points
 * so far, that it cannot be of one patient; undefined of any other.
 */
export function sizeRefusal(matrix: ArrayLike<number>): [found: string, needed: string] | undefined {
  if ([3, 7, 11].some((n) => !(Math.abs(matrix[n]) <= FARTHEST_MOVE_MM))) {
    return ['a matrix that moves points by more than 20 m', 'a matrix of one patient, in mm'];
  }
  const needed = `a matrix of one patient (from half to ${MOST_SCALING} times)`;
  const factor = volumeFactor(matrix);
  if (isBeyond(factor, MOST_SCALING)) return [`a matrix that makes volumes ${short(factor)} times as large`, needed];
  const { least, most } = lengthFactors(matrix);
  if (!isBeyond(least, MOST_STRETCHING) && !isBeyond(most, MOST_STRETCHING)) return undefined;
  return [`a matrix that makes lengths ${short(least)} to ${short(most)} times as long`, needed];
}

const isDistorted = ({ least, most }: LengthFactors): boolean => most > SOME_STRETCHING * least;

/** Whether a matrix makes a mirror image: no motion of a patient does, and no growth. */
export const isMirror = (matrix: ArrayLike<number>): boolean => volumeFactor(matrix) < 0;

/** What the matrix of a registration file does to the anatomy. A mirror image asks. */
export function matrixFindings(matrix: ArrayLike<number>, place: FindingPlace): Finding[] {
  const mirrors = isMirror(matrix) ? [makeFinding('registration-mirrors', 'error', {}, { ...place, answerable: true })] : [];
  return [...mirrors, ...sizeFindings(matrix, place)];
}

/** What a matrix does to sizes and shapes, wherever it is written. */
export function sizeFindings(matrix: ArrayLike<number>, place: FindingPlace): Finding[] {
  const size = Math.abs(volumeFactor(matrix));
  const lengths = lengthFactors(matrix);
  return [
    ...(size > SOME_SCALING || size < 1 / SOME_SCALING
      ? [makeFinding('registration-scales', 'warning', { volumeFactor: size }, place)]
      : []),
    ...(isDistorted(lengths) ? [makeFinding('registration-distorts', 'warning', { ...lengths }, place)] : []),
  ];
}
