import type { StackTest } from '../inside-stack';
import type { DoseField } from '../interpolate';
import type { Blocks } from '../sample-blocks';
import type { Fineness } from '../sampling-fineness';
import type { SlabStack } from '../slab-stack';
import { climb } from './climb';
import { hotBlocks } from './hot-blocks';
import { addLevels } from './level-patches';
import { offerInside } from './offer-inside';
import { offerSamples, type Sampled } from './offer-samples';
import { PatchList } from './patch-list';
import { type PeakField, peakField } from './peak-fields';
import { PeakPool } from './peak-pool';
import { refinePatches } from './refine-patches';
import { addWalls } from './wall-patches';

/**
 * The points of an ROI that may be its highest: they have no volume and stand beside the samples. `doseGy[p]` is the
 * physical dose of phase `p` there, NaN outside that phase's dose grid.
 */
export interface Peaks {
  readonly count: number;
  readonly positionsMm: Float32Array;
  readonly doseGy: readonly Float32Array[];
}

export const NO_PEAKS: Peaks = { count: 0, positionsMm: new Float32Array(0), doseGy: [] };

/**
 * Finds where an ROI may be highest, for every question that weighs its phases' doses (see `peakDirections`): the
 * supremum of the interpolated dose over the closed slabs, their walls, faces and vertices included, to 0.01 Gy along
 * each direction. Within a cell of voxel centres a trilinear dose has no highest point but on its border, so that the
 * highest of a slab lies on its wall, on its faces or on a plane of voxel centres: these are looked at by branch and
 * bound, and nothing else where the grids lie along the contours' planes. For oblique grids a lattice inside, more
 * heights and a climb from the highest points stand in; the bounds of a deformation are estimates.
 */
export function findPeaks(
  stack: SlabStack,
  blocks: Blocks,
  fineness: Fineness,
  doseFields: readonly DoseField[],
  sampled: Sampled,
  solid: StackTest,
): Peaks {
  if (doseFields.length === 0 || blocks.count === 0) return NO_PEAKS;
  const fields = doseFields.map((field) => peakField(field, stack.basis));
  return findAlong(stack, blocks, fineness, fields, sampled, solid, new PeakPool(fields.length));
}

/** The same along the directions of a pool. */
export function findAlong(
  stack: SlabStack,
  blocks: Blocks,
  fineness: Fineness,
  fields: readonly PeakField[],
  sampled: Sampled,
  solid: StackTest,
  pool: PeakPool,
): Peaks {
  offerSamples(sampled, pool);
  const { hot, hotSlabs } = hotBlocks(stack, blocks, fineness, fields, pool);
  if (hot.length === 0) return pool.peaks();
  const patches = new PatchList();
  addWalls(stack, fields, hotSlabs, pool, patches);
  addLevels(stack, blocks, fineness, fields, hot, patches);
  refinePatches(stack, fields, solid, patches, pool);
  if (fields.some(({ along, counting }) => !along || counting?.canBendTogether)) {
    offerInside(stack, blocks, fineness, fields, hot, solid, pool);
    climb(stack, fields, solid, pool);
  }
  return pool.peaks();
}
