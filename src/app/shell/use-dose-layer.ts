import { useMemo } from 'react';
import { engine } from '../state/engine-client';
import { useApp } from '../state/store';
import type { DoseLayer } from '../viewer/scene';
import { useLatest } from './use-latest';

const QUANTITY = { physical: 'physical dose', eqd2: 'EQD2', bed: 'BED' } as const;
/** The wash begins here: below, the picture is what one wants to see. */
const WASH_FROM_GY = 5;

/** The dose over the picture, as it is chosen and as it is tried. */
export function useDoseLayer(): DoseLayer | undefined {
  const choice = useApp((state) => state.layer);
  const assessment = useApp((state) => state.assessment);
  const plannedScale = useApp((state) => state.whatIf.plannedScale);
  const { scope, quantity, alphaBetaGy } = choice;
  const data = useLatest(
    () => (assessment ? engine().layer({ scope, quantity, alphaBetaGy, plannedScale }) : undefined),
    JSON.stringify([scope, quantity, alphaBetaGy, plannedScale, assessment?.files, assessment?.courses]),
  );
  return useMemo((): DoseLayer | undefined => {
    if (!data) return undefined;
    const of = quantity === 'physical' ? '' : `, α/β ${alphaBetaGy} Gy`;
    return {
      field: { grid: data.grid, toGridFrame: data.toGridFrame },
      maxGy: data.maxGy,
      label: `${scope} ${QUANTITY[quantity]}${of}${plannedScale === 1 ? '' : `, planned dose × ${plannedScale}`}`,
      levels: choice.levels,
      opacity: choice.opacity,
      fromGy: WASH_FROM_GY,
    };
  }, [data, scope, quantity, alphaBetaGy, plannedScale, choice.levels, choice.opacity]);
}
