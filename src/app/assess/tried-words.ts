import { asWritten, percent } from '../../figures/number-format';
import type { WhatIf } from '../engine/engine-api';
import type { T } from './goal-words';

/** What changes every dose, and so the pictures as well: `planned dose ×0.92`, `in 20 fractions`. */
export function triedDose(t: T, { plannedScale, plannedFractions }: WhatIf): readonly string[] {
  return [
    ...(plannedScale === 1 ? [] : [t('tried.dose', { scale: `×${plannedScale.toFixed(2)}` })]),
    ...(plannedFractions === undefined ? [] : [t('tried.fractions', { count: plannedFractions })]),
  ];
}

/** Everything that is tried beside the case, each with its value; nothing where the case is as it is. */
export function triedWords(t: T, tried: WhatIf): readonly string[] {
  const ofOrgans = Object.entries(tried.organs ?? {}).flatMap(([roi, { alphaBetaGy, recovery }]) => [
    ...(alphaBetaGy === undefined ? [] : [t('tried.alphaBeta', { roi, value: asWritten(alphaBetaGy, 'Gy') })]),
    ...(recovery === undefined ? [] : [t('tried.recovery', { roi, share: percent(recovery) })]),
  ]);
  return [...triedDose(t, tried), ...ofOrgans];
}
