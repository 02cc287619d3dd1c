import { answerDose } from './answer-dose';
import { effectOf } from './course-effect';
import type { DoseQuestion } from './dose-question';
import { type GivenCourse, phasesOf } from './given-course';

/** Dose of each point as `fixed + linear · s + quadratic · s²`, where s is the factor on the planned dose. */
export interface DosePolynomial {
  readonly fixed: Float32Array;
  readonly linear: Float32Array;
  readonly quadratic: Float32Array;
  /** The same at the organ's peaks, which have no volume. */
  readonly peaks?: DosePolynomial | undefined;
}

/**
 * The dose of a question as a polynomial in the factor on the planned dose; undefined where it is none (LQ-L bends,
 * the overall-time correction cuts off at 0).
 * @param phaseDoseGy as for `answerDose`.
 */
export function dosePolynomial(
  courses: readonly GivenCourse[],
  phaseDoseGy: readonly Float32Array[],
  question: DoseQuestion,
  count: number,
): DosePolynomial | undefined {
  const { quantity, scope, tissue } = question;
  if (quantity !== 'physical' && (tissue.lqL || tissue.repopulation)) return undefined;
  const fixed = new Float32Array(count);
  const linear = new Float32Array(count);
  const quadratic = new Float32Array(count);
  if (scope !== 'planned') answerDose(courses, phaseDoseGy, { ...question, scope: 'prior' }, fixed);
  for (const placed of phasesOf(courses)) {
    if (placed.course.role !== 'planned') continue;
    const effect = effectOf(placed, { ...question, scope: 'planned', plannedScale: 1 });
    if (!effect) continue;
    const { response, weight } = effect;
    const doseGy = phaseDoseGy[placed.index];
    const [a, b] = [weight * response.linear, weight * response.quadratic];
    for (let n = 0; n < count; n++) {
      const d = doseGy[n];
      linear[n] += a * d;
      quadratic[n] += b * d * d;
    }
  }
  return { fixed, linear, quadratic };
}
