import { affineMap, mapPoints, matrixOfMap, type PointMap } from '../../geometry/point-map';
import { applyMatrix, compose, type Matrix4 } from '../../geometry/transform';
import { dot, type Vec3 } from '../../geometry/vec3';
import type { PixelsOfLayer } from '../viewer/drawing';
import { type PlaneGeometry, toPatient } from '../viewer/plane';
import type { CtVolume } from '../viewer/scene';
import { SliceWalk } from './slice-walk';

/** Points that are carried through a deformation at a time: few enough to stay in the processor's cache. */
const AT_A_TIME = 2048;

/** Rounding allowance at the edge of the volume, in voxels and mm. */
const EDGE = 1e-6;

/** Half the distance of the neighbouring slices, as far as a volume is taken to reach beyond its first and last one. */
function endCaps(offsetsMm: Float64Array): readonly [first: number, last: number] {
  const last = offsetsMm.length - 1;
  // A single slice says nothing of its thickness.
  if (last < 1) return [1, 1];
  return [(offsetsMm[1] - offsetsMm[0]) / 2, (offsetsMm[last] - offsetsMm[last - 1]) / 2];
}

/** From points of the volume's frame to (column index, row index, mm from the first slice), as a matrix. */
function indexMatrix(ct: CtVolume): Matrix4 {
  const rows: [Vec3, number][] = [
    [ct.alongRow, ct.columnSpacingMm],
    [ct.alongColumn, ct.rowSpacingMm],
    [ct.normal, 1],
  ];
  return [...rows.flatMap(([axis, mm]) => [axis[0] / mm, axis[1] / mm, axis[2] / mm, -dot(axis, ct.originMm) / mm]), 0, 0, 0, 1];
}

const linear = (m: Matrix4, v: Vec3): Vec3 => [
  m[0] * v[0] + m[1] * v[1] + m[2] * v[2],
  m[4] * v[0] + m[5] * v[1] + m[6] * v[2],
  m[8] * v[0] + m[9] * v[1] + m[10] * v[2],
];

/**
 * Hounsfield units of a volume on planes of another frame, trilinear at the place that a map gives each pixel; NaN where
 * the map is undefined or leaves the volume (the outermost voxels reach half a voxel outwards). Its arrays are made once.
 */
export class SliceThroughMap {
  private readonly toIndex: Matrix4;
  private readonly toIndexMap: PointMap;
  private readonly walk: SliceWalk;
  private readonly lowMm: number;
  private readonly highMm: number;
  private points = new Float64Array(0);
  private carried = new Float64Array(0);

  constructor(private readonly ct: CtVolume) {
    this.toIndex = indexMatrix(ct);
    this.toIndexMap = affineMap(this.toIndex);
    this.walk = new SliceWalk(ct.sliceOffsetsMm);
    const [first, last] = endCaps(ct.sliceOffsetsMm);
    this.lowMm = ct.sliceOffsetsMm[0] - first - EDGE;
    this.highMm = ct.sliceOffsetsMm[ct.slices - 1] + last + EDGE;
  }

  /** Fills `out`, row by row, with the pixels of the plane at `throughMm`. */
  sample(map: PointMap, plane: PlaneGeometry, pixels: PixelsOfLayer, throughMm: number, out: Float32Array): void {
    const matrix = matrixOfMap(map);
    const start = toPatient(plane, pixels.acrossMm, pixels.downMm, throughMm);
    if (matrix) this.sampleAffine(compose(matrix, this.toIndex), plane, pixels, start, out);
    else this.sampleDeformed(map, plane, pixels, start, out);
  }

