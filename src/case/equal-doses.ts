import type { DoseGrid } from '../geometry/dose-grid';

/**
 * Of fewer different values a grid tells no dose from another: one that is the same everywhere, or a box of dose in a
 * phantom, is soon made twice. A bound of this program's own; a treatment's dose has thousands.
 */
const LEAST_VALUES = 8;

/**
 * Whether two grids hold the same values voxel for voxel, wherever they lie. Two treatments never do: not one plan
 * computed anew on another CT has the dose of the first to the last digit.
 */
export function haveEqualDoses(a: DoseGrid, b: DoseGrid): boolean {
  if (a.columns !== b.columns || a.rows !== b.rows || a.frames !== b.frames) return false;
  const [one, other] = [a.doseGy, b.doseGy];
  if (one !== other) for (let n = 0; n < one.length; n++) if (one[n] !== other[n]) return false;
  return hasManyValues(one);
}

function hasManyValues(doseGy: Float32Array): boolean {
  const seen = new Float32Array(LEAST_VALUES);
  let count = 0;
  for (let n = 0; n < doseGy.length; n++) {
    let at = 0;
    while (at < count && seen[at] !== doseGy[n]) at++;
    if (at < count) continue;
    seen[count++] = doseGy[n];
    if (count === LEAST_VALUES) return true;
  }
  return false;
}
