import type { CaseCourseInput, CasePhaseInput } from '../case/case-inputs';

/** Rounding of a prescription over its fractions. */
const TOLERANCE = 1e-6;

/**
 * Dose per fraction, in Gy, of each prescription level of a course: the dose over the fractions of one phase, or of all
 * phases where they share one level. Undefined where no prescription is known, and where several phases give several
 * levels: whether they are boosts one after another or one plan made anew is not told.
 * @param scale factor on the dose at unchanged fractions.
 */
export function levelFractionsGy({ targets, phases }: CaseCourseInput, scale: number): number[] | undefined {
  const levels = [...new Set(targets.map(({ doseGy }) => doseGy))];
  if (levels.length === 0 || (levels.length > 1 && phases.length > 1)) return undefined;
  const fractions = phases.reduce((sum, phase) => sum + plannedFractions(phase), 0);
  return levels.map((gy) => (gy * scale) / fractions);
}

/** What the prescription is spread over: the fractions planned, whatever was delivered of them. */
function plannedFractions({ fractions, deliveredShare }: CasePhaseInput): number {
  const planned = fractions / deliveredShare;
  return Math.abs(planned - Math.round(planned)) < TOLERANCE ? Math.round(planned) : planned;
}
