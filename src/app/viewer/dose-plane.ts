import { type DoseField, interpolateDose } from '../../geometry/interpolate';
import { affinePart, farthestMm } from '../../geometry/point-map';
import { applyMatrix, invert } from '../../geometry/transform';
import type { Vec3 } from '../../geometry/vec3';
import { edgesMm, type PlaneGeometry, toPatient, toPlane } from './plane';

/** Square lattice on a picture: node (i, j) at (acrossMm + i * stepMm, downMm + j * stepMm). */
export interface Lattice {
  readonly columns: number;
  readonly rows: number;
  readonly acrossMm: number;
  readonly downMm: number;
  readonly stepMm: number;
}

const STEP_MM = { finest: 1.5, coarsest: 2 };
/** Nodes of a lattice at most; beyond that its step grows. */
const MOST_NODES = 120_000;

/**
 * Corners of a box around a dose grid (outer edges of its voxels) in the frame that the field is asked in; as much larger
 * as a deformation on the way may move points.
 */
function cornersOf({ grid, toGridFrame }: DoseField): Vec3[] {
  const back = invert(affinePart(toGridFrame));
  const moreMm = farthestMm(toGridFrame);
  const wider = ([from, to]: readonly [number, number]) => [from - moreMm, to + moreMm];
  const columns = wider([-0.5 * grid.columnSpacingMm, (grid.columns - 0.5) * grid.columnSpacingMm]);
  const rows = wider([-0.5 * grid.rowSpacingMm, (grid.rows - 0.5) * grid.rowSpacingMm]);
  const frames = wider([grid.frameOffsetsMm[0] - grid.endCapMm[0], grid.frameOffsetsMm[grid.frames - 1] + grid.endCapMm[1]]);
  return Array.from({ length: 8 }, (_, corner) => {
    const [c, r, f] = [columns[corner & 1], rows[(corner >> 1) & 1], frames[corner >> 2]];
    return applyMatrix(back, [
      grid.originMm[0] + c * grid.alongRow[0] + r * grid.alongColumn[0] + f * grid.normal[0],
      grid.originMm[1] + c * grid.alongRow[1] + r * grid.alongColumn[1] + f * grid.normal[1],
      grid.originMm[2] + c * grid.alongRow[2] + r * grid.alongColumn[2] + f * grid.normal[2],
    ]);
  });
}

/** The lattice that covers what of the dose grid the pictures of a view can show; undefined where they never meet it. */
export function latticeOf(plane: PlaneGeometry, field: DoseField): Lattice | undefined {
  const corners = cornersOf(field).map((corner) => toPlane(plane, corner));
  const range = (n: 0 | 1, [from, to]: readonly [number, number]) => [
    Math.max(from, Math.min(...corners.map((corner) => corner[n]))),
    Math.min(to, Math.max(...corners.map((corner) => corner[n]))),
  ];
  const [left, right] = range(0, edgesMm(plane.across));
  const [top, bottom] = range(1, edgesMm(plane.down));
  if (!(right > left && bottom > top)) return undefined;
  const { columnSpacingMm, rowSpacingMm } = field.grid;
  const fine = Math.min(STEP_MM.coarsest, Math.max(STEP_MM.finest, Math.min(columnSpacingMm, rowSpacingMm)));
  const stepMm = Math.max(fine, Math.sqrt(((right - left) * (bottom - top)) / MOST_NODES));
  // Nodes as far from one edge as from the other.
  const columns = Math.max(2, Math.floor((right - left) / stepMm + 1e-6) + 1);
  const rows = Math.max(2, Math.floor((bottom - top) / stepMm + 1e-6) + 1);
  return {
    columns,
    rows,
    stepMm,
    acrossMm: (left + right - (columns - 1) * stepMm) / 2,
    downMm: (top + bottom - (rows - 1) * stepMm) / 2,
  };
}

/** Samples a dose on the planes of a view. Its arrays are made once and overwritten by every plane. */
export class DosePlane {
  readonly lattice: Lattice;
  /** Gy at the lattice's nodes, row by row; NaN outside the dose grid. */
  readonly doseGy: Float32Array;
  private readonly inPlane: Float64Array;
  private readonly points: Float64Array;
  private readonly field: DoseField;
  private readonly direction: Vec3;
  private at = Number.NaN;

  constructor(plane: PlaneGeometry, field: DoseField, lattice: Lattice) {
    this.field = field;
    this.lattice = lattice;
    this.direction = plane.through.direction;
    const count = lattice.columns * lattice.rows;
    this.doseGy = new Float32Array(count);
    this.points = new Float64Array(3 * count);
    this.inPlane = new Float64Array(3 * count);
    for (let j = 0, n = 0; j < lattice.rows; j++) {
      for (let i = 0; i < lattice.columns; i++, n += 3) {
        const point = toPatient(plane, lattice.acrossMm + i * lattice.stepMm, lattice.downMm + j * lattice.stepMm, 0);
        this.inPlane.set(point, n);
      }
    }
  }

  /** Doses of the plane at `throughMm`, in `doseGy`. */
  sample(throughMm: number): Float32Array {
    if (throughMm === this.at) return this.doseGy;
    this.at = throughMm;
    const { points, inPlane, direction } = this;
    const x = throughMm * direction[0];
    const y = throughMm * direction[1];
    const z = throughMm * direction[2];
    for (let n = 0; n < points.length; n += 3) {
      points[n] = inPlane[n] + x;
      points[n + 1] = inPlane[n + 1] + y;
      points[n + 2] = inPlane[n + 2] + z;
    }
    interpolateDose(this.field, points, this.doseGy.length, this.doseGy);
    return this.doseGy;
  }
}

/** A dose that goes by a name, as where it is written out under the pointer. */
export interface NamedField {
  readonly label: string;
  readonly field: DoseField;
}

const point = new Float64Array(3);
const dose = new Float32Array(1);

/** The dose of each field at a point of the patient; undefined where a field does not reach. */
export function valuesAt(pointMm: Vec3, fields: readonly DoseField[]): (number | undefined)[] {
  point.set(pointMm);
  return fields.map((field) => {
    interpolateDose(field, point, 1, dose);
    return Number.isNaN(dose[0]) ? undefined : dose[0];
  });
}
