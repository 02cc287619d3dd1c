import type { LqL } from '../radiobiology/phase-response';
import type { Repopulation } from '../radiobiology/repopulation';

export type DoseQuantity = 'physical' | 'eqd2' | 'bed';
export type DoseScope = 'prior' | 'planned' | 'cumulative';

/** How doses become effect in one tissue: everything but the doses themselves and how they were given. */
export interface TissueModel {
  readonly alphaBetaGy: number;
  /** Share of each course's BED that is forgiven, course by course (0 for the planned one). */
  readonly recoveryOfCourse: readonly number[];
  readonly repairHalfTimeHours: number | undefined;
  readonly lqL: LqL | undefined;
  readonly repopulation: Repopulation | undefined;
}

/** What is asked of physical doses: of which courses, in which quantity, in which tissue, with the planned course scaled. */
export interface DoseQuestion {
  readonly quantity: DoseQuantity;
  readonly scope: DoseScope;
  readonly tissue: TissueModel;
  /** Factor on the planned dose at its fractions; 1 is the plan as exported. */
  readonly plannedScale: number;
}

/** Whether a course belongs to what is asked. */
export const isAsked = ({ scope }: Pick<DoseQuestion, 'scope'>, { role }: { readonly role: 'prior' | 'planned' }): boolean =>
  scope === 'cumulative' || scope === role;
