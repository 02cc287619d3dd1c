import type { MetricValue } from '../dvh/metric-value';
import type { DoseQuestion } from '../effect/dose-question';
import { makeReason, type Reason } from '../findings/reasons';
import type { OrganDoses } from './organ-doses';

/** Why a metric has no value. @param found what it is known to lie between; undefined where it cannot be had at all. */
export function whyNoValue(doses: OrganDoses, question: DoseQuestion, found: MetricValue | undefined): Reason {
  if (!found) return makeReason('less-volume-than-asked', {});
  if (found.isUnknown) return makeReason('no-dose-known', {});
  const { recorded, apart } = doses.withoutPlaces(question);
  if (recorded.length > 0) return makeReason('record-has-no-value', { courses: recorded });
  if (apart.length > 0 && doses.isKnownThroughout) return makeReason('no-sum-of-places', { courses: apart });
  return makeReason('dose-known-on-less', {});
}
