import { INSIDE, insideStack, type StackTest } from '../inside-stack';
import { affinePart } from '../point-map';
import type { PlaneBasis, SlabStack } from '../slab-stack';
import { invert } from '../transform';
import type { Vec3 } from '../vec3';
import { lookUp, type PeakField } from './peak-fields';
import type { PeakPool } from './peak-pool';

const FIRST_MM = 1;
const LAST_MM = 0.001;
/** Steps to the neighbours of a cube. */
const OF_CUBE = 26;

/**
 * From the highest point of each direction, uphill inside the solid by the best of 26 steps along the contours' axes and
 * those of each grid, halved where none leads up: for doses on grids that are oblique to one another, whose sum may be
 * highest between anybody's voxel centres.
 */
export function climb({ basis }: SlabStack, fields: readonly PeakField[], solid: StackTest, pool: PeakPool): void {
  const bases = [basis, ...fields.map(gridAxes)];
  const neighbours = OF_CUBE * bases.length;
  const points = new Float64Array(3 * neighbours);
  const mapped = new Float64Array(3 * neighbours);
  const axes = new Float64Array(3 * neighbours);
  const doses = fields.map(() => new Float32Array(neighbours));
  const inside = new Uint8Array(neighbours);
  const seen = new Set<string>();
  for (let k = 0; k < pool.bestGy.length; k++) {
    let here = pool.highest(k);
    if (!here || seen.has(String(here))) continue;
    seen.add(String(here));
    for (let mm = FIRST_MM; mm > LAST_MM; ) {
      let to = 0;
      for (const { u, v, w } of bases) {
        for (let n = 0; n < 27; n++) {
          if (n === 13) continue;
          const a = mm * ((n % 3) - 1);
          const b = mm * ((((n / 3) | 0) % 3) - 1);
          const c = mm * (((n / 9) | 0) - 1);
          for (let axis = 0; axis < 3; axis++) points[to++] = here[axis] + a * u[axis] + b * v[axis] + c * w[axis];
        }
      }
      for (let p = 0; p < fields.length; p++) lookUp(fields[p], points, neighbours, mapped, axes, doses[p]);
      insideStack(solid, points, neighbours, inside);
      const before = pool.bestGy[k];
      for (let n = 0; n < neighbours; n++)
        if (inside[n] === INSIDE) pool.offer(points[3 * n], points[3 * n + 1], points[3 * n + 2], doses, n);
      if (pool.bestGy[k] > before + 1e-4) here = pool.highest(k)!;
      else mm /= 2;
    }
  }
}

/** The grid's axes as directions of the anatomy; what a deformation does to them is left out. */
function gridAxes({ field: { grid, toGridFrame } }: PeakField): PlaneBasis {
  const back = invert(affinePart(toGridFrame));
  const carried = ([x, y, z]: Vec3): Vec3 => [
    back[0] * x + back[1] * y + back[2] * z,
    back[4] * x + back[5] * y + back[6] * z,
    back[8] * x + back[9] * y + back[10] * z,
  ];
  return { u: carried(grid.alongRow), v: carried(grid.alongColumn), w: carried(grid.normal) };
}
