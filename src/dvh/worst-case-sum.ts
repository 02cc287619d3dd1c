import type { CoveredDistribution } from './covered-distribution';

/**
 * Doses of one organ that cannot be laid over each other: nobody knows which point of one lies where in the other. What
 * is known of a metric of their sum is in `metricInterval`.
 */
export class WorstCaseSum {
  /** None of its metrics is known point by point. */
  readonly covered = undefined;
  readonly isWhole = false;

  /**
   * @param parts the dose of each group of courses that lie on one anatomy, in one quantity; two at the least.
   * @param totalCc the organ's volume on the anatomy of the result.
   */
  constructor(
    readonly parts: readonly CoveredDistribution[],
    readonly totalCc: number,
  ) {}

  /** Whether there is a part of which nothing is known. */
  get isBoundless(): boolean {
    return this.parts.some((part) => part.isBoundless);
  }
}
