import type { CaseCourseInput } from '../case/case-inputs';
import { answerDose } from '../effect/answer-dose';
import { effectOf } from '../effect/course-effect';
import { type DoseQuestion, isAsked } from '../effect/dose-question';
import { phasesOf } from '../effect/given-course';
import { type CountedField, lowestPoints } from '../geometry/pits/lowest-points';
import { addResponse } from '../radiobiology/phase-response';
import type { PreparedRegion } from './prepared-region';

/** Physical doses of the phases, all courses in order, at the points where an organ is lowest in what was asked. */
export interface LowPoints {
  readonly count: number;
  readonly doseGy: readonly Float32Array[];
}

/**
 * Where an organ is lowest in what a question asks, in the closed solid and not at its samples alone; undefined where the
 * dose of a phase that is asked for lies on no grid about it: the samples then are all there is.
 * @param without phases that are counted as none, by their place.
 */
export function lowPoints(
  { region, fields, samples }: PreparedRegion,
  courses: readonly CaseCourseInput[],
  question: DoseQuestion,
  without: (index: number) => boolean = () => false,
): LowPoints | undefined {
  const asked = phasesOf(courses).filter(({ course, index }) => isAsked(question, course) && !course.isApart && !without(index));
  const counted = asked.flatMap((placed): CountedField[] => {
    const field = fields[placed.index];
    const { response, weight } = effectOf(placed, question)!;
    if (!field) return [];
    const add = (doseGy: Float32Array, count: number) => addResponse(response, doseGy, 0, count, weight, doseGy, true);
    return [{ field, add }];
  });
  if (counted.length < asked.length || counted.length === 0) return undefined;
  const { count, positionsMm } = samples;
  const found = lowestPoints(region.stack, counted, {
    count,
    positionsMm,
    doseGy: asked.map(({ index }) => samples.doseGy[index]),
  });
  if (!found) return undefined;
  const nothing = new Float32Array(found.count);
  const doseGy: Float32Array[] = phasesOf(courses).map(() => nothing);
  asked.forEach(({ index }, n) => {
    doseGy[index] = found.doseGy[n];
  });
  return { count: found.count, doseGy };
}

/** The lowest answer to a question at some points; undefined where nothing is known at any. */
export function lowestAt(
  { count, doseGy }: LowPoints,
  courses: readonly CaseCourseInput[],
  question: DoseQuestion,
): number | undefined {
  const out = new Float32Array(count);
  answerDose(courses, doseGy, question, out);
  let lowest = Infinity;
  for (let n = 0; n < count; n++) if (out[n] < lowest) lowest = out[n];
  return lowest === Infinity ? undefined : lowest;
}
