import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Host } from '../host/host';
import { obey } from '../state/actions';
import { useKeeping } from '../state/keeping';
import { useApp } from '../state/store';
import styles from './keeping-notices.module.css';

/**
 * In the head of the window: that what is changed is not kept, by a fault or because nothing is kept on this computer, and
 * that a case cannot be saved where it lies.
 */
export function KeepingNotices({ host }: { readonly host: Host }) {
  const { t } = useTranslation('keeping');
  const failure = useApp((state) => state.draftFailure);
  const isReadOnly = useApp((state) => state.caseFile !== undefined && state.place.isReadOnly === true);
  const isNothing = useKeeping(({ keeping }) => keeping?.nothingBy !== undefined);
  return (
    <>
      {isNothing && (
        <div className={styles.notice} role="status" data-part="nothing-kept">
          <span aria-hidden="true">⚠</span> {t('nothingKept')}
        </div>
      )}
      {failure && (
        <div className={styles.failure} role="alert" data-part="not-kept">
          <span aria-hidden="true">⚠</span> {t('notKept')} {t('notKeptWhy')}: <span lang="en">{failure.why}</span>
        </div>
      )}
      {isReadOnly && (
        <div className={styles.notice} role="status" data-part="read-only">
          <span aria-hidden="true">⚠</span> {t('readOnly')}{' '}
          <Anchor component="button" type="button" fz="inherit" onClick={() => obey(host, 'save-as')}>
            {t('saveElsewhere')}
          </Anchor>
        </div>
      )}
    </>
  );
}
