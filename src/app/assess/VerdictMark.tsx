import { useTranslation } from 'react-i18next';
import type { Verdict } from '../../constraints/evaluate-goal';
import { VERDICT_SIGNS } from '../../report/wording';
import styles from './assess.module.css';
import { css, VERDICT_COLOURS } from './colours';
import { verdictWord } from './goal-words';

/** A verdict as shape, word and colour. A goal that is not mandatory does not stop a plan: it has no filled ground. */
export function VerdictMark({
  verdict,
  mandatory = true,
  count,
}: {
  readonly verdict: Verdict;
  readonly mandatory?: boolean;
  /** Said before the word; a count of 0 is grey. */
  readonly count?: number;
}) {
  const { t } = useTranslation('assess');
  const { ink, tint } = VERDICT_COLOURS[!mandatory && verdict === 'exceeded' ? 'not evaluable' : verdict];
  const style = count === 0 ? {} : { color: css(ink), background: mandatory ? css(tint) : 'transparent', borderColor: css(ink) };
  return (
    <span className={styles.mark} style={style} data-verdict={verdict}>
      <span aria-hidden="true">{VERDICT_SIGNS[verdict].glyph}</span> {count === undefined ? '' : `${count} `}
      {verdictWord(t, verdict)}
    </span>
  );
}
