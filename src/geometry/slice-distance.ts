/** Distances that agree within this are one distance (positions are written with one or two decimals). */
const SAME_MM = 0.1;
/** Distances that it takes to see that two of them take turns: a missing slice is one between two others. */
const TURNS = 4;
/** Nothing is scanned in thicker slices: a larger distance that repeats is one between pieces. */
const THICKEST_SLICE_MM = 10;
/** A distance this many times that of the other ROIs is one between pieces too. */
const FAR = 3;

/** Commonest distance of neighbouring planes, to 0.1 mm; undefined for fewer than two planes. */
export function commonestSpacingMm(planesMm: readonly number[]): number | undefined {
  return commonest(distancesOf(planesMm))?.mm;
}

export const distancesOf = (planesMm: readonly number[]): number[] => planesMm.slice(1).map((plane, n) => plane - planesMm[n]);

/** A distance and how often it occurs. */
interface Counted {
  readonly mm: number;
  readonly count: number;
}

/** The commonest of some distances, the smaller of two as common. */
export function commonest(distancesMm: readonly number[]): Counted | undefined {
  const counts = new Map<number, { count: number; sum: number }>();
  for (const distance of distancesMm) {
    const key = Math.round(distance / SAME_MM);
    const entry = counts.get(key) ?? { count: 0, sum: 0 };
    counts.set(key, { count: entry.count + 1, sum: entry.sum + distance });
  }
  let best: { count: number; sum: number } | undefined;
  for (const entry of counts.values()) {
    if (!best || entry.count > best.count) best = entry;
    else if (entry.count === best.count && entry.sum < best.sum) best = entry;
  }
  return best && { mm: best.sum / best.count, count: best.count };
}

export const isSameDistance = (a: number, b: number): boolean => Math.abs(a - b) <= SAME_MM;

/**
 * The slice distance that distances in their order along the slices show by themselves: the commonest where it occurs
 * twice or more. Where two distances take turns, as for contours on two sets of slices, it is the larger: each slice
 * still has a next one within it.
 * @returns undefined where no distance repeats.
 */
export function repeatedDistanceMm(distancesMm: readonly number[]): Counted | undefined {
  const found = commonest(distancesMm);
  if (!found || found.count < 2) return undefined;
  let turns = 0;
  for (let n = 2; n < distancesMm.length; n++) {
    const [a, b, c] = [distancesMm[n - 2], distancesMm[n - 1], distancesMm[n]];
    if (isSameDistance(a, c) && !isSameDistance(a, b)) turns++;
  }
  const takeTurns = distancesMm.length >= TURNS && turns >= 0.8 * (distancesMm.length - 2);
  if (!takeTurns) return found;
  const half = distancesMm.length >> 1;
  return { mm: Math.max(distancesMm[half - 1], distancesMm[half]), count: half };
}

/** Whether a distance that repeats can be one of slices rather than of pieces. */
export const isSliceDistance = (mm: number, setSpacingMm: number | undefined): boolean =>
  setSpacingMm === undefined || mm <= Math.max(THICKEST_SLICE_MM, FAR * setSpacingMm);

/**
 * The slice distance of contours on these planes where none repeats: the structure set's for one plane or two, and else
 * the middle one of their distances, unless that is far above the structure set's.
 */
export function unclearDistanceMm(distancesMm: readonly number[], setSpacingMm: number | undefined): number | undefined {
  if (distancesMm.length < 2 && setSpacingMm !== undefined) return setSpacingMm;
  if (distancesMm.length === 0) return undefined;
  const sorted = [...distancesMm].sort((a, b) => a - b);
  const middle = sorted[(sorted.length - 1) >> 1];
  return setSpacingMm !== undefined && middle > FAR * setSpacingMm ? setSpacingMm : middle;
}
