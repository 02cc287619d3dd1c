import { type Finding, makeFinding } from '../finding';
import { type DrawnRing, planeBasisOf, ringsOnPlanes } from './contour-planes';
import { cleanRings } from './derived/clean-rings';
import { withoutDuplicates } from './duplicate-rings';
import { ringContact } from './ring-crossings';
import { evenOddAreaMm2, nestingDepths, signedAreaMm2 } from './ring-nesting';
import type { Slab, SlabStack } from './slab-stack';

/** A contour as drawn: PS3.3 C.8.8.6, points as x, y, z triplets in mm. */
export interface DrawnContour {
  readonly geometricType: string;
  readonly pointsMm: Float64Array;
}

/** An ROI's contours, and what its structure set says of the distance between slices. */
export interface DrawnRoi {
  readonly name: string;
  readonly contours: readonly DrawnContour[];
  /** Commonest distance between contour planes of the whole structure set, or the CT's, in mm. */
  readonly sliceSpacingMm: number | undefined;
}

export interface SlabResult {
  /** Absent where the contours bound no volume; a finding says why. */
  readonly stack: SlabStack | undefined;
  readonly findings: readonly Finding[];
}

/** Gaps wider than this many slice distances are gaps; narrower ones are filled half-way from either side. */
const GAP = 1.5;
/** Steps that repeat may be this many times the commonest one: a scan of 1 mm slices that goes on with 5 mm ones. */
const THICKEST = 5;

/**
 * Makes the solid of an ROI: each slice's rings reach half-way to the neighbouring contour slices. At the first and
 * last slice, and at a gap, they reach half the ROI's own slice distance outwards (half the structure set's for an ROI
 * on one slice). Inside is even-odd: nested rings are holes, whether drawn as such or by keyhole.
 */
export function slabsOfRoi(roi: DrawnRoi): SlabResult {
  const findings: Finding[] = [];
  const at = { roi: roi.name };

  const closed = roi.contours.filter((contour) => contour.geometricType.startsWith('CLOSED'));
  const open = roi.contours.length - closed.length;
  if (open > 0) {
    const types = [...new Set(roi.contours.filter((c) => !closed.includes(c)).map((c) => c.geometricType))];
    const severity = closed.length > 0 ? 'warning' : 'info';
    findings.push(makeFinding('contour-bounds-no-volume', severity, { ...at, contours: open, types }, at));
  }
  if (closed.length === 0) {
    findings.push(makeFinding('roi-without-volume', 'warning', { ...at, why: 'no-closed-contours' }, at));
    return { stack: undefined, findings };
  }
  const basis = planeBasisOf(closed);
  if (!basis) {
    findings.push(makeFinding('contours-not-parallel', 'error', at, at));
    return { stack: undefined, findings };
  }
  const planes = ringsOnPlanes(closed, basis);
  const small = planes.tooSmall;
  if (small > 0) findings.push(makeFinding('contour-without-area', 'info', { ...at, contours: small }, at));
  if (planes.rings.length === 0) {
    findings.push(makeFinding('roi-without-volume', 'warning', { ...at, why: 'no-area' }, at));
    return { stack: undefined, findings };
  }

  let crossing = 0;
  let nested = 0;
  let duplicates = 0;
  let extraIfUnionMm2 = 0;
  const cleaned = planes.rings.map(({ wMm, rings }) => {
    const distinct = withoutDuplicates(rings);
    duplicates += rings.length - distinct.length;
    const contact = ringContact(distinct);
    if (contact === 'crossing') crossing++;
    const clean = contact === 'clear' ? distinct : cleanRings(distinct);
    if (distinct.length > 1) {
      const depths = nestingDepths(distinct);
      if (depths.some((depth) => depth > 0)) {
        nested++;
        const outer = distinct.reduce((sum, ring, n) => sum + (depths[n] === 0 ? Math.abs(signedAreaMm2(ring)) : 0), 0);
        extraIfUnionMm2 += outer - evenOddAreaMm2(clean);
      }
    }
    return { wMm, rings: clean };
  });
  const { slabs, gaps, endCapMm, unevenMm } = cutSlabs(
    cleaned.filter(({ rings }) => rings.length > 0),
    roi.sliceSpacingMm,
  );
  if (slabs.length === 0) {
    findings.push(makeFinding('slice-thickness-unknown', 'error', at, at));
    return { stack: undefined, findings };
  }
  if (duplicates > 0) findings.push(makeFinding('duplicate-contours', 'info', { ...at, contours: duplicates }, at));
  if (crossing > 0) findings.push(makeFinding('contours-cross', 'warning', { ...at, slices: crossing }, at));
  if (nested > 0) {
    const fillCc = (extraIfUnionMm2 * (slabs[0].topMm - slabs[0].bottomMm)) / 1000;
    findings.push(makeFinding('nested-contours', 'info', { ...at, slices: nested, fillCc }, at));
  }
  if (unevenMm) {
    const [commonestMm, thickestMm] = unevenMm;
    findings.push(makeFinding('slice-spacing-varies', 'info', { ...at, commonestMm, thickestMm }, at));
  }
  for (const gap of gaps) findings.push(makeFinding('slice-gap', 'warning', { ...at, ...gap }, at));
  if (slabs.length === 1) findings.push(makeFinding('single-slice-roi', 'warning', { ...at, thicknessMm: 2 * endCapMm }, at));
  return { stack: { basis, slabs }, findings };
}

