import { useTranslation } from 'react-i18next';
import assess from './assess.module.css';
import styles from './organ-table.module.css';

/**
 * What a figure becomes when the prior courses are moved: the sign stands for the words, which are there for those who
 * ask. Without a text it is still to come, and keeps its place.
 */
export function Moved({ text = '…' }: { readonly text?: string }) {
  const { t } = useTranslation('assess');
  return (
    <span className={styles.moved} title={t('condition.ifMoved')}>
      <span aria-hidden="true">↔</span>
      <span className={assess.hidden}>{t('condition.ifMoved')}</span> {text}
    </span>
  );
}
