import type { GoalResult } from '../../evaluation/assessment';
import { isUpperLimit, shownShare } from '../../figures/goal-reading';
import { css, VERDICT_COLOURS } from './colours';
import styles from './organ-table.module.css';
import { standingOf } from './standing';

/** Share of the limit at the end of the bar: the limit itself stands at two thirds. */
const WHOLE = 1.5;
const percentOf = (share: number): string => `${(100 * Math.min(1, Math.max(0, share / WHOLE))).toFixed(1)}%`;

/**
 * Value over limit as text and bar. A tick marks the limit; what lies beyond an upper limit is hatched, so that the shape
 * tells it as well as the colour.
 */
export function ShareBar({ goal, was }: { readonly goal: GoalResult; readonly was?: GoalResult | undefined }) {
  const share = goal.shareOfLimit;
  const text = goal.verdict === 'not evaluable' ? undefined : shownShare(goal);
  if (text === undefined || share === null) return null;
  const tone = css(VERDICT_COLOURS[standingOf(goal)].ink);
  const over = isUpperLimit(goal) && goal.verdict === 'exceeded' ? Math.max(share, 1) : undefined;
  const before = was?.shareOfLimit;
  return (
    <span className={styles.share}>
      <span className={styles.shareText}>{text}&nbsp;%</span>
      <span className={styles.bar} aria-hidden="true">
        <span
          className={isUpperLimit(goal) ? styles.fill : styles.least}
          style={{ width: percentOf(over === undefined ? share : 1), color: tone }}
        />
        {over !== undefined && (
          <span
            className={styles.beyond}
            style={{ left: percentOf(1), width: `calc(${percentOf(over)} - ${percentOf(1)})`, color: tone }}
          />
        )}
        <span className={styles.limitTick} style={{ left: percentOf(1) }} />
        {before !== null && before !== undefined && before !== share && (
          <span className={styles.wasTick} style={{ left: percentOf(before) }} />
        )}
      </span>
    </span>
  );
}
