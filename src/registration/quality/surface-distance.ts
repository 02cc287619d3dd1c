import { mapPoints, type PointMap } from '../../geometry/point-map';
import type { Surface } from './body-surface';
import { facetTree, nearestMm } from './facet-tree';

/** From a surface to another, over its area, mm. */
export interface DirectedDistance {
  readonly meanMm: number;
  /** 95 % of the area is no farther than this. */
  readonly percentile95Mm: number;
  readonly maxMm: number;
}

/** Points taken on a surface at most, spread evenly over its facets. */
const POINTS = 5000;
/** Multiples of it fill the range from 0 to 1 evenly. */
const EVEN = (Math.sqrt(5) - 1) / 2;

/**
 * Distances from points on one surface (the middles of its facets, by area) to the nearest point of another. Points where
 * `map` is unknown are left out: nothing could lie there.
 * @returns undefined where either surface is empty.
 */
export function directedDistance(from: Surface, to: Surface, map: PointMap): DirectedDistance | undefined {
  if (from.count === 0 || to.count === 0) return undefined;
  const taken = takenFacets(from, map);
  if (taken.length === 0) return undefined;
  const tree = facetTree(to);
  const found = new Int32Array(1);
  const distanceMm = new Float64Array(taken.length);
  const { cornersMm: c, areaMm2 } = from;
  let [sum, area, maxMm] = [0, 0, 0];
  for (let n = 0; n < taken.length; n++) {
    const a = 12 * taken[n];
    const mm = nearestMm(tree, (c[a] + c[a + 6]) / 2, (c[a + 1] + c[a + 7]) / 2, (c[a + 2] + c[a + 8]) / 2, found[0], found);
    distanceMm[n] = mm;
    sum += mm * areaMm2[taken[n]];
    area += areaMm2[taken[n]];
    if (mm > maxMm) maxMm = mm;
  }
  const nearestFirst = Int32Array.from(taken, (_, n) => n).sort((p, q) => distanceMm[p] - distanceMm[q]);
  let covered = 0;
  let n = 0;
  while (n < taken.length - 1 && covered + areaMm2[taken[nearestFirst[n]]] < 0.95 * area)
    covered += areaMm2[taken[nearestFirst[n++]]];
  return { meanMm: sum / area, percentile95Mm: distanceMm[nearestFirst[n]], maxMm };
}

/** The facets that are measured from, in their order, so that neighbours follow one another. */
function takenFacets({ count, cornersMm: c }: Surface, map: PointMap): Int32Array {
  const chosen = Int32Array.from({ length: Math.min(count, POINTS) }, (_, n) =>
    count <= POINTS ? n : Math.floor(((n * EVEN) % 1) * count),
  ).sort();
  if (!map.some(({ field }) => field)) return chosen;
  const middles = new Float64Array(3 * chosen.length);
  for (let n = 0; n < chosen.length; n++) {
    for (let d = 0; d < 3; d++) middles[3 * n + d] = (c[12 * chosen[n] + d] + c[12 * chosen[n] + 6 + d]) / 2;
  }
  const mapped = new Float64Array(middles.length);
  mapPoints(map, middles, chosen.length, mapped);
  return chosen.filter((_, n) => !Number.isNaN(mapped[3 * n]));
}
