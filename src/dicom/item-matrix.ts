import type { RegistrationItem } from './spatial-registration';

function product(a: readonly number[], b: readonly number[]): number[] {
  const out = new Array<number>(16).fill(0);
  for (let row = 0; row < 4; row++) {
    for (let column = 0; column < 4; column++) {
      for (let k = 0; k < 4; k++) out[4 * row + column] += a[4 * row + k] * b[4 * k + column];
    }
  }
  return out;
}

const IDENTITY = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];

/**
 * The one matrix of a registration item, from points of its source frame to points of the registered frame.
 * Several matrices are applied in the order of the items of Matrix Sequence, the first item first: the matrix is
 * M3 · M2 · M1 (PS3.3 C.20.2.1.1, equation C.20.2-2).
 * @returns 16 numbers, row-major, acting on column vectors in mm.
 */
export function itemMatrix(item: Pick<RegistrationItem, 'matrices'>): number[] {
  return item.matrices.reduce((applied, { matrix }) => product(matrix, applied), IDENTITY);
}

/** Whether one matrix that moves something is listed twice in a row, and so is applied twice. */
export function repeats({ matrices }: Pick<RegistrationItem, 'matrices'>): boolean {
  const isSame = (a: readonly number[], b: readonly number[]) => a.every((value, n) => Math.abs(value - b[n]) < 1e-6);
  return matrices.some(({ matrix }, n) => n > 0 && isSame(matrix, matrices[n - 1].matrix) && !isSame(matrix, IDENTITY));
}

/**
 * Whether the matrices of an item give another result in the opposite order. Some programs multiply them so (SlicerRT
 * does), and then two programs place the same patient differently.
 */
export function orderMatters(item: Pick<RegistrationItem, 'matrices'>): boolean {
  const forward = itemMatrix(item);
  const backward = itemMatrix({ matrices: [...item.matrices].reverse() });
  return forward.some((value, n) => Math.abs(value - backward[n]) > (n % 4 === 3 ? 0.01 : 1e-5));
}
