import { formatMetric, parseMetric } from '../dvh/metric';
import { metricInterval } from '../dvh/metric-value';
import { makeReason } from '../findings/reasons';
import type { NearMaximum } from './assessment';
import type { OrganDistribution } from './organ-doses';

/** Near maxima are told of this much of an organ. */
const NEAR = parseMetric('D0.03cc');
const NEAR_CC = 0.03;

/**
 * The near maximum to stand beside a maximum: a maximum is one point, whose dose hangs on the last tenth of a millimetre
 * of the contour. An organ with less volume than the near maximum asks for has none.
 */
export function nearMaximum(distribution: OrganDistribution, totalCc: number): NearMaximum {
  const metric = formatMetric(NEAR);
  if (totalCc < NEAR_CC) return { metric, value: null, ...makeReason('less-volume-than-asked', {}) };
  const value = metricInterval(distribution, NEAR)?.value;
  if (value === undefined) return { metric, value: null, ...makeReason('dose-known-on-less', {}) };
  return { metric, value: Number(value.toPrecision(7)) };
}
