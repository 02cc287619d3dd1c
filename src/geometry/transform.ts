import { InputError } from '../input-error';
import type { Vec3 } from './vec3';

/** 4 × 4, row-major, acting on column vectors (x, y, z, 1) in mm. */
export type Matrix4 = readonly number[];

/** A map from points of one frame of reference to points of another. It never travels without both UIDs. */
export interface FrameTransform {
  readonly fromFrameUid: string;
  readonly toFrameUid: string;
  readonly matrix: Matrix4;
}

/** It converges quadratically: nine are more than a shear of ten to one needs. */
const NEWTON_STEPS = 9;

export const IDENTITY: Matrix4 = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];

/** The matrix that applies `first` and then `second`. */
export function compose(first: Matrix4, second: Matrix4): Matrix4 {
  const out = new Array<number>(16).fill(0);
  for (let row = 0; row < 4; row++) {
    for (let column = 0; column < 4; column++) {
      for (let k = 0; k < 4; k++) out[4 * row + column] += second[4 * row + k] * first[4 * k + column];
    }
  }
  return out;
}

export function applyMatrix(m: Matrix4, p: Vec3): Vec3 {
  return [
    m[0] * p[0] + m[1] * p[1] + m[2] * p[2] + m[3],
    m[4] * p[0] + m[5] * p[1] + m[6] * p[2] + m[7],
    m[8] * p[0] + m[9] * p[1] + m[10] * p[2] + m[11],
  ];
}

/** The same without its translation: what it does to directions and distances. */
export const linearPart = (m: Matrix4): Matrix4 => m.map((value, n) => (n === 3 || n === 7 || n === 11 ? 0 : value));

/** Determinant of the 3 × 3 part. */
export function determinant3(m: Matrix4): number {
  return m[0] * (m[5] * m[10] - m[6] * m[9]) - m[1] * (m[4] * m[10] - m[6] * m[8]) + m[2] * (m[4] * m[9] - m[5] * m[8]);
}

/**
 * Exact inverse of an affine matrix.
 * @throws InputError where the matrix is singular or its last row is not 0 0 0 1.
 */
export function invert(m: Matrix4, file?: string): Matrix4 {
  const det = determinant3(m);
  const affine = m[12] === 0 && m[13] === 0 && m[14] === 0 && m[15] === 1;
  if (!affine || !Number.isFinite(det) || Math.abs(det) < 1e-9) {
    throw new InputError({
      file,
      where: '(3006,00C6) FrameOfReferenceTransformationMatrix',
      found: affine ? `a matrix with determinant ${det}` : 'a matrix whose last row is not 0 0 0 1',
      needed: 'an invertible affine matrix',
    });
  }
  const r = [
    (m[5] * m[10] - m[6] * m[9]) / det,
    (m[2] * m[9] - m[1] * m[10]) / det,
    (m[1] * m[6] - m[2] * m[5]) / det,
    (m[6] * m[8] - m[4] * m[10]) / det,
    (m[0] * m[10] - m[2] * m[8]) / det,
    (m[2] * m[4] - m[0] * m[6]) / det,
    (m[4] * m[9] - m[5] * m[8]) / det,
    (m[1] * m[8] - m[0] * m[9]) / det,
    (m[0] * m[5] - m[1] * m[4]) / det,
  ];
  const t = (row: number) => -(r[3 * row] * m[3] + r[3 * row + 1] * m[7] + r[3 * row + 2] * m[11]);
  return [r[0], r[1], r[2], t(0), r[3], r[4], r[5], t(1), r[6], r[7], r[8], t(2), 0, 0, 0, 1];
}

/** The same transform the other way round. */
export function reversed(transform: FrameTransform, file?: string): FrameTransform {
  return { fromFrameUid: transform.toFrameUid, toFrameUid: transform.fromFrameUid, matrix: invert(transform.matrix, file) };
}

/**
 * Rotation angle in degrees of the 3 × 3 part, for telling the user how far two frames are turned. Where it changes sizes
 * or shears, the turn is that of the nearest rotation (its polar factor, by Newton's iteration: N. J. Higham, "Computing
 * the polar decomposition - with applications", SIAM J Sci Stat Comput 1986;7:1160). 0 where it mirrors or flattens: there
 * is no such turn.
 */
export function rotationDegrees(m: Matrix4): number {
  let r = [m[0], m[1], m[2], m[4], m[5], m[6], m[8], m[9], m[10]];
  for (let n = 0; n < NEWTON_STEPS; n++) {
    const cofactors = [
      r[4] * r[8] - r[5] * r[7],
      r[5] * r[6] - r[3] * r[8],
      r[3] * r[7] - r[4] * r[6],
      r[2] * r[7] - r[1] * r[8],
      r[0] * r[8] - r[2] * r[6],
      r[1] * r[6] - r[0] * r[7],
      r[1] * r[5] - r[2] * r[4],
      r[2] * r[3] - r[0] * r[5],
      r[0] * r[4] - r[1] * r[3],
    ];
    const volume = r[0] * cofactors[0] + r[1] * cofactors[1] + r[2] * cofactors[2];
    if (!(volume > 0)) return 0;
    // The first step starts from the mean size, or a small matrix would take many.
    const size = n === 0 ? Math.cbrt(volume) : 1;
    r = r.map((part, at) => (part / size + (cofactors[at] / volume) * size) / 2);
  }
  const cosine = (r[0] + r[4] + r[8] - 1) / 2;
  return (Math.acos(Math.min(1, Math.max(-1, cosine))) * 180) / Math.PI;
}
