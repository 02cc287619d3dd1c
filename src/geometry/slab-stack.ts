import type { Vec3 } from './vec3';

/** Right-handed unit vectors of the contour planes: `u` and `v` in the plane, `w = u × v` along the slices. */
export interface PlaneBasis {
  readonly u: Vec3;
  readonly v: Vec3;
  readonly w: Vec3;
}

/**
 * A closed polygon in plane coordinates, mm: `[u0, v0, u1, v1, ...]`, the last point joined to the first.
 * Rings of one slab do not cross themselves or one another; inside is decided by the even-odd rule.
 */
export type Ring = Float64Array;

/** A prism: the same rings from `bottomMm` to `topMm` along `w`. */
export interface Slab {
  readonly bottomMm: number;
  readonly topMm: number;
  readonly rings: readonly Ring[];
}

/** The solid that an ROI is taken for: disjoint slabs in ascending order of `w`. Gaps between slabs are outside the ROI. */
export interface SlabStack {
  readonly basis: PlaneBasis;
  readonly slabs: readonly Slab[];
}

/** Whether two solids are of the same contours, coordinate by coordinate. */
export function isSameStack(a: SlabStack, b: SlabStack): boolean {
  if (a === b) return true;
  const isOne = (one: ArrayLike<number>, other: ArrayLike<number>): boolean => {
    if (one.length !== other.length) return false;
    for (let n = 0; n < one.length; n++) if (one[n] !== other[n]) return false;
    return true;
  };
  if (a.slabs.length !== b.slabs.length || !isOne(a.basis.w, b.basis.w) || !isOne(a.basis.u, b.basis.u)) return false;
  return a.slabs.every((slab, s) => {
    const { bottomMm, topMm, rings } = b.slabs[s];
    if (slab.bottomMm !== bottomMm || slab.topMm !== topMm || slab.rings.length !== rings.length) return false;
    return slab.rings.every((ring, r) => isOne(ring, rings[r]));
  });
}
