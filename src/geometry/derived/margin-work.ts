import type { Paths64 } from 'clipper2-ts';
import { InputError } from '../../input-error';
import { contributionsTo, type LayerSpan } from './margin-layers';
import type { SolidSlab } from './margin-solid';

/**
 * Points of outlines that the margins of one case may be made of, all together: some four seconds. Forty millimetres around
 * a lung take one million, around a body two.
 */
export const MOST_SWEPT = 3_000_000;

/** What margins ask for, counted before it is done, so that those of one case are bounded together. */
export class MarginWork {
  #swept = 0;

  /** @param left how many points there are left for these margins. */
  constructor(private readonly left = MOST_SWEPT) {}

  get swept(): number {
    return this.#swept;
  }

  /**
   * Asked before a margin is begun. @throws InputError where the outlines in its reach have more points than are left.
   */
  requireSweepable(layers: readonly LayerSpan[], solid: readonly SolidSlab[], marginMm: number): void {
    let points = this.#swept;
    for (const layer of layers) {
      for (const { slab } of contributionsTo(layer, solid, marginMm)) points += pointsOf(slab.paths);
      // Where notches are raised, fewer points are left than there were; to find out takes a third of the time.
      if (points / 3 > this.left) this.refuse();
    }
  }

  /** Counts outlines before they are joined. @throws InputError where they are too many. */
  count(outlines: readonly Paths64[]): void {
    for (const paths of outlines) this.#swept += pointsOf(paths);
    if (this.#swept > this.left) this.refuse();
  }

  private refuse(): never {
    throw new InputError({
      found: `margins that take outlines of more than ${MOST_SWEPT} points, with those of the structures before it`,
      needed: 'a smaller margin, one margin in place of several, or fewer structures with margins',
    });
  }
}

const pointsOf = (paths: Paths64): number => paths.reduce((sum, path) => sum + path.length, 0);
