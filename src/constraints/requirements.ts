import { makeReason, type Reason, type SourceCondition } from '../findings/reasons';
import type { GoalOutcome } from './evaluate-goal';

/** Conditions that a limit's source puts on its use, with their bounds. All must hold: a limit is no limit outside them. */
export type Requirements = { readonly [condition in SourceCondition]?: number | undefined };

/** What is known of the case. */
export interface GoalContext {
  /** Shortest interval between any two courses that follow on each other, in months. */
  readonly intervalMonths?: number | undefined;
  readonly plannedFractions?: number | undefined;
  /** The organ's maximum BED of each course by itself, with the goal's own alpha/beta. */
  readonly courseBedsGy?: readonly number[] | undefined;
  /** Dose per fraction of each prescription level of the planned course, Gy, for each of its phases. */
  readonly levelFractionsGy?: readonly (readonly number[])[] | undefined;
}

/** Whether the case lies within what a goal's source studied. */
export type Applicability =
  | { readonly state: 'applies' }
  | { readonly state: 'does not apply' | 'unknown'; readonly why: Reason };

/** Rounding of doses stored in single precision, and of a prescription over its fractions. */
const TOLERANCE = 1e-6;

const atLeast = (value: number, limit: number): boolean => value >= limit * (1 - TOLERANCE);
const atMost = (value: number, limit: number): boolean => value <= limit * (1 + TOLERANCE);

interface Condition {
  readonly knownOf: (context: GoalContext) => number | undefined;
  readonly holds: (value: number, limit: number) => boolean;
}

const interval = ({ intervalMonths }: GoalContext) => intervalMonths;
const fractions = ({ plannedFractions }: GoalContext) => plannedFractions;
const highestBed = ({ courseBedsGy }: GoalContext) => extreme(Math.max, courseBedsGy);
/** The lowest level of each phase must hold by itself: the one that is furthest off is told. */
const lowestLevel =
  (of: (...values: number[]) => number) =>
  ({ levelFractionsGy }: GoalContext) =>
    extreme(
      of,
      levelFractionsGy?.flatMap((levels) => extreme(Math.min, levels) ?? []),
    );
const highestLevel = ({ levelFractionsGy }: GoalContext) => extreme(Math.max, levelFractionsGy?.flat());

const CONDITIONS: Readonly<Record<SourceCondition, Condition>> = {
  intervalMonthsAtLeast: { knownOf: interval, holds: (value, limit) => value >= limit },
  intervalMonthsBelow: { knownOf: interval, holds: (value, limit) => value < limit },
  plannedFractionsAtLeast: { knownOf: fractions, holds: (value, limit) => value >= limit },
  plannedFractionsAtMost: { knownOf: fractions, holds: (value, limit) => value <= limit },
  courseBedGyAtMost: { knownOf: highestBed, holds: atMost },
  courseBedGyAbove: { knownOf: highestBed, holds: (value, limit) => !atMost(value, limit) },
  lowestLevelFractionGyAtLeast: { knownOf: lowestLevel(Math.min), holds: atLeast },
  lowestLevelFractionGyAtMost: { knownOf: lowestLevel(Math.max), holds: atMost },
  highestLevelFractionGyAtMost: { knownOf: highestLevel, holds: atMost },
};

/** Whether the conditions of a goal hold in a case; the first that does not, or that is not known, is told. */
export function goalApplies(requires: Requirements | undefined, context: GoalContext): Applicability {
  const failed = Object.entries(requires ?? {}).flatMap(([name, limit]) => {
    const condition = name as SourceCondition;
    const { knownOf, holds } = CONDITIONS[condition];
    if (limit === undefined) return [];
    const value = knownOf(context);
    return value === undefined || !holds(value, limit) ? [{ condition, limit, value }] : [];
  });
  if (failed.length === 0) return { state: 'applies' };
  // A condition known not to hold says more than one that is not known.
  const { condition, limit, value } = failed.find((each) => each.value !== undefined) ?? failed[0];
  if (value === undefined) return { state: 'unknown', why: makeReason('source-condition-unknown', { condition, limit }) };
  return { state: 'does not apply', why: makeReason('outside-source', { condition, limit, value }) };
}

/** The outcome of a goal once its conditions are taken into account (see `goalApplies`). */
export function outcomeUnder(outcome: GoalOutcome, applicability: Applicability): GoalOutcome {
  if (applicability.state === 'applies') return outcome;
  const verdict = applicability.state === 'unknown' ? 'not evaluable' : 'not applicable';
  return { ...outcome, verdict, why: applicability.why };
}

function extreme(of: (...values: number[]) => number, values: readonly number[] | undefined): number | undefined {
  return values && values.length > 0 ? of(...values) : undefined;
}
