import { create, eigsDependencies } from 'mathjs';
import { affineMap } from '../../geometry/point-map';
import type { Matrix4 } from '../../geometry/transform';
import { dot, subtract, type Vec3 } from '../../geometry/vec3';
import { InputError } from '../../input-error';
import { type LandmarkErrors, type LandmarkPair, landmarkErrors } from './landmark-error';

/** Landmarks whose root mean square distance from one line is less than this leave the turn about it to the reader's hand. */
const LINE_MM = 1;
/** Of the largest eigenvalue: two that differ by less belong to two different turns which fit alike. */
const ALIKE = 1e-6;

export interface LandmarkFit {
  /** From planned points to prior points: a turn and a shift, never a mirror image. */
  readonly matrix: Matrix4;
  readonly residuals: LandmarkErrors;
}

/**
 * The rigid motion from planned to prior landmarks with the least sum of squared distances, in closed form by unit
 * quaternions (Horn 1987, J Opt Soc Am A 4:629): a quaternion is a turn and cannot be a mirror image.
 * @throws InputError for fewer than three pairs, for points on one line, and where two turns fit alike (as when the prior
 * points are a mirror image: names have been exchanged).
 */
export function fitLandmarks(landmarks: readonly LandmarkPair[]): LandmarkFit {
  const where = 'landmarks';
  const needed = 'at least three pairs that do not lie on one line';
  if (landmarks.length < 3) throw new InputError({ where, found: `${landmarks.length} landmark pairs`, needed });
  const unread = landmarks.find(({ plannedMm, priorMm }) => ![...plannedMm, ...priorMm].every(Number.isFinite));
  if (unread) throw new InputError({ where, found: `${unread.name} with a place that is not three numbers`, needed });
  const planned = centred(landmarks.map(({ plannedMm }) => plannedMm));
  const prior = centred(landmarks.map(({ priorMm }) => priorMm));
  for (const [side, { offsets }] of [['planned', planned] as const, ['prior', prior] as const]) {
    const offLineMm = distanceFromLineMm(offsets);
    if (offLineMm >= LINE_MM) continue;
    throw new InputError({
      where,
      found: `${side} landmarks within ${offLineMm.toFixed(2)} mm (root mean square) of one line, which leaves the turn about it open`,
      needed,
    });
  }
  const r = turnOf(hornMatrix(planned.offsets, prior.offsets));
  const [a, b] = [planned.middle, prior.middle];
  const matrix = [
    ...[0, 1, 2].flatMap((row) => [r[3 * row], r[3 * row + 1], r[3 * row + 2], b[row] - dot(rowOf(r, row), a)]),
    ...[0, 0, 0, 1],
  ];
  return { matrix, residuals: landmarkErrors(affineMap(matrix), landmarks) };
}

const rowOf = (r: readonly number[], row: number): Vec3 => [r[3 * row], r[3 * row + 1], r[3 * row + 2]];

function centred(points: readonly Vec3[]): { middle: Vec3; offsets: Vec3[] } {
  const sum = (axis: number) => points.reduce((total, point) => total + point[axis], 0) / points.length;
  const middle: Vec3 = [sum(0), sum(1), sum(2)];
  return { middle, offsets: points.map((point) => subtract(point, middle)) };
}

/** Sums of products of coordinates: `[a][b] = sum of p[a] * q[b]`. */
const products = (p: readonly Vec3[], q: readonly Vec3[]): number[][] =>
  [0, 1, 2].map((a) => [0, 1, 2].map((b) => p.reduce((sum, point, n) => sum + point[a] * q[n][b], 0)));

/** Root mean square distance of points from their best line: what the largest spread leaves over. */
function distanceFromLineMm(offsets: readonly Vec3[]): number {
  const spread = products(offsets, offsets);
  const total = spread[0][0] + spread[1][1] + spread[2][2];
  const largest = Math.max(...eigenpairs(spread).map(({ value }) => value));
  return Math.sqrt(Math.max(0, total - largest) / offsets.length);
}

/** Horn's symmetric 4 × 4 matrix: the unit quaternion of the best turn is the eigenvector of its largest eigenvalue. */
function hornMatrix(planned: readonly Vec3[], prior: readonly Vec3[]): number[][] {
  const [[xx, xy, xz], [yx, yy, yz], [zx, zy, zz]] = products(planned, prior);
  return [
    [xx + yy + zz, yz - zy, zx - xz, xy - yx],
    [yz - zy, xx - yy - zz, xy + yx, zx + xz],
    [zx - xz, xy + yx, yy - xx - zz, yz + zy],
    [xy - yx, zx + xz, yz + zy, zz - xx - yy],
  ];
}

function turnOf(horn: number[][]): number[] {
  const [best, second] = eigenpairs(horn).sort((a, b) => b.value - a.value);
  if (!(best.value - second.value > ALIKE * Math.abs(best.value))) {
    throw new InputError({
      where: 'landmarks',
      found: 'landmark pairs that two different turns fit alike',
      needed: 'pairs of the same points on both anatomies (have two names been exchanged?)',
    });
  }
  const norm = Math.hypot(...best.vector);
  const [w, x, y, z] = best.vector.map((part) => part / norm);
  return [
    ...[1 - 2 * (y * y + z * z), 2 * (x * y - w * z), 2 * (x * z + w * y)],
    ...[2 * (x * y + w * z), 1 - 2 * (x * x + z * z), 2 * (y * z - w * x)],
    ...[2 * (x * z - w * y), 2 * (y * z + w * x), 1 - 2 * (x * x + y * y)],
  ];
}

const { eigs } = create({ eigsDependencies });

/**
 * Eigenvalues and eigenvectors of a symmetric matrix by mathjs (Jacobi's method). It stops at an absolute size of the
 * off-diagonal terms, so the matrix is brought to the size of 1 first.
 */
function eigenpairs(symmetric: number[][]): { value: number; vector: number[] }[] {
  const size = Math.max(...symmetric.flat().map(Math.abs)) || 1;
  const { eigenvectors } = eigs(symmetric.map((row) => row.map((value) => value / size)));
  return eigenvectors.map(({ value, vector }) => ({ value: Number(value) * size, vector: (vector as number[]).map(Number) }));
}
