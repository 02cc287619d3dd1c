import path from 'node:path';
import { commonModules, ds, type Series, SOP, type Study, uidOf, writeDicom } from './dicom-file';
import type { Vec3 } from './math';

/** An axial image grid: the centre of its first voxel, distances and numbers of voxels along x, y, z. */
export interface Grid {
  readonly origin: Vec3;
  readonly spacing: Vec3;
  readonly size: Vec3;
}

/** The SOP instance UIDs of a CT series, slice by slice. */
export const ctInstanceUids = (series: Series, grid: Grid): string[] =>
  Array.from({ length: grid.size[2] }, (_, k) => uidOf(`${series.uid} slice ${k}`));

/** Writes a CT series, one file for each slice (PS3.3 A.3). `hu` gives the Hounsfield units of voxel i, j, k. */
export function writeCt(
  folder: string,
  study: Study,
  series: Series,
  grid: Grid,
  hu: (i: number, j: number, k: number) => number,
): void {
  const { origin, spacing, size } = grid;
  const uids = ctInstanceUids(series, grid);
  for (let k = 0; k < size[2]; k++) {
    const pixels = new Uint16Array(size[0] * size[1]);
    for (let j = 0, n = 0; j < size[1]; j++) {
      for (let i = 0; i < size[0]; i++, n++) pixels[n] = Math.max(0, Math.min(4095, Math.round(hu(i, j, k)) + 1024));
    }
    const z = origin[2] + k * spacing[2];
    writeDicom(path.join(folder, `CT.${String(k + 1).padStart(3, '0')}.dcm`), {
      ...commonModules(study, series, SOP.ct, uids[k]),
      _vrMap: { PixelData: 'OW' },
      ImageType: ['ORIGINAL', 'PRIMARY', 'AXIAL'],
      AcquisitionDate: study.date,
      ContentDate: study.date,
      AcquisitionTime: '093000',
      ContentTime: '093000',
      BodyPartExamined: 'CHEST',
      SliceThickness: ds(spacing[2]),
      KVP: '120',
      PatientPosition: 'HFS',
      AcquisitionNumber: '1',
      InstanceNumber: String(k + 1),
      ImagePositionPatient: [origin[0], origin[1], z].map(ds),
      ImageOrientationPatient: ['1', '0', '0', '0', '1', '0'],
      SliceLocation: ds(z),
      SamplesPerPixel: 1,
      PhotometricInterpretation: 'MONOCHROME2',
      Rows: size[1],
      Columns: size[0],
      PixelSpacing: [spacing[1], spacing[0]].map(ds),
      BitsAllocated: 16,
      BitsStored: 12,
      HighBit: 11,
      PixelRepresentation: 0,
      WindowCenter: '40',
      WindowWidth: '400',
      RescaleIntercept: '-1024',
      RescaleSlope: '1',
      RescaleType: 'HU',
      PixelData: pixels.buffer,
    });
  }
}
