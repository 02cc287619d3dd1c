import { Center, Group, Loader, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Vec3 } from '../../geometry/vec3';
import { appNow, setApp, useApp } from '../state/store';
import { middleOfVolume } from '../viewer/middle-of-volume';
import { OrthoViews } from '../viewer/OrthoViews';
import type { CtWindow, Scene } from '../viewer/scene';
import type { Language } from '../words/languages';
import { VIEWER_WORDS } from '../words/viewer-words';
import styles from './assess-screen.module.css';
import { noDoseDrawn } from './no-dose-drawn';
import { useDoseLayer } from './use-dose-layer';

const onCrosshair = (crosshairMm: Vec3) => setApp({ crosshairMm });
const onWindow = (window: CtWindow) => setApp({ layer: { ...appNow().layer, window } });

/** The three views of the anatomy with the dose chosen. */
export function Pictures() {
  const { t, i18n } = useTranslation(['shell', 'assess']);
  const ct = useApp((state) => state.ct);
  const ctState = useApp((state) => state.ctState);
  const outlines = useApp((state) => state.outlines);
  const hidden = useApp((state) => state.hidden);
  const window = useApp((state) => state.layer.window);
  const crosshairMm = useApp((state) => state.crosshairMm);
  const dose = useDoseLayer();
  const scope = useApp((state) => state.layer.scope);
  const assessment = useApp((state) => state.assessment);
  const scene = useMemo(
    (): Scene | undefined =>
      ct && {
        ct,
        dose,
        outlines: outlines.filter(({ name }) => !hidden.includes(name)),
        window,
        crosshairMm: crosshairMm ?? middleOfVolume(ct),
      },
    [ct, dose, outlines, hidden, window, crosshairMm],
  );
  if (!scene) {
    return (
      <Center h="100%" p="xl">
        {ctState === 'being looked for' ? (
          <Group gap="xs" role="status">
            <Loader size="sm" aria-hidden="true" />
            <Text c="dimmed">{t('pictureComing')}</Text>
          </Group>
        ) : (
          <Text c="dimmed">{t(ctState === 'looked for' ? 'noPicture' : 'noPictureYet')}</Text>
        )}
      </Center>
    );
  }
  const none = assessment && !dose ? noDoseDrawn(assessment, scope) : undefined;
  const courses = none?.courses.map((name) => `“${name}”`).join(', ');
  return (
    <div className={styles.drawn}>
      <OrthoViews scene={scene} onCrosshair={onCrosshair} onWindow={onWindow} labels={VIEWER_WORDS[i18n.language as Language]} />
      {none && (
        <p className={styles.noDose} role="status">
          {t(none.why === 'apart' ? 'assess:banner.noPictureApart' : 'assess:banner.noPictureRecord', { courses })}
        </p>
      )}
    </div>
  );
}
