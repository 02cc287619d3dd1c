import { matrixOfMap, type PointMap } from '../geometry/point-map';
import { applyMatrix } from '../geometry/transform';
import type { Vec3 } from '../geometry/vec3';

/** A body's length about the origin of a frame, mm. */
const BODY_MM = 1000;
const SAME_MM = 0.01;

/** Whether two maps send some point of a body to places apart. Deformations are the same only if they are one. */
export function mapsDiffer(a: PointMap, b: PointMap): boolean {
  const [first, second] = [matrixOfMap(a), matrixOfMap(b)];
  if (!first || !second) return true;
  const corners = [-1, 1].flatMap((x) =>
    [-1, 1].flatMap((y) => [-1, 1].map((z): Vec3 => [x * BODY_MM, y * BODY_MM, z * BODY_MM])),
  );
  return corners.some((corner) => {
    const [p, q] = [applyMatrix(first, corner), applyMatrix(second, corner)];
    return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]) > SAME_MM;
  });
}