interface Gap {
  readonly fromMm: number;
  readonly toMm: number;
  readonly fillCc: number;
}

/** Commonest distance of neighbouring planes, to 0.1 mm; undefined for fewer than two planes. */
export function commonestSpacingMm(planesMm: readonly number[]): number | undefined {
  const counts = new Map<number, { count: number; sum: number }>();
  for (let n = 1; n < planesMm.length; n++) {
    const distance = planesMm[n] - planesMm[n - 1];
    const key = Math.round(distance * 10);
    const entry = counts.get(key) ?? { count: 0, sum: 0 };
    counts.set(key, { count: entry.count + 1, sum: entry.sum + distance });
  }
  let best: { count: number; sum: number } | undefined;
  for (const entry of counts.values()) {
    if (!best || entry.count > best.count || (entry.count === best.count && entry.sum < best.sum)) best = entry;
  }
  return best && best.sum / best.count;
}

function cutSlabs(
  planes: readonly DrawnRing[],
  setSpacingMm: number | undefined,
): { slabs: Slab[]; gaps: Gap[]; endCapMm: number; unevenMm?: readonly [number, number] } {
  const own = commonestSpacingMm(planes.map((plane) => plane.wMm));
  // Two far pieces of one slice each have a "spacing" that is no slice distance: the structure set's is taken then.
  const spacing = own !== undefined && (setSpacingMm === undefined || own <= 3 * setSpacingMm) ? own : setSpacingMm;
  if (spacing === undefined) return { slabs: [], gaps: [], endCapMm: 0 };
  const gaps: Gap[] = [];
  const slabs: Slab[] = [];
  const steps = stepsMm(planes, spacing);
  const capMm = (step: number | undefined) => (step !== undefined && step > GAP * spacing ? step : spacing) / 2;
  for (let n = 0; n < planes.length; n++) {
    const { wMm, rings } = planes[n];
    const [below, above] = [steps[n - 1], steps[n]];
    const bottomMm = below === undefined ? wMm - capMm(above) : (planes[n - 1].wMm + wMm) / 2;
    const topMm = above === undefined ? wMm + capMm(below) : (wMm + planes[n + 1].wMm) / 2;
    slabs.push({ bottomMm, topMm, rings });
    const next = planes[n + 1];
    if (next && above === undefined) {
      const missingMm = next.wMm - wMm - capMm(below) - capMm(steps[n + 1]);
      const fillCc = (((evenOddAreaMm2(rings) + evenOddAreaMm2(next.rings)) / 2) * missingMm) / 1000;
      gaps.push({ fromMm: wMm, toMm: next.wMm, fillCc });
    }
  }
  const thickestMm = Math.max(spacing, ...steps.map((step) => step ?? 0));
  return { slabs, gaps, endCapMm: spacing / 2, ...(thickestMm > GAP * spacing && { unevenMm: [spacing, thickestMm] as const }) };
}

/**
 * Distance of each plane to the next where the ROI goes on between them; undefined at a gap. A distance is a step where
 * it is near the commonest one or shorter, or is repeated next to itself (slices that become thicker), and else a gap.
 */
function stepsMm(planes: readonly DrawnRing[], spacing: number): (number | undefined)[] {
  const distances = planes.slice(1).map((plane, n) => plane.wMm - planes[n].wMm);
  const isRepeated = (n: number, m: number) => distances[m] !== undefined && Math.abs(distances[m] - distances[n]) <= 0.1;
  return distances.map((distance, n) => {
    const isStep =
      distance <= GAP * spacing || (distance <= THICKEST * spacing && (isRepeated(n, n - 1) || isRepeated(n, n + 1)));
    return isStep ? distance : undefined;
  });
}
