import { describe, expect, it } from 'vitest';
import { ctVolume } from '../../../src/app/engine/ct-volume';
import { readDicom } from '../../../src/dicom/read-dicom';
import { ctSeriesOf } from '../../../src/study/ct-series';
import { type Fields, fileBytes } from '../../dicom/objects';
import { ct } from '../../dicom/samples';
import { hostFile } from './sample-files';

/*
 * Slices whose Hounsfield units are a linear function of the place in the patient: a volume that is put together rightly
 * has that function's value at each of its voxels, in whatever way the slices were taken.
 */

const SIZE = 12;
const hounsfield = (x: number, y: number, z: number) => Math.round(2 * x + 3 * y - z);
type Vec6 = readonly [number, number, number, number, number, number];

function sliceFile(name: string, corner: readonly [number, number, number], o: Vec6, more: Fields = {}) {
  const values = Int16Array.from({ length: SIZE * SIZE }, (_, n) => {
    const [i, j] = [n % SIZE, Math.floor(n / SIZE)];
    return hounsfield(corner[0] + i * o[0] + j * o[3], corner[1] + i * o[1] + j * o[4], corner[2] + i * o[2] + j * o[5]);
  });
  return hostFile(
    name,
    fileBytes(
      ct({
        SOPInstanceUID: `1.2.3.${name}`,
        ImagePositionPatient: [...corner],
        ImageOrientationPatient: [...o],
        PixelSpacing: [1, 1],
        Rows: SIZE,
        Columns: SIZE,
        RescaleIntercept: 0,
        RescaleSlope: 1,
        PixelData: values,
        ...more,
      }),
    ),
  );
}

async function volumeOf(files: readonly ReturnType<typeof sliceFile>[]) {
  const images = await Promise.all(
    files.map(async ({ path, file }) => readDicom({ path, bytes: new Uint8Array(await file!.arrayBuffer()) })),
  );
  const { series } = ctSeriesOf(images.flatMap((image) => (image.kind === 'ct' ? [image] : [])));
  return ctVolume(series[0], new Map(files.map((file) => [file.path, file])));
}

/** The largest difference from the function over all voxels that are no air, and how many those are. */
function differenceOf(volume: NonNullable<Awaited<ReturnType<typeof ctVolume>>>) {
  const { originMm: p, alongRow, alongColumn, normal, sliceOffsetsMm } = volume;
  let [most, counted] = [0, 0];
  for (let n = 0; n < volume.hounsfield.length; n++) {
    if (volume.hounsfield[n] === -1000) continue;
    const [i, j, w] = [n % SIZE, Math.floor(n / SIZE) % SIZE, sliceOffsetsMm[Math.floor(n / SIZE / SIZE)]];
    const [x, y, z] = [0, 1, 2].map((axis) => p[axis] + i * alongRow[axis] + j * alongColumn[axis] + w * normal[axis]);
    most = Math.max(most, Math.abs(volume.hounsfield[n] - hounsfield(x, y, z)));
    counted++;
  }
  return { most, counted };
}

const AXIAL: Vec6 = [1, 0, 0, 0, 1, 0];

describe('ctVolume', () => {
  it('is the stack of the series, without what is no part of it', async () => {
    const scan = [0, 3, 6, 9].map((z) => sliceFile(`${z}`, [0, 0, z], AXIAL));
    const volume = await volumeOf([
      ...scan,
      sliceFile('100', [0, 0, 4], AXIAL, { ImageType: 'ORIGINAL\\PRIMARY\\LOCALIZER' }),
      sliceFile('101', [0, 0, 6], AXIAL, { InstanceNumber: 77, RescaleIntercept: 500 }),
      sliceFile('102', [0, 0, 12], AXIAL, { FrameOfReferenceUID: '1.2.99' }),
    ]);
    expect(Array.from(volume!.sliceOffsetsMm)).toEqual([0, 3, 6, 9]);
    expect(differenceOf(volume!)).toEqual({ most: 0, counted: SIZE * SIZE * 4 });
  });

  it('of a tilted gantry is put straight', async () => {
    const [c, s] = [Math.cos(0.3), Math.sin(0.3)];
    const scan = [0, 3, 6, 9].map((z) => sliceFile(`${z}`, [0, 0, z], [1, 0, 0, 0, c, s]));
    const volume = await volumeOf(scan);
    const { most, counted } = differenceOf(volume!);
    // Twice rounded to whole units.
    expect(most).toBeLessThanOrEqual(1);
    // The fourth slice is shifted by 9 sin 0.3 = 2.66 rows: 3 of its 12 rows are outside, 2 of the third's, 1 of the second's.
    expect(counted).toBe(SIZE * (12 + 11 + 10 + 9));
  });

  it('of slices with a moved field of view is put straight', async () => {
    const scan = [0, 3, 6].map((z) => sliceFile(`${z}`, [z === 3 ? 2.5 : 0, 0, z], AXIAL));
    const { most, counted } = differenceOf((await volumeOf(scan))!);
    expect(most).toBeLessThanOrEqual(1);
    expect(counted).toBe(SIZE * (12 + 9 + 12));
  });
});
