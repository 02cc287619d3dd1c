import type { BandResult } from '../assessment';
import { rounded, SAME } from './worst-case';

/**
 * The band about a value, from how a coarser one moves. Where the motion of an end was sampled anew, the end is what was
 * found of it and of others that were.
 */
export function bandOf(
  value: number | null,
  before: number | undefined,
  after: readonly { readonly value: number | undefined; readonly anew: number | undefined }[],
): BandResult | undefined {
  if (value === null || before === undefined) return undefined;
  let [low, high] = [value, value];
  let lowest: (typeof after)[number] | undefined;
  let highest: (typeof after)[number] | undefined;
  for (const each of after) {
    if (each.value === undefined) return undefined;
    const moved = Math.max(0, value + each.value - before);
    if (moved < low - SAME) [low, lowest] = [moved, each];
    if (moved > high + SAME) [high, highest] = [moved, each];
  }
  if (lowest?.anew !== undefined) low = Math.min(value, lowest.anew);
  if (highest?.anew !== undefined) high = Math.max(value, highest.anew);
  const anew = after.flatMap((each) => each.anew ?? []);
  return { low: rounded(Math.min(low, ...anew)), high: rounded(Math.max(high, ...anew)) };
}
