import { type Finding, makeFinding } from '../findings/finding';
import { evenOddAreaMm2 } from './ring-nesting';
import type { Slab } from './slab-stack';

/** Slices on which nothing is drawn but contours without area, and what the ROI lacks there. */
export interface LostSlices {
  readonly slices: number;
  readonly lostCc: number;
  /** Share of the ROI with these slices. */
  readonly lostShare: number;
  /** Whether some lie beyond all that is drawn: no gap tells of those. */
  readonly isBeyond: boolean;
}

const NONE_LOST: LostSlices = { slices: 0, lostCc: 0, lostShare: 0, isBeyond: false };

/** Part of a slice distance from which two planes are two slices. */
const TWO_SLICES = 0.5;
const ROUNDING_MM = 0.1;
/** Share of the ROI from which somebody has to say that it is meant, and its rounding: one slice of ten is a tenth. */
const LOST = 0.1 + 1e-6;

/**
 * What is lost on planes that no slab reaches: of each a slice like the nearest that is drawn.
 * @param planesMm where contours without area lie along the slices.
 */
export function slicesLost(planesMm: readonly number[], slabs: readonly Slab[], spacingMm: number): LostSlices {
  if (slabs.length === 0) return NONE_LOST;
  const awayMm = (mm: number, { bottomMm, topMm }: Slab) => Math.max(bottomMm - mm, mm - topMm, 0);
  const lost: number[] = [];
  for (const mm of [...planesMm].sort((a, b) => a - b)) {
    if (slabs.some((slab) => awayMm(mm, slab) <= ROUNDING_MM)) continue;
    if (lost.length === 0 || mm - lost[lost.length - 1] >= TWO_SLICES * spacingMm) lost.push(mm);
  }
  if (lost.length === 0) return NONE_LOST;
  const areasMm2 = slabs.map(({ rings }) => evenOddAreaMm2(rings));
  const nearest = (mm: number) => slabs.reduce((best, slab, n) => (awayMm(mm, slab) < awayMm(mm, slabs[best]) ? n : best), 0);
  const lostMm3 = lost.reduce((sum, mm) => sum + areasMm2[nearest(mm)] * spacingMm, 0);
  const keptMm3 = slabs.reduce((sum, { bottomMm, topMm }, n) => sum + areasMm2[n] * (topMm - bottomMm), 0);
  return {
    slices: lost.length,
    lostCc: lostMm3 / 1000,
    lostShare: lostMm3 / (keptMm3 + lostMm3),
    isBeyond: lost.some((mm) => mm < slabs[0].bottomMm || mm > slabs[slabs.length - 1].topMm),
  };
}

/** What is said of contours that bound nothing: it asks where the organ lacks slices for them. */
export function leftOutFindings(
  at: { readonly roi: string },
  open: readonly { readonly geometricType: string }[],
  withoutArea: number,
  lostOpen = NONE_LOST,
  lostEmpty = NONE_LOST,
): Finding[] {
  const findings: Finding[] = [];
  const asking = { ...at, answerable: true } as const;
  const asks = ({ isBeyond, lostShare }: LostSlices) => isBeyond && lostShare > LOST;
  const lost = ({ slices, lostCc, lostShare }: LostSlices) => ({ slices, lostCc, lostShare });
  if (open.length > 0) {
    const types = [...new Set(open.map(({ geometricType }) => geometricType))];
    const facts = { ...at, contours: open.length, types, ...lost(lostOpen) };
    findings.push(
      asks(lostOpen)
        ? makeFinding('contour-bounds-no-volume', 'error', facts, asking)
        : makeFinding('contour-bounds-no-volume', 'warning', facts, at),
    );
  }
  if (withoutArea > 0) {
    const facts = { ...at, contours: withoutArea, ...lost(lostEmpty) };
    findings.push(
      asks(lostEmpty)
        ? makeFinding('contour-without-area', 'error', facts, asking)
        : makeFinding('contour-without-area', lostEmpty.slices > 0 ? 'warning' : 'info', facts, at),
    );
  }
  return findings;
}
