import { ActionIcon, Slider, Tooltip } from '@mantine/core';
import { IconRestore } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrganResult } from '../../evaluation/assessment';
import type { Forgiven } from '../../evaluation/recovery-of-courses';
import { asWritten } from '../../figures/number-format';
import { sharesText } from '../../figures/recovery-words';
import styles from './controls.module.css';
import { recoveryText, type T } from './goal-words';
import { Hint } from './Hint';
import { TriedNumber } from './TriedNumber';
import { ALPHA_BETA, RECOVERY, type TableAlphaBeta, twoDecimals, type WhatIfValue } from './what-if';

interface OrganWhatIfProps {
  readonly organ: OrganResult;
  readonly table: TableAlphaBeta | undefined;
  readonly value: WhatIfValue;
  readonly onChange: (value: WhatIfValue) => void;
}

/** Another α/β or recovery for the chosen organ. */
export function OrganWhatIf(props: OrganWhatIfProps) {
  const { t } = useTranslation('assess');
  return (
    <fieldset className={styles.organFields} aria-label={t('whatIf.ofOrgan', { organ: props.organ.roi })}>
      <b className={styles.organName}>
        <bdi>{props.organ.roi}</bdi>
      </b>
      <AlphaBetaField {...props} />
      <RecoveryField {...props} />
    </fieldset>
  );
}

function AlphaBetaField({ organ, table, value, onChange }: OrganWhatIfProps) {
  const { t } = useTranslation('assess');
  const alphaBetaGy = value.alphaBetaGy ?? organ.alphaBetaGy;
  const isTable = table?.alphaBetaGy === alphaBetaGy;
  return (
    <div className={styles.inline}>
      <span aria-hidden="true">α/β</span>
      <TriedNumber
        key={organ.roi}
        className={styles.short}
        label={t('whatIf.alphaBeta', { organ: organ.roi })}
        value={alphaBetaGy}
        {...ALPHA_BETA}
        problem={t('whatIf.invalidAlphaBeta', { ...ALPHA_BETA, value: alphaBetaGy })}
        onValue={(next) => onChange({ ...value, alphaBetaGy: next })}
      />
      <span aria-hidden="true">Gy</span>
      {table && (
        <>
          <Tooltip label={t('whatIf.alphaBetaReset')} events={{ hover: true, focus: true, touch: false }}>
            <ActionIcon
              variant="default"
              size={28}
              aria-label={t('whatIf.alphaBetaReset')}
              disabled={isTable}
              onClick={() => onChange({ ...value, alphaBetaGy: table.alphaBetaGy })}
            >
              <IconRestore size={15} aria-hidden="true" />
            </ActionIcon>
          </Tooltip>
          <span className={isTable ? styles.soft : styles.changed}>
            <Hint label={t('table.alphaBetaLabel')} lines={tableLines(t, table)}>
              {!isTable && '▲ '}
              {t('whatIf.alphaBetaTable', { value: asWritten(table.alphaBetaGy, 'Gy') })}
            </Hint>
          </span>
        </>
      )}
    </div>
  );
}

function tableLines(t: T, { source, evidence, rangeGy }: TableAlphaBeta): string[] {
  const range = rangeGy && t('whatIf.alphaBetaRange', { low: rangeGy[0], high: rangeGy[1] });
  return [`${source} (${evidence})`, range, t('whatIf.alphaBetaScope')].filter((line) => line !== undefined);
}

function RecoveryField({ organ, value, onChange }: OrganWhatIfProps) {
  const { t } = useTranslation('assess');
  const warning = useId();
  const forgiven: Forgiven = value.recovery === undefined ? organ : { recovery: value.recovery };
  const { recovery } = forgiven;
  const share = sharesText(forgiven);
  const text = forgiven.recoveryOfCourses ? recoveryText(t, forgiven) : t('whatIf.recoveryValue', { share });
  const said = recovery === 0 ? t('recovery.none') : text;
  return (
    <div className={styles.field}>
      <div className={styles.inline}>
        <span aria-hidden="true">{t('whatIf.recoveryLabel')}</span>
        <Slider
          className={styles.inlineSlider}
          size="sm"
          min={0}
          max={Math.max(RECOVERY.most, recovery)}
          step={RECOVERY.step}
          value={recovery}
          label={null}
          thumbLabel={t('whatIf.recovery', { organ: organ.roi })}
          thumbValueText={said}
          thumbProps={{ 'aria-describedby': warning }}
          onChange={(next) => onChange({ ...value, recovery: twoDecimals(next) })}
        />
        <span className={styles.figure}>{recovery === 0 ? said : share}</span>
      </div>
      <p id={warning} className={recovery > 0 ? styles.changed : styles.soft}>
        <Hint label={t('whatIf.about')} lines={[t('whatIf.recoveryWarning')]}>
          {recovery > 0 && '▲ '}
          {t('whatIf.recoveryShort')}
        </Hint>
      </p>
    </div>
  );
}
