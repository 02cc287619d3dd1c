import type { Constraint } from '../../constraints/constraint';
import { verdictAt } from '../../constraints/evaluate-goal';
import { extremeOf, type Metric } from '../../dvh/metric';
import type { Verdict } from '../../verdict';
import type { GoalResult, WorstCaseResult } from '../assessment';
import type { Motion } from './motions';

/** A goal under a motion, on the samples that were looked at. */
export interface MovedGoal {
  readonly motion: Motion;
  readonly goal: GoalResult;
}

/** Values nearer than this are one: the motion that comes first is the one to tell. */
export const SAME = 0.01;
const BADNESS: Readonly<Record<Verdict, number>> = { 'not applicable': -1, met: 0, 'not evaluable': 1, exceeded: 2 };
/** Near maxima of this much or less are told by cells that are fine where the dose was hot before it moved. */
const NEAR_CC = 1;

/**
 * The worst that a goal comes to under some motions, from how a coarser value moves. A part of the organ that leaves a
 * dose grid makes its dose unknown; that is told, and the verdict is that of what is known.
 */
export function worstOf(
  goal: GoalResult,
  constraint: Constraint,
  before: GoalResult,
  after: readonly MovedGoal[],
): { worst: WorstCaseResult; motion: Motion } | undefined {
  if (constraint.scope === 'planned' || goal.verdict === 'not applicable') return undefined;
  if (goal.value === null || before.value === null) return undefined;
  const isOpen = goal.verdict !== 'met' && goal.verdict !== 'exceeded';
  const upper = constraint.goal.comparator.startsWith('<');
  let worst: { value: number; verdict: Verdict; motion: Motion } | undefined;
  let leavesGrid = false;
  for (const { motion, goal: moved } of after) {
    // A goal that is exceeded whatever the answer may be open for the question alone once it is moved.
    if (!isOpen && moved.verdict === 'not evaluable' && moved.code !== 'question-open') leavesGrid = true;
    if (moved.value === null) continue;
    const value = rounded(Math.max(0, goal.value + moved.value - before.value));
    // Moved out of what the source studied, nothing is met any more.
    const isOutside = moved.verdict === 'not applicable';
    const verdict = isOpen ? goal.verdict : isOutside ? 'not evaluable' : verdictAt(constraint.goal, value);
    const isWorse =
      !worst ||
      BADNESS[verdict] > BADNESS[worst.verdict] ||
      (verdict === worst.verdict && (upper ? value > worst.value + SAME : value < worst.value - SAME));
    if (isWorse) worst = { value, verdict, motion };
  }
  if (!worst) return undefined;
  return { worst: resultOf(goal, worst, leavesGrid), motion: worst.motion };
}

/** The same with a value that is known better. */
export function worstAt(
  goal: GoalResult,
  constraint: Constraint,
  { worst, motion }: { worst: WorstCaseResult; motion: Motion },
  valueThere: number,
) {
  const value = rounded(valueThere);
  const isOpen = goal.verdict !== 'met' && goal.verdict !== 'exceeded';
  const verdict = isOpen ? goal.verdict : verdictAt(constraint.goal, value);
  return resultOf(goal, { value, verdict, motion }, worst.leavesGrid === true);
}

function resultOf(
  goal: GoalResult,
  { value, verdict, motion: { cause } }: { value: number; verdict: Verdict; motion: Motion },
  leavesGrid: boolean,
): WorstCaseResult {
  return {
    value,
    verdict,
    turnsVerdict: verdict !== goal.verdict,
    cause,
    ...(cause.code === 'shift' && { shiftMm: [cause.facts.xMm, cause.facts.yMm, cause.facts.zMm] as const }),
    ...(leavesGrid && { leavesGrid }),
  };
}

/** Whether a goal is on a maximum or a near maximum, which must be sampled anew where the dose is moved. */
export const isOnMaximum = ({ goal }: Constraint): boolean => goal.metrics.some(({ metric }) => isMaximum(metric));

export const isMaximum = (metric: Metric): boolean =>
  extremeOf(metric).kind === 'max' || (metric.kind === 'doseAtVolume' && metric.volumeUnit === 'cc' && metric.volume <= NEAR_CC);

export const rounded = (value: number): number => Number(value.toPrecision(6));
