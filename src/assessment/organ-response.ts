import type { Quantity } from '../constraints/constraint';
import type { Scope } from '../constraints/goal-expression';
import { InputError } from '../input-error';
import { REFERENCE_FRACTION_GY } from '../radiobiology/linear-quadratic';
import { addResponse, type LqL, phaseResponse } from '../radiobiology/phase-response';
import { eqd2LostGy, type Repopulation } from '../radiobiology/repopulation';
import { alphaBetaGy as checkedAlphaBeta } from '../units';
import type { CaseCourseInput } from './case-inputs';

/** How doses become effect in one organ: everything but the doses themselves. */
export interface TissueModel {
  readonly alphaBetaGy: number;
  /** Share of each prior course's BED that is forgiven, course by course (0 for the planned one). */
  readonly recoveryOfCourse: readonly number[];
  readonly repairHalfTimeHours: number | undefined;
  readonly lqL: LqL | undefined;
  readonly repopulation: Repopulation | undefined;
}

/** What is asked of the samples: whose dose, in which quantity, under which model, with the planned course scaled. */
export interface DoseQuestion {
  readonly quantity: Quantity;
  readonly scope: Scope;
  readonly tissue: TissueModel;
  readonly plannedScale: number;
}

/** Days from first to last fraction of a course, counted as its calendar days; undefined where a date is missing. */
export function overallDays(course: CaseCourseInput): number | undefined {
  if (!course.started || !course.completed) return undefined;
  return (Date.parse(course.completed) - Date.parse(course.started)) / 86_400_000 + 1;
}

/**
 * Adds the dose of a question at each sample to `out`: physical sums as they are; BED and EQD2 converted phase by phase
 * with the phase's own fractions and then added, prior courses less what is forgiven.
 * @param phaseDoseGy physical dose of each phase at each sample, phases of all courses in order, NaN where unknown.
 */
export function answerDose(
  courses: readonly CaseCourseInput[],
  phaseDoseGy: readonly Float32Array[],
  question: DoseQuestion,
  out: Float32Array,
): void {
  const { quantity, scope, tissue } = question;
  let phaseIndex = 0;
  courses.forEach((course, c) => {
    const first = phaseIndex;
    phaseIndex += course.phases.length;
    if (scope !== 'cumulative' && scope !== course.role) return;
    const whatIf = course.role === 'planned' ? question.plannedScale : 1;
    if (quantity === 'physical') {
      course.phases.forEach((phase, p) => {
        addResponse({ ...PHYSICAL, linear: phase.deliveredShare * whatIf }, phaseDoseGy[first + p], 0, out.length, 1, out, false);
      });
      return;
    }
    const perBed = quantity === 'eqd2' ? 1 / (1 + REFERENCE_FRACTION_GY / tissue.alphaBetaGy) : 1;
    const weight = perBed * (1 - tissue.recoveryOfCourse[c]);
    const lost = tissue.repopulation && courseLoss(course, tissue) * weight;
    const target = lost ? new Float32Array(out.length) : out;
    course.phases.forEach((phase, p) => {
      const response = phaseResponse({
        fractions: phase.fractions,
        alphaBetaGy: checkedAlphaBeta(tissue.alphaBetaGy),
        doseScale: phase.deliveredShare * whatIf,
        lqL: tissue.lqL,
        repair: phase.schedule && repairOf(phase.schedule, tissue.repairHalfTimeHours),
      });
      addResponse(response, phaseDoseGy[first + p], 0, out.length, weight, target, false);
    });
    if (lost) for (let n = 0; n < out.length; n++) out[n] += Math.max(0, target[n] - lost);
  });
}

/** Dose of each point as `fixed + linear · s + quadratic · s²`, where s is the factor on the planned dose. */
export interface DosePolynomial {
  readonly fixed: Float32Array;
  readonly linear: Float32Array;
  readonly quadratic: Float32Array;
}

/**
 * The dose of a question as a polynomial in the factor on the planned dose; undefined where it is none (LQ-L bends,
 * the overall-time correction cuts off at 0).
 */
export function dosePolynomial(
  courses: readonly CaseCourseInput[],
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
  const perBed = quantity === 'eqd2' ? 1 / (1 + REFERENCE_FRACTION_GY / tissue.alphaBetaGy) : 1;
  let phaseIndex = 0;
  for (const course of courses) {
    for (const phase of course.phases) {
      const doseGy = phaseDoseGy[phaseIndex++];
      if (course.role !== 'planned') continue;
      const response =
        quantity === 'physical'
          ? { ...PHYSICAL, linear: phase.deliveredShare }
          : phaseResponse({
              fractions: phase.fractions,
              alphaBetaGy: checkedAlphaBeta(tissue.alphaBetaGy),
              doseScale: phase.deliveredShare,
              repair: phase.schedule && repairOf(phase.schedule, tissue.repairHalfTimeHours),
            });
      const [a, b] = [perBed * response.linear, perBed * response.quadratic];
      for (let n = 0; n < count; n++) {
        const d = doseGy[n];
        linear[n] += a * d;
        quadratic[n] += b * d * d;
      }
    }
  }
  return { fixed, linear, quadratic };
}

const PHYSICAL = { linear: 1, quadratic: 0, transitionGy: Infinity, offset: 0, slope: 0 };

/** BED in Gy that a course loses to proliferation over its overall time. */
function courseLoss(course: CaseCourseInput, { repopulation, alphaBetaGy }: TissueModel): number {
  const days = overallDays(course);
  if (days === undefined) {
    throw new InputError({
      where: `course "${course.name}"`,
      found: 'no start and completion date',
      needed: '`started` and `completed`, which the overall-time correction (`repopulation`) counts between',
    });
  }
  return eqd2LostGy(repopulation!, days) * (1 + REFERENCE_FRACTION_GY / alphaBetaGy);
}

function repairOf(schedule: { fractionsPerDay: number; hoursBetween: number }, repairHalfTimeHours: number | undefined) {
  if (repairHalfTimeHours === undefined) {
    throw new InputError({
      where: 'organs',
      found: 'several fractions a day and no repair half-time',
      needed: '`repairHalfTimeHours` for the organ',
    });
  }
  return { ...schedule, repairHalfTimeHours };
}
