import type { Vec3 } from './math';

/**
 * A true solid of the patient: on every axial plane between `zFrom` and `zTo` a star-shaped outline about a centre that
 * may wander with z. The ends are flat. In mm; x to the left, y to the back, z to the head.
 */
export interface Solid {
  readonly name: string;
  readonly zFrom: number;
  readonly zTo: number;
  centre(z: number): readonly [number, number];
  /** Distance of the outline from the centre in the direction `angle` (0 to the left, π/2 to the back). */
  radius(angle: number, z: number): number;
}

/** How far inside the outline a point lies, along the ray from the centre; above 0 inside. Flat ends count too. */
export function depth(solid: Solid, [x, y, z]: Vec3): number {
  const ends = Math.min(z - solid.zFrom, solid.zTo - z);
  if (ends <= 0) return ends;
  const [cx, cy] = solid.centre(z);
  const dx = x - cx;
  const dy = y - cy;
  return Math.min(ends, solid.radius(Math.atan2(dy, dx), z) - Math.sqrt(dx * dx + dy * dy));
}

/** Radius of an ellipse with half-axes `a`, `b`, the first turned by `turn`, in the direction `angle`. */
export function ellipseRadius(angle: number, a: number, b: number, turn = 0): number {
  const c = Math.cos(angle - turn) / a;
  const s = Math.sin(angle - turn) / b;
  return 1 / Math.sqrt(c * c + s * s);
}

/** The smaller turn from one angle to another, -π to π. */
export function turnBetween(from: number, to: number): number {
  const turn = to - from;
  return turn - 2 * Math.PI * Math.round(turn / (2 * Math.PI));
}

/** A tube with elliptic outline along a path, its size `scale(u)` of the full one, u from -1 to 1 along its length. */
export function tube(
  name: string,
  [zFrom, zTo]: readonly [number, number],
  path: (z: number) => readonly [number, number],
  [a, b]: readonly [number, number],
  scale: (u: number) => number = () => 1,
): Solid {
  const middle = (zFrom + zTo) / 2;
  const half = (zTo - zFrom) / 2;
  return { name, zFrom, zTo, centre: path, radius: (angle, z) => ellipseRadius(angle, a, b) * scale((z - middle) / half) };
}
