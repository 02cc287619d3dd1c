import { makeReason, type Reason, type SourceCondition } from '../findings/reasons';
import type { GoalOutcome } from './evaluate-goal';

/** Conditions that a limit's source puts on its use. All must hold. */
export interface Requirements {
  /** The limit clears a plan only after this interval between courses. */
  readonly intervalMonthsAtLeast?: number | undefined;
  /** The limit is for shorter intervals than this. */
  readonly intervalMonthsBelow?: number | undefined;
  /** The limit is for a planned course of at most this many fractions. */
  readonly plannedFractionsAtMost?: number | undefined;
  /** The limit clears a plan only where no single course is above this BED. */
  readonly courseBedGyAtMost?: number | undefined;
  /** The limit is for cases where some course is above this BED. */
  readonly courseBedGyAbove?: number | undefined;
}

/** What is known of the case. */
export interface GoalContext {
  /** Shortest interval between the courses, in months. */
  readonly intervalMonths?: number | undefined;
  readonly plannedFractions?: number | undefined;
  /** The organ's maximum BED of each course by itself, with the goal's own alpha/beta. */
  readonly courseBedsGy?: readonly number[] | undefined;
}

/** Whether a goal may be used. `exceededStands`: a broken limit stays broken, only "met" is not supported. */
export type Applicability =
  | { readonly state: 'applies' }
  | { readonly state: 'does not apply' | 'unknown'; readonly why: Reason; readonly exceededStands: boolean };

interface Check {
  readonly condition: SourceCondition;
  readonly limit: number | undefined;
  readonly value: number | undefined;
  readonly holds: (value: number, limit: number) => boolean;
  /** A condition that makes a limit safe to use, rather than one that says whom it is for. */
  readonly clears: boolean;
}

/** Rounding of doses stored in single precision. */
const TOLERANCE = 1e-6;

/**
 * Whether the conditions of a goal hold in a case. What the source asks for and is not met, or not known, is told in a
 * sentence. A limit that is safe only after an interval, or only with moderate courses, is no safer without: there a
 * value above it is still `exceeded`; only "met" is withdrawn.
 */
export function goalApplies(requires: Requirements | undefined, context: GoalContext): Applicability {
  if (!requires) return { state: 'applies' };
  const failed = checks(requires, context).filter(
    ({ limit, value, holds }) => limit !== undefined && (value === undefined || !holds(value, limit)),
  );
  if (failed.length === 0) return { state: 'applies' };
  // A condition known not to hold says more than one that is not known.
  const first = failed.find(({ value }) => value !== undefined) ?? failed[0];
  const { condition, value } = first;
  const limit = first.limit!;
  const exceededStands = failed.every(({ clears }) => clears);
  if (value === undefined) {
    return { state: 'unknown', why: makeReason('source-condition-unknown', { condition, limit }), exceededStands };
  }
  return { state: 'does not apply', why: makeReason('outside-source', { condition, limit, value }), exceededStands };
}

/** The outcome of a goal once its conditions are taken into account (see `goalApplies`). */
export function outcomeUnder(outcome: GoalOutcome, applicability: Applicability): GoalOutcome {
  if (applicability.state === 'applies' || (outcome.verdict === 'exceeded' && applicability.exceededStands)) return outcome;
  return { ...outcome, verdict: 'not evaluable', why: applicability.why };
}

function checks(requires: Requirements, { intervalMonths, plannedFractions, courseBedsGy }: GoalContext): Check[] {
  const highestBed = courseBedsGy && courseBedsGy.length > 0 ? Math.max(...courseBedsGy) : undefined;
  const interval = { value: intervalMonths };
  const bed = { value: highestBed };
  return [
    {
      ...interval,
      condition: 'intervalMonthsAtLeast',
      limit: requires.intervalMonthsAtLeast,
      holds: (v, l) => v >= l,
      clears: true,
    },
    {
      ...interval,
      condition: 'intervalMonthsBelow',
      limit: requires.intervalMonthsBelow,
      holds: (v, l) => v < l,
      clears: false,
    },
    {
      value: plannedFractions,
      condition: 'plannedFractionsAtMost',
      limit: requires.plannedFractionsAtMost,
      holds: (v, l) => v <= l,
      clears: false,
    },
    {
      ...bed,
      condition: 'courseBedGyAtMost',
      limit: requires.courseBedGyAtMost,
      holds: (v, l) => v <= l * (1 + TOLERANCE),
      clears: true,
    },
    {
      ...bed,
      condition: 'courseBedGyAbove',
      limit: requires.courseBedGyAbove,
      holds: (v, l) => v > l * (1 + TOLERANCE),
      clears: false,
    },
  ];
}
