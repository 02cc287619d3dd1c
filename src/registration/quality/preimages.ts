import { affinePart, mapPoints, matrixOfMap, type PointMap } from '../../geometry/point-map';
import { invert } from '../../geometry/transform';

const STEPS = 40;
/** Found where the map brings the point this near to its target. */
const NEAR_MM = 0.01;

/**
 * The points that a map brings to `targetsMm` (`count` x, y, z triplets, mm), found by stepping back along the map's
 * affine part, which converges where the deformation shortens or lengthens nothing to more than about twice. For places
 * and boxes only: no dose goes through it. NaN where it finds none (the map is unknown there, or folds).
 */
export function preimages(map: PointMap, targetsMm: Float64Array, count: number): Float64Array {
  const back = invert(affinePart(map));
  const found = new Float64Array(3 * count);
  mapPoints([{ matrix: back }], targetsMm, count, found);
  if (matrixOfMap(map)) return found;
  const mapped = new Float64Array(3 * count);
  const [m0, m1, m2, , m4, m5, m6, , m8, m9, m10] = back;
  for (let step = 0; step <= STEPS; step++) {
    mapPoints(map, found, count, mapped);
    let farthest = 0;
    for (let p = 0; p < 3 * count; p += 3) {
      const x = targetsMm[p] - mapped[p];
      const y = targetsMm[p + 1] - mapped[p + 1];
      const z = targetsMm[p + 2] - mapped[p + 2];
      const missMm = Math.hypot(x, y, z);
      if (missMm > farthest) farthest = missMm;
      if (step === STEPS && !(missMm <= NEAR_MM)) found[p] = found[p + 1] = found[p + 2] = Number.NaN;
      if (step === STEPS || missMm <= NEAR_MM) continue;
      found[p] += m0 * x + m1 * y + m2 * z;
      found[p + 1] += m4 * x + m5 * y + m6 * z;
      found[p + 2] += m8 * x + m9 * y + m10 * z;
    }
    if (farthest <= NEAR_MM && step < STEPS) step = STEPS - 1;
  }
  return found;
}
