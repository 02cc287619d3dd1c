import { targetKind } from '../constraints/target-names';

/** Organs that are a shell by what they are. */
const SHELLS = /^(Skin|Retina_[LR]|Body|External)$/;

/**
 * Whether a hole in what is drawn for an organ is to be asked about. Not of targets and what has no known name, of which
 * rings are made on purpose; not of an organ less a target (`Lungs-GTV`), nor of one that is a shell.
 */
export const isNeverHollow = (organ: string | undefined): boolean =>
  organ !== undefined && targetKind(organ) === undefined && !organ.includes('-') && !SHELLS.test(organ);

/** Organs that have no hole of any size: what an inner contour takes out of them is organ. */
const SOLID = /^(SpinalCord|SpinalCanal|Brainstem|BrachialPlex(_[LR])?)(_PRV)?$/;
/** The near-maximum volume of their goals, cc: a hole of it can hold all that such a goal looks at. */
const NEAR_MAXIMUM_CC = 0.03;

/** From how much on, cc, the holes of an organ are asked about whatever share they are of it; undefined where none. */
export const askedHolesCc = (organ: string | undefined): number | undefined =>
  organ !== undefined && SOLID.test(organ) ? NEAR_MAXIMUM_CC : undefined;
