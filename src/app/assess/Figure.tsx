import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import assess from './assess.module.css';
import type { MetricPlace } from './organ-rows';
import styles from './organ-table.module.css';
import { useRow } from './row-context';

interface FigureProps {
  /** The figure as shown. */
  readonly text: string;
  /** What it is, where the column does not say so. */
  readonly name?: string;
  /** The name stands in a column beside: here only for those who do not see it. */
  readonly isNameHidden?: boolean;
  readonly unit?: string;
  readonly place: MetricPlace | undefined;
}

/** A figure that shows, when it is pressed, where in the patient it comes from. */
export function Figure({ text, name, isNameHidden = false, unit = '', place }: FigureProps) {
  const { t } = useTranslation('assess');
  const { tabIndex, onMetric } = useRow();
  const shown = (
    <>
      {name && <span className={isNameHidden ? assess.hidden : styles.metricName}>{name}</span>} <span>{text}</span>
    </>
  );
  if (!place) return <span className={styles.figure}>{shown}</span>;
  return (
    <button
      type="button"
      className={styles.figure}
      tabIndex={tabIndex}
      onClick={() => onMetric(place)}
      data-metric={place.metric}
    >
      {shown}
      <span className={assess.hidden}>
        {unit} {t(`scope.${place.scope}`)}: {t('table.showPlace')}
      </span>
    </button>
  );
}

/** What a text was without the what-if, where it was another. */
export function Was({
  now,
  before,
  children,
}: {
  readonly now: string;
  readonly before: string | undefined;
  readonly children?: ReactNode;
}) {
  const { t } = useTranslation('assess');
  if (before === undefined || before === now) return null;
  return <span className={styles.was}>{children ?? t('was', { value: before })}</span>;
}
