import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import styles from './organ-table.module.css';
import { useRow } from './row-context';

/** Opens and closes the goals of a row's organ. */
export function GoalsToggle({ goals }: { readonly goals: number }) {
  const { t } = useTranslation('assess');
  const { isOpen, toggle, tabIndex } = useRow();
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <button
      type="button"
      className={styles.chevron}
      tabIndex={tabIndex}
      aria-expanded={isOpen}
      aria-label={t('table.goals', { count: goals })}
      disabled={goals === 0}
      onClick={(event) => {
        event.stopPropagation();
        toggle();
      }}
    >
      <Chevron size={15} aria-hidden="true" />
    </button>
  );
}
