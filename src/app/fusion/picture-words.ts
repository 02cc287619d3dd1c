import type { TFunction } from 'i18next';
import type { FusionScene } from './fusion-scene';
import type { FusionLook } from './look';

const percent = (share: number) => `${Math.round(100 * share)}`;

/** Says which CT is where on a picture, as it stands on the picture itself. */
export function whatIsWhere(look: FusionLook, scene: FusionScene, t: TFunction<'fusion'>): string[] {
  const words = [picturesWords(look, scene, t)];
  if (scene.priorOutlines.length > 0 && scene.plannedToPrior) words.push(t('shown.contours'));
  if (scene.landmarks.length > 0) words.push(t('shown.landmarks'));
  return words;
}

function picturesWords(look: FusionLook, { prior, plannedToPrior }: FusionScene, t: TFunction<'fusion'>): string {
  if (!prior || !plannedToPrior) return t('shown.none');
  if (look.mode === 'checkerboard') return t('shown.checkerboard', { mm: look.tileMm });
  if (look.mode !== 'blend') return t(`shown.${look.mode}`);
  if (look.priorShare === 0) return t('shown.planned');
  if (look.priorShare === 1) return t('shown.prior');
  return t('shown.blend', { planned: percent(1 - look.priorShare), prior: percent(look.priorShare) });
}
