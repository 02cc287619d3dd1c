import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { mapPoint } from '../../geometry/point-map';
import { hounsfieldAt } from '../viewer/ct-slice';
import { type PlaneGeometry, planeGeometry, toPatient } from '../viewer/plane';
import type { ViewerText } from '../viewer/viewer-text';
import { shownAt } from './fuse';
import { fusionPixels } from './fusion-pixels';
import type { FusionScene } from './fusion-scene';
import type { FusionLook } from './look';

/** What is written of the place under the pointer: the voxels of both CTs, and which of them is shown. */
export function useHounsfieldReadout(scene: FusionScene, look: FusionLook, labels: ViewerText, t: TFunction<'fusion'>) {
  const { ct, prior, plannedToPrior } = scene;
  const priorPlane = useMemo(() => prior && planeGeometry(prior, 'axial'), [prior]);
  return (plane: PlaneGeometry, splitMm: number, across: number, down: number, through: number): string => {
    const point = toPatient(plane, across, down, through);
    const planned = hounsfieldAt(ct, plane, point);
    if (planned === undefined) return '';
    const there = plannedToPrior && mapPoint(plannedToPrior, point);
    const priorHu = prior && priorPlane && there && hounsfieldAt(prior, priorPlane, there);
    const words = [
      t('readout.planned', { hu: labels.hounsfield(planned) }),
      priorHu === undefined ? t('readout.priorUnknown') : t('readout.prior', { hu: labels.hounsfield(priorHu) }),
    ];
    const shown = priorHu === undefined ? undefined : shownAt(look, fusionPixels(plane), splitMm, across, down);
    if (shown) words.push(t('readout.here', { course: t(`look.${shown}End`) }));
    return words.join(' · ');
  };
}
