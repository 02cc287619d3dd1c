import { type DisplacementField, fieldIndexMap } from './displacement-field';
import { type MapStep, mapPoints, type PointMap } from './point-map';
import { determinant3, type Matrix4 } from './transform';

/** Rounding allowance at the outermost nodes, in voxels: a point on them has the slope of its cell. */
const EDGE = 1e-5;

/**
 * The Jacobian determinant of a map at each of `count` points (x, y, z triplets, mm): by how much volume grows there,
 * 1 where it is kept, 0 or less where the map folds. It is the product of the determinants of the steps, each of
 * `matrix + grad u`, with the exact gradient of the trilinear cell that the point is in (on a cell's border, of the one
 * that the displacement itself is taken from). NaN where the map is unknown.
 */
export function mapDeterminants(map: PointMap, pointsMm: Float32Array | Float64Array, count: number, out: Float64Array): void {
  out.fill(1, 0, count);
  let from = pointsMm;
  for (const step of map) {
    if (step.field) multiplyByField(step.matrix, step.field, from, count, out);
    else multiplyBy(determinant3(step.matrix), count, out);
    from = mapped(step, from, count);
  }
  for (let n = 0; n < count; n++) if (Number.isNaN(from[3 * n])) out[n] = Number.NaN;
}

function mapped(step: MapStep, pointsMm: Float32Array | Float64Array, count: number): Float64Array {
  const out = new Float64Array(3 * count);
  mapPoints([step], pointsMm, count, out);
  return out;
}

function multiplyBy(factor: number, count: number, out: Float64Array): void {
  for (let n = 0; n < count; n++) out[n] *= factor;
}

/**
 * What the step's matrix makes of the edges of a cell, without the field: columns in the order x, y, z of the edge along
 * i, then j, then k; and the signed volume of the cell, mm³.
 */
export function mappedCell(m: Matrix4, field: DisplacementField): { edgesMm: Float64Array; volumeMm3: number } {
  const edgesMm = new Float64Array(9);
  const cell = [field.alongRow, field.alongColumn, field.normal].map((axis, n) => axis.map((part) => part * field.spacingMm[n]));
  cell.forEach(([x, y, z], edge) => {
    for (let row = 0; row < 3; row++) edgesMm[3 * edge + row] = m[4 * row] * x + m[4 * row + 1] * y + m[4 * row + 2] * z;
  });
  const [a, b, c] = cell;
  return { edgesMm, volumeMm3: determinant3([...a, 0, ...b, 0, ...c, 0, 0, 0, 0, 1]) };
}

/** The points of a cell move apart by the edges of the mapped cell, so the determinant is the ratio of the two volumes. */
function multiplyByField(
  matrix: Matrix4,
  field: DisplacementField,
  pointsMm: Float32Array | Float64Array,
  count: number,
  out: Float64Array,
): void {
  const [ni, nj, nk] = field.size;
  const u = field.displacementMm;
  const [a0, a1, a2, a3, b0, b1, b2, b3, c0, c1, c2, c3] = fieldIndexMap(field);
  const { edgesMm, volumeMm3 } = mappedCell(matrix, field);
  const right = ni > 1 ? 3 : 0;
  const down = nj > 1 ? 3 * ni : 0;
  const deep = nk > 1 ? 3 * ni * nj : 0;
  const edge = new Float64Array(9);
  for (let n = 0, p = 0; n < count; n++, p += 3) {
    const x = pointsMm[p];
    const y = pointsMm[p + 1];
    const z = pointsMm[p + 2];
    const fi = a0 * x + a1 * y + a2 * z + a3;
    const fj = b0 * x + b1 * y + b2 * z + b3;
    const fk = c0 * x + c1 * y + c2 * z + c3;
    if (!(fi > -1 && fi < ni && fj > -1 && fj < nj && fk > -1 && fk < nk)) {
      out[n] = Number.NaN;
      continue;
    }
    const i = cellOf(fi, ni);
    const j = cellOf(fj, nj);
    const k = cellOf(fk, nk);
    const ti = within(fi - i);
    const tj = within(fj - j);
    const tk = within(fk - k);
    // In the outer half of an outermost voxel the displacement is held: it has no slope along that axis.
    const slopeI = fi < -EDGE || fi > ni - 1 + EDGE ? 0 : 1;
    const slopeJ = fj < -EDGE || fj > nj - 1 + EDGE ? 0 : 1;
    const slopeK = fk < -EDGE || fk > nk - 1 + EDGE ? 0 : 1;
    const at = 3 * (i + ni * (j + nj * k));
    for (let axis = 0; axis < 3; axis++) {
      const s = at + axis;
      const v000 = u[s];
      const v100 = u[s + right];
      const v010 = u[s + down];
      const v110 = u[s + down + right];
      const v001 = u[s + deep];
      const v101 = u[s + deep + right];
      const v011 = u[s + deep + down];
      const v111 = u[s + deep + down + right];
      const i0 = v100 - v000 + tj * (v110 - v010 - v100 + v000);
      const i1 = v101 - v001 + tj * (v111 - v011 - v101 + v001);
      const j0 = v010 - v000 + ti * (v110 - v100 - v010 + v000);
      const j1 = v011 - v001 + ti * (v111 - v101 - v011 + v001);
      const k0 = v001 - v000 + ti * (v101 - v100 - v001 + v000);
      const k1 = v011 - v010 + ti * (v111 - v110 - v011 + v010);
      edge[axis] = edgesMm[axis] + slopeI * (i0 + tk * (i1 - i0));
      edge[3 + axis] = edgesMm[3 + axis] + slopeJ * (j0 + tk * (j1 - j0));
      edge[6 + axis] = edgesMm[6 + axis] + slopeK * (k0 + tj * (k1 - k0));
    }
    out[n] *=
      (edge[0] * (edge[4] * edge[8] - edge[5] * edge[7]) -
        edge[1] * (edge[3] * edge[8] - edge[5] * edge[6]) +
        edge[2] * (edge[3] * edge[7] - edge[4] * edge[6])) /
      volumeMm3;
  }
}

/** The cell of an index along one axis: the last node belongs to the cell before it. */
const cellOf = (f: number, nodes: number): number => (f <= 0 || nodes === 1 ? 0 : f >= nodes - 1 ? nodes - 2 : f | 0);
const within = (t: number): number => (t < 0 ? 0 : t > 1 ? 1 : t);
