import type { CaseLandmark } from '../../case/case-file';
import { mapPoint, type PointMap } from '../../geometry/point-map';
import type { Vec3 } from '../../geometry/vec3';

/** A pair of landmarks in the making: it belongs to the case once both its points are there. */
export interface Pair {
  readonly name: string;
  readonly plannedMm?: Vec3;
  readonly priorMm?: Vec3;
}

export type WholePair = Required<Pair>;
export const isWhole = (pair: Pair): pair is WholePair => pair.plannedMm !== undefined && pair.priorMm !== undefined;

export const pairOf = ({ name, onAnatomyMm, onCourseMm }: CaseLandmark): WholePair => ({
  name,
  plannedMm: onAnatomyMm,
  priorMm: onCourseMm,
});

const toHundredths = ([x, y, z]: Vec3): [number, number, number] => [x, y, z].map((mm) => Number(mm.toFixed(2))) as never;

export const landmarkOf = ({ name, plannedMm, priorMm }: WholePair): CaseLandmark => ({
  name,
  onAnatomyMm: toHundredths(plannedMm),
  onCourseMm: toHundredths(priorMm),
});

/**
 * The pairs after a click at a place of the planned frame: the planned point of the first pair that lacks one, or its
 * prior point, which is where the map shown takes the click. With all pairs whole a new one is begun.
 */
export function afterPick(pairs: readonly Pair[], pointMm: Vec3, map: PointMap | undefined, newName: string): readonly Pair[] {
  const at = pairs.findIndex((pair) => !isWhole(pair));
  if (at < 0) return [...pairs, { name: newName, plannedMm: pointMm }];
  const pair = pairs[at];
  const next = pair.plannedMm ? withPrior(pair, map && mapPoint(map, pointMm)) : { ...pair, plannedMm: pointMm };
  return pairs.map((old, n) => (n === at ? next : old));
}

const withPrior = (pair: Pair, priorMm: Vec3 | undefined): Pair => (priorMm ? { ...pair, priorMm } : pair);
