import { useTranslation } from 'react-i18next';
import type { MissingOrgan } from '../../evaluation/assessment';
import { namesOfOne, shortFacts } from '../../figures/missing-words';
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
import { STANDING_GLYPHS } from './standing';
import { VerdictMark } from './VerdictMark';

/** The words for an organ without a region, which has no name but what it is. */
export const missingName = (t: T, { organ }: Pick<OrganEntry, 'organ'>): string =>
  organ === null ? t('unknown') : organName(t, organ);

const HOW = {
  'organ-not-contoured': 'notContoured',
  'organ-without-volume': 'noVolume',
  'organ-in-another-frame': 'otherFrame',
  'organ-without-number': 'noNumber',
  'organ-side-missing': 'oneSide',
  'organ-ambiguous-parts': 'ambiguous',
  'roi-not-evaluated': 'notEvaluated',
  'question-open': 'absentDrawn',
} as const;

/** The same with why it is missing, and what is drawn of it: `both lungs (one side alone: Lung_R)`. */
export function missingInShort(t: T, entry: OrganEntry): string {
  const organ = missingName(t, entry);
  const { code, facts } = entry as Partial<Pick<MissingOrgan, 'code' | 'facts'>>;
  if (code === undefined || facts === undefined) return organ;
  const { hasUnknownNames, drawn } = shortFacts({ facts });
  const key = code in HOW ? HOW[code as keyof typeof HOW] : 'notMade';
  const how = t(`banner.how.${key === 'notContoured' && hasUnknownNames ? 'notRecognised' : key}`);
  if (drawn.length === 0) return t('banner.missingHow', { organ, how });
  return t(key === 'oneSide' ? 'banner.missingSide' : 'banner.missingDrawn', { organ, how, drawn: drawn.join(', ') });
}

/** What a limit is for where several organs stand for it: `any of left retina / right retina`. */
export function othersName(t: T, entry: OrganEntry): string {
  const { code, facts } = entry as Partial<Pick<MissingOrgan, 'code' | 'facts'>>;
  const one = code && facts && entry.organ !== null ? namesOfOne({ organ: entry.organ, code, facts }) : undefined;
  if (!one) return missingName(t, entry);
  const organs = t('table.anyOf', { organs: one.names.map((id) => organName(t, id)).join(' / ') });
  return one.more > 0 ? t('table.anyOfMore', { organs, count: one.more }) : organs;
}

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

/** The mark of the goals that count with the organ; where no goal asks for it, that it is judged by nothing. */
export function MissingVerdict({ row: { organ } }: { readonly row: MissingRow }) {
  const { t } = useTranslation('assess');
  if (organ.goals.some(({ mandatory }) => mandatory)) return <VerdictMark verdict="not evaluable" />;
  return (
    <span className={styles.note} data-part="not-judged">
      <span aria-hidden="true">{STANDING_GLYPHS['not evaluable']}</span> {t('table.notJudged')}
    </span>
  );
}
