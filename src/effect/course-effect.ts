import { InputError } from '../input-error';
import type { IncompleteRepair } from '../radiobiology/incomplete-repair';
import { REFERENCE_FRACTION_GY } from '../radiobiology/linear-quadratic';
import { bedAt, type PhaseResponse, phaseResponse } from '../radiobiology/phase-response';
import { eqd2LostGy } from '../radiobiology/repopulation';
import { alphaBetaGy as checkedAlphaBeta } from '../units';
import { type DoseQuestion, isAsked, type TissueModel } from './dose-question';
import { type GivenCourse, type GivenPhase, overallDays, type PlacedPhase } from './given-course';

/*
 * The only place that turns physical dose, how it was given and a tissue into effect. Samples, polynomials, pictures,
 * points, exported grids, `dvh` and `calc` all ask here, so that they cannot differ.
 */

/** What one phase adds to what is asked: `weight` times the response to its stored physical dose. */
export interface PhaseEffect {
  readonly response: PhaseResponse;
  readonly weight: number;
}

const PHYSICAL: PhaseResponse = { linear: 1, quadratic: 0, transitionGy: Infinity, offset: 0, slope: 0 };

/** EQD2 over BED in one tissue: 1 / (1 + 2 / (α/β)). */
export const eqd2PerBed = (alphaBetaGy: number): number => 1 / (1 + REFERENCE_FRACTION_GY / checkedAlphaBeta(alphaBetaGy));

/**
 * What a phase adds to what is asked; undefined where its course does not belong to it. Physical dose is scaled by what
 * was delivered and by the what-if; BED and EQD2 have, beside that, the phase's own fractions, incomplete repair, LQ-L
 * and what is forgiven of its course. (The overall-time correction is a course's: `bedLostGy`.)
 * @throws InputError for several fractions a day without a repair half-time, or with LQ-L.
 */
export function effectOf({ course, courseIndex, phase }: PlacedPhase, question: DoseQuestion): PhaseEffect | undefined {
  if (!isAsked(question, course)) return undefined;
  const { quantity, tissue } = question;
  const doseScale = phase.deliveredShare * (course.role === 'planned' ? question.plannedScale : 1);
  if (quantity === 'physical') return { response: { ...PHYSICAL, linear: doseScale }, weight: 1 };
  const response = phaseResponse({
    fractions: phase.fractions,
    alphaBetaGy: checkedAlphaBeta(tissue.alphaBetaGy),
    doseScale,
    lqL: tissue.lqL,
    repair: repairIn(phase, tissue),
  });
  return { response, weight: perBed(question) * (1 - tissue.recoveryOfCourse[courseIndex]) };
}

const perBed = ({ quantity, tissue }: DoseQuestion): number => (quantity === 'eqd2' ? eqd2PerBed(tissue.alphaBetaGy) : 1);

/**
 * What a course loses to proliferation over its overall time, in the quantity asked for and less what is forgiven; 0
 * where the tissue has no such correction, or for physical dose.
 * @throws InputError where the course's dates are not known.
 */
export function lostGy(course: GivenCourse, courseIndex: number, question: DoseQuestion): number {
  const { quantity, tissue } = question;
  if (quantity === 'physical' || !tissue.repopulation) return 0;
  const days = overallDays(course);
  if (days === undefined) {
    throw new InputError({
      where: `course "${course.name}"`,
      found: course.started && course.completed ? 'a completion date before the start' : 'no start and completion date',
      needed: '`started` and `completed`, which the overall-time correction (`repopulation`) counts between',
    });
  }
  const bedGy = eqd2LostGy(tissue.repopulation, days) / eqd2PerBed(tissue.alphaBetaGy);
  return bedGy * perBed(question) * (1 - tissue.recoveryOfCourse[courseIndex]);
}

function repairIn({ schedule }: GivenPhase, { repairHalfTimeHours }: TissueModel): IncompleteRepair | undefined {
  if (!schedule) return undefined;
  if (repairHalfTimeHours === undefined) {
    throw new InputError({
      where: 'organs',
      found: 'several fractions a day and no repair half-time',
      needed: '`repairHalfTimeHours` for the organ',
    });
  }
  return { ...schedule, repairHalfTimeHours };
}

/** The effect of one phase at one stored physical dose. */
export const effectAt = ({ response, weight }: PhaseEffect, doseGy: number): number => weight * bedAt(response, doseGy);
