import type { CaseCourseInput } from '../../assessment/case-inputs';
import type { EvaluationSettings } from '../../assessment/evaluate';
import { tissueModelOf } from '../../assessment/evaluate';
import { answerDose } from '../../assessment/organ-response';
import type { PreparedRegion } from '../../assessment/prepare';
import { parseMetric } from '../../dvh/metric';
import type { Vec3 } from '../../geometry/vec3';
import type { DoseScope } from './engine-api';

/**
 * The place that a metric of an organ speaks of: the hottest point for maxima, doses at a volume and volumes at a dose;
 * the coldest for minima and what is spared; for a mean the hottest as well, since that is what moves it.
 */
export function placeOf(
  prepared: PreparedRegion,
  courses: readonly CaseCourseInput[],
  settings: EvaluationSettings,
  metricText: string,
  scope: DoseScope,
): Vec3 | undefined {
  const metric = parseMetric(metricText);
  const { samples, region } = prepared;
  const tissue = tissueModelOf(region, {
    courses,
    settings,
    monthsSince: courses.map(() => undefined),
    questions: [],
  });
  const dose = new Float32Array(samples.count);
  answerDose(courses, prepared.knownDoseGy, { quantity: 'eqd2', scope, tissue, plannedScale: settings.plannedScale }, dose);
  const isCold = metric.kind === 'min' || metric.kind === 'coldDoseAtVolume' || metric.kind === 'coldVolumeAtDose';
  let best = -1;
  for (let n = 0; n < dose.length; n++) {
    if (best < 0 || (isCold ? dose[n] < dose[best] : dose[n] > dose[best])) best = n;
  }
  return best < 0
    ? undefined
    : [samples.positionsMm[3 * best], samples.positionsMm[3 * best + 1], samples.positionsMm[3 * best + 2]];
}
