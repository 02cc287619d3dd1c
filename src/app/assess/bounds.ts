import type { MetricResult } from '../../evaluation/assessment';
import { boundFigures } from '../../figures/bounded-figures';
import type { T } from './goal-words';

/** Bounds of a figure that is not known exactly, rounded outwards, as in the report; undefined where it has none. */
export function bounds(t: T, metric: MetricResult): string | undefined {
  const between = boundFigures(metric);
  if (!between) return undefined;
  const { low, high } = between;
  return high === undefined ? t('atLeast', { low }) : t('between', { low, high });
}

/** The same as a figure in a table: `≥ 12.3`, `12.3–45.6`. */
export function shortBounds(metric: MetricResult): string | undefined {
  const between = boundFigures(metric);
  if (!between) return undefined;
  const { low, high } = between;
  return high === undefined ? `≥\u00a0${low}` : `${low}–${high}`;
}
