import { applyMatrix, determinant3, type Matrix4 } from '../../geometry/transform';
import { subtract, type Vec3 } from '../../geometry/vec3';

/**
 * A rigid motion about a centre: first the turns, about the patient axes through the centre (fixed in space, not carried
 * along), about x, then about y, then about z; then the shift. So `x' = centre + shift + Rz · Ry · Rx · (x - centre)`,
 * each turn by the right-hand rule (about z: from +x towards +y).
 */
export interface SixDegrees {
  readonly centreMm: Vec3;
  readonly shiftMm: Vec3;
  readonly turnDegrees: Vec3;
}

const RADIANS = Math.PI / 180;

/** The matrix of a motion given by its six degrees of freedom. */
export function matrixOfSixDegrees({ centreMm, shiftMm, turnDegrees }: SixDegrees): Matrix4 {
  const [cx, cy, cz] = turnDegrees.map((degrees) => Math.cos(degrees * RADIANS));
  const [sx, sy, sz] = turnDegrees.map((degrees) => Math.sin(degrees * RADIANS));
  const rows: readonly Vec3[] = [
    [cz * cy, cz * sy * sx - sz * cx, cz * sy * cx + sz * sx],
    [sz * cy, sz * sy * sx + cz * cx, sz * sy * cx - cz * sx],
    [-sy, cy * sx, cy * cx],
  ];
  const [c, t] = [centreMm, shiftMm];
  return [...rows.flatMap((r, n) => [...r, c[n] + t[n] - (r[0] * c[0] + r[1] * c[1] + r[2] * c[2])]), ...[0, 0, 0, 1]];
}

/** Matrices are exported with few digits; 0.001 over a body of half a metre is half a millimetre. */
const RIGID = 1e-3;
/** Within this of a turn of 90° about y (as its cosine) the turns about x and z are about one axis. */
const LOCKED = 1e-7;

/** Whether a matrix keeps all lengths and angles (to 0.001) and makes no mirror image. */
export function isRigid(m: Matrix4): boolean {
  if (!m.every(Number.isFinite) || determinant3(m) <= 0) return false;
  for (let a = 0; a < 3; a++) {
    for (let b = a; b < 3; b++) {
      const product = m[a] * m[b] + m[4 + a] * m[4 + b] + m[8 + a] * m[8 + b];
      if (Math.abs(product - (a === b ? 1 : 0)) > RIGID) return false;
    }
  }
  return true;
}

/**
 * The six degrees of freedom of a rigid matrix about a centre: the turn about y within ±90°, those about x and z within
 * ±180°. At a turn of ±90° about y (gimbal lock) only the sum or difference of the other two is determined: the turn
 * about x is then given as 0.
 * @returns undefined where the matrix is not rigid.
 */
export function sixDegreesOf(m: Matrix4, centreMm: Vec3): SixDegrees | undefined {
  if (!isRigid(m)) return undefined;
  const cosineY = Math.hypot(m[0], m[4]);
  const isLocked = cosineY < LOCKED;
  const turnDegrees: Vec3 = [
    isLocked ? 0 : Math.atan2(m[9], m[10]) / RADIANS,
    // Not -0, which the screen and JSON write in two ways.
    Math.atan2(0 - m[8], cosineY) / RADIANS,
    (isLocked ? Math.atan2(0 - m[1], m[5]) : Math.atan2(m[4], m[0])) / RADIANS,
  ];
  return { centreMm, shiftMm: subtract(applyMatrix(m, centreMm), centreMm), turnDegrees };
}

/** A rigid motion for the reader: the six degrees, how far the centre goes, and the angle of the one turn that they make. */
export interface RigidMotion extends SixDegrees {
  readonly distanceMm: number;
  readonly angleDegrees: number;
}

/** @returns undefined where the matrix is not rigid. */
export function rigidMotionOf(m: Matrix4, centreMm: Vec3): RigidMotion | undefined {
  const six = sixDegreesOf(m, centreMm);
  if (!six) return undefined;
  // By sine and cosine: the cosine alone loses angles below a hundredth of a degree to rounding.
  const sine = Math.hypot(m[9] - m[6], m[2] - m[8], m[4] - m[1]);
  const angleDegrees = Math.atan2(sine, m[0] + m[5] + m[10] - 1) / RADIANS;
  return { ...six, distanceMm: Math.hypot(...six.shiftMm), angleDegrees };
}
