import type { CtImage } from '../../dicom/ct-image';
import { readDicom } from '../../dicom/read-dicom';
import { cross, type Vec3 } from '../../geometry/vec3';
import type { CtSeries } from '../../study/ct-series';
import type { HostFile } from '../host/host';
import type { CtVolume } from '../viewer/scene';
import { bytesOf } from './file-source';

/** Slices whose size, spacing or orientation differs from the first one's are of another scan and are left out. */
const fits = (a: CtSeries['images'][number], b: CtSeries['images'][number]): boolean =>
  a.columns === b.columns &&
  a.rows === b.rows &&
  Math.abs(a.columnSpacingMm - b.columnSpacingMm) < 1e-4 &&
  Math.abs(a.rowSpacingMm - b.rowSpacingMm) < 1e-4 &&
  a.imageOrientation.every((value, n) => Math.abs(value - b.imageOrientation[n]) < 1e-4);

/** A CT series as one block of Hounsfield units. Undefined where its pixels cannot be read. */
export async function ctVolume(series: CtSeries, files: ReadonlyMap<string, HostFile>): Promise<CtVolume | undefined> {
  const [first] = series.images;
  const slices = series.images.filter((image) => fits(first, image));
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
    toHounsfield(image, hounsfield.subarray(k * columns * rows, (k + 1) * columns * rows));
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

function toHounsfield({ storedValues, rescaleSlope, rescaleIntercept }: CtImage, out: Int16Array): void {
  const stored = storedValues();
  for (let n = 0; n < out.length; n++) {
    const value = Math.round(stored[n] * rescaleSlope + rescaleIntercept);
    out[n] = value < -32768 ? -32768 : value > 32767 ? 32767 : value;
  }
}
