import type { Assessment } from '../../evaluation/assessment';
import { scaleFactor } from '../../figures/number-format';
import { wayDown } from '../../figures/way-down';
import { scaleText } from '../../figures/wording';
import type { T } from './goal-words';

/**
 * That nothing is left of the planned dose, as it is planned or tried, while a mandatory goal fails outside the target;
 * and how far it would have to come down, where that is known. Undefined where none fails.
 */
export function nothingLeft(t: T, assessment: Pick<Assessment, 'overall' | 'organs' | 'settings'>): string | undefined {
  const { exceededOutsideTarget: count } = assessment.overall;
  if (count === 0) return undefined;
  const { plannedScale: tried } = assessment.settings;
  const { brokenByPrior, plannedScale } = wayDown(assessment);
  const sentences = [
    tried === 1 ? t('banner.nothingLeft', { count }) : t('banner.nothingLeftTried', { count, times: scaleFactor(tried) }),
    brokenByPrior > 0 ? t('banner.brokenByPrior', { count: brokenByPrior }) : '',
    plannedScale === undefined ? '' : t('banner.comesDownTo', { count, times: scaleText({ plannedScale }) }),
    t('banner.ofItsOrgan'),
  ].filter((said) => said !== '');
  // A full stop of Chinese and Japanese has its space in itself.
  return sentences.join(sentences[0].endsWith('.') ? ' ' : '');
}
