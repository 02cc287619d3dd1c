import type { Assessment } from '../../evaluation/assessment';
import { scaleFactor } from '../../figures/number-format';
import { wayDown } from '../../figures/way-down';
import { scaleText } from '../../figures/wording';
import type { WhatIf } from '../engine/engine-api';
import type { T } from './goal-words';
import { triedWords } from './tried-words';

/**
 * That nothing is left of the planned dose, as it is planned or tried, while a mandatory goal fails outside the target;
 * and how far it would have to come down, where that is known. Undefined where none fails.
 * @param whatIf what is tried beside the case; left out where nothing is.
 */
export function nothingLeft(
  t: T,
  assessment: Pick<Assessment, 'overall' | 'organs' | 'settings'>,
  whatIf?: WhatIf,
): string | undefined {
  const { exceededOutsideTarget: count } = assessment.overall;
  if (count === 0) return undefined;
  const { plannedScale: tried } = assessment.settings;
  const { brokenByPrior, plannedScale, stillInTarget } = wayDown(assessment);
  const down = (times: string) =>
    stillInTarget === 0
      ? t('banner.comesDownTo', { count, times })
      : count === 1
        ? t('banner.comesDownOutside', { times })
        : t('banner.comeDownOutside', { count: stillInTarget, times });
  const sentences = [
    opening(t, count, tried, whatIf),
    brokenByPrior > 0 ? t('banner.brokenByPrior', { count: brokenByPrior }) : '',
    plannedScale === undefined ? '' : down(scaleText({ plannedScale })),
    t('banner.ofItsOrgan'),
  ].filter((said) => said !== '');
  // A full stop of Chinese and Japanese has its space in itself.
  return sentences.join(sentences[0].endsWith('.') ? ' ' : '');
}

/** Of the plan as it is, at another dose, or with whatever else is tried. */
function opening(t: T, count: number, scale: number, whatIf: WhatIf | undefined): string {
  const isMoreThanScale = whatIf && (whatIf.plannedFractions !== undefined || Object.keys(whatIf.organs ?? {}).length > 0);
  if (isMoreThanScale) return t('banner.nothingLeftWith', { count, what: triedWords(t, whatIf).join(t('tried.and')) });
  return scale === 1 ? t('banner.nothingLeft', { count }) : t('banner.nothingLeftTried', { count, times: scaleFactor(scale) });
}
