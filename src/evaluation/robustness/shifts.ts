import type { Vec3 } from '../../geometry/vec3';

/** The 26 shifts of a cube's faces, edges and corners: each of x, y, z moved by the margin one way, the other, or not. */
export function shiftsOf(marginMm: number): Vec3[] {
  const steps = [-marginMm, 0, marginMm];
  return steps
    .flatMap((x) => steps.flatMap((y) => steps.map((z): Vec3 => [x, y, z])))
    .filter((shift) => shift.some((mm) => mm !== 0));
}
