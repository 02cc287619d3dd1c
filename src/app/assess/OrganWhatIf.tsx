import { ActionIcon, NumberInput, Slider, Tooltip } from '@mantine/core';
import { IconRestore } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrganResult } from '../../assessment/assessment';
import { asWritten, percent } from '../../report/number-format';
import styles from './controls.module.css';
import type { evidenceText } from './goal-words';
import { Hint } from './Hint';
import { ALPHA_BETA, RECOVERY, type TableAlphaBeta, twoDecimals, type WhatIfValue } from './what-if';

interface OrganWhatIfProps {
  readonly organ: OrganResult;
  readonly table: TableAlphaBeta | undefined;
  readonly value: WhatIfValue;
  readonly onChange: (value: WhatIfValue) => void;
}

/** Another α/β or recovery for the chosen organ. */
export function OrganWhatIf(props: OrganWhatIfProps) {
  return (
    <>
      <AlphaBetaField {...props} />
      <RecoveryField {...props} />
    </>
  );
}

function AlphaBetaField({ organ, table, value, onChange }: OrganWhatIfProps) {
  const { t } = useTranslation('assess');
  const alphaBetaGy = value.alphaBetaGy ?? organ.alphaBetaGy;
  const isTable = table?.alphaBetaGy === alphaBetaGy;
  return (
    <div className={styles.field}>
      <div className={styles.row}>
        <NumberInput
          size="xs"
          className={styles.number}
          label={t('whatIf.alphaBeta', { organ: organ.roi })}
          value={alphaBetaGy}
          min={ALPHA_BETA.least}
          max={ALPHA_BETA.most}
          step={ALPHA_BETA.step}
          decimalScale={2}
          allowNegative={false}
          onChange={(next) => {
            if (typeof next === 'number' && next >= ALPHA_BETA.least) onChange({ ...value, alphaBetaGy: next });
          }}
        />
        {table && (
          <Tooltip label={t('whatIf.alphaBetaReset')} events={{ hover: true, focus: true, touch: false }}>
            <ActionIcon
              variant="default"
              size={30}
              aria-label={t('whatIf.alphaBetaReset')}
              disabled={isTable}
              onClick={() => onChange({ ...value, alphaBetaGy: table.alphaBetaGy })}
            >
              <IconRestore size={16} aria-hidden="true" />
            </ActionIcon>
          </Tooltip>
        )}
      </div>
      <div className={styles.soft}>
        {table && (
          <Hint label={t('table.alphaBetaLabel')} lines={tableLines(t, table)}>
            {t('whatIf.alphaBetaTable', { value: asWritten(table.alphaBetaGy, 'Gy') })}
          </Hint>
        )}
        {table && !isTable && <b className={styles.changed}> ▲ {t('whatIf.alphaBetaOwn')}</b>}
      </div>
      <div className={styles.soft}>{t('whatIf.alphaBetaScope')}</div>
    </div>
  );
}

function tableLines(t: Parameters<typeof evidenceText>[0], { source, evidence, rangeGy }: TableAlphaBeta): string[] {
  const range = rangeGy && t('whatIf.alphaBetaRange', { low: rangeGy[0], high: rangeGy[1] });
  return [source, range, `(${evidence})`].filter((line) => line !== undefined);
}

function RecoveryField({ organ, value, onChange }: OrganWhatIfProps) {
  const { t } = useTranslation('assess');
  const warning = useId();
  const recovery = value.recovery ?? organ.recovery;
  const text = recovery === 0 ? t('recovery.none') : t('whatIf.recoveryValue', { share: percent(recovery) });
  return (
    <div className={styles.field}>
      <div className={styles.fieldHead}>
        <b>{t('whatIf.recovery', { organ: organ.roi })}</b> <span className={styles.figure}>{text}</span>
      </div>
      <Slider
        className={styles.plainSlider}
        size="sm"
        min={0}
        max={Math.max(RECOVERY.most, recovery)}
        step={RECOVERY.step}
        value={recovery}
        label={null}
        thumbLabel={t('whatIf.recovery', { organ: organ.roi })}
        thumbValueText={text}
        thumbProps={{ 'aria-describedby': warning }}
        onChange={(next) => onChange({ ...value, recovery: twoDecimals(next) })}
      />
      <p id={warning} className={recovery > 0 ? styles.changed : styles.soft}>
        {recovery > 0 && '▲ '}
        {t('whatIf.recoveryWarning')}
      </p>
    </div>
  );
}
