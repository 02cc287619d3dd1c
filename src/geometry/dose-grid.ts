import { InputError } from '../input-error';
import { cross, dot, length, type Vec3 } from './vec3';

/**
 * Physical dose of one object on its own grid, in patient coordinates of its frame of reference.
 * Voxel (i, j, k) is at index `i + columns * (j + rows * k)`; its centre is
 * `originMm + i * columnSpacingMm * alongRow + j * rowSpacingMm * alongColumn + frameOffsetsMm[k] * normal`.
 * Frames are in ascending order of offset, which is kept as given (not averaged).
 */
export interface DoseGrid {
  readonly frameOfReferenceUid: string;
  readonly columns: number;
  readonly rows: number;
  readonly frames: number;
  readonly originMm: Vec3;
  readonly alongRow: Vec3;
  readonly alongColumn: Vec3;
  readonly normal: Vec3;
  readonly columnSpacingMm: number;
  readonly rowSpacingMm: number;
  readonly frameOffsetsMm: Float64Array;
  /** How far the dose is taken to reach beyond the first and the last frame's centre: half the neighbouring distance. */
  readonly endCapMm: readonly [first: number, last: number];
  readonly doseGy: Float32Array;
}

/** The attributes of an RT Dose that the grid is made from, as read (PS3.3 C.7.6.2, C.8.8.3). */
export interface DoseGridAttributes {
  readonly file: string;
  readonly frameOfReferenceUid?: string | undefined;
  readonly columns: number;
  readonly rows: number;
  readonly frames: number;
  readonly imagePositionMm: readonly number[];
  readonly imageOrientation: readonly number[];
  readonly rowSpacingMm: number;
  readonly columnSpacingMm: number;
  readonly gridFrameOffsetsMm?: Float64Array | undefined;
  readonly sliceThicknessMm?: number | undefined;
  readonly doseGridScaling: number;
  readonly pixels: Uint16Array | Int16Array | Uint32Array | Int32Array;
}

const UNIT_TOLERANCE = 1e-3;
/** A first offset this near to 0 is 0: some exporters compute it, and write what is left of rounding. */
const ZERO_OFFSET_MM = 1e-3;
const NO_OFFSETS = '(3004,000C) GridFrameOffsetVector';

function orientation(attributes: DoseGridAttributes): { alongRow: Vec3; alongColumn: Vec3; normal: Vec3 } {
  const o = attributes.imageOrientation;
  const alongRow: Vec3 = [o[0], o[1], o[2]];
  const alongColumn: Vec3 = [o[3], o[4], o[5]];
  const lengths = [length(alongRow), length(alongColumn)];
  if (lengths.some((l) => !(Math.abs(l - 1) < UNIT_TOLERANCE)) || Math.abs(dot(alongRow, alongColumn)) > UNIT_TOLERANCE) {
    throw new InputError({
      file: attributes.file,
      where: '(0020,0037) ImageOrientationPatient',
      found: o.join('\\'),
      needed: 'two perpendicular unit vectors',
    });
  }
  const normal = cross(alongRow, alongColumn);
  return { alongRow, alongColumn, normal };
}

/**
 * Distances of the frames from the first one along the normal (PS3.3 C.8.8.3.2): relative where the first value is 0;
 * otherwise patient z coordinates, allowed only for axial grids and only where the first equals ImagePositionPatient's z.
 */
function relativeOffsets(attributes: DoseGridAttributes, normal: Vec3): Float64Array {
  const { file, frames, gridFrameOffsetsMm: given } = attributes;
  if (!given || given.length === 0) {
    if (frames === 1) return Float64Array.of(0);
    throw new InputError({ file, where: NO_OFFSETS, found: 'nothing', needed: `${frames} offsets, one for each frame` });
  }
  if (given.length !== frames) {
    throw new InputError({ file, where: NO_OFFSETS, found: `${given.length} values`, needed: `${frames}, one for each frame` });
  }
  if (Math.abs(given[0]) <= ZERO_OFFSET_MM) return given.map((value) => value - given[0]);
  const z = attributes.imagePositionMm[2];
  const axial = Math.abs(Math.abs(normal[2]) - 1) < UNIT_TOLERANCE;
  if (!axial || Math.abs(given[0] - z) > 0.01) {
    throw new InputError({
      file,
      where: NO_OFFSETS,
      found: `a first value of ${given[0]} with ImagePositionPatient z = ${z}${axial ? '' : ' on a grid that is not axial'}`,
      needed: 'offsets that start at 0, or patient z coordinates that start at the image position of an axial grid',
    });
  }
  return given.map((value) => (value - given[0]) * Math.sign(normal[2]));
}

