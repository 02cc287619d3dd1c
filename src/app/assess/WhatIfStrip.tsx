import { Button, Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OrganResult } from '../../evaluation/assessment';
import styles from './controls.module.css';
import { DoseSlider } from './DoseSlider';
import { OrganWhatIf } from './OrganWhatIf';
import { isChanged, type PlannedCourse, type TableAlphaBeta, type WhatIfValue } from './what-if';

export interface WhatIfStripProps {
  readonly value: WhatIfValue;
  /** The values of the case itself: what "back" goes back to. */
  readonly asItIs: WhatIfValue;
  /** Undefined where the case has no planned course. */
  readonly planned: PlannedCourse | undefined;
  /** The chosen organ. */
  readonly organ?: OrganResult | undefined;
  /** The published α/β of the chosen organ (see `tableAlphaBeta`). */
  readonly table?: TableAlphaBeta | undefined;
  /** Numbers on the screen are not yet those of `value`. */
  readonly busy: boolean;
  /** Also while a slider is dragged. */
  readonly onChange: (value: WhatIfValue) => void;
  /** Back to the case as it is. */
  readonly onBack: () => void;
}

/** A look at another planned dose, α/β or recovery, beside the case as it is. */
export function WhatIfStrip({ value, asItIs, planned, organ, table, busy, onChange, onBack }: WhatIfStripProps) {
  const { t } = useTranslation('assess');
  const changed = isChanged(value, asItIs);
  return (
    <section className={styles.strip} aria-label={t('whatIf.label')} data-changed={changed || undefined}>
      <div className={styles.stripHead}>
        <h3>{t('whatIf.label')}</h3>
        <span className={changed ? styles.changed : styles.soft}>
          {changed ? `▲ ${t('whatIf.changed')}` : t('whatIf.unchanged')}
        </span>
        <span className={styles.busy} role="status">
          {busy && (
            <>
              <Loader size={14} aria-hidden="true" /> {t('whatIf.busy')}
            </>
          )}
        </span>
        <Button size="compact-xs" variant="default" disabled={!changed} onClick={onBack}>
          {t('whatIf.back')}
        </Button>
      </div>
      <div className={styles.stripBody}>
        {planned ? (
          <DoseSlider value={value} planned={planned} onChange={onChange} />
        ) : (
          <p className={styles.soft}>{t('whatIf.noPlanned')}</p>
        )}
        {organ ? (
          <OrganWhatIf organ={organ} table={table} value={value} onChange={onChange} />
        ) : (
          <p className={styles.soft}>{t('whatIf.noOrgan')}</p>
        )}
      </div>
    </section>
  );
}
