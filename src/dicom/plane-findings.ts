import { type Finding, makeFinding } from '../findings/finding';
import { given } from './read-header';
import type { ImagePlane } from './read-image-plane';

/** From how much wider than the usual one a gap between planes is a jump, and how many such in a row still are. */
export interface JumpRule {
  readonly timesUsual: number;
  readonly inARow: number;
}

/** The planes of one file were written together, and may lie unevenly (PS3.3 C.8.8.3.2): only a lone wide gap is odd. */
export const IN_ONE_FILE: JumpRule = { timesUsual: 2.5, inARow: 1 };
/** Of planes in single files one is easily lost, which makes the gap twice as wide. */
export const IN_SINGLE_FILES: JumpRule = { timesUsual: 1.8, inARow: 2 };

/** Neighbouring distances that differ by less are the same but for rounding. */
const ROUNDING_MM = 0.05;

/** Above this no dose to an organ can be told from a grid. */
const LARGEST_VOXEL_MM = 10;

/** The spacings of a grid within its planes, and what the file says of their thickness. */
type Spacing = Pick<ImagePlane, 'columnSpacingMm' | 'rowSpacingMm' | 'sliceThicknessMm'>;

/**
 * What the attributes of a dose grid say against each other, or against any dose grid there is.
 * @param offsetsMm of each plane along the normal, as given; from the first plane or from anywhere.
 */
export function gridFindings(spacing: Spacing, offsetsMm: ArrayLike<number>, rule: JumpRule, file: string): Finding[] {
  const { columnSpacingMm: columnMm, rowSpacingMm: rowMm, sliceThicknessMm: thicknessMm } = spacing;
  const findings = planeFindings(offsetsMm, rule, file);
  // Of planes out of order neighbours in the file are none in the patient.
  const isSorted = !findings.some(({ code }) => code === 'dose-frames-unsorted');
  const stepMm = isSorted ? usualStepMm(offsetsMm) : undefined;
  if (Math.max(columnMm, rowMm, stepMm ?? 0) > LARGEST_VOXEL_MM) {
    const facts = { columnMm, rowMm, ...given('planeMm', stepMm) };
    findings.push(makeFinding('dose-voxels-large', 'error', facts, { file, answerable: true }));
  }
  if (stepMm && thicknessMm && Math.abs(thicknessMm - stepMm) > ROUNDING_MM) {
    findings.push(makeFinding('slice-thickness-differs', 'info', { thicknessMm, stepMm }, { file }));
  }
  return findings;
}

/** The distance of neighbouring planes that half of them have at the most, mm; undefined for one plane. */
export function usualStepMm(offsetsMm: ArrayLike<number>): number | undefined {
  const steps = stepsOf(offsetsMm).sort((a, b) => a - b);
  return steps[Math.floor((steps.length - 1) / 2)];
}

const stepsOf = (offsetsMm: ArrayLike<number>): number[] =>
  Array.from({ length: Math.max(0, offsetsMm.length - 1) }, (_, k) => Math.abs(offsetsMm[k + 1] - offsetsMm[k]));

/**
 * What is odd in where the planes of a dose lie: out of order, with a gap, or unevenly spaced.
 * @param offsetsMm of each plane along the normal, as given; from the first plane or from anywhere.
 */
export function planeFindings(offsetsMm: ArrayLike<number>, rule: JumpRule, file: string): Finding[] {
  const place = { file, answerable: true } as const;
  const back = turnsBackAt(offsetsMm);
  const from = (k: number) => Math.abs(offsetsMm[k] - offsetsMm[0]);
  if (back !== undefined) {
    const facts = { frame: back + 1, fromMm: offsetsMm[back - 1], toMm: offsetsMm[back] };
    return [makeFinding('dose-frames-unsorted', 'error', facts, place)];
  }
  const steps = stepsOf(offsetsMm);
  const usualMm = usualStepMm(offsetsMm);
  if (usualMm === undefined) return [];
  const jumps = jumpsIn(steps, usualMm, rule);
  if (jumps.length > 0) {
    const facts = { jumps: jumps.length, fromMm: from(jumps[0]), toMm: from(jumps[0] + 1), usualMm };
    return [makeFinding('dose-frames-jump', 'error', facts, place)];
  }
  const leastMm = steps.reduce((least, mm) => Math.min(least, mm));
  const mostMm = steps.reduce((most, mm) => Math.max(most, mm));
  return mostMm - leastMm > ROUNDING_MM ? [makeFinding('dose-frames-uneven', 'info', { leastMm, mostMm }, { file })] : [];
}

/** The first plane that lies back on the way that the first two go. */
function turnsBackAt(offsetsMm: ArrayLike<number>): number | undefined {
  const way = Math.sign(offsetsMm[1] - offsetsMm[0]);
  for (let k = 2; k < offsetsMm.length; k++) {
    if (Math.sign(offsetsMm[k] - offsetsMm[k - 1]) === -way) return k;
  }
  return undefined;
}

/** The steps that are much wider than the usual one, where no more than a few in a row are: else the spacing changes. */
function jumpsIn(steps: readonly number[], usualMm: number, { timesUsual, inARow }: JumpRule): number[] {
  // Of two steps neither is the usual one.
  if (steps.length < 3) return [];
  const isWide = (k: number) => steps[k] > timesUsual * usualMm;
  const jumps: number[] = [];
  for (let k = 0; k < steps.length; k++) {
    if (!isWide(k)) continue;
    const first = k;
    while (k + 1 < steps.length && isWide(k + 1)) k++;
    if (k - first < inARow) jumps.push(...steps.slice(first, k + 1).map((_, n) => first + n));
  }
  return jumps;
}
