import { applyMatrix, invert } from '../../../src/geometry/transform';
import type { Vec3 } from '../../../src/geometry/vec3';
import { rigidMatrix } from './phantom';

/** What the tests ask to be found: 12, −8, 5 mm and 3°, −2°, 4°, from fixed to moving. */
export const RIGID = rigidMatrix([12, -8, 5], [3, -2, 4]);
export const RIGID_BACK = invert(RIGID);

/** Two swellings of up to 12.7 mm and 12.2 mm, on the left and on the right, that fade within 60 mm. */
function swelling([x, y, z]: Vec3): Vec3 {
  const left = Math.exp(-((x - 60) ** 2 + (y + 10) ** 2 + (z + 20) ** 2) / (2 * 55 ** 2));
  const right = Math.exp(-((x + 70) ** 2 + (y - 20) ** 2 + (z - 10) ** 2) / (2 * 60 ** 2));
  return [6 * left - 7 * right, 6 * right - 5 * left, 10 * left - 8 * right];
}

/** From the moving scan to the anatomy, whose frame the fixed scan has: back by the rigid motion, less the swelling. */
export function deformedToAnatomy(point: Vec3): Vec3 {
  const p = applyMatrix(RIGID_BACK, point);
  const u = swelling(p);
  return [p[0] - u[0], p[1] - u[1], p[2] - u[2]];
}

/** Its inverse, where a fixed point lies in the moving scan: p = a + swelling(p) by repetition, which gains a digit each time. */
export function anatomyToDeformed(anatomy: Vec3): Vec3 {
  let p = anatomy;
  for (let n = 0; n < 40; n++) {
    const u = swelling(p);
    p = [anatomy[0] + u[0], anatomy[1] + u[1], anatomy[2] + u[2]];
  }
  return applyMatrix(RIGID, p);
}

export const distanceMm = (a: Vec3, b: Vec3): number => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
