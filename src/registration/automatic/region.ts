import { InputError } from '../../input-error';
import { type GridImage, type IndexBox, indexAt } from './grid-image';

/**
 * The part of the fixed patient that is to be matched: the box, along the fixed CT's axes, about an ROI's contour
 * points and a margin. A box, because elastix's WebAssembly package takes no masks.
 */
export interface Region {
  /** For the messages: the ROI's name. */
  readonly name: string;
  /** x, y, z of the first point, of the second, and so on, in the fixed frame of reference. */
  readonly pointsMm: Float64Array;
  readonly marginMm: number;
}

/** Enough voxels on each axis for the coarsest level. */
const LEAST_MM = 30;

/** @throws InputError where the region has no points, is not within the image, or is too small to be matched. */
export function boxOfRegion(image: GridImage, { name, pointsMm, marginMm }: Region): IndexBox {
  const low = [Infinity, Infinity, Infinity];
  const high = [-Infinity, -Infinity, -Infinity];
  for (let n = 0; n < pointsMm.length; n += 3) {
    const at = indexAt(image, [pointsMm[n], pointsMm[n + 1], pointsMm[n + 2]]);
    for (let axis = 0; axis < 3; axis++) {
      if (at[axis] < low[axis]) low[axis] = at[axis];
      if (at[axis] > high[axis]) high[axis] = at[axis];
    }
  }
  const empty = [0, 1, 2].some((n) => !(low[n] <= high[n]) || high[n] < 0 || low[n] > image.size[n] - 1);
  const bounds = (n: number): [number, number] => [
    Math.max(0, Math.floor(low[n])),
    Math.min(image.size[n] - 1, Math.ceil(high[n])),
  ];
  const [i, j, k] = [bounds(0), bounds(1), bounds(2)];
  const box = empty ? undefined : padded(image, { from: [i[0], j[0], k[0]], to: [i[1], j[1], k[1]] }, marginMm);
  if (box && [0, 1, 2].every((n) => (box.to[n] - box.from[n]) * image.spacingMm[n] >= LEAST_MM)) return box;
  throw new InputError({
    where: `region ${name}`,
    found: box ? 'a box that is too small to be matched' : 'no part of it within the patient on the fixed CT',
    needed: `at least ${LEAST_MM} mm along each axis of the fixed CT, margin included`,
  });
}

/** A box made larger on all sides, as far as the image goes. */
export function padded({ size, spacingMm }: GridImage, { from, to }: IndexBox, marginMm: number): IndexBox {
  const margin = (n: number) => Math.ceil(marginMm / spacingMm[n]);
  const low = (n: number) => Math.max(0, from[n] - margin(n));
  const high = (n: number) => Math.min(size[n] - 1, to[n] + margin(n));
  return { from: [low(0), low(1), low(2)], to: [high(0), high(1), high(2)] };
}
