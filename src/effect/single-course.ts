import type { LqL } from '../radiobiology/phase-response';
import { effectOf, type PhaseEffect } from './course-effect';
import type { DoseQuantity } from './dose-question';
import { type GivenPhase, phasesOf } from './given-course';

/** One dose by itself, in one tissue. */
export interface SingleCourse {
  readonly quantity: DoseQuantity;
  /** Not needed for physical dose. */
  readonly fractions?: number | undefined;
  readonly alphaBetaGy?: number | undefined;
  readonly schedule?: GivenPhase['schedule'];
  readonly repairHalfTimeHours?: number | undefined;
  readonly lqL?: LqL | undefined;
}

/** The effect of one dose by itself, with nothing forgiven: what `dvh` and `calc` ask. */
export function singleEffect(asked: SingleCourse): PhaseEffect {
  const { quantity, fractions = 1, alphaBetaGy = 1, schedule, repairHalfTimeHours, lqL } = asked;
  const phase: GivenPhase = { name: '', fractions, deliveredShare: 1, schedule };
  const [placed] = phasesOf([{ name: '', role: 'prior', started: undefined, completed: undefined, phases: [phase] }]);
  const tissue = { alphaBetaGy, recoveryOfCourse: [0], repairHalfTimeHours, lqL, repopulation: undefined };
  return effectOf(placed, { quantity, scope: 'prior', tissue, plannedScale: 1 })!;
}
