import { targetKind } from '../constraints/target-names';

/** Organs that are a shell by what they are. */
const SHELLS = /^(Skin|Retina_[LR]|Body|External)$/;

/**
 * Whether a hole in what is drawn for an organ is to be asked about. Not of targets and what has no known name, of which
 * rings are made on purpose; not of an organ less a target (`Lungs-GTV`), nor of one that is a shell.
 */
export const isNeverHollow = (organ: string | undefined): boolean =>
  organ !== undefined && targetKind(organ) === undefined && !organ.includes('-') && !SHELLS.test(organ);
