import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { reasonText } from '../words/core-words';
import { useWords } from '../words/use-words';
import { clause } from './goal-words';
import { organName } from './organ-match';
import type { MissingRow } from './organ-rows';
import styles from './organ-table.module.css';
import { useRow } from './row-context';

/** An organ that is not there, and why. */
export function MissingName({ row: { organ, subRows } }: { readonly row: MissingRow }) {
  const { t } = useTranslation('assess');
  const words = useWords();
  const { isOpen, toggle, tabIndex } = useRow();
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  const name = organName(t, organ.organ);
  return (
    <div className={styles.name}>
      <button
        type="button"
        className={styles.chevron}
        tabIndex={tabIndex}
        aria-expanded={isOpen}
        aria-label={t('table.goals', { count: subRows.length })}
        disabled={subRows.length === 0}
        onClick={(event) => {
          event.stopPropagation();
          toggle();
        }}
      >
        <Chevron size={15} aria-hidden="true" />
      </button>
      <div>
        <b>
          <bdi>{organ.organ}</bdi>
        </b>{' '}
        {name !== organ.organ && <span className={styles.as}>{name}</span>}
        <div className={styles.facts}>
          <b className={styles.unknown}>{clause(reasonText(words, organ) ?? '')}</b>
        </div>
      </div>
    </div>
  );
}
