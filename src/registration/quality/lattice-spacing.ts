import { evenOddAreaMm2 } from '../../geometry/ring-nesting';
import type { Ring, SlabStack } from '../../geometry/slab-stack';
import { type Box, boxVolumeMm3 } from './body-box';

/** Nodes that both boxes are given, unless a thin organ needs more. */
const NODES = 200_000;
const MOST_NODES = 2_000_000;
const FINEST_MM = 0.5;
const COARSEST_MM = 4;
/** Nodes across the thinner organ. */
const ACROSS = 6;

/**
 * Spacing of a lattice for two solids in two boxes: some 200 000 nodes in all, 0.5 to 4 mm, and finer where the
 * thinner solid would have less than six nodes across, as far as two million nodes allow.
 */
export function chooseSpacingMm(stacks: readonly SlabStack[], boxes: readonly Box[]): number {
  const volumeMm3 = boxes.reduce((sum, box) => sum + boxVolumeMm3(box), 0);
  const spacingFor = (nodes: number) => Math.cbrt(volumeMm3 / nodes);
  const thinnestMm = Math.min(...stacks.map(thicknessMm));
  const wanted = Math.max(FINEST_MM, Math.min(spacingFor(NODES), COARSEST_MM));
  return Math.max(Math.min(wanted, thinnestMm / ACROSS), spacingFor(MOST_NODES));
}

/** The height, or four times the area of the sections over their outlines: the diameter of a tube, the side of a bar. */
function thicknessMm({ slabs }: SlabStack): number {
  let [volume, walls, height] = [0, 0, 0];
  for (const { bottomMm, topMm, rings } of slabs) {
    volume += evenOddAreaMm2(rings) * (topMm - bottomMm);
    for (const ring of rings) walls += perimeterMm(ring) * (topMm - bottomMm);
    height += topMm - bottomMm;
  }
  return Math.min(height, (4 * volume) / walls);
}

function perimeterMm(ring: Ring): number {
  let sum = 0;
  for (let q = ring.length - 2, p = 0; p < ring.length; q = p, p += 2) {
    sum += Math.hypot(ring[p] - ring[q], ring[p + 1] - ring[q + 1]);
  }
  return sum;
}
