import type { PhaseEffect } from './course-effect';

/**
 * The physical dose of a phase that has this effect: what a rest of EQD2 or BED is in its fractions, however they are
 * given. The inverse of `effectAt`, which rises with dose throughout.
 * @param value 0 or more, in the quantity of the effect.
 */
export function doseOfEffect({ response, weight }: PhaseEffect, value: number): number {
  const asked = value / weight;
  const { linear, quadratic, transitionGy, offset, slope } = response;
  const root = Math.sqrt(linear ** 2 + 4 * quadratic * asked);
  // Written so that no difference of near numbers is taken where the quadratic part is small.
  const doseGy = (2 * asked) / (linear + root);
  return doseGy <= transitionGy ? doseGy : (asked - offset) / slope;
}
