import type { CaseCourseInput, CasePhaseInput } from '../case/case-inputs';

/** Rounding of a prescription over its fractions. */
const TOLERANCE = 1e-6;

/**
 * Dose per fraction, in Gy, of each prescription level, for every phase of a course by itself: what two phases give on
 * the average neither may have. A single phase has the levels of the case; of several, each has those that it was found
 * to give (see `phaseLevelsGy`). Undefined where no prescription is known, or not what a phase gives of it.
 * @param scale factor on the dose at unchanged fractions.
 */
export function levelFractionsGy({ targets, phases }: CaseCourseInput, scale: number): number[][] | undefined {
  const levels = [...new Set(targets.map(({ doseGy }) => doseGy))];
  if (levels.length === 0) return undefined;
  const ofPhases = phases.map(({ levelsGy }) => (phases.length === 1 ? levels : levelsGy));
  if (ofPhases.includes(undefined)) return undefined;
  return ofPhases.map((ofPhase, p) => ofPhase!.map((gy) => (gy * scale) / plannedFractions(phases[p])));
}

/** What the prescription is spread over: the fractions planned, whatever was delivered of them. */
export function plannedFractions({ fractions, deliveredShare }: CasePhaseInput): number {
  const planned = fractions / deliveredShare;
  return Math.abs(planned - Math.round(planned)) < TOLERANCE ? Math.round(planned) : planned;
}
