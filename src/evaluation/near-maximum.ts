import { formatMetric, parseMetric } from '../dvh/metric';
import { metricInterval } from '../dvh/metric-value';
import type { DoseQuestion } from '../effect/dose-question';
import { makeReason } from '../findings/reasons';
import type { NearMaximum } from './assessment';
import { whyNoValue } from './no-value';
import type { OrganDoses } from './organ-doses';

/** Near maxima are told of this much of an organ. */
const NEAR = parseMetric('D0.03cc');
const NEAR_CC = 0.03;

/**
 * The near maximum to stand beside a maximum: a maximum is one point, whose dose hangs on the last tenth of a millimetre
 * of the contour. An organ with less volume than the near maximum asks for has none.
 */
export function nearMaximum(doses: OrganDoses, question: DoseQuestion): NearMaximum {
  const metric = formatMetric(NEAR);
  if (doses.samples.totalCc < NEAR_CC) return { metric, value: null, ...makeReason('less-volume-than-asked', {}) };
  const found = metricInterval(doses.distribution(question), NEAR);
  const value = found?.value;
  if (value === undefined) return { metric, value: null, ...whyNoValue(doses, question, found) };
  return { metric, value: Number(value.toPrecision(7)) };
}
