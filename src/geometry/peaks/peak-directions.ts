/** No more directions than this are looked along: each is a search of its own. */
const MOST = 92;
/** Steps from one phase to another where there are two of them. */
const FINEST = 16;

/**
 * Weights of the phases, `phases` numbers for each direction, the largest of each direction 1. A sum over phases of
 * convex functions of their doses (LQ with any alpha/beta, fractions and scale; physical dose) is highest where some sum
 * of weighted doses is highest: its own slope there is the weight (convexity). So the highest points along directions
 * close enough to one another are enough for every question: with 17 directions of two phases, whose neighbours are
 * 5.6 degrees apart, what lies between them is below r (1 - cos 2.8°), 0.05 Gy where the doses trade along an arc of r = 40 Gy.
 */
export function peakDirections(phases: number): Float64Array {
  if (phases === 1) return Float64Array.of(1);
  if (phases === 2) {
    const out: number[] = [];
    for (let n = 0; n <= FINEST; n++) {
      const angle = (n / FINEST) * (Math.PI / 2);
      out.push(...largestOne([Math.cos(angle), Math.sin(angle)]));
    }
    return Float64Array.from(out);
  }
  let steps = 1;
  while (steps < FINEST && compositions(steps + 1, phases).length < MOST) steps++;
  const each = compositions(steps, phases);
  const found = [...each, new Array<number>(phases).fill(1)];
  return Float64Array.from(found.slice(0, Math.max(MOST, phases + 1)).flatMap(largestOne));
}

function largestOne(weights: readonly number[]): number[] {
  const most = Math.max(...weights);
  return weights.map((weight) => (weight / most < 1e-12 ? 0 : weight / most));
}

/** All ways of writing `sum` as `parts` whole numbers from 0. */
function compositions(sum: number, parts: number): number[][] {
  if (parts === 1) return [[sum]];
  return Array.from({ length: sum + 1 }, (_, first) =>
    compositions(sum - first, parts - 1).map((rest) => [first, ...rest]),
  ).flat();
}
