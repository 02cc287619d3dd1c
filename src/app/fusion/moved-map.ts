import { affineMap, composeMaps, type PointMap } from '../../geometry/point-map';
import type { Matrix4 } from '../../geometry/transform';
import { unit, type Vec3 } from '../../geometry/vec3';

/** A turn of the prior picture on the planned one, right-handed about `axis` through `centreMm`. */
export interface Turn {
  readonly axis: Vec3;
  readonly degrees: number;
  readonly centreMm: Vec3;
}

/** The map after the prior picture was moved by `shiftMm` on the planned one: it shows at x what it showed at x − shift. */
export const shiftedMap = (plannedToPrior: PointMap, [x, y, z]: Vec3): PointMap =>
  composeMaps(affineMap([1, 0, 0, -x, 0, 1, 0, -y, 0, 0, 1, -z, 0, 0, 0, 1]), plannedToPrior);

/** The map after the prior picture was turned on the planned one. */
export const turnedMap = (plannedToPrior: PointMap, turn: Turn): PointMap =>
  composeMaps(affineMap(rotation({ ...turn, degrees: -turn.degrees })), plannedToPrior);

/** Rotation about an axis through a point (Rodrigues' formula). */
export function rotation({ axis, degrees, centreMm: c }: Turn): Matrix4 {
  const [x, y, z] = unit(axis);
  const angle = (degrees * Math.PI) / 180;
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const rest = 1 - cos;
  const r = [
    [cos + x * x * rest, x * y * rest - z * sin, x * z * rest + y * sin],
    [y * x * rest + z * sin, cos + y * y * rest, y * z * rest - x * sin],
    [z * x * rest - y * sin, z * y * rest + x * sin, cos + z * z * rest],
  ];
  const row = ([p, q, s]: readonly number[], n: 0 | 1 | 2) => [p, q, s, c[n] - p * c[0] - q * c[1] - s * c[2]];
  return [...row(r[0], 0), ...row(r[1], 1), ...row(r[2], 2), 0, 0, 0, 1];
}
