import { Slider } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { percent } from '../../figures/number-format';
import styles from './controls.module.css';
import { Hint } from './Hint';
import { TriedNumber } from './TriedNumber';
import { targetDoseWords } from './target-dose-words';
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
  const doses = planned.targets.map((target) =>
    targetDoseWords(t, target, scale, planned.isOnePhase === false ? undefined : fractions),
  );
  const spokenDoses = doses.map(({ roi, dose, more }) => [roi, dose ?? more[0]].join(' '));
  const spoken = [t('whatIf.doseOf', { scale: percent(scale) }), ...spokenDoses].join(', ');
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
        {doses.map(({ roi, dose, more }) => (
          <li key={roi}>
            <bdi>{roi}</bdi> <b>{dose}</b>
            <span className={styles.soft}>{more.length > 0 && ` (${more.join(', ')})`}</span>
          </li>
        ))}
        {!doses.length && <li className={styles.soft}>{t('whatIf.noTargets')}</li>}
      </ul>
    </div>
  );
}

/** Fractions: stated and explained; another number can be tried where the course has one phase. */
function Fractions({ value, planned: { fractions, isOnePhase, isPart }, onChange }: DoseSliderProps) {
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
          {now === fractions
            ? undefined
            : `▲ ${t(isPart ? 'whatIf.fractionsDelivered' : 'whatIf.fractionsBack', { count: fractions })}`}
        </Hint>
      </span>
    </span>
  );
}
