import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CtWindow } from '../viewer/scene';
import { WINDOW_PRESETS, type WindowPreset } from '../viewer/window-presets';
import styles from './fusion.module.css';

const PRESETS = Object.keys(WINDOW_PRESETS) as WindowPreset[];
const OWN = 'own';

interface WindowSelectProps {
  readonly window: CtWindow;
  readonly onWindow: (window: CtWindow) => void;
}

/** The usual Hounsfield windows by name. */
export function WindowSelect({ window: { centre, width }, onWindow }: WindowSelectProps) {
  const { t } = useTranslation('fusion');
  const chosen = PRESETS.find((name) => WINDOW_PRESETS[name].centre === centre && WINDOW_PRESETS[name].width === width);
  const data = PRESETS.map((name) => ({ value: name as string, label: t(`window.${name}`) }));
  return (
    <Select
      size="xs"
      className={styles.windowField}
      aria-label={t('window.label')}
      allowDeselect={false}
      value={chosen ?? OWN}
      data={chosen ? data : [...data, { value: OWN, label: t('window.own') }]}
      onChange={(name) => {
        const preset = PRESETS.find((each) => each === name);
        if (preset) onWindow(WINDOW_PRESETS[preset]);
      }}
    />
  );
}
