import type { Ring, SlabStack } from './slab-stack';
import { dot, type Vec3 } from './vec3';

/** The same solid elsewhere. @param byMm in patient coordinates. */
export function shiftedStack({ basis, slabs }: SlabStack, byMm: Vec3): SlabStack {
  const [u, v, w] = [basis.u, basis.v, basis.w].map((axis) => dot(axis, byMm));
  const shifted = (ring: Ring): Ring => ring.map((at, n) => at + (n % 2 === 0 ? u : v));
  return {
    basis,
    slabs: slabs.map(({ bottomMm, topMm, rings }) => ({
      bottomMm: bottomMm + w,
      topMm: topMm + w,
      rings: rings.map(shifted),
    })),
  };
}
