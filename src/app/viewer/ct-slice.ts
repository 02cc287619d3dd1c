import type { Vec3 } from '../../geometry/vec3';
import type { PixelRow, PlaneGeometry } from './plane';
import { nearestIndex, toPlane } from './plane';
import type { CtVolume } from './scene';

/** Copies the CT of a view's picture `index` (along `plane.through`) into `out`, row by row. */
export type SliceReader = (index: number, out: Int16Array) => void;

/** For each pixel: place of its voxel along one axis, of the next one, and the next one's share in 1/4096. */
interface Steps {
  readonly at: Int32Array;
  readonly next: Int32Array;
  readonly share: Int32Array;
  readonly between: boolean;
}

const FULL = 4096;

const strideOf = (ct: CtVolume, axis: 0 | 1 | 2): number => (axis === 0 ? 1 : axis === 1 ? ct.columns : ct.columns * ct.rows);

function stepsOf(ct: CtVolume, row: PixelRow): Steps {
  const { centresMm, count, sign } = row;
  const stride = strideOf(ct, row.volumeAxis);
  const last = centresMm.length - 1;
  const place = (n: number) => stride * (sign > 0 ? n : last - n);
  const at = new Int32Array(count);
  const next = new Int32Array(count);
  const share = new Int32Array(count);
  let between = false;
  for (let p = 0, n = 0; p < count; p++) {
    const mm = row.firstMm + p * row.stepMm;
    while (n < last - 1 && centresMm[n + 1] <= mm) n++;
    const gap = last > 0 ? centresMm[n + 1] - centresMm[n] : 1;
    const part = Math.round((Math.min(1, Math.max(0, (mm - centresMm[n]) / gap)) || 0) * FULL);
    // A slice within 1/40 of a slice distance is shown as it is.
    const low = part < FULL / 40 ? 0 : part > FULL - FULL / 40 ? FULL : part;
    at[p] = place(low === FULL ? n + 1 : n);
    next[p] = place(Math.min(n + 1, last));
    share[p] = low === FULL ? 0 : low;
    if (share[p] > 0) between = true;
  }
  return { at, next, share, between };
}

/**
 * Reader of a view's pictures. Pixels are voxels; only where slices are unevenly spaced, rows between two slices are
 * linear between them.
 */
export function sliceReader(ct: CtVolume, plane: PlaneGeometry): SliceReader {
  const across = stepsOf(ct, plane.across);
  const down = stepsOf(ct, plane.down);
  const width = plane.across.count;
  const height = plane.down.count;
  const { sign, volumeAxis, centresMm } = plane.through;
  const stride = strideOf(ct, volumeAxis);
  const hu = ct.hounsfield;
  const contiguous = plane.across.volumeAxis === 0 && plane.across.sign > 0;

  return (index, out) => {
    const base = stride * (sign > 0 ? index : centresMm.length - 1 - index);
    let n = 0;
    for (let r = 0; r < height; r++) {
      const row = base + down.at[r];
      const share = down.share[r];
      if (share > 0) {
        const below = base + down.next[r];
        for (let c = 0; c < width; c++, n++) {
          const offset = across.at[c];
          out[n] = (hu[row + offset] * (FULL - share) + hu[below + offset] * share + FULL / 2) >> 12;
        }
      } else if (across.between) {
        for (let c = 0; c < width; c++, n++) {
          const part = across.share[c];
          out[n] = (hu[row + across.at[c]] * (FULL - part) + hu[row + across.next[c]] * part + FULL / 2) >> 12;
        }
      } else if (contiguous) {
        out.set(hu.subarray(row, row + width), n);
        n += width;
      } else {
        for (let c = 0; c < width; c++, n++) out[n] = hu[row + across.at[c]];
      }
    }
  };
}

/** Hounsfield units of the voxel that holds a point; undefined outside the volume. */
export function hounsfieldAt(ct: CtVolume, plane: PlaneGeometry, point: Vec3): number | undefined {
  const place = toPlane(plane, point);
  let at = 0;
  for (const [n, axis] of [plane.across, plane.down, plane.through].entries()) {
    const { centresMm, sign, volumeAxis } = axis;
    const last = centresMm.length - 1;
    const half = volumeAxis === 0 ? ct.columnSpacingMm / 2 : volumeAxis === 1 ? ct.rowSpacingMm / 2 : halfSlice(centresMm);
    if (!(place[n] >= centresMm[0] - half && place[n] <= centresMm[last] + half)) return undefined;
    const index = nearestIndex(centresMm, place[n]);
    at += strideOf(ct, volumeAxis) * (sign > 0 ? index : last - index);
  }
  return ct.hounsfield[at];
}

function halfSlice(centresMm: Float64Array): number {
  const count = centresMm.length;
  return count > 1 ? (centresMm[count - 1] - centresMm[0]) / (count - 1) / 2 : 1;
}
