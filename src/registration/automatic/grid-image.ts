import type { Vec3 } from '../../geometry/vec3';

/** Three numbers, one for each axis of a grid: an index or a count, never a patient point. */
export type Index3 = readonly [i: number, j: number, k: number];

/** An image on an evenly spaced, perpendicular grid in patient coordinates. Voxel (i, j, k) at `i + size[0] * (j + size[1] * k)`. */
export interface GridImage {
  readonly size: Index3;
  readonly spacingMm: readonly [number, number, number];
  /** Centre of voxel (0, 0, 0). */
  readonly originMm: Vec3;
  /** Unit vectors along i, j and k. */
  readonly axes: readonly [Vec3, Vec3, Vec3];
  readonly values: Float32Array;
}

/** Part of a grid, both ends included. */
export interface IndexBox {
  readonly from: Index3;
  readonly to: Index3;
}

/** Patient point of a (fractional) index. */
export function pointAt({ originMm: o, spacingMm: s, axes: [u, v, w] }: Omit<GridImage, 'values'>, [i, j, k]: Index3): Vec3 {
  const [a, b, c] = [i * s[0], j * s[1], k * s[2]];
  return [o[0] + a * u[0] + b * v[0] + c * w[0], o[1] + a * u[1] + b * v[1] + c * w[1], o[2] + a * u[2] + b * v[2] + c * w[2]];
}

/** Fractional index of a patient point. */
export function indexAt(
  { originMm: o, spacingMm: s, axes }: Omit<GridImage, 'values'>,
  [x, y, z]: Vec3,
): [number, number, number] {
  const [dx, dy, dz] = [x - o[0], y - o[1], z - o[2]];
  const along = (n: number) => (dx * axes[n][0] + dy * axes[n][1] + dz * axes[n][2]) / s[n];
  return [along(0), along(1), along(2)];
}

/** The voxels of a box, as an image of their own. */
export function crop(image: GridImage, { from, to }: IndexBox): GridImage {
  const size: Index3 = [to[0] - from[0] + 1, to[1] - from[1] + 1, to[2] - from[2] + 1];
  const values = new Float32Array(size[0] * size[1] * size[2]);
  for (let k = 0, at = 0; k < size[2]; k++) {
    for (let j = 0; j < size[1]; j++, at += size[0]) {
      const start = from[0] + image.size[0] * (from[1] + j + image.size[1] * (from[2] + k));
      values.set(image.values.subarray(start, start + size[0]), at);
    }
  }
  return { ...image, size, originMm: pointAt(image, from), values };
}

/** Averages blocks of voxels; what is left over at the far ends is dropped. */
export function average(image: GridImage, [fi, fj, fk]: Index3): GridImage {
  if (fi === 1 && fj === 1 && fk === 1) return image;
  const [ni, nj] = image.size;
  const size: Index3 = [Math.floor(ni / fi), Math.floor(nj / fj), Math.floor(image.size[2] / fk)];
  const values = new Float32Array(size[0] * size[1] * size[2]);
  const share = 1 / (fi * fj * fk);
  for (let k = 0; k < size[2] * fk; k++) {
    for (let j = 0; j < size[1] * fj; j++) {
      const row = ni * (j + nj * k);
      const out = size[0] * (Math.floor(j / fj) + size[1] * Math.floor(k / fk));
      for (let i = 0, at = row; i < size[0]; i++) {
        let sum = 0;
        for (let n = 0; n < fi; n++, at++) sum += image.values[at];
        values[out + i] += sum * share;
      }
    }
  }
  const { spacingMm: s } = image;
  return {
    size,
    spacingMm: [s[0] * fi, s[1] * fj, s[2] * fk],
    originMm: pointAt(image, [(fi - 1) / 2, (fj - 1) / 2, (fk - 1) / 2]),
    axes: image.axes,
    values,
  };
}