/**
 * Makes the grid of an RT Dose.
 * @param factor multiplies the stored dose beside DoseGridScaling (1 for GY; what the user's word makes of other units).
 * @throws InputError on a contradictory orientation, offset vector or frame of reference.
 */
export function makeDoseGrid(attributes: DoseGridAttributes, factor = 1): DoseGrid {
  const { file, columns, rows, frames, pixels } = attributes;
  if (!attributes.frameOfReferenceUid) {
    throw new InputError({ file, where: '(0020,0052) FrameOfReferenceUID', found: 'nothing', needed: 'the frame of the dose' });
  }
  const { alongRow, alongColumn, normal } = orientation(attributes);
  const offsets = relativeOffsets(attributes, normal);
  const order = Array.from(offsets.keys()).sort((a, b) => offsets[a] - offsets[b]);
  const frameOffsetsMm = Float64Array.from(order, (k) => offsets[k]);
  for (let k = 1; k < frames; k++) {
    if (!(frameOffsetsMm[k] - frameOffsetsMm[k - 1] > 1e-3)) {
      throw new InputError({
        file,
        where: NO_OFFSETS,
        found: 'two frames at the same place',
        needed: 'one frame for each position',
      });
    }
  }
  const [x, y, z] = attributes.imagePositionMm;
  const single = (attributes.sliceThicknessMm ?? 0) / 2;
  const endCapMm: [number, number] =
    frames === 1
      ? [single, single]
      : [(frameOffsetsMm[1] - frameOffsetsMm[0]) / 2, (frameOffsetsMm[frames - 1] - frameOffsetsMm[frames - 2]) / 2];

  const doseGy = new Float32Array(columns * rows * frames);
  const plane = columns * rows;
  const gyPerUnit = attributes.doseGridScaling * factor;
  for (let k = 0; k < frames; k++) {
    const source = order[k] * plane;
    const target = k * plane;
    for (let n = 0; n < plane; n++) doseGy[target + n] = pixels[source + n] * gyPerUnit;
  }
  return {
    frameOfReferenceUid: attributes.frameOfReferenceUid,
    columns,
    rows,
    frames,
    originMm: [x, y, z],
    alongRow,
    alongColumn,
    normal,
    columnSpacingMm: attributes.columnSpacingMm,
    rowSpacingMm: attributes.rowSpacingMm,
    frameOffsetsMm,
    endCapMm,
    doseGy,
  };
}

/** Whether two grids have the same voxels (within 1 µm), so that their doses may be added voxel by voxel. */
export function sameVoxels(a: DoseGrid, b: DoseGrid): boolean {
  const close = (p: number, q: number) => Math.abs(p - q) < 1e-3;
  const closeAll = (p: readonly number[], q: readonly number[]) => p.every((value, n) => close(value, q[n]));
  return (
    a.frameOfReferenceUid === b.frameOfReferenceUid &&
    a.columns === b.columns &&
    a.rows === b.rows &&
    a.frames === b.frames &&
    close(a.columnSpacingMm, b.columnSpacingMm) &&
    close(a.rowSpacingMm, b.rowSpacingMm) &&
    closeAll(a.originMm, b.originMm) &&
    closeAll(a.alongRow, b.alongRow) &&
    closeAll(a.alongColumn, b.alongColumn) &&
    closeAll([...a.frameOffsetsMm], [...b.frameOffsetsMm])
  );
}

/** The grid that holds the voxel-wise sum of doses on the same voxels (BEAM doses of one plan). */
export function sumDoseGrids(grids: readonly DoseGrid[], file: string): DoseGrid {
  const [first, ...others] = grids;
  if (others.length === 0) return first;
  const doseGy = Float32Array.from(first.doseGy);
  for (const other of others) {
    if (!sameVoxels(first, other)) {
      throw new InputError({
        file,
        where: 'dose grid',
        found: 'beam doses on different grids',
        needed: 'beam doses of one plan on one grid',
      });
    }
    for (let n = 0; n < doseGy.length; n++) doseGy[n] += other.doseGy[n];
  }
  return { ...first, doseGy };
}
