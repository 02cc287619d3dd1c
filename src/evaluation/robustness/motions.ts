import type { Vec3 } from '../../geometry/vec3';
import { shiftsOf } from './shifts';

/** How the prior courses are moved against the anatomy, in codes and facts. */
export type MotionCause =
  | { readonly code: 'shift'; readonly facts: { readonly xMm: number; readonly yMm: number; readonly zMm: number } }
  | {
      readonly code: 'rotation';
      readonly facts: { readonly degrees: number; readonly axis: 'x' | 'y' | 'z'; readonly about: 'organ' | 'target' };
    };

/** Where a person may turn the courses about: a point of the anatomy, mm. */
export interface Pivot {
  readonly about: 'organ' | 'target';
  readonly atMm: Vec3;
}

/**
 * A motion of the prior courses. A course that is moved has at x what it had before at x + δ(x), where
 * δ = `back` · (x, y, z, 1): three rows of four numbers, mm of the anatomy.
 */
export interface Motion {
  readonly cause: MotionCause;
  readonly back: readonly number[];
}

export const shiftMotion = ([x, y, z]: Vec3): Motion => ({
  cause: { code: 'shift', facts: { xMm: x, yMm: y, zMm: z } },
  back: [0, 0, 0, -x, 0, 0, 0, -y, 0, 0, 0, -z],
});

/** A turn by `degrees` about an axis of the patient through a point (right-hand rule). */
export function rotationMotion(axis: 'x' | 'y' | 'z', degrees: number, { about, atMm }: Pivot): Motion {
  // The way back is the turn the other way round.
  const [c, s] = [Math.cos((degrees * Math.PI) / 180), -Math.sin((degrees * Math.PI) / 180)];
  const linear =
    axis === 'x'
      ? [0, 0, 0, 0, c - 1, -s, 0, s, c - 1]
      : axis === 'y'
        ? [c - 1, 0, s, 0, 0, 0, -s, 0, c - 1]
        : [c - 1, -s, 0, s, c - 1, 0, 0, 0, 0];
  const back = [0, 1, 2].flatMap((row) => {
    const own = linear.slice(3 * row, 3 * row + 3);
    return [...own, -(own[0] * atMm[0] + own[1] * atMm[1] + own[2] * atMm[2])];
  });
  return { cause: { code: 'rotation', facts: { degrees, axis, about } }, back };
}

/** The 26 shifts on the margin, and turns either way about each axis through each pivot. */
export function motionsOf(marginMm: number, rotationDegrees: number, pivots: readonly Pivot[]): Motion[] {
  const turns =
    rotationDegrees > 0
      ? pivots.flatMap((pivot) =>
          (['x', 'y', 'z'] as const).flatMap((axis) =>
            [rotationDegrees, -rotationDegrees].map((degrees) => rotationMotion(axis, degrees, pivot)),
          ),
        )
      : [];
  return [...shiftsOf(marginMm).map(shiftMotion), ...turns];
}

/** How far a shift goes, mm; turns come after every shift. */
export const lengthOf = ({ cause }: Motion): number =>
  cause.code === 'shift' ? Math.hypot(cause.facts.xMm, cause.facts.yMm, cause.facts.zMm) : Infinity;

/** How far a motion takes the farthest of some points, mm. */
export function farthestOf({ back: b }: Motion, corners: readonly Vec3[]): number {
  return corners.reduce((most, [x, y, z]) => {
    const moved = [0, 4, 8].map((r) => b[r] * x + b[r + 1] * y + b[r + 2] * z + b[r + 3]);
    return Math.max(most, Math.hypot(moved[0], moved[1], moved[2]));
  }, 0);
}
