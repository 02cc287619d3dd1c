import { useDebouncedValue } from '@mantine/hooks';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { triedDose } from '../assess/tried-words';
import type { LayerRequest, WhatIf } from '../engine/engine-api';
import { engine } from '../state/engine-client';
import { useApp } from '../state/store';
import type { DoseLayer } from '../viewer/scene';
import { useLatest } from './use-latest';

/** The wash begins here: below, the picture is what one wants to see. */
const WASH_FROM_GY = 5;
const REST_MS = 250;

/** @param tried what the engine has tried last: the layer is of that. */
async function layerOf(asked: LayerRequest, tried: WhatIf) {
  const data = await engine().layer(asked);
  return data && { ...data, asked, tried };
}

/** The dose over the picture, as it is chosen and as it is tried. */
export function useDoseLayer(): DoseLayer | undefined {
  const { t } = useTranslation('assess');
  const choice = useApp((state) => state.layer);
  const assessment = useApp((state) => state.assessment);
  // The table is answered at once; the picture follows when the slider rests.
  const [plannedScale] = useDebouncedValue(
    useApp((state) => state.assessment?.settings.plannedScale ?? 1),
    REST_MS,
  );
  const plannedFractions = useApp((state) => state.assessedFor?.whatIf.plannedFractions);
  const { scope, quantity, alphaBetaGy } = choice;
  const data = useLatest(
    () =>
      assessment
        ? layerOf({ scope, quantity, alphaBetaGy }, { plannedScale, ...(plannedFractions !== undefined && { plannedFractions }) })
        : undefined,
    JSON.stringify([scope, quantity, alphaBetaGy, plannedScale, plannedFractions, assessment?.files, assessment?.courses]),
  );
  return useMemo((): DoseLayer | undefined => {
    if (!data) return undefined;
    // The words are those of the dose that is drawn, which is behind the choice while another one is made.
    const { scope, quantity, alphaBetaGy } = data.asked;
    const of = quantity === 'physical' ? '' : `, α/β ${alphaBetaGy} Gy`;
    const lacking = data.lacks.map((code) => t('lacks.without', { what: t(`lacks.${code}`) })).join(', ');
    const doses = triedDose(t, data.tried).map((what) => `, ${what}`);
    const name = `${t(`scope.${scope}`)} ${t(`quantity.${quantity}`)}`;
    return {
      field: { grid: data.grid, toGridFrame: data.toGridFrame },
      maxGy: data.maxGy,
      label: `${name}${of}${lacking && `, ${lacking}`}${doses.join('')}`,
      levels: choice.levels,
      opacity: choice.opacity,
      fromGy: WASH_FROM_GY,
    };
  }, [t, data, choice.levels, choice.opacity]);
}
