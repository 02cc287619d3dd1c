import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readDicom } from '../../../src/dicom/read-dicom';
import { cross, dot, type Vec3 } from '../../../src/geometry/vec3';
import type { RegistrationVolume } from '../../../src/registration/automatic/volume';

/** The CT whose slices lie in a folder, among other files or not; all slices must have one geometry. */
export function ctOfFolder(folder: string): RegistrationVolume {
  const images = readdirSync(folder)
    .map((name) => readDicom({ path: name, bytes: new Uint8Array(readFileSync(path.join(folder, name))) }))
    .flatMap((object) => (object.kind === 'ct' ? [object] : []));
  const [{ imageOrientation: o, columns, rows, columnSpacingMm, rowSpacingMm, frameOfReferenceUid }] = images;
  const alongRow: Vec3 = [o[0], o[1], o[2]];
  const alongColumn: Vec3 = [o[3], o[4], o[5]];
  const normal = cross(alongRow, alongColumn);
  const positionMm = ({ imagePositionMm: p }: (typeof images)[number]): Vec3 => [p[0], p[1], p[2]];
  const along = (image: (typeof images)[number]) => dot(positionMm(image), normal);
  images.sort((a, b) => along(a) - along(b));
  const hounsfield = new Int16Array(columns * rows * images.length);
  for (const [k, { storedValues, rescaleSlope, rescaleIntercept }] of images.entries()) {
    hounsfield.set(
      storedValues().map((value) => value * rescaleSlope + rescaleIntercept),
      k * columns * rows,
    );
  }
  return {
    frameOfReferenceUid: frameOfReferenceUid!,
    columns,
    rows,
    slices: images.length,
    originMm: positionMm(images[0]),
    alongRow,
    alongColumn,
    normal,
    columnSpacingMm,
    rowSpacingMm,
    sliceOffsetsMm: Float64Array.from(images, (image) => along(image) - along(images[0])),
    hounsfield,
  };
}
