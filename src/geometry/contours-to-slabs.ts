import { type Finding, makeFinding } from '../findings/finding';
import { type DrawnRing, planeBasisOf, ringsOnPlanes } from './contour-planes';
import { GAP, planeDistanceMm, type Reached, reachOfFaces } from './face-reach';
import { lonePointFindings } from './lone-points';
import { leftOutFindings, slicesLost } from './lost-slices';
import { withNearPlanesJoined } from './near-planes';
import { cleanSlices, oddSliceFindings } from './odd-slices';
import { facesOf, linkedFaces } from './plane-faces';
import { evenOddAreaMm2 } from './ring-nesting';
import type { Slab, SlabStack } from './slab-stack';
import { slabsOfFaces } from './slabs-of-faces';
import { type SliceGaps, slicesMissing } from './slice-gaps';
import { beyondBounds } from './solid-bounds';
import { withoutSpecks } from './specks';
import { dot } from './vec3';

/** A contour as drawn: PS3.3 C.8.8.6, points as x, y, z triplets in mm. */
export interface DrawnContour {
  readonly geometricType: string;
  readonly pointsMm: Float64Array;
}

/** An ROI's contours, and what its structure set says of the distance between slices. */
export interface DrawnRoi {
  readonly name: string;
  readonly contours: readonly DrawnContour[];
  /** The slice distance of most ROIs of the structure set, mm, for one whose own contours do not tell it. */
  readonly sliceSpacingMm: number | undefined;
  /** An organ that is never hollow: what its inner contours leave out is asked about. */
  readonly isSolid?: boolean;
  /** Of an organ that has no hole of any size: from how much on, cc, its holes together are asked about. */
  readonly askedHolesCc?: number | undefined;
}

export interface SlabResult {
  /** Absent where the contours bound no volume; a finding says why. */
  readonly stack: SlabStack | undefined;
  /** What each gap between its slices would have if it were filled; absent where there are none. */
  readonly gaps?: readonly SlabStack[];
  readonly findings: readonly Finding[];
}

/**
 * Makes the solid of an ROI: each slice's rings reach half-way to the neighbouring contour slices of the same piece. At
 * the first and last slice, and at a gap, they reach half the ROI's own slice distance outwards (half the structure
 * set's for an ROI on one slice or two). Inside is even-odd: nested rings are holes, whether drawn as such or by keyhole.
 */
