import type { SlabStack } from '../../geometry/slab-stack';

/** The points of a solid's rings at the bottom and the top of each slab: x, y, z of the first, of the second, and so on, mm. */
export function pointsOf({ basis: { u, v, w }, slabs }: SlabStack): Float64Array {
  const count = slabs.reduce((sum, { rings }) => sum + rings.reduce((points, ring) => points + ring.length, 0), 0);
  const out = new Float64Array(3 * count);
  let to = 0;
  for (const { rings, bottomMm, topMm } of slabs) {
    for (const ring of rings) {
      for (let n = 0; n < ring.length; n += 2) {
        for (const height of [bottomMm, topMm]) {
          for (let axis = 0; axis < 3; axis++) out[to++] = ring[n] * u[axis] + ring[n + 1] * v[axis] + height * w[axis];
        }
      }
    }
  }
  return out;
}
