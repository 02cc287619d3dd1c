import { useTranslation } from 'react-i18next';
import styles from './assess.module.css';
import { css, VERDICT_COLOURS } from './colours';
import { verdictWord } from './goal-words';
import { STANDING_GLYPHS, type Standing } from './standing';

/** A verdict as shape, word and colour. A goal that is not mandatory does not stop a plan: it has no filled ground. */
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
  const { ink, tint } = VERDICT_COLOURS[!mandatory && verdict === 'exceeded' ? 'not evaluable' : verdict];
  const style = count === 0 ? {} : { color: css(ink), background: mandatory ? css(tint) : 'transparent', borderColor: css(ink) };
  return (
    <span className={styles.mark} style={style} data-verdict={verdict}>
      <span aria-hidden="true">{STANDING_GLYPHS[verdict]}</span> {count === undefined ? '' : `${count} `}
      {verdictWord(t, verdict)}
    </span>
  );
}
