/*
 * Bounds of plausibility. They are this program's own: no limit of treatment, only so wide that what lies outside is far
 * more often a slip of a file than a prescription.
 */

/** A dose at or below, or at or above these shares of what it should be contradicts it. */
export const LEAST_SHARE = 0.5;
export const MOST_SHARE = 1.5;

/**
 * The same of what a plan's beams give, which is compared with the most agreeing of several doses and therefore narrower;
 * between these and the near ones it is told.
 */
export const LEAST_OF_BEAMS = 2 / 3;
export const MOST_OF_BEAMS = 1.5;
export const LEAST_NEAR_BEAMS = 0.9;
export const MOST_NEAR_BEAMS = 1.15;

/** Within these shares of what is prescribed lies half of a target as a rule. */
export const LEAST_NEAR_SHARE = 0.9;
export const MOST_NEAR_SHARE = 1.15;

/** More fractions than this are hardly ever given, twice a day included. */
export const MOST_FRACTIONS = 60;
/** Gy a fraction. */
export const LEAST_PER_FRACTION_GY = 0.5;
export const MOST_PER_FRACTION_GY = 35;

/** Gy a fraction in the target of most courses; of others a second word on the fractions is wanted. */
export const LEAST_USUAL_GY = 1.5;
export const MOST_USUAL_GY = 3;

/** Up to where the linear-quadratic model is validated, in Gy a fraction, and up to where it is reasonable. */
export const LQ_VALID = {
  validTo: 10,
  reasonableTo: 18,
  source: 'Brenner 2008, Semin Radiat Oncol',
} as const;

/** Doses of a grid are stored in steps: what is a bound but for that is at it. */
const AT_A_BOUND = 1e-6;
/** Whether a dose is above a share of what it should be, and not at it: a slip is a round factor. */
export const isAbove = (doseGy: number, share: number, expectedGy: number): boolean =>
  doseGy > share * expectedGy * (1 + AT_A_BOUND);
export const isBelow = (doseGy: number, share: number, expectedGy: number): boolean =>
  doseGy < share * expectedGy * (1 - AT_A_BOUND);

/** Whether a dose is about what it should be. */
export const isAbout = (doseGy: number, expectedGy: number, least = LEAST_SHARE, most = MOST_SHARE): boolean =>
  isAbove(doseGy, least, expectedGy) && isBelow(doseGy, most, expectedGy);

/** Whether half of a target has what is usual. @param topGy the highest that is prescribed beside it. */
export const isNear = (doseGy: number, prescribedGy: number, topGy: number): boolean =>
  doseGy >= LEAST_NEAR_SHARE * prescribedGy && doseGy <= MOST_NEAR_SHARE * topGy;

/** How far a dose is from what it should be, as the logarithm of their ratio. */
export const distance = (doseGy: number, expectedGy: number): number =>
  doseGy > 0 ? Math.abs(Math.log(doseGy / expectedGy)) : Infinity;
