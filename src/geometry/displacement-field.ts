import { dot, type Vec3 } from './vec3';

/**
 * Displacements on a grid. The vector of node (i, j, k) is at index `3 * (i + size[0] * (j + size[1] * k))`, in mm along
 * x, y, z; the node lies at `originMm + i * spacingMm[0] * alongRow + j * spacingMm[1] * alongColumn + k * spacingMm[2] * normal`.
 * A vector of NaN means that the map is undefined there.
 */
export interface DisplacementField {
  readonly originMm: Vec3;
  readonly alongRow: Vec3;
  readonly alongColumn: Vec3;
  readonly normal: Vec3;
  readonly spacingMm: Vec3;
  readonly size: readonly [number, number, number];
  readonly displacementMm: Float32Array;
}

/** Rounding allowance at the edge of the grid, in voxels. */
const EDGE = 1e-5;

/** Rows of the affine map from patient points to grid indices. */
export function fieldIndexMap({ originMm, alongRow, alongColumn, normal, spacingMm }: DisplacementField): Float64Array {
  const out = new Float64Array(12);
  [alongRow, alongColumn, normal].forEach((axis, row) => {
    for (let column = 0; column < 3; column++) out[4 * row + column] = axis[column] / spacingMm[row];
    out[4 * row + 3] = -dot(axis, originMm) / spacingMm[row];
  });
  return out;
}

/**
 * Adds the trilinear displacement at each of `count` points (x, y, z triplets, mm) to `out`. The outermost vectors reach
 * half a voxel outwards, the voxel's own extent; beyond that, and beside an undefined vector, the sum is NaN: the map is
 * unknown there, not zero.
 */
export function addDisplacement(
  field: DisplacementField,
  pointsMm: Float32Array | Float64Array,
  count: number,
  out: Float64Array,
): void {
  const [ni, nj, nk] = field.size;
  const u = field.displacementMm;
  const [a0, a1, a2, a3, b0, b1, b2, b3, c0, c1, c2, c3] = fieldIndexMap(field);
  const [maxI, maxJ, maxK] = [ni - 1, nj - 1, nk - 1];
  const right = ni > 1 ? 3 : 0;
  const down = nj > 1 ? 3 * ni : 0;
  const deep = nk > 1 ? 3 * ni * nj : 0;
  for (let n = 0, p = 0; n < count; n++, p += 3) {
    const x = pointsMm[p];
    const y = pointsMm[p + 1];
    const z = pointsMm[p + 2];
    let fi = a0 * x + a1 * y + a2 * z + a3;
    let fj = b0 * x + b1 * y + b2 * z + b3;
    let fk = c0 * x + c1 * y + c2 * z + c3;
    const isInside =
      fi >= -0.5 - EDGE &&
      fi <= maxI + 0.5 + EDGE &&
      fj >= -0.5 - EDGE &&
      fj <= maxJ + 0.5 + EDGE &&
      fk >= -0.5 - EDGE &&
      fk <= maxK + 0.5 + EDGE;
    if (!isInside) {
      out[p] = out[p + 1] = out[p + 2] = Number.NaN;
      continue;
    }
    fi = fi < 0 ? 0 : fi > maxI ? maxI : fi;
    fj = fj < 0 ? 0 : fj > maxJ ? maxJ : fj;
    fk = fk < 0 ? 0 : fk > maxK ? maxK : fk;
    let i = fi | 0;
    let j = fj | 0;
    let k = fk | 0;
    if (i === maxI && i > 0) i--;
    if (j === maxJ && j > 0) j--;
    if (k === maxK && k > 0) k--;
    const ti = fi - i;
    const tj = fj - j;
    const tk = fk - k;
    const at = 3 * (i + ni * (j + nj * k));
    for (let axis = 0; axis < 3; axis++) {
      const s = at + axis;
      const e = s + deep;
      const v00 = u[s] + ti * (u[s + right] - u[s]);
      const v10 = u[s + down] + ti * (u[s + down + right] - u[s + down]);
      const v01 = u[e] + ti * (u[e + right] - u[e]);
      const v11 = u[e + down] + ti * (u[e + down + right] - u[e + down]);
      const v0 = v00 + tj * (v10 - v00);
      const v1 = v01 + tj * (v11 - v01);
      out[p + axis] += v0 + tk * (v1 - v0);
    }
  }
}
