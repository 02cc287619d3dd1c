import { useContext } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './assess.module.css';
import { css, VERDICT_COLOURS } from './colours';
import { verdictWord } from './goal-words';
import { Moving } from './moving';
import { STANDING_GLYPHS, type Standing } from './standing';

/**
 * A verdict as shape, word and colour. What is met is so as placed while the courses are still being moved: it says so
 * itself, and has not the colour of what holds.
 * A goal that is not mandatory does not stop a plan: it has no filled ground.
 */
export function VerdictMark({
  verdict,
  mandatory = true,
  count,
}: {
  readonly verdict: Standing;
  readonly mandatory?: boolean;
  /** Said before the word; a count of 0 is grey. */
  readonly count?: number;
}) {
  const { t } = useTranslation('assess');
  const isYetToHold = useContext(Moving) && verdict === 'met' && count !== 0;
  const shown = isYetToHold ? 'met as placed' : !mandatory && verdict === 'exceeded' ? 'not evaluable' : verdict;
  const { ink, tint } = VERDICT_COLOURS[shown];
  const style = count === 0 ? {} : { color: css(ink), background: mandatory ? css(tint) : 'transparent', borderColor: css(ink) };
  return (
    <span className={styles.mark} style={style} data-verdict={verdict} data-moving={isYetToHold || undefined}>
      <span aria-hidden="true">{STANDING_GLYPHS[verdict]}</span> {count === undefined ? '' : `${count} `}
      {verdictWord(t, verdict)}
      {isYetToHold && ` ↔ ${t('asPlacedYet')}`}
    </span>
  );
}
