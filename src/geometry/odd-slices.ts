import { type Finding, makeFinding } from '../findings/finding';
import type { DrawnRing } from './contour-planes';
import { cleanRings } from './derived/clean-rings';
import { distinctRings } from './duplicate-rings';
import { ringLosses } from './ring-losses';
import { nestingDepths } from './ring-nesting';

/** What was odd on the slices of an ROI, added up. */
export interface OddSlices {
  retraced: number;
  duplicates: number;
  drawnAgain: number;
  crossing: number;
  nested: number;
  hasThinRim: boolean;
  /** Slices of which nobody knows what is inside, see `DistinctRings`. */
  scrambled: number;
  readonly crossed: Losses;
  readonly holes: Losses;
}

/** Areas left out, mm²: of all slices, and the largest share in any run of slices that lose something. */
interface Losses {
  lostMm2: number;
  /** What the rings of all slices enclose. */
  enclosedMm2: number;
  /** The largest share of a run. */
  shareOfRun: number;
  /** The run that goes on. */
  runLostMm2: number;
  runMm2: number;
}

const noLosses = (): Losses => ({ lostMm2: 0, enclosedMm2: 0, shareOfRun: 0, runLostMm2: 0, runMm2: 0 });

/** Shares from which somebody has to say that it is meant. */
const LOST = 0.1;
/** Of the slices of a run that have holes: an organ may have a vessel or a tumour cut out here and there. */
const HOLLOW = 0.25;
const ROUNDING_CC = 1e-6;
/** Below this area the rings of a slice are no slice, mm². */
const NO_AREA_MM2 = 1e-3;

/**
 * The rings of each slice, each area once and without crossings; and the planes of contours of which nothing is left.
 * @param isXor the contours are CLOSEDPLANAR_XOR.
 * @param isSolid the ROI is an organ that is never hollow, so that keyholes are looked at as well.
 */
export function cleanSlices(
  planes: readonly DrawnRing[],
  isXor: boolean,
  isSolid: boolean,
): { slices: DrawnRing[]; vanishedMm: number[]; said: OddSlices } {
  const said: OddSlices = {
    retraced: 0,
    duplicates: 0,
    drawnAgain: 0,
    crossing: 0,
    nested: 0,
    hasThinRim: false,
    scrambled: 0,
    crossed: noLosses(),
    holes: noLosses(),
  };
  const cleaned = planes.map(({ wMm, rings }) => {
    const { rings: distinct, contact, retraced, duplicates, drawnAgain, isScrambled } = distinctRings(rings, isXor);
    if (isScrambled) {
      said.scrambled++;
      return { wMm, rings: distinct, isSlice: false };
    }
    said.retraced += retraced;
    said.duplicates += duplicates;
    said.drawnAgain += drawnAgain;
    const clean = contact === 'clear' ? distinct : cleanRings(distinct);
    const { keptMm2, enclosedMm2, crossedMm2, holesMm2, hasThinRim } = ringLosses(distinct, contact, clean);
    if (contact === 'crossing' || crossedMm2 > 0) said.crossing++;
    if (holesMm2 > 0 && (isSolid || nestingDepths(distinct).some((depth) => depth > 0))) said.nested++;
    if (hasThinRim) said.hasThinRim = true;
    lose(said.crossed, crossedMm2, enclosedMm2);
    lose(said.holes, holesMm2, enclosedMm2);
    return { wMm, rings: clean, isSlice: keptMm2 > NO_AREA_MM2 };
  });
  const vanished = planes.filter((_, n) => !cleaned[n].isSlice);
  const vanishedMm = vanished.flatMap(({ wMm, rings }) => rings.map(() => wMm));
  return { slices: cleaned.filter(({ isSlice }) => isSlice), vanishedMm, said };
}

function lose(losses: Losses, lostMm2: number, enclosedMm2: number): void {
  losses.lostMm2 += lostMm2;
  losses.enclosedMm2 += enclosedMm2;
  losses.runLostMm2 = lostMm2 > 0 ? losses.runLostMm2 + lostMm2 : 0;
  losses.runMm2 = lostMm2 > 0 ? losses.runMm2 + enclosedMm2 : 0;
  if (losses.runMm2 > 0) losses.shareOfRun = Math.max(losses.shareOfRun, losses.runLostMm2 / losses.runMm2);
}

/** An ROI, and what is asked about its holes: see `DrawnRoi`. */
interface AskedRoi {
  readonly name: string;
  readonly isSolid?: boolean;
  readonly askedHolesCc?: number | undefined;
}

/** What to say of the slices of an ROI. */
export function oddSliceFindings(
  said: OddSlices,
  { name: roi, isSolid, askedHolesCc = Infinity }: AskedRoi,
  spacingMm: number,
): Finding[] {
  const findings: Finding[] = [];
  const at = { roi };
  const asking = { ...at, answerable: true } as const;
  if (said.retraced > 0) findings.push(makeFinding('contour-retraced', 'info', { ...at, contours: said.retraced }, at));
  if (said.duplicates > 0) {
    findings.push(makeFinding('duplicate-contours', 'info', { ...at, contours: said.duplicates }, at));
  }
  if (said.drawnAgain > 0) {
    findings.push(makeFinding('contours-drawn-again', 'warning', { ...at, pairs: said.drawnAgain }, at));
  }
  if (said.crossing > 0) {
    const { lostMm2, shareOfRun } = said.crossed;
    const facts = { ...at, slices: said.crossing, lostCc: (lostMm2 * spacingMm) / 1000, lostShare: shareOfRun };
    findings.push(
      shareOfRun > LOST
        ? makeFinding('contours-cross', 'error', facts, asking)
        : makeFinding('contours-cross', 'warning', facts, at),
    );
  }
  if (said.nested > 0) {
    const { lostMm2, enclosedMm2, shareOfRun } = said.holes;
    const fillCc = (lostMm2 * spacingMm) / 1000;
    const facts = { ...at, slices: said.nested, fillCc, lostShare: lostMm2 / enclosedMm2 };
    const isShare = lostMm2 > LOST * (enclosedMm2 - lostMm2) || shareOfRun > HOLLOW;
    const matters = isShare || said.hasThinRim || fillCc >= askedHolesCc - ROUNDING_CC;
    findings.push(
      isSolid && matters
        ? makeFinding('nested-contours', 'error', facts, asking)
        : makeFinding('nested-contours', 'info', facts, at),
    );
  }
  return findings;
}
