import type { DataSet } from './data-set';
import type { Keyword } from './tag';

/*
 * Bounds of what can be a place in or about a patient. They are this program's own: no scanner or planning system has
 * coordinates beyond them, and grids and planes laid out over more would fill the memory.
 */

/** From the origin of the frame of reference along each axis. */
const FARTHEST_MM = 10_000;
/** From one point of a contour to another along an axis. */
const WIDEST_CONTOUR_MM = 3000;
const WIDEST_PIXEL_MM = 100;

/** What nothing in a room is away from anything, and no more than that is worth a figure. */
const BEYOND_FIGURES_MM = 1e6;
const lengthWords = (mm: number, unit = ''): string => (Math.abs(mm) > BEYOND_FIGURES_MM ? 'more than 1 km' : `${mm}${unit}`);
/** The values as the file has them; where one is beyond figures, that one. */
function all(valuesMm: ArrayLike<number>): string {
  const at = Array.from(valuesMm).findIndex((mm) => Math.abs(mm) > BEYOND_FIGURES_MM);
  return at < 0 ? Array.from(valuesMm).join('\\') : `${lengthWords(valuesMm[at])} as value ${at + 1}`;
}

const isNowhere = (mm: number) => !(Math.abs(mm) <= FARTHEST_MM);

/** @throws InputError where one of the places is farther away than any patient reaches. */
export function refuseNowhere(data: DataSet, keyword: Keyword, placesMm: ArrayLike<number>): void {
  const at = Array.from(placesMm).findIndex(isNowhere);
  if (at < 0) return;
  const found = placesMm.length > 3 ? `${lengthWords(placesMm[at])} as value ${at + 1}` : all(placesMm);
  throw data.refuse(keyword, found, 'places within 10 m of the origin, in mm');
}

/** @throws InputError where pixels are wider than any image or dose of a patient has them. */
export function refuseWidePixels(data: DataSet, spacingMm: readonly number[]): void {
  if (spacingMm.every((mm) => mm <= WIDEST_PIXEL_MM)) return;
  throw data.refuse('PixelSpacing', all(spacingMm), 'distances of at most 100 mm');
}

/** What makes points no contour of a patient; undefined where nothing does. @param pointsMm x, y, z of each. */
export function notOfAPatient(pointsMm: Float64Array): string | undefined {
  for (let axis = 0; axis < 3; axis++) {
    let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let n = axis; n < pointsMm.length; n += 3) {
      if (isNowhere(pointsMm[n])) return `${lengthWords(pointsMm[n], ' mm')} as value ${n + 1}`;
      least = Math.min(least, pointsMm[n]);
      most = Math.max(most, pointsMm[n]);
    }
    if (most - least > WIDEST_CONTOUR_MM) return `points ${Math.round(most - least)} mm apart along one axis`;
  }
  return undefined;
}
