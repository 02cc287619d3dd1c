import { matchOrgan, type OrganMatch } from '../constraints/organ-names';
import type { OrganMatched } from '../findings/organ-match';
import { InputError } from '../input-error';
import type { OrganOverride } from './case-file';
import type { NamedRoi } from './roi-names';

/** A drawn ROI with what it stands for; `match.roi` is the name that no other has. */
export interface KnownRoi {
  readonly named: NamedRoi;
  readonly match: OrganMatch;
  readonly names: readonly string[];
  readonly override: OrganOverride | undefined;
}

/** What a name stands for: the user's word, or the name itself. */
export function asked(name: string, organ: string | undefined): OrganMatch {
  if (organ === undefined) return matchOrgan(name);
  return { ...matchOrgan(name), organ };
}

/** How a match came about, as a result says it. */
export function matchOf({ how, organ }: OrganMatch, byUser: string | undefined): OrganMatched {
  if (byUser !== undefined) return { code: 'by-user', facts: { organ: byUser } };
  if (organ === undefined || how === 'none') return { code: 'not-matched', facts: {} };
  return how === 'TG-263 name' ? { code: 'tg-263', facts: {} } : { code: 'guessed', facts: { from: how } };
}

/** What is refused where an ROI, or what is made by an expression, is asked for whose tissue nothing says. */
export const needsAlphaBeta = (name: string, expression?: string) =>
  new InputError({
    where: `organs.${name}.alphaBetaGy`,
    found:
      expression === undefined
        ? 'nothing, and the name is not that of a known organ'
        : `nothing, and neither the name nor "${expression}" is of one known organ or of target alone`,
    needed: 'its alpha/beta in Gy, or `organ` with the organ it is',
  });
