import { useTranslation } from 'react-i18next';
import { useApp } from '../state/store';
import styles from './assess-screen.module.css';
import { staleWords } from './stale-words';

/** Whether the figures on the screen are those of the case and the what-if as they stand. */
export const useIsStale = (): boolean =>
  useApp(({ assessedFor, caseFile, whatIf }) => assessedFor?.caseFile !== caseFile || assessedFor?.whatIf !== whatIf);

/** What the figures stand for while those that were asked for are computed: a slider is ahead of its table. */
export function StaleNote() {
  const { t } = useTranslation('assess');
  const isStale = useIsStale();
  const caseFile = useApp((state) => state.caseFile);
  const whatIf = useApp((state) => state.whatIf);
  const shown = useApp((state) => state.assessedFor);
  if (!isStale || !shown) return null;
  return (
    <p className={styles.staleNote} role="status" data-part="stale">
      ▲ {staleWords(t, { caseFile, whatIf }, shown)}
    </p>
  );
}
