import type { CaseCourseInput } from '../case/case-inputs';
import { effectAt, effectOf } from '../effect/course-effect';
import { type DoseQuestion, isAsked } from '../effect/dose-question';
import { phasesOf } from '../effect/given-course';
import { keyOf, trimmed } from './kept-answers';
import { type LowPoints, lowestAt, lowPoints } from './lowest-dose';
import type { PreparedRegion } from './prepared-region';

/** The doses of an organ, with what was found of them for other questions. */
interface Given {
  readonly courses: readonly CaseCourseInput[];
  readonly prepared: PreparedRegion;
  readonly lowBesideRecords: Map<string, LowPoints | undefined>;
}

/**
 * What an organ has at some point at the least, in what is asked, where a record has its maximum: that maximum, of the one
 * phase of a record that adds the most, and at that point the lowest that all else gives anywhere in the organ. Undefined
 * where no record that is asked for is of the organ, or some of the dose is not summed point by point.
 * @param leastGy the answer at the organ's points at the least, records counted as nothing.
 * @param isTried whether only a search for a scale asks: the plan as exported then says where the organ is lowest.
 */
export function reachedGy(given: Given, question: DoseQuestion, leastGy: Float32Array, isTried: boolean): number | undefined {
  const { courses, prepared } = given;
  // What is lost to overall time is a course's, and no sum of its phases.
  if (question.tissue.repopulation) return undefined;
  let highest: number | undefined;
  for (const placed of phasesOf(courses)) {
    const doseGy = prepared.phases[placed.index].recorded?.reachedGy;
    if (doseGy === undefined || !isAsked(question, placed.course) || placed.course.isApart) continue;
    const gy = effectAt(effectOf(placed, question)!, Math.fround(doseGy));
    if (highest === undefined || gy > highest) highest = gy;
  }
  return highest === undefined ? undefined : highest + lowestBeside(given, question, leastGy, isTried);
}

/** The lowest that all but records gives anywhere in the organ. */
function lowestBeside(given: Given, question: DoseQuestion, leastGy: Float32Array, isTried: boolean): number {
  const { courses, prepared, lowBesideRecords: known } = given;
  const at = isTried ? { ...question, plannedScale: 1 } : question;
  const key = keyOf(at);
  const isRecord = (index: number) => prepared.phases[index].recorded !== undefined;
  if (!known.has(key)) trimmed(known).set(key, lowPoints(prepared, courses, at, isRecord));
  const points = known.get(key);
  let lowest = (points && lowestAt(points, courses, question)) ?? Infinity;
  for (let n = 0; n < leastGy.length; n++) if (leastGy[n] < lowest) lowest = leastGy[n];
  return lowest === Infinity ? 0 : Math.max(0, lowest);
}
