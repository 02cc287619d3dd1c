import { InputError } from '../input-error';

/** What the score is made from. All BED with alpha/beta 2 Gy (cervical and thoracic cord; the source takes 4 for lumbar). */
export interface NiederInput {
  readonly cumulativeBedGy: number;
  /** The cord's maximum BED of each course by itself; the highest counts. */
  readonly courseBedsGy: readonly number[];
  /** With more than two courses, the shortest interval. */
  readonly intervalMonths: number;
}

export interface NiederScore {
  readonly score: number;
  readonly bedPoints: number;
  readonly intervalPoints: number;
  readonly coursePoints: number;
  readonly group: 'low' | 'intermediate' | 'high';
  /** Share of patients of the group with radiation myelopathy in the source's series, percent. */
  readonly myelopathyPercent: number;
}

/** Upper ends in Gy2 of 0, 1, 2 ... 8 points; above the last, 9 points. */
const BED_STEPS_GY = [120, 130, 140, 150, 160, 170, 180, 190, 200];
const SHORT_INTERVAL_MONTHS = 6;
const HIGH_COURSE_GY = 102;
const EXTRA_POINTS = 4.5;
const LOW_UP_TO = 3;
const INTERMEDIATE_UP_TO = 6;
const MYELOPATHY_PERCENT = { low: 3, intermediate: 25, high: 90 } as const;
/** Rounding of doses stored in single precision. */
const TOLERANCE = 1e-6;

/** The source: Nieder 2005, Int J Radiat Oncol Biol Phys 61:851, and 2006, 66:1446. */
export const NIEDER_SOURCE =
  'Nieder 2006, Int J Radiat Oncol Biol Phys 66:1446 (percentages read in the abstract, points and cut-offs second hand; the 3 % of the low group is one case)';

/**
 * Risk score for myelopathy after re-irradiation of the cord. Points for the cumulative BED (0 up to and including
 * 120 Gy2, one more for each 10 Gy2 begun above it, 9 above 200 Gy2), 4.5 for an interval below 6 months, 4.5 for a
 * course of 102 Gy2 or more. Low up to 3, intermediate up to 6, high above; scores are whole numbers, with or without
 * 4.5 or 9, so that nothing lies between 3 and 4. The source's steps are written 120, 120.1-130, ...: a value between
 * 120 and 120.1 gets the higher points. Not for doses after recovery: the score was made without.
 * @throws InputError for negative or missing values.
 */
export function niederScore({ cumulativeBedGy, courseBedsGy, intervalMonths }: NiederInput): NiederScore {
  const values = [cumulativeBedGy, intervalMonths, ...courseBedsGy];
  if (courseBedsGy.length < 2 || values.some((value) => !Number.isFinite(value) || value < 0)) {
    throw new InputError({
      where: 'Nieder score',
      found: `cumulative ${cumulativeBedGy} Gy, courses ${courseBedsGy.join(', ') || 'none'} Gy, interval ${intervalMonths} months`,
      needed: 'numbers of 0 or more, for two courses or more',
    });
  }
  const step = BED_STEPS_GY.findIndex((upTo) => cumulativeBedGy <= upTo * (1 + TOLERANCE));
  const bedPoints = step < 0 ? BED_STEPS_GY.length : step;
  const intervalPoints = intervalMonths < SHORT_INTERVAL_MONTHS ? EXTRA_POINTS : 0;
  const coursePoints = Math.max(...courseBedsGy) >= HIGH_COURSE_GY * (1 - TOLERANCE) ? EXTRA_POINTS : 0;
  const score = bedPoints + intervalPoints + coursePoints;
  const group = score <= LOW_UP_TO ? 'low' : score <= INTERMEDIATE_UP_TO ? 'intermediate' : 'high';
  return { score, bedPoints, intervalPoints, coursePoints, group, myelopathyPercent: MYELOPATHY_PERCENT[group] };
}
