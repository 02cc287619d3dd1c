import { affinePart, farthestMm, mapPoints, matrixOfMap, type PointMap } from '../../geometry/point-map';
import type { PlaneBasis, SlabStack } from '../../geometry/slab-stack';
import { invert } from '../../geometry/transform';
import { preimages } from './preimages';

/** Along u, v and w of a basis, mm. */
export interface Box {
  readonly low: readonly [number, number, number];
  readonly high: readonly [number, number, number];
}

export const boxVolumeMm3 = ({ low, high }: Box): number => (high[0] - low[0]) * (high[1] - low[1]) * (high[2] - low[2]);

/** Outline points that are traced back through a deformation. */
const TRACED = 6000;

/** The points of a solid's outlines at the top and bottom of each slab (x, y, z triplets, mm); every n-th above `atMost`. */
function outlinePoints({ basis: { u, v, w }, slabs }: SlabStack, atMost: number): Float64Array {
  const total = slabs.reduce((sum, { rings }) => sum + rings.reduce((points, ring) => points + ring.length, 0), 0);
  const every = Math.max(1, Math.ceil(total / atMost));
  const out: number[] = [];
  let n = 0;
  for (const { bottomMm, topMm, rings } of slabs) {
    for (const ring of rings) {
      for (let p = 0; p < ring.length; p += 2, n++) {
        if (n % every !== 0) continue;
        for (const level of [bottomMm, topMm]) {
          for (let axis = 0; axis < 3; axis++) out.push(ring[p] * u[axis] + ring[p + 1] * v[axis] + level * w[axis]);
        }
      }
    }
  }
  return Float64Array.from(out);
}

/** The box in `basis` of points, of which those that are NaN are taken from `instead`, which may be off by `byMm`. */
function boxOf(basis: PlaneBasis, pointsMm: Float64Array, instead: Float64Array, byMm: number): Box {
  const low: [number, number, number] = [Infinity, Infinity, Infinity];
  const high: [number, number, number] = [-Infinity, -Infinity, -Infinity];
  const axes = [basis.u, basis.v, basis.w];
  for (let p = 0; p < pointsMm.length; p += 3) {
    const isUnknown = Number.isNaN(pointsMm[p]);
    const from = isUnknown ? instead : pointsMm;
    const off = isUnknown ? byMm : 0;
    for (let axis = 0; axis < 3; axis++) {
      const [x, y, z] = axes[axis];
      const place = from[p] * x + from[p + 1] * y + from[p + 2] * z;
      if (place - off < low[axis]) low[axis] = place - off;
      if (place + off > high[axis]) high[axis] = place + off;
    }
  }
  return { low, high };
}

export interface CarriedBoxes {
  /** Around the outline traced back through the map; a bulge between traced points may stand out of it. */
  readonly tight: Box;
  /** Holds every point that the map brings into the solid: the affine part alone, widened by all that the fields may do. */
  readonly certain: Box;
}

/** Boxes in `basis` around the points that `map` brings into a solid. */
export function carriedBoxes(stack: SlabStack, map: PointMap, basis: PlaneBasis): CarriedBoxes {
  const back = invert(affinePart(map));
  const stretch = Math.hypot(back[0], back[1], back[2], back[4], back[5], back[6], back[8], back[9], back[10]);
  const byMm = stretch * farthestMm(map);
  const outline = outlinePoints(stack, Infinity);
  const affine = new Float64Array(outline.length);
  mapPoints([{ matrix: back }], outline, outline.length / 3, affine);
  const box = boxOf(basis, affine, affine, 0);
  if (matrixOfMap(map)) return { tight: box, certain: box };
  const certain = widened(box, byMm);
  const traced = outlinePoints(stack, TRACED);
  mapPoints([{ matrix: back }], traced, traced.length / 3, affine);
  return { tight: boxOf(basis, preimages(map, traced, traced.length / 3), affine, byMm), certain };
}

const widened = ({ low, high }: Box, byMm: number): Box => ({
  low: [low[0] - byMm, low[1] - byMm, low[2] - byMm],
  high: [high[0] + byMm, high[1] + byMm, high[2] + byMm],
});
