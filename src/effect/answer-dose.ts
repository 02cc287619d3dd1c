import { addResponse } from '../radiobiology/phase-response';
import { effectOf, lostGy } from './course-effect';
import { type DoseQuestion, isAsked } from './dose-question';
import { type GivenCourse, phasesOf } from './given-course';

/**
 * Adds the answer to a question at each point to `out`: physical sums as they are; BED and EQD2 converted phase by phase
 * with the phase's own fractions and then added, prior courses less what is forgiven.
 * @param phaseDoseGy stored physical dose of each phase at each point, phases of all courses in order, NaN where unknown.
 */
export function answerDose(
  courses: readonly GivenCourse[],
  phaseDoseGy: readonly Float32Array[],
  question: DoseQuestion,
  out: Float32Array,
): void {
  const phases = phasesOf(courses);
  courses.forEach((course, c) => {
    if (!isAsked(question, course)) return;
    const lost = lostGy(course, c, question);
    const target = lost ? new Float32Array(out.length) : out;
    for (const placed of phases) {
      if (placed.courseIndex !== c) continue;
      const { response, weight } = effectOf(placed, question)!;
      addResponse(response, phaseDoseGy[placed.index], 0, out.length, weight, target, false);
    }
    if (lost) for (let n = 0; n < out.length; n++) out[n] += Math.max(0, target[n] - lost);
  });
}

/** The answer at one point; null where the dose of a phase that is asked for is unknown there. */
export function answerAt(
  courses: readonly GivenCourse[],
  phaseDoseGy: readonly (number | null)[],
  question: DoseQuestion,
): number | null {
  const known = phasesOf(courses).filter(({ course }) => isAsked(question, course));
  if (known.some(({ index }) => phaseDoseGy[index] === null)) return null;
  const out = new Float32Array(1);
  answerDose(
    courses,
    phaseDoseGy.map((gy) => Float32Array.of(gy ?? 0)),
    question,
    out,
  );
  return out[0];
}
