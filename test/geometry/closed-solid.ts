import { type DoseField, interpolateDose } from '../../src/geometry/interpolate';
import type { SlabStack } from '../../src/geometry/slab-stack';

/** What is asked of the doses of several fields at one point. */
export type Question = (doses: readonly number[]) => number;

/** The highest of a question over a fine lattice of the closed solid: faces, walls and vertices with it. */
export function counted(stack: SlabStack, fields: readonly DoseField[], of: Question, stepMm = 0.25): number {
  const { u, v, w } = stack.basis;
  const flat: number[] = [];
  const add = (a: number, b: number, c: number) =>
    flat.push(a * u[0] + b * v[0] + c * w[0], a * u[1] + b * v[1] + c * w[1], a * u[2] + b * v[2] + c * w[2]);
  for (const { rings, bottomMm, topMm } of stack.slabs) {
    const layers = Math.ceil((topMm - bottomMm) / stepMm);
    for (let l = 0; l <= layers; l++) {
      const c = bottomMm + ((topMm - bottomMm) * l) / layers;
      for (const ring of rings) {
        for (let p = 0; p < ring.length; p += 2) {
          const q = (p + 2) % ring.length;
          for (let t = 0; t < 8; t++)
            add(ring[p] + ((ring[q] - ring[p]) * t) / 8, ring[p + 1] + ((ring[q + 1] - ring[p + 1]) * t) / 8, c);
        }
      }
      const us = rings.flatMap((ring) => [...ring].filter((_, n) => n % 2 === 0));
      const vs = rings.flatMap((ring) => [...ring].filter((_, n) => n % 2 === 1));
      for (let a = Math.floor(Math.min(...us)); a <= Math.max(...us); a += stepMm) {
        for (let b = Math.floor(Math.min(...vs)); b <= Math.max(...vs); b += stepMm) if (holds(rings, a, b)) add(a, b, c);
      }
    }
  }
  const points = Float64Array.from(flat);
  const count = flat.length / 3;
  const doses = fields.map((field) => {
    const out = new Float32Array(count);
    interpolateDose(field, points, count, out);
    return out;
  });
  let most = -Infinity;
  for (let n = 0; n < count; n++) {
    const gy = of(doses.map((dose) => dose[n]));
    if (gy > most) most = gy;
  }
  return most;
}

function holds(rings: readonly Float64Array[], u: number, v: number): boolean {
  let inside = false;
  for (const ring of rings)
    for (let p = 0, q = ring.length - 2; p < ring.length; q = p, p += 2)
      if (
        ring[p + 1] > v !== ring[q + 1] > v &&
        u < ((ring[q] - ring[p]) * (v - ring[p + 1])) / (ring[q + 1] - ring[p + 1]) + ring[p]
      )
        inside = !inside;
  return inside;
}
