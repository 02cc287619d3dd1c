import { Slider } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { digitsOf } from '../../figure-digits';
import { doseAtFactor } from '../../figures/doses-left';
import { allowedDose, percent } from '../../figures/number-format';
import styles from './controls.module.css';
import { Hint } from './Hint';
import { TriedNumber } from './TriedNumber';
import { FRACTIONS, type PlannedCourse, SCALE, twoDecimals, type WhatIfValue } from './what-if';

interface DoseSliderProps {
  readonly value: WhatIfValue;
  readonly planned: PlannedCourse;
  readonly onChange: (value: WhatIfValue) => void;
}

const MARKS = [0.5, 0.75, 1, 1.25].map((value) => ({ value, label: `×${value}` }));

/** The planned dose as a factor, with what it comes to for each target, and the number of fractions it is given in. */
export function DoseSlider({ value, planned, onChange }: DoseSliderProps) {
  const { t } = useTranslation('assess');
  const { plannedScale: scale } = value;
  const fractions = value.plannedFractions ?? planned.fractions;
  const doses = planned.targets.map(({ roi, doseGy }) => {
    // Cut off as what is left of a dose is, so that the same factor has the same dose in both places.
    const dose = doseAtFactor(doseGy, scale);
    const each =
      fractions === undefined
        ? ''
        : ` (${t('whatIf.perFraction', { dose: `${digitsOf(dose / fractions, 'Gy per fraction')}\u00a0Gy` })})`;
    return { roi, text: allowedDose(dose), each };
  });
  const spoken = [t('whatIf.doseOf', { scale: percent(scale) }), ...doses.map(({ roi, text }) => `${roi} ${text}`)].join(', ');
  return (
    <div className={styles.field}>
      <div className={styles.fieldHead}>
        <b>{t('whatIf.dose')}</b> <b className={styles.figure}>×{scale.toFixed(2)}</b>
        <Fractions value={value} planned={planned} onChange={onChange} />
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
        onChange={(next) => onChange({ ...value, plannedScale: twoDecimals(next) })}
      />
      <ul className={styles.doses}>
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

/** Fractions: stated and explained; another number can be tried where the course has one phase. */
function Fractions({ value, planned: { fractions, isOnePhase }, onChange }: DoseSliderProps) {
  const { t } = useTranslation('assess');
  if (fractions === undefined) return <span className={styles.soft}>{t('whatIf.fractionsUnknown')}</span>;
  const now = value.plannedFractions ?? fractions;
  if (!isOnePhase) {
    return (
      <span className={styles.soft}>
        <Hint label={t('whatIf.about')} lines={[t('whatIf.fractionsStay'), t('whatIf.fractionsFixed')]}>
          {t('whatIf.fractions', { count: fractions })}
        </Hint>
      </span>
    );
  }
  return (
    <span className={styles.inline}>
      <span className={styles.soft} aria-hidden="true">
        {t('whatIf.fractionsLabel')}
      </span>
      <TriedNumber
        className={styles.short}
        label={t('whatIf.fractionsLabel')}
        value={now}
        {...FRACTIONS}
        isWhole
        problem={t('whatIf.invalidFractions', { ...FRACTIONS, value: now })}
        onValue={(plannedFractions) => onChange({ ...value, plannedFractions })}
      />
      <span className={now === fractions ? styles.soft : styles.changed}>
        <Hint label={t('whatIf.about')} lines={[t('whatIf.fractionsStay'), t('whatIf.fractionsTried')]}>
          {now === fractions ? undefined : `▲ ${t('whatIf.fractionsBack', { count: fractions })}`}
        </Hint>
      </span>
    </span>
  );
}
