import type { Roi, RtStructureSet } from '../dicom/rt-structure-set';
import { planeBasisOf } from '../geometry/contour-planes';
import { commonest, commonestSpacingMm, distancesOf, repeatedDistanceMm } from '../geometry/slice-distance';

/** Planes closer than this are one, written with another rounding. */
const SAME_PLANE_MM = 0.1;

/**
 * The slice distance of a structure set, mm, for an ROI that shows none by itself: the commonest of those that its ROIs
 * show, each counted once, so that one ROI on other planes changes nothing. Where none shows any, the commonest distance
 * of all contour planes. Undefined where there are fewer than two planes.
 */
export function sliceSpacingMm({ rois }: Pick<RtStructureSet, 'rois'>): number | undefined {
  const planes = rois.map(planesOf);
  const own = commonest(planes.flatMap((those) => repeatedDistanceMm(distancesOf(those))?.mm ?? []));
  return own?.mm ?? commonestSpacingMm(distinct(planes.flat()));
}

/** Where the planes of an ROI's contours lie along their normal, ascending, mm. */
function planesOf({ contours }: Pick<Roi, 'contours'>): number[] {
  const closed = contours.filter(({ geometricType, pointsMm }) => geometricType.startsWith('CLOSED') && pointsMm.length >= 9);
  const w = closed.length > 0 ? planeBasisOf(closed)?.w : undefined;
  return w ? distinct(closed.map(({ pointsMm: p }) => p[0] * w[0] + p[1] * w[1] + p[2] * w[2])) : [];
}

function distinct(planesMm: readonly number[]): number[] {
  const sorted = [...planesMm].sort((a, b) => a - b);
  return sorted.filter((plane, n) => n === 0 || plane - sorted[n - 1] > SAME_PLANE_MM);
}
