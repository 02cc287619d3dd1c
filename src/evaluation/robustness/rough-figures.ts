import type { RoughFigures } from './joint-places';

/** The highest, and the means of the hottest and of the coldest twentieth, of some doses. */
export function roughFigures(doseGy: Float32Array): RoughFigures {
  const sorted = doseGy.slice().sort();
  const count = sorted.length;
  const part = Math.max(1, Math.round(count / 20));
  let [hottest, coldest] = [0, 0];
  for (let n = 0; n < part; n++) {
    coldest += sorted[n];
    hottest += sorted[count - 1 - n];
  }
  return { highestGy: sorted[count - 1], hottestGy: hottest / part, coldestGy: coldest / part };
}
