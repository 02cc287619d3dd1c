import { applyMatrix, type Matrix4 } from '../../geometry/transform';
import type { Vec3 } from '../../geometry/vec3';
import { type Index3, indexAt } from './grid-image';
import { type Lattice, type Spline, sampleSpline } from './spline';

/**
 * What a deformable registration adds to its matrix: a point p of the fixed (planned) frame of reference lies at
 * `matrix · p + displacement(p)` in the moving (prior) one. The grid lies in the fixed frame; the displacements are
 * vectors in the moving frame. Between grid points they are interpolated linearly. Outside nothing is known.
 */
export interface DisplacementGrid {
  readonly size: Index3;
  readonly spacingMm: readonly [number, number, number];
  /** Centre of the first grid point, in the fixed frame of reference. */
  readonly originMm: Vec3;
  /** Unit vectors along i, j and k. */
  readonly axes: readonly [Vec3, Vec3, Vec3];
  /** x, y, z of point (0, 0, 0), then of (1, 0, 0), and so on, in mm. */
  readonly displacementMm: Float32Array;
  /** How far linear interpolation between the grid points is from the spline itself: the largest found in all cells' middles. */
  readonly interpolationErrorMm: number;
}

const FIRST_SPACING_MM = 5;
const LARGEST_ERROR_MM = 0.05;

/**
 * Samples a spline over a box, at 5 mm or as much finer as keeps the interpolation within 0.05 mm.
 * @param matrix the rigid part, fixed to moving, that is applied after the spline: T(p) = matrix · (p + u(p)).
 */
export function displacementGrid(spline: Spline, box: Lattice, matrix: Matrix4): DisplacementGrid {
  for (let spacingMm = FIRST_SPACING_MM; ; spacingMm *= 0.75) {
    const lattice = latticeOver(box, spacingMm);
    const displacementMm = sampleSpline(spline, lattice);
    const interpolationErrorMm = errorInCells(spline, lattice, displacementMm);
    if (interpolationErrorMm > LARGEST_ERROR_MM && spacingMm > 1.5) continue;
    turn(displacementMm, matrix);
    return { ...lattice, displacementMm, interpolationErrorMm };
  }
}

/** The box of the image's voxel centres, evenly divided into cells of about `spacingMm`. */
function latticeOver({ size, spacingMm: s, originMm, axes }: Lattice, spacingMm: number): Lattice {
  const extent = (n: number) => (size[n] - 1) * s[n];
  const cells = (n: number) => Math.max(1, Math.ceil(extent(n) / spacingMm));
  return {
    size: [cells(0) + 1, cells(1) + 1, cells(2) + 1],
    spacingMm: [extent(0) / cells(0), extent(1) / cells(1), extent(2) / cells(2)],
    originMm,
    axes,
  };
}

function errorInCells(spline: Spline, lattice: Lattice, displacementMm: Float32Array): number {
  const [ni, nj, nk] = lattice.size;
  const truth = sampleSpline(spline, { ...lattice, size: [ni - 1, nj - 1, nk - 1] }, [0.5, 0.5, 0.5]);
  const steps = [0, 1, ni, ni + 1, ni * nj, ni * nj + 1, ni * nj + ni, ni * nj + ni + 1];
  let largest = 0;
  for (let k = 0, at = 0; k < nk - 1; k++) {
    for (let j = 0; j < nj - 1; j++) {
      for (let i = 0; i < ni - 1; i++, at += 3) {
        const corner = i + ni * (j + nj * k);
        let squared = 0;
        for (let n = 0; n < 3; n++) {
          let mean = 0;
          for (let c = 0; c < 8; c++) mean += displacementMm[3 * (corner + steps[c]) + n];
          squared += (mean / 8 - truth[at + n]) ** 2;
        }
        if (squared > largest) largest = squared;
      }
    }
  }
  return Math.sqrt(largest);
}

/** u(p) becomes R u(p): matrix · (p + u) = matrix · p + R u. */
function turn(u: Float32Array, m: Matrix4): void {
  for (let n = 0; n < u.length; n += 3) {
    const [x, y, z] = [u[n], u[n + 1], u[n + 2]];
    u[n] = m[0] * x + m[1] * y + m[2] * z;
    u[n + 1] = m[4] * x + m[5] * y + m[6] * z;
    u[n + 2] = m[8] * x + m[9] * y + m[10] * z;
  }
}

/** Where a point of the fixed frame lies in the moving frame; undefined outside the grid. */
export function carry(matrix: Matrix4, grid: DisplacementGrid, point: Vec3): Vec3 | undefined {
  const at = indexAt(grid, point);
  const [ni, nj] = grid.size;
  const base = [0, 0, 0];
  const share = [0, 0, 0];
  for (let n = 0; n < 3; n++) {
    if (!(at[n] > -1e-6 && at[n] < grid.size[n] - 1 + 1e-6)) return undefined;
    base[n] = Math.min(grid.size[n] - 2, Math.max(0, Math.floor(at[n])));
    share[n] = at[n] - base[n];
  }
  const out = [...applyMatrix(matrix, point)] as [number, number, number];
  for (let corner = 0; corner < 8; corner++) {
    const [a, b, c] = [corner & 1, (corner >> 1) & 1, corner >> 2];
    const weight = (a ? share[0] : 1 - share[0]) * (b ? share[1] : 1 - share[1]) * (c ? share[2] : 1 - share[2]);
    const row = 3 * (base[0] + a + ni * (base[1] + b + nj * (base[2] + c)));
    for (let n = 0; n < 3; n++) out[n] += weight * grid.displacementMm[row + n];
  }
  return out;
}
