import { InputError } from '../../input-error';
import type { PlaneBasis, Ring, Slab, SlabStack } from '../slab-stack';
import { cross, dot, length, subtract, type Vec3 } from '../vec3';

/** Largest sine of the angle between planes, and largest difference of unit vectors, that are taken for the same. */
const TOLERANCE = 1e-6;

/**
 * The stack in plane coordinates of `basis`. The same stack where the bases agree within 1e-6 (0.5 µm at 500 mm);
 * turned exactly where the planes are parallel but their axes are not, as for two exporters' axis conventions.
 * InputError where the planes are not parallel.
 */
export function expressedIn(basis: PlaneBasis, stack: SlabStack): SlabStack {
  const own = stack.basis;
  if (close(own.u, basis.u) && close(own.v, basis.v) && close(own.w, basis.w)) return stack;
  if (!areParallel(own, basis)) {
    throw new InputError({
      found: `contours on planes of different orientation (normals ${written(basis.w)} and ${written(own.w)})`,
      needed: 'structures contoured on parallel planes, to combine them slice by slice',
    });
  }
  const uu = dot(own.u, basis.u);
  const uv = dot(own.u, basis.v);
  const vu = dot(own.v, basis.u);
  const vv = dot(own.v, basis.v);
  const turned = (ring: Ring): Ring => {
    const result = new Float64Array(ring.length);
    for (let p = 0; p < ring.length; p += 2) {
      result[p] = ring[p] * uu + ring[p + 1] * vu;
      result[p + 1] = ring[p] * uv + ring[p + 1] * vv;
    }
    return result;
  };
  const upright = dot(own.w, basis.w) > 0;
  const slabs = stack.slabs.map((slab): Slab => {
    const [bottomMm, topMm] = upright ? [slab.bottomMm, slab.topMm] : [-slab.topMm, -slab.bottomMm];
    return { bottomMm, topMm, rings: slab.rings.map(turned) };
  });
  return { basis, slabs: upright ? slabs : slabs.reverse() };
}

/** Whether contours of both lie on parallel planes. */
export const areParallel = (a: PlaneBasis, b: PlaneBasis): boolean => length(cross(a.w, b.w)) <= TOLERANCE;

const close = (a: Vec3, b: Vec3): boolean => length(subtract(a, b)) <= TOLERANCE;
const written = (a: Vec3): string => `(${a.map((x) => x.toFixed(4)).join(', ')})`;
