import type { TFunction } from 'i18next';
import type { FusionScene } from './fusion-scene';
import type { FusionLook } from './look';

const percent = (share: number) => `${Math.round(100 * share)}`;

/** Says which CT is where on a picture, as it stands on the picture itself. */
export function whatIsWhere(look: FusionLook, { prior, plannedToPrior }: FusionScene, t: TFunction<'fusion'>): string {
  if (!prior || !plannedToPrior) return t('shown.none');
  if (look.mode === 'checkerboard') return t('shown.checkerboard', { mm: look.tileMm });
  if (look.mode !== 'blend') return t(`shown.${look.mode}`);
  if (look.priorShare === 0) return t('shown.planned');
  if (look.priorShare === 1) return t('shown.prior');
  return t('shown.blend', { planned: percent(1 - look.priorShare), prior: percent(look.priorShare) });
}

/** Tells the lines and marks of both courses apart, where there are any. */
export function whatIsDrawn({ priorOutlines, plannedToPrior, landmarks, isTried }: FusionScene, t: TFunction<'fusion'>): string {
  const words: string[] = isTried ? [t('shown.tried')] : [];
  if (priorOutlines.length > 0 && plannedToPrior) words.push(t('shown.contours'));
  if (landmarks.length > 0) words.push(t('shown.landmarks'));
  return words.join(' · ');
}
