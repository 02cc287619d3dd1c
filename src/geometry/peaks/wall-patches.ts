import type { Ring, SlabStack } from '../slab-stack';
import type { PatchList } from './patch-list';
import { axesOf, highestInBox, type PeakField } from './peak-fields';
import type { PeakPool } from './peak-pool';

/** Edges of a contour that are looked at together at first. */
const RUN_EDGES = 32;
const RUN_MM = 4;

/** The walls of the hot slabs: each edge of a contour from the slab's bottom to its top, where it may be higher. */
export function addWalls(
  { basis, slabs }: SlabStack,
  fields: readonly PeakField[],
  hotSlabs: Uint8Array,
  pool: PeakPool,
  patches: PatchList,
): void {
  const { u, v, w } = basis;
  const highest = new Float64Array(fields.length);
  slabs.forEach(({ rings, bottomMm, topMm }, s) => {
    if (!hotSlabs[s]) return;
    const runs = rings.flatMap(runsOf);
    const pw = (bottomMm + topMm) / 2;
    const centres = Float64Array.from(
      runs.flatMap(({ pu, pv }) => [0, 1, 2].map((axis) => pu * u[axis] + pv * v[axis] + pw * w[axis])),
    );
    const axes = axesOf(fields, centres, runs.length);
    runs.forEach(({ ring, from, to, hu, hv }, r) => {
      for (let p = 0; p < fields.length; p++) {
        highest[p] = highestInBox(fields[p], axes[p], 3 * r, hu, hv, (topMm - bottomMm) / 2);
      }
      if (!pool.mayBeExceededBy(highest)) return;
      for (let e = from; e < to; e++) {
        const [a, b] = [2 * e, (2 * e + 2) % ring.length];
        patches.add(ring[a], ring[a + 1], bottomMm, ring[b] - ring[a], ring[b + 1] - ring[a + 1], 0, 0, topMm - bottomMm, s, 0);
      }
    });
  });
}

/** The edges of a ring in runs of neighbours, each with the middle and the half sides of its box. */
function runsOf(ring: Ring) {
  const points = ring.length / 2;
  const runs: { ring: Ring; from: number; to: number; pu: number; pv: number; hu: number; hv: number }[] = [];
  for (let from = 0; from < points; ) {
    let [lowU, highU, lowV, highV] = [ring[2 * from], ring[2 * from], ring[2 * from + 1], ring[2 * from + 1]];
    let to = from;
    do {
      to++;
      const p = 2 * (to % points);
      lowU = Math.min(lowU, ring[p]);
      highU = Math.max(highU, ring[p]);
      lowV = Math.min(lowV, ring[p + 1]);
      highV = Math.max(highV, ring[p + 1]);
    } while (to < points && to - from < RUN_EDGES && highU - lowU < RUN_MM && highV - lowV < RUN_MM);
    const [pu, pv] = [(lowU + highU) / 2, (lowV + highV) / 2];
    runs.push({ ring, from, to, pu, pv, hu: (highU - lowU) / 2, hv: (highV - lowV) / 2 });
    from = to;
  }
  return runs;
}
