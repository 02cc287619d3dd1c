import type { SlabStack } from '../geometry/slab-stack';
import type { CaseCourseInput, Region } from './case-inputs';
import { losesNoOrgan, organByName } from './organ-by-name';

/** What a course's own structure set has of a region. */
export interface Compared {
  readonly stack: SlabStack;
  /** Its organ, where that is not what goes without saying: the region's own name says another than it is taken for. */
  readonly organ?: string;
}

/**
 * What of a course's own structure set is the same tissue as a region, as far as names tell. Where the case takes an ROI
 * for another organ than it is called, that is what it is called as long as nobody has answered for it: the other one is
 * drawn elsewhere whatever the registration.
 */
export function comparedWith(region: Region, { ownStacks }: Pick<CaseCourseInput, 'ownStacks'>): Compared | undefined {
  const { organ, isInQuestion } = region;
  if (organ === undefined) return undefined;
  const named = organByName(region);
  if (named === undefined) return at(organ);
  const isSame = isInQuestion || losesNoOrgan(named, organ);
  const found = isSame ? at(named) : undefined;
  if (found) return { ...found, organ: named };
  const taken = isInQuestion ? undefined : at(organ);
  return taken && { ...taken, organ };

  function at(id: string): Compared | undefined {
    const stack = ownStacks?.get(id);
    return stack && { stack };
  }
}
