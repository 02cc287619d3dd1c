import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileBytes } from '../dicom/objects';
import { ct } from '../dicom/samples';

/* CT series of 512 × 512 × 200 for the desktop's figures: a body with lungs and a little texture. */

const SIZE = 512;
const SLICES = 200;
const PIXEL_MM = 0.9;
const SLICE_MM = 1.875;

/** Writes a series in a frame of reference. */
export function writeCt(folder: string, frame: string, series: string): void {
  mkdirSync(folder, { recursive: true });
  const pixels = new Int16Array(SIZE * SIZE);
  for (let k = 0; k < SLICES; k++) {
    const z = -185 + k * SLICE_MM;
    for (let j = 0, at = 0; j < SIZE; j++) {
      const y = (j - 255.5) * PIXEL_MM;
      for (let i = 0; i < SIZE; i++, at++) {
        const x = (i - 255.5) * PIXEL_MM;
        const isBody = (x / 180) ** 2 + (y / 110) ** 2 < 1;
        const isLung = Math.abs(z) < 125 && ((Math.abs(x) - 85) / 55) ** 2 + ((y + 5) / 80) ** 2 < 1;
        pixels[at] = (isLung ? -800 : isBody ? 40 : -1000) + ((i * 7 + j * 13 + k * 5) % 23) - 11;
      }
    }
    const fields = ct({
      SOPInstanceUID: `1.2.3.${series}.${k}`,
      SeriesInstanceUID: `1.2.3.${series}`,
      FrameOfReferenceUID: frame,
      SliceThickness: SLICE_MM,
      ImagePositionPatient: [-255.5 * PIXEL_MM, -255.5 * PIXEL_MM, z],
      Rows: SIZE,
      Columns: SIZE,
      PixelSpacing: [PIXEL_MM, PIXEL_MM],
      RescaleIntercept: 0,
      RescaleSlope: 1,
      PixelData: pixels,
    });
    writeFileSync(path.join(folder, `CT${String(k).padStart(3, '0')}.dcm`), fileBytes(fields));
  }
}
