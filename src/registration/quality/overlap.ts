import { stackTest } from '../../geometry/inside-stack';
import { type PointMap, SAME_POINTS } from '../../geometry/point-map';
import type { SlabStack } from '../../geometry/slab-stack';
import { stackVolumeMm3 } from '../../geometry/stack-volume';
import type { Vec3 } from '../../geometry/vec3';
import { carriedBoxes } from './body-box';
import { surfaceOf } from './body-surface';
import { type CarriedBody, carriedBody, extentOf, nodesInBoth, reachesBorder } from './carried-body';
import { chooseSpacingMm } from './lattice-spacing';
import { type Lattice, windowAround } from './lattice-window';
import { directedDistance } from './surface-distance';

/** How well an organ contoured on both anatomies falls on itself, the prior one being brought into the planned frame. */
export interface Overlap {
  /** 2 |A ∩ B| / (|A| + |B|), 0 to 1. */
  readonly dice: number;
  /** Volume of the prior course's own contours, in their own frame, and of what the map brings into the planned frame. */
  readonly priorCc: number;
  readonly priorCarriedCc: number;
  /** From the centroid of the planned organ to that of the prior one; absent where nothing of the prior one is carried. */
  readonly centroidShiftMm?: Vec3;
  readonly centroidDistanceMm?: number;
  /** Mean of the two directed means; absent, like the next, where either surface lies where the map is unknown. */
  readonly meanSurfaceDistanceMm?: number;
  /** The larger of the two directed distances that 95 % of the surface is within (HD95). */
  readonly hausdorff95Mm?: number;
  /** Spacing of the lattice that this was taken on. */
  readonly latticeMm: number;
}

/**
 * Compares an organ's planned solid with the prior course's own solid of it. A point x of the planned frame belongs to
 * the carried prior organ where `map` brings x into the prior solid; where the map is unknown, it does not.
 */
export function overlapOf(planned: SlabStack, prior: SlabStack, map: PointMap): Overlap {
  const { basis } = planned;
  const own = carriedBoxes(planned, SAME_POINTS, basis).tight;
  const carried = carriedBoxes(prior, map, basis);
  const onLattice = (priorBox: typeof own) => {
    const spacingMm = chooseSpacingMm([planned, prior], [own, priorBox]);
    // Half a step off the planned organ's own box: nodes do not fall upon the borders of its slabs.
    const [u, v, w] = own.low.map((mm) => mm - spacingMm / 2);
    const lattice: Lattice = { basis, anchorMm: [u, v, w], spacingMm };
    return {
      spacingMm,
      a: carriedBody(stackTest(planned), SAME_POINTS, windowAround(lattice, own)),
      b: carriedBody(stackTest(prior), map, windowAround(lattice, priorBox)),
    };
  };
  const tight = onLattice(carried.tight);
  const { a, b, spacingMm } = reachesBorder(tight.b) ? onLattice(carried.certain) : tight;
  return { ...compared(a, b), priorCc: stackVolumeMm3(prior) / 1000, latticeMm: spacingMm };
}

function compared(a: CarriedBody, b: CarriedBody): Omit<Overlap, 'priorCc' | 'latticeMm'> {
  const [planned, prior] = [extentOf(a), extentOf(b)];
  const priorCarriedCc = (prior.nodes * a.window.lattice.spacingMm ** 3) / 1000;
  // None of the one is carried, or it is but a speck beside the other, which a lattice for both does not show.
  if (planned.nodes === 0 || prior.nodes === 0) return { dice: 0, priorCarriedCc };
  const counts = { dice: (2 * nodesInBoth(a, b)) / (planned.nodes + prior.nodes), priorCarriedCc };
  const [p, q] = [planned.centroidMm, prior.centroidMm];
  const centroidShiftMm: Vec3 = [q[0] - p[0], q[1] - p[1], q[2] - p[2]];
  const centroids = { centroidShiftMm, centroidDistanceMm: Math.hypot(...centroidShiftMm) };
  const [surfaceA, surfaceB] = [surfaceOf(a), surfaceOf(b)];
  const there = directedDistance(surfaceA, surfaceB, b.map);
  const back = directedDistance(surfaceB, surfaceA, b.map);
  if (!there || !back) return { ...counts, ...centroids };
  return {
    ...counts,
    ...centroids,
    meanSurfaceDistanceMm: (there.meanMm + back.meanMm) / 2,
    hausdorff95Mm: Math.max(there.percentile95Mm, back.percentile95Mm),
  };
}
