import { useTranslation } from 'react-i18next';
import { reasonText } from '../words/core-words';
import { useWords } from '../words/use-words';
import { Reason } from './GoalCells';
import { GoalsToggle } from './GoalsToggle';
import { clause, type T } from './goal-words';
import type { OrganEntry } from './missing-organs';
import { organName } from './organ-match';
import type { MissingRow } from './organ-rows';
import styles from './organ-table.module.css';
import { useRow } from './row-context';
import { VerdictMark } from './VerdictMark';

/** The words for an organ without a region, which has no name but what it is. */
export const missingName = (t: T, { organ }: Pick<OrganEntry, 'organ'>): string =>
  organ === null ? t('unknown') : organName(t, organ);

/** An organ that the case must have and has not, with what can be done about it. */
export function MissingName({ row: { organ, subRows } }: { readonly row: MissingRow }) {
  const { t } = useTranslation('assess');
  const { tabIndex, onAbsent } = useRow();
  const name = missingName(t, organ);
  return (
    <div className={styles.name}>
      <GoalsToggle goals={subRows.length} />
      <div>
        <b>
          <bdi>{name}</bdi>
        </b>{' '}
        <b className={styles.unknown}>▲ {t('table.notContoured')}</b>
        {onAbsent && organ.organ !== null && (
          <div>
            <button
              type="button"
              className={styles.act}
              tabIndex={tabIndex}
              aria-label={t('table.sayAbsentOf', { organ: name })}
              onClick={() => onAbsent(organ.organ!)}
            >
              {t('table.sayAbsent')}
            </button>
          </div>
        )}
      </div>
    </div>
  );
}

/** Why there is no verdict on it. */
export function MissingReason({ row: { organ } }: { readonly row: MissingRow }) {
  const words = useWords();
  const [goal] = organ.goals;
  // An organ whose goals are in no set that was chosen says for itself why it is not there.
  const own: object = organ;
  const text = reasonText(words, goal ?? own);
  return text ? <Reason text={clause(text)} /> : null;
}

export function MissingVerdict() {
  return <VerdictMark verdict="not evaluable" />;
}
