import type { TissueModel } from '../effect/dose-question';
import type { NotInPicture } from '../findings/dose';

export type { NotInPicture };

/** The tissue that a picture, a point or an exported grid is made with. */
export interface PictureTissue {
  readonly tissue: TissueModel;
  /** What organs have in the table and the picture has not: to be said on it. */
  readonly lacks: readonly NotInPicture[];
}

/**
 * The tissue of a picture of one alpha/beta. What all organs with that alpha/beta agree in (repair half-time, LQ-L) the
 * picture has too; what they do not agree in it cannot have, and that is said. Nothing is forgiven in a picture.
 * @param organs tissue models of the organs of the table.
 */
export function pictureTissue(
  alphaBetaGy: number,
  organs: readonly TissueModel[],
  courses: readonly { readonly phases: readonly { readonly schedule: unknown }[] }[],
): PictureTissue {
  const alike = organs.filter((organ) => organ.alphaBetaGy === alphaBetaGy);
  const isFractionated = courses.some(({ phases }) => phases.some(({ schedule }) => schedule !== undefined));
  const halfTime = common(alike.map(({ repairHalfTimeHours }) => repairHalfTimeHours));
  const lqL = common(alike.map((organ) => organ.lqL));
  const lacksRepair = isFractionated && halfTime === undefined;
  const lacks = [
    lacksRepair && ('incomplete-repair' as const),
    lqL === undefined && organs.some((organ) => organ.lqL) && ('lq-l' as const),
    organs.some(({ recoveryOfCourse }) => recoveryOfCourse.some((share) => share > 0)) && ('recovery' as const),
    organs.some(({ repopulation }) => repopulation) && ('overall-time' as const),
  ].filter((code) => code !== false);
  return {
    tissue: {
      alphaBetaGy,
      recoveryOfCourse: courses.map(() => 0),
      // Without a half-time repair is taken as complete, and `lacks` says so.
      repairHalfTimeHours: halfTime ?? (isFractionated ? COMPLETE_REPAIR_HOURS : undefined),
      lqL,
      repopulation: undefined,
    },
    lacks,
  };
}

/** So short a half-time that nothing is left between two fractions: what a picture without a half-time has. */
const COMPLETE_REPAIR_HOURS = 1e-3;

/** What all have in common; undefined where they differ or there is none. */
function common<Value>(values: readonly Value[]): Value | undefined {
  const [first, ...others] = values;
  return others.every((value) => JSON.stringify(value) === JSON.stringify(first)) ? first : undefined;
}
