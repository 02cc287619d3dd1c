import { namedEntry } from '../../case/named-entry';
import type { OrganResult } from '../../evaluation/assessment';
import type { WhatIfValue } from '../assess/what-if';
import type { WhatIf } from '../engine/engine-api';

type OfOrgan = Pick<WhatIfValue, 'alphaBetaGy' | 'recovery'>;

/** The values of an organ in the case. One share of recovery stands for no case whose courses have their own. */
export const ofCase = ({ alphaBetaGy, recovery, recoveryOfCourses }: OrganResult): OfOrgan => ({
  alphaBetaGy,
  recovery: recoveryOfCourses ? undefined : recovery,
});

/**
 * The values of an organ that count while something is tried: its own, or what is tried on the organ that it is made from.
 * @param organ as the evaluation has it now; `asItIs` its values in the case.
 */
export function shownOn(organ: OrganResult, asItIs: OfOrgan, { organs = {} }: WhatIf): OfOrgan {
  const own = namedEntry(organs, [organ.roi]);
  const shownOf = (field: 'alphaBetaGy' | 'recovery') => {
    const from = organ.inherited?.find((each) => each.field === field)?.from ?? [];
    const isMoved = from.some((name) => namedEntry(organs, [name])?.[field] !== undefined);
    return own?.[field] ?? (isMoved ? ofCase(organ) : asItIs)[field];
  };
  return { alphaBetaGy: shownOf('alphaBetaGy'), recovery: shownOf('recovery') };
}

/**
 * What is tried, with new values of an organ, as the engine takes it: only what differs from the case, or for what is made
 * from an organ while others are tried, what may differ from those.
 */
export function triedOn(organ: OrganResult, value: WhatIfValue, asItIs: WhatIfValue, before: WhatIf): WhatIf {
  const { roi } = organ;
  const { [roi]: old, ...others } = before.organs ?? {};
  const isFollowing = organ.derivedFrom !== undefined && Object.keys(others).length > 0;
  const shown = shownOn(organ, asItIs, before);
  const own = Object.fromEntries(
    (['alphaBetaGy', 'recovery'] as const).flatMap((field) => {
      const now = value[field];
      // What another organ has moved and nobody has touched here is not tried here.
      const isUntouched = old?.[field] === undefined && now === shown[field];
      const differs = now !== asItIs[field] || isFollowing;
      return now !== undefined && differs && !isUntouched ? [[field, now]] : [];
    }),
  );
  const organs = Object.keys(own).length > 0 ? { ...others, [roi]: own } : others;
  return {
    plannedScale: value.plannedScale,
    ...(value.plannedFractions !== undefined &&
      value.plannedFractions !== asItIs.plannedFractions && { plannedFractions: value.plannedFractions }),
    ...(Object.keys(organs).length > 0 && { organs }),
  };
}
