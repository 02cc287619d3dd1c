import { affinePart, farthestMm, mapPoints, type PointMap } from '../../geometry/point-map';
import type { SlabStack } from '../../geometry/slab-stack';
import { applyMatrix, invert, type Matrix4 } from '../../geometry/transform';
import { add, scale, type Vec3 } from '../../geometry/vec3';
import type { Lattice } from '../viewer/dose-plane';
import { type Box, linesAround, type PlaneLine } from '../viewer/lattice-lines';
import { edgesMm, type PlaneGeometry, toPatient, toPlane } from '../viewer/plane';
import type { SolidTest } from './solid-test';

/** The way between two nodes is halved until it is no longer than this; the line is in the middle of what remains. */
const CLOSE_MM = 0.1;

/** A lattice over a whole picture. */
export function latticeOver({ across, down }: PlaneGeometry, stepMm: number): Lattice {
  const [left, right] = edgesMm(across);
  const [top, bottom] = edgesMm(down);
  const columns = Math.floor((right - left) / stepMm) + 1;
  const rows = Math.floor((bottom - top) / stepMm) + 1;
  return {
    columns,
    rows,
    stepMm,
    acrossMm: (left + right - (columns - 1) * stepMm) / 2,
    downMm: (top + bottom - (rows - 1) * stepMm) / 2,
  };
}

/**
 * A plane of the planned frame carried into the prior frame, node by node, where solids of the prior course are asked
 * which nodes they hold. Between two nodes the map is taken for linear: an affine one is; of a deformation, the error at a
 * step of 1.5 mm is at most 0.28 mm² times its second derivative (0.03 mm where 10 mm swing back and forth in 60 mm).
 */
export class CarriedPlane {
  private readonly at: Float64Array;
  private readonly inside: Uint8Array;
  private readonly back: Matrix4;
  private readonly moreMm: number;

  constructor(
    map: PointMap,
    private readonly plane: PlaneGeometry,
    private readonly throughMm: number,
    private readonly lattice: Lattice,
    private readonly closeMm = CLOSE_MM,
  ) {
    const { columns, rows, stepMm, acrossMm, downMm } = lattice;
    const count = columns * rows;
    const points = new Float64Array(3 * count);
    for (let j = 0, n = 0; j < rows; j++) {
      const [x, y, z] = toPatient(plane, acrossMm, downMm + j * stepMm, throughMm);
      const [dx, dy, dz] = plane.across.direction;
      for (let i = 0; i < columns; i++, n += 3) {
        points[n] = x + i * stepMm * dx;
        points[n + 1] = y + i * stepMm * dy;
        points[n + 2] = z + i * stepMm * dz;
      }
    }
    this.at = new Float64Array(3 * count);
    mapPoints(map, points, count, this.at);
    this.inside = new Uint8Array(count);
    this.back = invert(affinePart(map));
    this.moreMm = farthestMm(map);
  }

  /** The outline of a solid of the prior frame on this plane; no line where the map is not known. */
  outline(stack: SlabStack, solid: SolidTest): PlaneLine[] {
    const box = this.boxOf(stack, solid);
    if (!box) return [];
    const { at, inside, lattice } = this;
    let any = false;
    for (let j = box.top; j <= box.bottom; j++) {
      for (let i = box.left, n = j * lattice.columns + box.left; i <= box.right; i++, n++) {
        // False for a place that is not known.
        inside[n] = solid.contains(at[3 * n], at[3 * n + 1], at[3 * n + 2]) ? 1 : 0;
        any ||= inside[n] === 1;
      }
    }
    if (!any) return [];
    return linesAround(inside, lattice, 0.5, box, (first, second) => this.crossing(solid, first, second));
  }

  private crossing(solid: SolidTest, first: number, second: number): number {
    const { at, inside } = this;
    const [x, y, z] = [at[3 * first], at[3 * first + 1], at[3 * first + 2]];
    const [dx, dy, dz] = [at[3 * second] - x, at[3 * second + 1] - y, at[3 * second + 2] - z];
    if (Number.isNaN(dx + dy + dz)) return Number.NaN;
    const firstIsIn = inside[first] === 1;
    let from = 0;
    let to = 1;
    while ((to - from) * this.lattice.stepMm > this.closeMm) {
      const t = (from + to) / 2;
      if (solid.contains(x + t * dx, y + t * dy, z + t * dz) === firstIsIn) from = t;
      else to = t;
    }
    return (from + to) / 2;
  }

  /** The nodes that may lie in a solid, and one more on each side; undefined where the plane passes it by. */
  private boxOf({ basis }: SlabStack, { bounds }: SolidTest): Box | undefined {
    if (!bounds) return undefined;
    const low = [Infinity, Infinity, Infinity];
    const high = [-Infinity, -Infinity, -Infinity];
    for (let corner = 0; corner < 8; corner++) {
      const [u, v, w] = [0, 1, 2].map((axis) => {
        const end = (corner >> axis) & 1;
        return bounds[end][axis] + (end === 1 ? this.moreMm : -this.moreMm);
      });
      const prior: Vec3 = add(add(scale(basis.u, u), scale(basis.v, v)), scale(basis.w, w));
      toPlane(this.plane, applyMatrix(this.back, prior)).forEach((mm, axis) => {
        low[axis] = Math.min(low[axis], mm);
        high[axis] = Math.max(high[axis], mm);
      });
    }
    if (this.throughMm < low[2] || this.throughMm > high[2]) return undefined;
    const { columns, rows, stepMm, acrossMm, downMm } = this.lattice;
    const node = (mm: number, firstMm: number, last: number) => Math.min(last, Math.max(0, mm / stepMm - firstMm / stepMm));
    return {
      left: Math.max(0, Math.floor(node(low[0], acrossMm, columns - 1)) - 1),
      right: Math.min(columns - 1, Math.ceil(node(high[0], acrossMm, columns - 1)) + 1),
      top: Math.max(0, Math.floor(node(low[1], downMm, rows - 1)) - 1),
      bottom: Math.min(rows - 1, Math.ceil(node(high[1], downMm, rows - 1)) + 1),
    };
  }
}
