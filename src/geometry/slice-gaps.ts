import { type Reached, THICKEST } from './face-reach';
import { sharedAreaMm2 } from './outline-overlap';
import type { Face } from './plane-faces';
import { isSamePiece } from './plane-faces';
import { evenOddAreaMm2 } from './ring-nesting';
import type { Ring, Slab } from './slab-stack';

/** The gaps between the contours of an ROI: how many, where the widest is, and what is lost in them. */
export interface SliceGaps {
  readonly gaps: number;
  /** The contour planes on either side of the widest gap, mm. */
  readonly fromMm: number;
  readonly toMm: number;
  /** What the ROI would have more if they were filled, cc. */
  readonly fillCc: number;
  /** Share of the filled ROI that lies in gaps of one and the same piece. */
  readonly lostShare: number;
  /** Share of the ROI that the smallest part between gaps has; not told where parts lie beside one another. */
  readonly leastPart?: number;
}

/** What `slicesMissing` finds. */
export interface Missing {
  readonly gaps: SliceGaps;
  /** What each gap within one piece would have: either neighbour's outline up to half-way. */
  readonly fills: readonly (readonly Slab[])[];
}

interface Gap {
  readonly fill: readonly Slab[];
  readonly fromMm: number;
  readonly toMm: number;
  readonly fillMm3: number;
  /** Whether what is missing is part of one piece, rather than what is between two. */
  readonly isWithin: boolean;
}

/** Part of a slice distance below which nothing is missing, but rounding and the steps of pieces that part. */
const NARROW = 0.25;
/** Share of the larger of two outlines from which they are two slices of one organ. */
const ALIKE = 0.5;

/**
 * What is missing between the slabs of an ROI; undefined where nothing is.
 * @param specksMm where specks are drawn, which tell that a piece goes on between two slices.
 */
export function slicesMissing(
  faces: readonly Face[][],
  slabs: readonly Slab[],
  { reaches, spacingMm }: Reached,
  specksMm: readonly number[],
): Missing | undefined {
  const planesMm = faces.map(([first]) => first.wMm);
  const gaps: Gap[] = [];
  for (let n = 1; n < slabs.length; n++) {
    const [below, above] = [slabs[n - 1], slabs[n]];
    const missingMm = above.bottomMm - below.topMm;
    if (missingMm < NARROW * spacingMm) continue;
    const before = planesMm.findLastIndex((w) => w <= below.topMm);
    const after = planesMm.findIndex((w) => w >= above.bottomMm);
    const meet = faces[before].some((a) => faces[after].some((b) => isSamePiece(a.outline, b.outline)));
    const goesOn = specksMm.some((w) => w > planesMm[before] && w < planesMm[after]);
    gaps.push({
      fill: fillOf(below.rings, above.rings, below.topMm, above.bottomMm),
      fromMm: planesMm[before],
      toMm: planesMm[after],
      fillMm3: ((evenOddAreaMm2(below.rings) + evenOddAreaMm2(above.rings)) / 2) * missingMm,
      isWithin: meet || goesOn || missingMm <= THICKEST * spacingMm,
    });
  }
  const acrossAll = gaps.length;
  const ends = new Map(reaches.map((reach) => [reach.face, reach]));
  for (const { face, topMm } of reaches) {
    const next = face.above?.face;
    if (!next || next.plane === face.plane + 1) continue;
    const { bottomMm } = ends.get(next)!;
    const missingMm = bottomMm - topMm;
    // A piece of which slices are missing while another goes on. Two that only lie one over the other are none.
    if (missingMm < NARROW * spacingMm || next.wMm - face.wMm > THICKEST * spacingMm) continue;
    if (gaps.some(({ fromMm, toMm }) => fromMm < next.wMm && toMm > face.wMm)) continue;
    const larger = Math.max(face.outline.areaMm2, next.outline.areaMm2);
    if (sharedAreaMm2(face.outline, next.outline) < ALIKE * larger) continue;
    gaps.push({
      fill: fillOf(face.rings, next.rings, topMm, bottomMm),
      fromMm: face.wMm,
      toMm: next.wMm,
      fillMm3: ((evenOddAreaMm2(face.rings) + evenOddAreaMm2(next.rings)) / 2) * missingMm,
      isWithin: true,
    });
  }
  if (gaps.length === 0) return undefined;
  const leastPart = gaps.length === acrossAll ? { leastPart: smallestPart(gaps, slabs) } : {};
  return {
    gaps: { ...summary(gaps, slabs), ...leastPart },
    fills: gaps.flatMap(({ isWithin, fill }) => (isWithin ? [fill] : [])),
  };
}

function fillOf(below: readonly Ring[], above: readonly Ring[], fromMm: number, toMm: number): Slab[] {
  const middleMm = (fromMm + toMm) / 2;
  return [
    { bottomMm: fromMm, topMm: middleMm, rings: below },
    { bottomMm: middleMm, topMm: toMm, rings: above },
  ];
}

function summary(gaps: readonly Gap[], slabs: readonly Slab[]): SliceGaps {
  const widest = gaps.reduce((a, b) => (b.toMm - b.fromMm > a.toMm - a.fromMm ? b : a));
  const volumeMm3 = slabs.reduce((sum, { rings, bottomMm, topMm }) => sum + evenOddAreaMm2(rings) * (topMm - bottomMm), 0);
  const sum = (those: readonly Gap[]) => those.reduce((total, { fillMm3 }) => total + fillMm3, 0);
  const lost = sum(gaps.filter(({ isWithin }) => isWithin));
  return {
    gaps: gaps.length,
    fromMm: widest.fromMm,
    toMm: widest.toMm,
    fillCc: sum(gaps) / 1000,
    lostShare: lost / (volumeMm3 + lost),
  };
}

/** The share of the smallest of the parts that gaps leave of a solid. */
function smallestPart(gaps: readonly Gap[], slabs: readonly Slab[]): number {
  const parts = new Array<number>(gaps.length + 1).fill(0);
  for (const { rings, bottomMm, topMm } of slabs) {
    const middle = (bottomMm + topMm) / 2;
    const part = gaps.filter(({ fromMm, toMm }) => (fromMm + toMm) / 2 < middle).length;
    parts[part] += evenOddAreaMm2(rings) * (topMm - bottomMm);
  }
  return Math.min(...parts) / parts.reduce((sum, mm3) => sum + mm3, 0);
}
