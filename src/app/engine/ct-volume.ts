import type { CtImage } from '../../dicom/ct-image';
import { readDicom } from '../../dicom/read-dicom';
import { cross, type Vec3 } from '../../geometry/vec3';
import type { CtSeries } from '../../study/ct-series';
import { shiftMm } from '../../study/ct-stack';
import type { HostFile } from '../host/host';
import type { CtVolume } from '../viewer/scene';
import { bytesOf } from './file-source';

/**
 * The stack of a CT series as one block of Hounsfield units; slices that are shifted against the first, as those of a
 * tilted gantry are, are put straight. Undefined where its pixels cannot be read.
 */
export async function ctVolume(series: CtSeries, files: ReadonlyMap<string, HostFile>): Promise<CtVolume | undefined> {
  const slices = series.images;
  const [first] = slices;
  const { columns, rows, imageOrientation: o } = first;
  const alongRow: Vec3 = [o[0], o[1], o[2]];
  const alongColumn: Vec3 = [o[3], o[4], o[5]];
  const normal = cross(alongRow, alongColumn);
  const hounsfield = new Int16Array(columns * rows * slices.length);
  const along = ({ imagePositionMm: p }: { imagePositionMm: readonly number[] }) =>
    p[0] * normal[0] + p[1] * normal[1] + p[2] * normal[2];
  const sliceOffsetsMm = new Float64Array(slices.length);
  for (const [k, slice] of slices.entries()) {
    const file = files.get(slice.file);
    if (!file) return undefined;
    const image = readDicom({ path: slice.file, bytes: await bytesOf(file) });
    if (image.kind !== 'ct') return undefined;
    const [right, down] = shiftMm(first, slice);
    const shift = { columns: right / first.columnSpacingMm, rows: down / first.rowSpacingMm };
    toHounsfield(image, shift, hounsfield.subarray(k * columns * rows, (k + 1) * columns * rows));
    sliceOffsetsMm[k] = along(slice) - along(slices[0]);
  }
  return {
    frameOfReferenceUid: first.frameOfReferenceUid ?? '',
    columns,
    rows,
    slices: slices.length,
    originMm: [...slices[0].imagePositionMm],
    alongRow,
    alongColumn,
    normal,
    columnSpacingMm: first.columnSpacingMm,
    rowSpacingMm: first.rowSpacingMm,
    sliceOffsetsMm,
    hounsfield,
  };
}

/** Outside of a shifted slice there is air. */
const AIR = -1000;
/** Shifts by rounding, in pixels. */
const NO_SHIFT = 0.01;

/** @param shift of the slice's corner against the block's, in pixels. */
function toHounsfield(image: CtImage, shift: { columns: number; rows: number }, out: Int16Array): void {
  const { storedValues, rescaleSlope, rescaleIntercept, columns, rows } = image;
  const stored = storedValues();
  const isStraight = Math.abs(shift.columns) < NO_SHIFT && Math.abs(shift.rows) < NO_SHIFT;
  for (let j = 0, n = 0; j < rows; j++) {
    for (let i = 0; i < columns; i++, n++) {
      const at = isStraight ? stored[n] : between(stored, columns, rows, i - shift.columns, j - shift.rows);
      const value = Number.isNaN(at) ? AIR : Math.round(at * rescaleSlope + rescaleIntercept);
      out[n] = value < -32768 ? -32768 : value > 32767 ? 32767 : value;
    }
  }
}

/** Bilinear between the centres of pixels; NaN outside of them. */
function between(values: ArrayLike<number>, columns: number, rows: number, column: number, row: number): number {
  const [i, j] = [Math.min(Math.floor(column), columns - 2), Math.min(Math.floor(row), rows - 2)];
  if (i < 0 || j < 0 || column > columns - 1 || row > rows - 1) return Number.NaN;
  const [a, b] = [column - i, row - j];
  const n = i + columns * j;
  const upper = values[n] * (1 - a) + values[n + 1] * a;
  const lower = values[n + columns] * (1 - a) + values[n + columns + 1] * a;
  return upper * (1 - b) + lower * b;
}
