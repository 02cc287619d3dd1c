import { InputError } from '../input-error';

/** From `fromMonths` on and before `toMonths` (null: without end), this share of a prior course's BED is forgiven. */
export interface RecoveryStep {
  readonly fromMonths: number;
  readonly toMonths: number | null;
  readonly factor: number;
}

/** Tissue recovery by the time between the end of a prior course and the start of the planned one. */
export interface RecoverySchedule {
  readonly name: string;
  readonly steps: readonly RecoveryStep[];
}

/**
 * The share (0 to 1) of one prior course's BED that the schedule forgives. Each step holds from its first month on and
 * ends before its last: at exactly 12 months the step "1 to 3 years" holds. With several prior courses each has its own
 * interval and its own share.
 * @throws InputError for an interval that is negative or not a number. Where the interval is not known, no share is:
 * the caller decides, and says so (0 is always the safe side).
 */
export function recoveryFor(schedule: RecoverySchedule, intervalMonths: number): number {
  if (!Number.isFinite(intervalMonths) || intervalMonths < 0) {
    throw new InputError({ where: 'interval between courses', found: `${intervalMonths} months`, needed: '0 months or more' });
  }
  const step = schedule.steps.find(({ toMonths }) => toMonths === null || intervalMonths < toMonths);
  return step!.factor;
}

/** What is wrong with a schedule's steps: they must begin at 0, follow on each other, and have no end. */
export function scheduleFault(steps: readonly RecoveryStep[]): string | undefined {
  let from = 0;
  for (const [n, step] of steps.entries()) {
    if (step.fromMonths !== from) return `step ${n + 1} begins at ${step.fromMonths} months, not at ${from}`;
    const last = n === steps.length - 1;
    if (last && step.toMonths !== null) return `the last step ends at ${step.toMonths} months, not at null (without end)`;
    if (!last && (step.toMonths === null || step.toMonths <= from)) return `step ${n + 1} ends at ${step.toMonths} months`;
    from = step.toMonths ?? Number.POSITIVE_INFINITY;
  }
  return undefined;
}