export function slabsOfRoi(roi: DrawnRoi): SlabResult {
  const findings: Finding[] = [];
  const at = { roi: roi.name };

  const closed = roi.contours.filter((contour) => contour.geometricType.startsWith('CLOSED'));
  const open = roi.contours.filter((contour) => !closed.includes(contour));
  if (closed.length === 0) {
    // What has no contour that bounds a volume is a point or a line, and meant as such.
    findings.push(...leftOutFindings(at, open, 0).map((finding): Finding => ({ ...finding, severity: 'info' })));
    findings.push(makeFinding('roi-without-volume', 'warning', { ...at, why: 'no-closed-contours' }, at));
    return { stack: undefined, findings };
  }
  const basis = planeBasisOf(closed);
  if (!basis) {
    findings.push(...leftOutFindings(at, open, 0));
    findings.push(makeFinding('contours-not-parallel', 'error', at, at));
    return { stack: undefined, findings };
  }
  const planes = ringsOnPlanes(closed, basis);
  const small = planes.withoutAreaMm;
  if (planes.rings.length === 0) {
    findings.push(...leftOutFindings(at, open, small.length));
    findings.push(makeFinding('roi-without-volume', 'error', { ...at, why: 'no-area' }, at));
    return { stack: undefined, findings };
  }

  const beyond = beyondBounds(planes.rings);
  if (beyond) {
    findings.push(makeFinding('roi-without-volume', 'error', { ...at, ...beyond }, at));
    return { stack: undefined, findings };
  }

  const spacingOfPlanes = planeDistanceMm(
    planes.rings.map(({ wMm }) => wMm),
    roi.sliceSpacingMm,
  );
  const isXor = closed.some(({ geometricType }) => geometricType.endsWith('XOR'));
  const isSolid = roi.isSolid === true;
  const { slices, vanishedMm, said } = cleanSlices(withNearPlanesJoined(planes.rings, spacingOfPlanes ?? 0), isXor, isSolid);
  if (said.scrambled > 0) {
    // Without these slices it would be another organ, and with them nobody knows what it is.
    findings.push(makeFinding('roi-without-volume', 'error', { ...at, why: 'scrambled', slices: said.scrambled }, at));
    return { stack: undefined, findings };
  }
  if (slices.length === 0) {
    findings.push(...leftOutFindings(at, open, small.length));
    findings.push(...oddSliceFindings(said, roi, spacingOfPlanes ?? 0));
    findings.push(makeFinding('roi-without-volume', 'error', { ...at, why: 'cancelled' }, at));
    return { stack: undefined, findings };
  }
  const { slices: whole, specks } = withoutSpecks(slices);
  const faces = linkedFaces(whole);
  const reached = reachOfFaces(faces, roi.sliceSpacingMm);
  if (!reached) {
    findings.push(...leftOutFindings(at, open, small.length));
    findings.push(makeFinding('slice-thickness-unknown', 'error', at, at));
    return { stack: undefined, findings };
  }
  const slabs = slabsOfFaces(reached.reaches);
  const { spacingMm, thickestMm } = reached;
  const emptyMm = [...small, ...vanishedMm];
  const openMm = open.map(({ pointsMm }) => dot([pointsMm[0], pointsMm[1], pointsMm[2]], basis.w));
  findings.push(
    ...leftOutFindings(at, open, emptyMm.length, slicesLost(openMm, slabs, spacingMm), slicesLost(emptyMm, slabs, spacingMm)),
  );
  findings.push(...oddSliceFindings(said, roi, spacingMm), ...lonePointFindings(at, closed));
  if (thickestMm > GAP * spacingMm) {
    findings.push(makeFinding('slice-spacing-varies', 'info', { ...at, commonestMm: spacingMm, thickestMm }, at));
  }
  if (specks.length > 0) findings.push(makeFinding('slice-specks', 'warning', { ...at, ...sizeOf(specks) }, at));
  const missing = slicesMissing(
    faces,
    slabs,
    reached,
    specks.map(({ wMm }) => wMm),
  );
  if (missing) findings.push(gapFinding(missing.gaps, at));
  if (slices.length === 1) {
    findings.push(makeFinding('single-slice-roi', 'warning', { ...at, thicknessMm: spacingMm }, at));
  }
  const gaps = missing?.fills.map((fill): SlabStack => ({ basis, slabs: fill }));
  const all = specks.length > 0 ? withSpecks(reached, specks, whole.length) : slabs;
  return { stack: { basis, slabs: all }, ...(gaps && { gaps }), findings };
}

/** The solid of slices with the specks between them: they are drawn, each on its own slice. */
function withSpecks({ reaches, spacingMm }: Reached, specks: readonly DrawnRing[], planes: number): Slab[] {
  const small = specks.flatMap((plane, n) => facesOf(plane, planes + n));
  const half = spacingMm / 2;
  return slabsOfFaces([...reaches, ...small.map((face) => ({ face, bottomMm: face.wMm - half, topMm: face.wMm + half }))]);
}

const sizeOf = (specks: readonly DrawnRing[]) => ({
  slices: specks.length,
  largestMm2: Math.max(...specks.map(({ rings }) => evenOddAreaMm2(rings))),
});

/** Share of a structure that may be missing in gaps before somebody has to say that it is meant. */
const LOST = 0.1;

function gapFinding(missing: SliceGaps, at: { readonly roi: string }): Finding {
  const facts = { ...at, ...missing };
  if (missing.lostShare <= LOST) return makeFinding('slice-gap', 'warning', facts, at);
  return makeFinding('slice-gap', 'error', facts, { ...at, answerable: true });
}
