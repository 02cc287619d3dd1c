import type { Assessment } from '../../evaluation/assessment';
import { neededWords, needingMore } from '../../figures/needs-more';
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
export function nothingLeft(t: T, assessment: Pick<Assessment, 'organs' | 'settings'>, whatIf?: WhatIf): string | undefined {
  const { count, brokenByPrior, plannedScale, stillInTarget, leavesOut } = wayDown(assessment);
  if (count === 0) return undefined;
  const { plannedScale: tried } = assessment.settings;
  const isAllPrior = brokenByPrior === count;
  const down = (times: string) =>
    stillInTarget === 0
      ? t('banner.comesDownTo', { count, times })
      : count === 1
        ? t('banner.comesDownOutside', { times })
        : t('banner.comeDownOutside', { count: stillInTarget, times });
  const sentences = [
    t(isAllPrior ? 'banner.noDoseLeftByPrior' : 'banner.noDoseLeft', { as: opening(t, tried, whatIf), count }),
    brokenByPrior > 0 && !isAllPrior ? t('banner.brokenByPrior', { count: brokenByPrior }) : '',
    plannedScale === undefined ? '' : down(scaleText({ plannedScale })),
    plannedScale !== undefined && leavesOut ? t('banner.notInThis') : '',
    t('banner.ofItsOrgan'),
  ].filter((said) => said !== '');
  // A full stop of Chinese and Japanese has its space in itself.
  return sentences.join(sentences[0].endsWith('.') ? ' ' : '');
}

/** Of the plan as it is, at another dose, or with whatever else is tried. */
function opening(t: T, scale: number, whatIf: WhatIf | undefined): string {
  const isMoreThanScale = whatIf && (whatIf.plannedFractions !== undefined || Object.keys(whatIf.organs ?? {}).length > 0);
  if (isMoreThanScale) return t('banner.as.tried', { what: triedWords(t, whatIf).join(t('tried.and')) });
  return scale === 1 ? t('banner.as.planned') : t('banner.as.scaled', { times: scaleFactor(scale) });
}

/** The mandatory goals that need more planned dose, each with the factor from which it is met; undefined without any. */
export function moreNeeded(t: T, assessment: Pick<Assessment, 'organs'>): string | undefined {
  const needing = needingMore(assessment);
  if (needing.length === 0) return undefined;
  const each = needing.map((one) => {
    const { headroom } = one.goal;
    const goal = neededWords(one);
    if (!headroom || !('plannedScale' in headroom) || !headroom.from) return goal;
    return t('banner.neededFrom', { goal, scale: t('left.orMore', { scale: scaleText(headroom) }) });
  });
  return t('banner.moreNeeded', { goals: each.join(t('banner.neededJoint')) });
}
