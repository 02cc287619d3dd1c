import { Slider } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type CarriedRole, ofRole } from '../words/of-role';
import styles from './fusion.module.css';
import type { FusionLook } from './look';

const TILE_MM = { least: 5, most: 60, step: 5 };

interface LookSliderProps {
  readonly look: FusionLook;
  /** Whose CT is laid on the anatomy's. */
  readonly carried?: CarriedRole;
  readonly onLook: (look: FusionLook) => void;
}

/** The figure of the mode that is chosen; a difference has none. */
export function LookSlider({ look, carried = 'prior', onLook }: LookSliderProps) {
  const t = ofRole(useTranslation('fusion').t, carried);
  if (look.mode === 'difference') return null;
  const percent = (share: number) => t('look.percent', { value: Math.round(100 * share) });
  if (look.mode === 'checkerboard')
    return (
      <Figure
        name={t('look.tile')}
        value={look.tileMm}
        {...TILE_MM}
        shown={t('look.mm', { value: look.tileMm })}
        onChange={(tileMm) => onLook({ ...look, tileMm })}
      />
    );
  if (look.mode === 'split')
    return (
      <Figure
        name={t('look.line')}
        value={look.splitAt}
        least={0}
        most={1}
        step={0.01}
        shown={percent(look.splitAt)}
        onChange={(splitAt) => onLook({ ...look, splitAt })}
      />
    );
  return (
    <Figure
      name={t('look.share')}
      value={look.priorShare}
      least={0}
      most={1}
      step={0.05}
      shown={percent(look.priorShare)}
      ends={[t('look.plannedEnd'), t('look.priorEnd')]}
      onChange={(priorShare) => onLook({ ...look, priorShare })}
    />
  );
}

interface FigureProps {
  readonly name: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly step: number;
  readonly shown: string;
  /** What the ends of the slider stand for; where nothing is given, the figure is written. */
  readonly ends?: readonly [string, string];
  readonly onChange: (value: number) => void;
}

function Figure({ name, value, least, most, step, shown, ends, onChange }: FigureProps) {
  return (
    <span className={styles.field}>
      <span>{ends ? ends[0] : name}</span>
      <Slider
        className={styles.slider}
        size="sm"
        min={least}
        max={most}
        step={step}
        value={value}
        label={null}
        thumbLabel={name}
        thumbValueText={shown}
        onChange={(next) => onChange(Math.round(next * 100) / 100)}
      />
      <span className={ends ? undefined : styles.figure}>{ends ? ends[1] : shown}</span>
    </span>
  );
}
