import { Center, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Vec3 } from '../../geometry/vec3';
import type { Language } from '../i18n/languages';
import { appNow, setApp, useApp } from '../state/store';
import { OrthoViews } from '../viewer/OrthoViews';
import type { CtVolume, CtWindow, Scene } from '../viewer/scene';
import { useDoseLayer } from './use-dose-layer';
import { VIEWER_WORDS } from './viewer-words';

const onCrosshair = (crosshairMm: Vec3) => setApp({ crosshairMm });
const onWindow = (window: CtWindow) => setApp({ layer: { ...appNow().layer, window } });

/** The middle of a volume, where nothing better to look at is known. */
function middleOf({ originMm: o, alongRow: r, alongColumn: c, normal: n, ...ct }: CtVolume): Vec3 {
  const [i, j, k] = [
    ((ct.columns - 1) / 2) * ct.columnSpacingMm,
    ((ct.rows - 1) / 2) * ct.rowSpacingMm,
    ct.sliceOffsetsMm[ct.slices >> 1],
  ];
  const at = (axis: 0 | 1 | 2) => o[axis] + i * r[axis] + j * c[axis] + k * n[axis];
  return [at(0), at(1), at(2)];
}

/** The three views of the anatomy with the dose chosen. */
export function Pictures() {
  const { t, i18n } = useTranslation('shell');
  const ct = useApp((state) => state.ct);
  const outlines = useApp((state) => state.outlines);
  const hidden = useApp((state) => state.hidden);
  const window = useApp((state) => state.layer.window);
  const crosshairMm = useApp((state) => state.crosshairMm);
  const dose = useDoseLayer();
  const scene = useMemo(
    (): Scene | undefined =>
      ct && {
        ct,
        dose,
        outlines: outlines.filter(({ name }) => !hidden.includes(name)),
        window,
        crosshairMm: crosshairMm ?? middleOf(ct),
      },
    [ct, dose, outlines, hidden, window, crosshairMm],
  );
  if (!scene) {
    return (
      <Center h="100%" p="xl">
        <Text c="dimmed">{t('noPicture')}</Text>
      </Center>
    );
  }
  return (
    <OrthoViews scene={scene} onCrosshair={onCrosshair} onWindow={onWindow} labels={VIEWER_WORDS[i18n.language as Language]} />
  );
}
