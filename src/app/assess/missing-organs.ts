import type { CaseFile } from '../../case/case-file';
import type { Assessment, OrganResult } from '../../evaluation/assessment';
import type { Answer } from '../../findings/finding';

/** What stands among the organs of a result: those with a region, and those that are asked for and have none. */
export type OrganEntry = Assessment['organs'][number];

/** An organ that has a region: what doses, curves and places there are, are of these. */
export type ContouredOrgan = OrganResult & { readonly roi: string };

export const isContoured = (organ: OrganEntry): organ is ContouredOrgan & OrganEntry => (organ.roi as string | null) !== null;

export const contoured = (organs: readonly OrganEntry[]): readonly ContouredOrgan[] =>
  organs.flatMap((organ) => (isContoured(organ) ? [organ] : []));

/** What an entry without a region says of itself. */
interface SaidOfMissing {
  readonly required?: boolean;
  readonly absent?: Answer;
  readonly code?: string;
}

/** Organs that limits ask for and that have no region. */
export interface MissingOrgans {
  /** Without them there is no verdict: a mandatory goal of theirs counts as not evaluable. */
  readonly required: readonly OrganEntry[];
  /** Counted nowhere. */
  readonly others: readonly OrganEntry[];
}

/** @param absent what the patient does not have by the user's word: shown by itself. */
export function missingOrgans({ organs }: Pick<Assessment, 'organs'>, absent: CaseFile['absent'] = {}): MissingOrgans {
  const missing = organs.filter((organ): boolean => !isContoured(organ));
  const asked = missing.filter((entry) => {
    const { organ, goals } = entry;
    const isAsked = (entry as SaidOfMissing).code === 'question-open';
    const isSaidAbsent = (entry as SaidOfMissing).absent || (organ !== null && !isAsked && Object.hasOwn(absent, organ));
    return !isSaidAbsent && !(goals.length > 0 && goals.every(({ verdict }) => verdict === 'not applicable'));
  });
  const isRequired = (entry: OrganEntry) =>
    (entry as SaidOfMissing).required === true ||
    entry.goals.some(({ mandatory, verdict }) => mandatory && verdict === 'not evaluable');
  return { required: asked.filter(isRequired), others: asked.filter((organ) => !isRequired(organ)) };
}

/** Organs without a region whose every limit is for other cases than this one: they count nowhere, and are named. */
export const asideOrgans = ({ organs }: Pick<Assessment, 'organs'>, absent: CaseFile['absent'] = {}): readonly OrganEntry[] =>
  organs.filter(
    (entry) =>
      !isContoured(entry) &&
      !(entry as SaidOfMissing).absent &&
      !(entry.organ !== null && Object.hasOwn(absent, entry.organ)) &&
      (entry as SaidOfMissing).required !== true &&
      entry.goals.length > 0 &&
      entry.goals.every(({ verdict }) => verdict === 'not applicable'),
  );
