import { PRIOR_TO_PLANNED } from './anatomy';
import { apply, inverse, sigmoid, type Vec3 } from './math';

/*
 * The doses, in Gy, as formulas that are smooth everywhere: a plateau around the target's axis that ends in a logistic
 * fall of the squared distance, a window along the patient, and a wide, low bath.
 */

/** 1 near the axis, one half at the distance `r0`, falling over about `w` mm there; `square` is the distance squared. */
const plateau = (square: number, r0: number, w: number) => sigmoid((r0 * r0 - square) / (2 * r0 * w));
/** 1 between the two ends, one half at them. */
const between = (z: number, low: number, high: number, w: number) => sigmoid((z - low) / w) * sigmoid((high - z) / w);

/** Dose of the course of 2022 at a point of the PRIOR frame of reference. */
export function priorDose([x, y, z]: Vec3): number {
  const dx = x + 0.3;
  const dy = y - 28.5;
  const square = (dx / 1.3) ** 2 + dy * dy;
  const bath = Math.exp(-(((dx / 75) ** 2 + (dy / 75) ** 2) / 2));
  return between(z, -108, 70, 15) * (48.6 * plateau(square, 58, 12) + 8.5 * bath);
}

/** Dose of the course of 2023 at a point of the PLANNED frame of reference. */
export function plannedDose([x, y, z]: Vec3): number {
  const dx = x - 5.5;
  const dy = y - 15.5;
  const square = (dx / 1.15) ** 2 + dy * dy;
  const bath = Math.exp(-(((dx / 70) ** 2 + (dy / 65) ** 2) / 2));
  const wide = between(z, -70, 100, 17) * (51.5 * plateau(square, 45.7, 14) + 7 * bath);
  return wide + 16.2 * between(z, -50, 80, 16) * plateau(square, 31, 14);
}

const TO_PRIOR = inverse(PRIOR_TO_PLANNED);

/** Dose of the course of 2022 at a point of the PLANNED frame of reference. */
export const priorDoseAtPlanned = (point: Vec3) => priorDose(apply(TO_PRIOR, point));

export const FRACTIONS = 28;

/** EQD2 of a dose in `fractions` equal parts. */
export const eqd2 = (dose: number, fractions: number, alphaBeta: number) =>
  (dose * (dose / fractions + alphaBeta)) / (2 + alphaBeta);
