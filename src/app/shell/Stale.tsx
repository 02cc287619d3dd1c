import { useTranslation } from 'react-i18next';
import { isAsItIs } from '../../case/what-if';
import type { WhatIf } from '../engine/engine-api';
import { useApp } from '../state/store';
import styles from './assess-screen.module.css';

/** Whether the figures on the screen are those of the case and the what-if as they stand. */
export const useIsStale = (): boolean =>
  useApp(({ assessedFor, caseFile, whatIf }) => assessedFor?.caseFile !== caseFile || assessedFor?.whatIf !== whatIf);

/** What the figures stand for while those that were asked for are computed: a slider is ahead of its table. */
export function StaleNote() {
  const { t } = useTranslation('assess');
  const isStale = useIsStale();
  const asked = useApp((state) => state.whatIf);
  const shown = useApp((state) => state.assessedFor?.whatIf);
  const words = (of: WhatIf): string => {
    if (isAsItIs(of)) return t('table.asInCase');
    const isDoseAlone = of.plannedFractions === undefined && Object.keys(of.organs ?? {}).length === 0;
    return isDoseAlone ? t('table.scaleOf', { scale: `×${of.plannedScale.toFixed(2)}` }) : t('table.asTried');
  };
  if (!isStale || !shown) return null;
  return (
    <p className={styles.staleNote} role="status" data-part="stale">
      ▲ {t('table.stale', { what: asked === shown ? t('table.asInCase') : words(asked), before: words(shown) })}
    </p>
  );
}
