import type { SlabStack } from './slab-stack';

/** Least and greatest x, y and z in patient coordinates, mm. */
export type Box = readonly [low: readonly number[], high: readonly number[]];

/** The box on the patient's axes about a solid. @param marginMm how much wider on every side. */
export function boxOf({ basis: { u, v, w }, slabs }: SlabStack, marginMm = 0): Box {
  const low = [Infinity, Infinity, Infinity];
  const high = [-Infinity, -Infinity, -Infinity];
  for (const { rings, bottomMm, topMm } of slabs) {
    for (const ring of rings) {
      for (let n = 0; n < ring.length; n += 2) {
        for (const height of [bottomMm, topMm]) {
          for (let axis = 0; axis < 3; axis++) {
            const at = ring[n] * u[axis] + ring[n + 1] * v[axis] + height * w[axis];
            if (at < low[axis]) low[axis] = at;
            if (at > high[axis]) high[axis] = at;
          }
        }
      }
    }
  }
  return [low.map((mm) => mm - marginMm), high.map((mm) => mm + marginMm)];
}

/** Whether two boxes have room in common. */
export const areOverlapping = (a: Box, b: Box): boolean => [0, 1, 2].every((n) => a[0][n] < b[1][n] && b[0][n] < a[1][n]);
