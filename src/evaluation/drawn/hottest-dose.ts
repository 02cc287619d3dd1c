import type { CaseCourseInput } from '../../case/case-inputs';
import { answerDose } from '../../effect/answer-dose';
import type { DoseScope, TissueModel } from '../../effect/dose-question';
import type { RoiSamples } from '../../geometry/roi-samples';

/** What rounding, and the edge of a dose, may make a part that is not drawn hotter than what is drawn beside it. */
export const NOTICEABLE_GY = 0.5;

/** The highest EQD2 that is known of samples: what is outside of a grid counts as 0. */
export function hottestEqd2Gy(
  samples: RoiSamples,
  tissue: TissueModel,
  courses: readonly CaseCourseInput[],
  scope: DoseScope,
): number {
  const question = { quantity: 'eqd2', scope, tissue, plannedScale: 1 } as const;
  let top = 0;
  for (const { count, doseGy } of [samples, samples.peaks]) {
    const known = doseGy.map((dose) => dose.map((gy) => (Number.isNaN(gy) ? 0 : gy)));
    const out = new Float32Array(count);
    answerDose(courses, known, question, out);
    for (let n = 0; n < count; n++) if (out[n] > top) top = out[n];
  }
  return top;
}
