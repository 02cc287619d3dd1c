import type { RtDose } from '../dicom/rt-dose';

type Voxels = Pick<RtDose, 'pixels' | 'doseGridScaling'>;

const LARGEST_STORED = 2 ** 31 - 1;

/**
 * The stored values of planes one behind the other. Where the planes have one scaling they are kept as they are; where
 * each has its own, they are stored anew in 32 bits, to half a billionth of the highest dose.
 */
export function joinedPixels(planes: readonly Voxels[]): Voxels {
  const count = planes.reduce((sum, { pixels }) => sum + pixels.length, 0);
  const [{ doseGridScaling, pixels: first }] = planes;
  const isAlike = planes.every(
    (plane) => plane.doseGridScaling === doseGridScaling && plane.pixels.constructor === first.constructor,
  );
  if (isAlike) {
    const pixels = new (first.constructor as new (length: number) => RtDose['pixels'])(count);
    let at = 0;
    for (const plane of planes) {
      pixels.set(plane.pixels, at);
      at += plane.pixels.length;
    }
    return { pixels, doseGridScaling };
  }
  const unit = Math.max(...planes.map(highestOf)) / LARGEST_STORED || doseGridScaling;
  const pixels = new Int32Array(count);
  let at = 0;
  for (const plane of planes) {
    const factor = plane.doseGridScaling / unit;
    for (let n = 0; n < plane.pixels.length; n++) pixels[at++] = Math.round(plane.pixels[n] * factor);
  }
  return { pixels, doseGridScaling: unit };
}

function highestOf({ pixels, doseGridScaling }: Voxels): number {
  let top = 0;
  for (let n = 0; n < pixels.length; n++) if (Math.abs(pixels[n]) > top) top = Math.abs(pixels[n]);
  return top * doseGridScaling;
}
