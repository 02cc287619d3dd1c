import { InputError } from '../../input-error';
import { contributionsTo, type LayerSpan } from './margin-layers';
import type { SolidSlab } from './margin-solid';

/** Points that all layers together are swept with: some ten seconds. A body of 400 points a slice has a million. */
const MOST_SWEPT = 10_000_000;

/** @throws InputError where a margin asks for more than is ever made; asked before it is begun. */
export function requireSweepable(layers: readonly LayerSpan[], solid: readonly SolidSlab[], marginMm: number): void {
  let points = 0;
  for (const layer of layers) {
    for (const { slab } of contributionsTo(layer, solid, marginMm)) for (const path of slab.paths) points += path.length;
    if (points <= MOST_SWEPT) continue;
    throw new InputError({
      found: `a margin of ${marginMm} mm around ${solid.length} slabs, with more than ${MOST_SWEPT} points in its reach`,
      needed: 'a smaller margin, or one margin in place of several',
    });
  }
}
