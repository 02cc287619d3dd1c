import { type DoseSurvey, mostWithin, surveyDose } from '../dose-survey';
import { type DoseField, inOwnFrame, interpolateDose, liesOutside } from '../interpolate';
import { affinePart, mapPoints, matrixOfMap } from '../point-map';
import type { PlaneBasis } from '../slab-stack';
import { dot, type Vec3 } from '../vec3';
import type { Counting } from './counting';

/** A deformation may stretch a small box by this much, and by some mm, beyond what its matrices do. */
const STRETCH = 1.5;
const STRETCH_MM = 1;
/** Directions closer than this are one. */
const PARALLEL = 1 - 1e-9;

/** A dose asked for in plane coordinates (u, v, w) of the contours. */
export interface PeakField {
  readonly field: DoseField & { readonly survey: DoseSurvey };
  /** The 3 × 3 part from (u, v, w) to mm along the grid's row, column and normal, absolute values. */
  readonly reach: Float64Array;
  readonly isDeformed: boolean;
  /** What the dose counts for, where that is not the dose itself. */
  readonly counting?: Counting;
  /** The grid's axis (0 row, 1 column, 2 normal) that runs along w, where one does; and which way. */
  readonly along: { readonly axis: 0 | 1 | 2; readonly sign: number } | undefined;
}

export function peakField(of: DoseField, { u, v, w }: PlaneBasis): PeakField {
  const field = { ...of, survey: of.survey ?? surveyDose(of.grid) };
  const m = affinePart(field.toGridFrame);
  const { alongRow, alongColumn, normal } = field.grid;
  const carried = [u, v, w].map(
    ([x, y, z]): Vec3 => [m[0] * x + m[1] * y + m[2] * z, m[4] * x + m[5] * y + m[6] * z, m[8] * x + m[9] * y + m[10] * z],
  );
  const axes = [alongRow, alongColumn, normal];
  const reach = Float64Array.from(axes.flatMap((axis) => carried.map((side) => Math.abs(dot(axis, side)))));
  const isDeformed = matrixOfMap(field.toGridFrame) === undefined;
  const found = isDeformed ? -1 : axes.findIndex((axis) => Math.abs(dot(axis, carried[2])) > PARALLEL);
  const along = found < 0 ? undefined : { axis: found as 0 | 1 | 2, sign: Math.sign(dot(axes[found], carried[2])) };
  return { field, reach, isDeformed, along };
}

/**
 * Carries `count` points (x, y, z, mm) into the grid: `axes` gets mm along its row, column and normal from the first
 * voxel, `doseGy` the dose, NaN outside. `mapped` is working memory of 3 `count`.
 */
export function lookUp(
  field: PeakField,
  pointsMm: Float64Array,
  count: number,
  mapped: Float64Array,
  axes: Float64Array,
  doseGy: Float32Array,
): void {
  place(field, pointsMm, count, mapped, axes);
  interpolateDose(inOwnFrame(field.field.grid), mapped, count, doseGy);
  field.counting?.turn(doseGy, count);
}

/** The same without the dose. */
export function place(
  { field: { grid, toGridFrame } }: PeakField,
  pointsMm: Float64Array,
  count: number,
  mapped: Float64Array,
  axes: Float64Array,
): void {
  mapPoints(toGridFrame, pointsMm, count, mapped);
  const { alongRow: r, alongColumn: c, normal: n, originMm: o } = grid;
  for (let p = 0; p < 3 * count; p += 3) {
    const x = mapped[p] - o[0];
    const y = mapped[p + 1] - o[1];
    const z = mapped[p + 2] - o[2];
    axes[p] = r[0] * x + r[1] * y + r[2] * z;
    axes[p + 1] = c[0] * x + c[1] * y + c[2] * z;
    axes[p + 2] = n[0] * x + n[1] * y + n[2] * z;
  }
}

/** Where points (x, y, z, mm) are in each field's grid, see `place`. */
export function axesOf(fields: readonly PeakField[], pointsMm: Float64Array, count: number): Float64Array[] {
  const mapped = new Float64Array(3 * count);
  return fields.map((field) => {
    const axes = new Float64Array(3 * count);
    place(field, pointsMm, count, mapped, axes);
    return axes;
  });
}

const ONE = new Float32Array(1);