  /** The place in the volume goes on by the same step from pixel to pixel. */
  private sampleAffine(m: Matrix4, plane: PlaneGeometry, pixels: PixelsOfLayer, start: Vec3, out: Float32Array): void {
    const { columns, rows, columnMm, rowMm } = pixels;
    const first = applyMatrix(m, start);
    const [ai, aj, aw] = linear(m, plane.across.direction);
    const [di, dj, dw] = linear(m, plane.down.direction);
    const { carried } = this.room(columns);
    for (let r = 0; r < rows; r++) {
      const i = first[0] + r * rowMm * di;
      const j = first[1] + r * rowMm * dj;
      const w = first[2] + r * rowMm * dw;
      for (let c = 0, p = 0; c < columns; c++, p += 3) {
        const mm = c * columnMm;
        carried[p] = i + mm * ai;
        carried[p + 1] = j + mm * aj;
        carried[p + 2] = w + mm * aw;
      }
      this.gather(columns, out, r * columns);
    }
  }

  /** Some rows at a time, each pixel carried by itself. */
  private sampleDeformed(map: PointMap, plane: PlaneGeometry, pixels: PixelsOfLayer, start: Vec3, out: Float32Array): void {
    const { columns, rows, columnMm, rowMm } = pixels;
    const some = Math.max(1, Math.floor(AT_A_TIME / columns));
    const { points, carried } = this.room(some * columns);
    const { direction: a } = plane.across;
    const { direction: d } = plane.down;
    for (let from = 0; from < rows; from += some) {
      const to = Math.min(rows, from + some);
      let p = 0;
      for (let r = from; r < to; r++) {
        const x = start[0] + r * rowMm * d[0];
        const y = start[1] + r * rowMm * d[1];
        const z = start[2] + r * rowMm * d[2];
        for (let c = 0; c < columns; c++, p += 3) {
          points[p] = x + c * columnMm * a[0];
          points[p + 1] = y + c * columnMm * a[1];
          points[p + 2] = z + c * columnMm * a[2];
        }
      }
      mapPoints(map, points, p / 3, carried);
      mapPoints(this.toIndexMap, carried, p / 3, carried);
      this.gather(p / 3, out, from * columns);
    }
  }

  private room(count: number): { points: Float64Array; carried: Float64Array } {
    if (this.points.length < 3 * count) {
      this.points = new Float64Array(3 * count);
      this.carried = new Float64Array(3 * count);
    }
    return { points: this.points, carried: this.carried };
  }

  /** Trilinear values at the first `count` places of `carried`: column, row, mm from the first slice. */
  private gather(count: number, out: Float32Array, at: number): void {
    const { ct, walk, lowMm, highMm, carried } = this;
    const { columns, rows, hounsfield: hu } = ct;
    const maxI = columns - 1;
    const maxJ = rows - 1;
    const plane = columns * rows;
    const right = columns > 1 ? 1 : 0;
    const down = rows > 1 ? columns : 0;
    const next = ct.slices > 1 ? plane : 0;
    const beyondI = maxI + 0.5 + EDGE;
    const beyondJ = maxJ + 0.5 + EDGE;
    const before = -0.5 - EDGE;
    for (let n = 0, p = 0; n < count; n++, p += 3) {
      let fi = carried[p];
      let fj = carried[p + 1];
      const w = carried[p + 2];
      // False for NaN too.
      if (!(fi >= before && fi <= beyondI && fj >= before && fj <= beyondJ && w >= lowMm && w <= highMm)) {
        out[at + n] = Number.NaN;
        continue;
      }
      fi = fi < 0 ? 0 : fi > maxI ? maxI : fi;
      fj = fj < 0 ? 0 : fj > maxJ ? maxJ : fj;
      let i = fi | 0;
      let j = fj | 0;
      if (i === maxI && i > 0) i--;
      if (j === maxJ && j > 0) j--;
      const ti = fi - i;
      const tj = fj - j;
      const s = i + columns * j + plane * walk.to(w);
      const e = s + next;
      const v00 = hu[s] + ti * (hu[s + right] - hu[s]);
      const v10 = hu[s + down] + ti * (hu[s + down + right] - hu[s + down]);
      const v01 = hu[e] + ti * (hu[e + right] - hu[e]);
      const v11 = hu[e + down] + ti * (hu[e + down + right] - hu[e + down]);
      const v0 = v00 + tj * (v10 - v00);
      out[at + n] = v0 + walk.share * (v01 + tj * (v11 - v01) - v0);
    }
  }
}
