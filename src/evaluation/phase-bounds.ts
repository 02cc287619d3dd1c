import { BOUNDLESS_GY } from '../dvh/covered-distribution';

/** What is known of a phase's dose at a region's points, beside the dose itself. */
export interface PhaseKnowledge {
  /** Points that the way to the course leaves without a place: nobody's word makes their dose 0. */
  readonly unmapped?: Uint8Array | undefined;
  /**
   * Of a phase that only a record tells of: the most that any point had, undefined where it says nothing; and what some
   * point had, nobody knows which, where the record is of the region as a whole.
   */
  readonly recorded?: { readonly mostGy: number | undefined; readonly reachedGy?: number | undefined };
}

/** What each phase has given at each point at the least and at the most; the same array where it is known throughout. */
export interface PhaseBounds {
  readonly leastGy: readonly Float32Array[];
  readonly mostGy: readonly Float32Array[];
}

/**
 * Bounds of the phases' doses.
 * @param doseGy dose of each phase at each point, NaN where unknown.
 * @param outsideIsZero the user's word that no dose was given outside the dose grids. It speaks of the grids alone: where
 *   a deformation ends, or a record is all there is, the dose stays unknown.
 */
export function phaseBounds(
  doseGy: readonly Float32Array[],
  phases: readonly PhaseKnowledge[],
  outsideIsZero: boolean,
): PhaseBounds {
  const bounds = doseGy.map((dose, p) => {
    const { recorded, unmapped } = phases[p] ?? {};
    if (recorded) {
      return {
        least: new Float32Array(dose.length),
        most: new Float32Array(dose.length).fill(recorded.mostGy ?? BOUNDLESS_GY),
      };
    }
    if (!hasUnknown(dose)) return { least: dose, most: dose };
    const least = Float32Array.from(dose);
    for (let n = 0; n < least.length; n++) if (Number.isNaN(least[n])) least[n] = 0;
    if (outsideIsZero && !unmapped) return { least, most: least };
    const most = Float32Array.from(least);
    for (let n = 0; n < most.length; n++) {
      if (Number.isNaN(dose[n]) && (!outsideIsZero || unmapped?.[n] === 1)) most[n] = BOUNDLESS_GY;
    }
    return { least, most };
  });
  return { leastGy: bounds.map(({ least }) => least), mostGy: bounds.map(({ most }) => most) };
}

function hasUnknown(doseGy: Float32Array): boolean {
  for (let n = 0; n < doseGy.length; n++) if (Number.isNaN(doseGy[n])) return true;
  return false;
}