/** What a dose that bounds others counts for. */
export function counted({ counting }: PeakField, doseGy: number): number {
  if (!counting || doseGy === -Infinity) return doseGy;
  ONE[0] = doseGy;
  counting.turn(ONE, 1);
  return ONE[0];
}

/**
 * The highest voxel that has a part in the dose of a box of half sides `hu`, `hv`, `hw` about the point whose grid mm are
 * at `axes[at]`; -Infinity where the box lies outside the grid or nobody knows where.
 * @param isRough what the survey's cells have that hold those voxels: quick, and not below it.
 */
export function highestInBox(
  of: PeakField,
  axes: Float64Array,
  at: number,
  hu: number,
  hv: number,
  hw: number,
  isRough = false,
): number {
  return counted(of, highestVoxel(of, axes, at, hu, hv, hw, isRough));
}

function highestVoxel(
  { field: { grid, survey }, reach, isDeformed }: PeakField,
  axes: Float64Array,
  at: number,
  hu: number,
  hv: number,
  hw: number,
  isRough: boolean,
): number {
  if (Number.isNaN(axes[at])) return isDeformed ? survey.highestGy : -Infinity;
  const stretch = isDeformed ? STRETCH : 1;
  const more = isDeformed ? STRETCH_MM : 0;
  const x = (reach[0] * hu + reach[1] * hv + reach[2] * hw) * stretch + more;
  const y = (reach[3] * hu + reach[4] * hv + reach[5] * hw) * stretch + more;
  const z = (reach[6] * hu + reach[7] * hv + reach[8] * hw) * stretch + more;
  const { columns, rows, frames, columnSpacingMm, rowSpacingMm, frameOffsetsMm, doseGy } = grid;
  const [mmX, mmY, mmZ] = [axes[at], axes[at + 1], axes[at + 2]];
  if (liesOutside(grid, mmX - x, mmX + x, mmY - y, mmY + y, mmZ - z, mmZ + z)) return -Infinity;
  const i0 = Math.max(0, Math.floor((axes[at] - x) / columnSpacingMm));
  const i1 = Math.min(columns - 1, Math.ceil((axes[at] + x) / columnSpacingMm));
  const j0 = Math.max(0, Math.floor((axes[at + 1] - y) / rowSpacingMm));
  const j1 = Math.min(rows - 1, Math.ceil((axes[at + 1] + y) / rowSpacingMm));
  const lowMm = axes[at + 2] - z;
  const highMm = axes[at + 2] + z;
  let k0 = 0;
  let k1 = frames - 1;
  const perFrame = frames > 1 ? (frameOffsetsMm[k1] - frameOffsetsMm[0]) / k1 : 1;
  // Begins near the place, were the frames even, and walks.
  k0 = Math.min(k1, Math.max(0, Math.floor((lowMm - frameOffsetsMm[0]) / perFrame)));
  while (k0 > 0 && frameOffsetsMm[k0] > lowMm) k0--;
  while (k0 < frames - 1 && frameOffsetsMm[k0 + 1] <= lowMm) k0++;
  k1 = k0;
  while (k1 < frames - 1 && frameOffsetsMm[k1] < highMm) k1++;
  if (isRough) return mostWithin(survey, i0, i1, j0, j1, k0, k1);
  let most = -Infinity;
  for (let k = k0; k <= k1; k++) {
    for (let j = j0; j <= j1; j++) {
      const line = columns * (j + rows * k);
      for (let i = i0; i <= i1; i++) if (doseGy[line + i] > most) most = doseGy[line + i];
    }
  }
  return most;
}

/** Where along w, from one height to another, the planes of voxel centres of the grid lie, ascending or descending. */
export function planesBetween({ field: { grid }, along }: PeakField, axesAtZero: Vec3, lowMm: number, highMm: number): number[] {
  if (!along) return [];
  const { axis, sign } = along;
  const offsets =
    axis === 2
      ? grid.frameOffsetsMm
      : Float64Array.from({ length: axis === 0 ? grid.columns : grid.rows }, (_, n) =>
          axis === 0 ? n * grid.columnSpacingMm : n * grid.rowSpacingMm,
        );
  const heights: number[] = [];
  for (const mm of offsets) {
    const w = sign * (mm - axesAtZero[axis]);
    if (w > lowMm - 1e-4 && w < highMm + 1e-4) heights.push(Math.min(highMm, Math.max(lowMm, w)));
  }
  return heights;
}
