import { affinePart, mapPoint, type PointMap } from '../../geometry/point-map';
import { applyMatrix, determinant3, invert } from '../../geometry/transform';
import { length, subtract, type Vec3 } from '../../geometry/vec3';

const CLOSE_MM = 0.01;
const STEPS = 60;

/**
 * The planned place of a point of the prior frame: x with `plannedToPrior(x) = priorMm` within 0.01 mm. Sought by the
 * inverse of the map's affine part, which finds it at once for affine maps and closes in on it for deformations that
 * stretch by less than their own length; undefined where it does not, as where the map is unknown or folds.
 */
export function plannedPlace(plannedToPrior: PointMap, priorMm: Vec3): Vec3 | undefined {
  const affine = affinePart(plannedToPrior);
  if (Math.abs(determinant3(affine)) < 1e-9) return undefined;
  const back = invert(affine);
  let x = applyMatrix(back, priorMm);
  for (let n = 0; n < STEPS; n++) {
    const there = mapPoint(plannedToPrior, x);
    if (!there) return undefined;
    if (length(subtract(there, priorMm)) < CLOSE_MM) return x;
    const nearer = applyMatrix(back, priorMm);
    const here = applyMatrix(back, there);
    x = [x[0] + nearer[0] - here[0], x[1] + nearer[1] - here[1], x[2] + nearer[2] - here[2]];
  }
  return undefined;
}
