import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { quoted } from '../registration/quoted';
import { setApp, useApp } from '../state/store';
import type { Trial } from '../state/trials';
import styles from './tried-notice.module.css';

/** On every screen: what is tried as a registration and is not in the case, so that it is neither forgotten nor taken for used. */
export function TriedNotice() {
  const { t } = useTranslation('registration');
  const trials = useApp((state) => state.trials);
  const screen = useApp((state) => state.screen);
  const discard = (of: Trial) => setApp({ trials: trials.filter((trial) => trial !== of) });
  return trials.map((trial) => (
    <span key={trial.anatomyFrameUid + trial.courseFrameUid} className={styles.notice} role="status" data-part="tried-notice">
      <span aria-hidden="true">⚠</span>{' '}
      {t('tried.notice', { courses: quoted(trial.courses), method: t(`tried.${trial.candidate.method}`) })}{' '}
      {screen !== 'registration' && (
        <Anchor component="button" type="button" fz="inherit" ml={8} onClick={() => setApp({ screen: 'registration' })}>
          {t('title')}
        </Anchor>
      )}{' '}
      <Anchor component="button" type="button" fz="inherit" ml={8} onClick={() => discard(trial)}>
        {t('tried.discard')}
      </Anchor>
    </span>
  ));
}
