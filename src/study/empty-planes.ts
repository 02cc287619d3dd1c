import type { RtDose } from '../dicom/rt-dose';
import { type Finding, makeFinding } from '../findings/finding';
import { alongNormalMm } from './stack-geometry';

/** What is needed of a dose to look at its planes. */
type Planes = Pick<
  RtDose,
  'pixels' | 'rows' | 'columns' | 'frames' | 'gridFrameOffsetsMm' | 'imagePositionMm' | 'imageOrientation' | 'file'
>;

/**
 * From this share of the grid's maximum on a plane is in the fields, and its neighbour cannot have nothing at all: the
 * program's own bound, far above what scatter leaves at the edge of a field.
 */
const IN_FIELD = 0.05;

/**
 * Planes without any dose between planes with dose: they were lost, since no dose falls to nothing from one plane to the
 * next and rises again.
 */
export function emptyPlaneFindings(dose: Planes): Finding[] {
  const highest = highestOfPlanes(dose);
  const bound = IN_FIELD * Math.max(...highest);
  const empty: number[] = [];
  for (let k = 0; k < highest.length; k++) {
    if (highest[k] > 0) continue;
    const first = k;
    while (k + 1 < highest.length && !(highest[k + 1] > 0)) k++;
    const isBetween = first > 0 && k + 1 < highest.length;
    if (!isBetween || highest[first - 1] <= bound || highest[k + 1] <= bound) continue;
    for (let lost = first; lost <= k; lost++) empty.push(lost);
  }
  if (empty.length === 0) return [];
  const placesMm = empty.map((k) => placeMm(dose, k));
  const facts = { empty: empty.length, planes: dose.frames, fromMm: Math.min(...placesMm), toMm: Math.max(...placesMm) };
  return [makeFinding('dose-planes-empty', 'error', facts, { file: dose.file, answerable: true })];
}

function highestOfPlanes({ pixels, rows, columns, frames }: Planes): Float64Array {
  const highest = new Float64Array(frames);
  const voxels = rows * columns;
  for (let k = 0, n = 0; k < frames; k++) {
    for (const end = n + voxels; n < end; n++) if (pixels[n] > highest[k]) highest[k] = pixels[n];
  }
  return highest;
}

/** Along the normal of the planes, from the origin of the frame of reference. */
function placeMm(dose: Planes, k: number): number {
  const offsets = dose.gridFrameOffsetsMm;
  const isGiven = offsets?.length === dose.frames;
  return alongNormalMm(dose) + (isGiven ? offsets[k] - offsets[0] : 0);
}
