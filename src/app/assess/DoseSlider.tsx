import { Slider } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { percent, withUnit } from '../../report/number-format';
import styles from './controls.module.css';
import { Hint } from './Hint';
import { type PlannedCourse, SCALE, twoDecimals } from './what-if';

interface DoseSliderProps {
  readonly scale: number;
  readonly planned: PlannedCourse;
  readonly onChange: (scale: number) => void;
}

const MARKS = [0.5, 0.75, 1, 1.25].map((value) => ({ value, label: `×${value}` }));

/** The planned dose as a factor, with what it comes to for each target; fractions stay. */
export function DoseSlider({ scale, planned: { fractions, targets }, onChange }: DoseSliderProps) {
  const { t } = useTranslation('assess');
  const doses = targets.map(({ roi, doseGy }) => {
    const dose = doseGy * scale;
    const each = fractions === undefined ? '' : ` (${t('whatIf.perFraction', { dose: withUnit(dose / fractions, 'Gy') })})`;
    return { roi, text: withUnit(dose, 'Gy'), each };
  });
  const share = percent(scale);
  const spoken = [t('whatIf.doseOf', { scale: share }), ...doses.map(({ roi, text }) => `${roi} ${text}`)].join(', ');
  return (
    <div className={styles.field}>
      <div className={styles.fieldHead}>
        <b>{t('whatIf.dose')}</b> <b className={styles.figure}>×{scale.toFixed(2)}</b>
        <span className={styles.soft}>
          {fractions === undefined ? (
            t('whatIf.fractionsUnknown')
          ) : (
            <Hint label={t('whatIf.about')} lines={[t('whatIf.fractionsStay', { count: fractions })]}>
              {t('whatIf.fractions', { count: fractions })}
            </Hint>
          )}
        </span>
      </div>
      <Slider
        className={styles.slider}
        classNames={{ markLabel: styles.markLabel }}
        size="sm"
        min={SCALE.least}
        max={SCALE.most}
        step={SCALE.step}
        value={scale}
        startPointValue={1}
        marks={MARKS}
        label={null}
        thumbLabel={t('whatIf.dose')}
        thumbValueText={spoken}
        onChange={(value) => onChange(twoDecimals(value))}
      />
      <ul className={styles.doses} aria-live="off">
        {doses.map(({ roi, text, each }) => (
          <li key={roi}>
            <bdi>{roi}</bdi> <b>{text}</b>
            <span className={styles.soft}>{each}</span>
          </li>
        ))}
        {!doses.length && <li className={styles.soft}>{t('whatIf.noTargets')}</li>}
      </ul>
    </div>
  );
}
