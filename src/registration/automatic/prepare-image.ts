import { InputError } from '../../input-error';
import { average, type GridImage } from './grid-image';
import type { RegistrationVolume } from './volume';

/** Below is air; above, bone, contrast and metal differ between scans by more than they tell about position. */
export const AIR_HU = -1000;
export const DENSEST_HU = 800;

/** In-plane voxels that are aimed at: more cost time and memory and, at some 2 mm, bring nothing to an alignment. */
const IN_PLANE = 256;
/** Slices are averaged up to this distance. */
const SLICE_MM = 3;
const FEWEST_VOXELS = 8;

/**
 * A CT as the registration wants it: Hounsfield units clipped, large planes averaged down to about 256 voxels a side,
 * thin slices to at most 3 mm, uneven slices interpolated to even distances.
 * @throws InputError where the volume has no frame of reference or fewer than 8 voxels along an axis.
 */
export function prepareImage(volume: RegistrationVolume, which: string): GridImage {
  const { columns, rows, slices, sliceOffsetsMm } = volume;
  if (!volume.frameOfReferenceUid) {
    throw new InputError({ where: `${which} CT`, found: 'no frame of reference', needed: 'FrameOfReferenceUID (0020,0052)' });
  }
  if (Math.min(columns, rows, slices) < FEWEST_VOXELS) {
    const found = `${columns} × ${rows} × ${slices} voxels`;
    throw new InputError({ where: `${which} CT`, found, needed: `at least ${FEWEST_VOXELS} along each axis` });
  }
  const values = new Float32Array(columns * rows * slices);
  for (let n = 0; n < values.length; n++) {
    const value = volume.hounsfield[n];
    values[n] = value > AIR_HU ? (value < DENSEST_HU ? value : DENSEST_HU) : AIR_HU;
  }
  const axes = [volume.alongRow, volume.alongColumn, volume.normal] as const;
  const inPlane = Math.max(1, Math.round(columns / IN_PLANE), Math.round(rows / IN_PLANE));
  const finest: GridImage = {
    size: [columns, rows, slices],
    spacingMm: [volume.columnSpacingMm, volume.rowSpacingMm, sliceOffsetsMm[1] - sliceOffsetsMm[0]],
    originMm: volume.originMm,
    axes,
    values,
  };
  const even = withEvenSlices(average(finest, [inPlane, inPlane, 1]), sliceOffsetsMm);
  return average(even, [1, 1, Math.max(1, Math.floor(SLICE_MM / even.spacingMm[2] + 0.01))]);
}

/** Slices at their median distance, each interpolated linearly between its neighbours. */
function withEvenSlices(image: GridImage, offsetsMm: Float64Array): GridImage {
  const last = offsetsMm.length - 1;
  const gaps = Float64Array.from({ length: last }, (_, k) => offsetsMm[k + 1] - offsetsMm[k]).sort();
  const meanMm = (offsetsMm[last] - offsetsMm[0]) / last;
  const [ni, nj] = image.size;
  if (gaps[last - 1] - gaps[0] < 0.02 * meanMm) return { ...image, spacingMm: [image.spacingMm[0], image.spacingMm[1], meanMm] };
  const spacing = gaps[gaps.length >> 1];
  const count = Math.floor((offsetsMm[last] - offsetsMm[0]) / spacing + 1e-6) + 1;
  const plane = ni * nj;
  const values = new Float32Array(plane * count);
  for (let k = 0, below = 0; k < count; k++) {
    const at = offsetsMm[0] + k * spacing;
    while (below < last - 1 && offsetsMm[below + 1] <= at) below++;
    const share = Math.min(1, (at - offsetsMm[below]) / (offsetsMm[below + 1] - offsetsMm[below]));
    for (let n = 0; n < plane; n++) {
      const low = image.values[below * plane + n];
      values[k * plane + n] = low + share * (image.values[(below + 1) * plane + n] - low);
    }
  }
  return { ...image, size: [ni, nj, count], spacingMm: [image.spacingMm[0], image.spacingMm[1], spacing], values };
}
