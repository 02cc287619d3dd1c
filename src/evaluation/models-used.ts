import type { CaseCourseInput } from '../case/case-inputs';
import type { TissueModel } from '../effect/dose-question';

/** What takes a figure away from plain linear-quadratic. */
export type ModelUsed =
  | {
      readonly kind: 'lq-l';
      readonly transitionGyPerFraction: number;
      /** Left out: the slope that joins the curve smoothly. */
      readonly gammaOverAlpha?: number;
    }
  | { readonly kind: 'overall-time'; readonly dProlifGyPerDay: number; readonly kickOffDays: number }
  | { readonly kind: 'incomplete-repair'; readonly halfTimeHours: number };

/** What a tissue model takes into account beyond plain LQ for the courses as they were given. */
export function modelsUsed(tissue: TissueModel, courses: readonly CaseCourseInput[]): ModelUsed[] {
  const { lqL, repopulation, repairHalfTimeHours } = tissue;
  const used: ModelUsed[] = [];
  if (lqL) {
    const { transitionGyPerFraction, gammaOverAlpha } = lqL;
    used.push({ kind: 'lq-l', transitionGyPerFraction, ...(gammaOverAlpha !== undefined && { gammaOverAlpha }) });
  }
  if (repopulation) used.push({ kind: 'overall-time', ...repopulation });
  const isSplit = courses.some(({ phases }) => phases.some(({ schedule }) => schedule));
  if (isSplit && repairHalfTimeHours !== undefined) {
    used.push({ kind: 'incomplete-repair', halfTimeHours: repairHalfTimeHours });
  }
  return used;
}
