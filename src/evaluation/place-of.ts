import type { CaseCourseInput } from '../case/case-inputs';
import { extremeOf, parseMetric } from '../dvh/metric';
import { answerDose } from '../effect/answer-dose';
import type { DoseScope, TissueModel } from '../effect/dose-question';
import type { Vec3 } from '../geometry/vec3';
import { OrganDoses, OrganGiven } from './organ-doses';
import { phaseBounds } from './phase-bounds';
import type { PreparedRegion } from './prepared-region';

/**
 * The place that a metric of an organ speaks of: the hottest point for maxima, doses at a volume and volumes at a dose;
 * the coldest for minima and what is spared; for a mean the hottest as well, since that is what moves it.
 */
export function placeOf(
  prepared: PreparedRegion,
  courses: readonly CaseCourseInput[],
  { tissue, plannedScale }: { readonly tissue: TissueModel; readonly plannedScale: number },
  metricText: string,
  scope: DoseScope,
): Vec3 | undefined {
  const metric = extremeOf(parseMetric(metricText));
  const { samples } = prepared;
  const dose = new Float32Array(samples.count);
  const { leastGy } = phaseBounds(samples.doseGy, prepared.phases, true);
  answerDose(courses, leastGy, { quantity: 'eqd2', scope, tissue, plannedScale }, dose);
  if (metric.kind === 'max') {
    const place = new OrganDoses(new OrganGiven(courses, prepared, true)).placeOfMaximum({
      quantity: 'eqd2',
      scope,
      tissue,
      plannedScale,
    });
    if (place) return place;
  }
  const isCold = metric.kind === 'min' || metric.kind === 'coldDoseAtVolume' || metric.kind === 'coldVolumeAtDose';
  let best = -1;
  for (let n = 0; n < dose.length; n++) {
    if (best < 0 || (isCold ? dose[n] < dose[best] : dose[n] > dose[best])) best = n;
  }
  return best < 0
    ? undefined
    : [samples.positionsMm[3 * best], samples.positionsMm[3 * best + 1], samples.positionsMm[3 * best + 2]];
}
