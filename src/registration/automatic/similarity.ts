import { applyMatrix, type Matrix4 } from '../../geometry/transform';
import type { Vec3 } from '../../geometry/vec3';
import { type GridImage, pointAt } from './grid-image';
import { AIR_HU } from './prepare-image';

/** How alike two images are where they overlap. */
export interface Similarity {
  /** Normalised cross-correlation of the Hounsfield units, −1 to 1. */
  readonly correlation: number;
  /** Share of the fixed patient's voxels that land within the moving image. */
  readonly overlap: number;
}

/** Voxels of the fixed image that are the patient: their points and values. */
export interface BodyPoints {
  readonly pointsMm: Float64Array;
  readonly hounsfield: Float32Array;
}

/** Every voxel that is not air outside the patient. */
export function bodyPoints(image: GridImage): BodyPoints {
  const isBody = (value: number) => value > AIR_HU + 1;
  const count = image.values.reduce((sum, value) => sum + (isBody(value) ? 1 : 0), 0);
  const pointsMm = new Float64Array(3 * count);
  const hounsfield = new Float32Array(count);
  const [ni, nj] = image.size;
  for (let n = 0, at = 0; n < image.values.length; n++) {
    if (!isBody(image.values[n])) continue;
    const i = n % ni;
    const j = Math.floor(n / ni) % nj;
    const point = pointAt(image, [i, j, Math.floor(n / (ni * nj))]);
    pointsMm.set(point, 3 * at);
    hounsfield[at++] = image.values[n];
  }
  return { pointsMm, hounsfield };
}

/** Compares with the nearest voxel of the moving image. */
export function similarity({ pointsMm, hounsfield }: BodyPoints, moving: GridImage, matrix: Matrix4): Similarity {
  const { size, spacingMm, originMm, axes, values } = moving;
  const [ni, nj, nk] = size;
  // From a fixed point straight to an index of the moving image.
  const rows = axes.flatMap((axis, n) => {
    const along = (column: number) =>
      (axis[0] * matrix[column] + axis[1] * matrix[4 + column] + axis[2] * matrix[8 + column]) / spacingMm[n];
    const start = (axis[0] * originMm[0] + axis[1] * originMm[1] + axis[2] * originMm[2]) / spacingMm[n];
    return [along(0), along(1), along(2), along(3) - start];
  });
  const [a, b, c, d, e, f, g, h, p, q, r, s] = rows;
  let [count, sumF, sumM, sumFF, sumMM, sumFM] = [0, 0, 0, 0, 0, 0];
  for (let n = 0, at = 0; n < hounsfield.length; n++, at += 3) {
    const [x, y, z] = [pointsMm[at], pointsMm[at + 1], pointsMm[at + 2]];
    const i = Math.round(a * x + b * y + c * z + d);
    const j = Math.round(e * x + f * y + g * z + h);
    const k = Math.round(p * x + q * y + r * z + s);
    if (i < 0 || j < 0 || k < 0 || i >= ni || j >= nj || k >= nk) continue;
    const valueF = hounsfield[n];
    const valueM = values[i + ni * (j + nj * k)];
    count++;
    sumF += valueF;
    sumM += valueM;
    sumFF += valueF * valueF;
    sumMM += valueM * valueM;
    sumFM += valueF * valueM;
  }
  const spread = (count * sumFF - sumF * sumF) * (count * sumMM - sumM * sumM);
  return { correlation: spread > 0 ? (count * sumFM - sumF * sumM) / Math.sqrt(spread) : 0, overlap: count / hounsfield.length };
}

/** Mean of the points. */
export function centreOf({ pointsMm }: BodyPoints): Vec3 {
  const sum = [0, 0, 0];
  for (let n = 0; n < pointsMm.length; n++) sum[n % 3] += pointsMm[n];
  const count = pointsMm.length / 3;
  return [sum[0] / count, sum[1] / count, sum[2] / count];
}

/** A shift as a matrix. */
export const shiftBy = ([x, y, z]: Vec3): Matrix4 => [1, 0, 0, x, 0, 1, 0, y, 0, 0, 1, z, 0, 0, 0, 1];

/** The same image, lying where `matrix` takes it: its voxels keep their values. */
export function moved(image: GridImage, matrix: Matrix4): GridImage {
  const turn = (axis: Vec3): Vec3 => {
    const [x, y, z] = applyMatrix(matrix, axis);
    return [x - matrix[3], y - matrix[7], z - matrix[11]];
  };
  const [u, v, w] = image.axes;
  return { ...image, originMm: applyMatrix(matrix, image.originMm), axes: [turn(u), turn(v), turn(w)] };
}
