import { useTranslation } from 'react-i18next';
import type { Scope } from '../../constraints/goal-expression';
import type { GoalResult } from '../../evaluation/assessment';
import { isSameRecovery } from '../../evaluation/recovery-of-courses';
import { isTheMost } from '../../figures/goal-reading';
import { sharesText } from '../../figures/recovery-words';
import { goalWords as written } from '../../figures/wording';
import { useWords } from '../words/use-words';
import { Figure, Was } from './Figure';
import type { T } from './goal-words';
import {
  evidenceText,
  goalValue,
  leftOf,
  modelText,
  quantityText,
  recoveryText,
  shownFigure,
  turnedBy,
  verdictWord,
  wouldBeMetBy,
} from './goal-words';
import { Hint } from './Hint';
import { Moved } from './Moved';
import { type GoalRow, scopeOfGoal } from './organ-rows';
import styles from './organ-table.module.css';
import { useRow } from './row-context';
import { STANDING_GLYPHS, standingOf } from './standing';
import { VerdictMark } from './VerdictMark';

/** What is tested, by whose rules. */
export function GoalName({ row: { goal, organ } }: { readonly row: GoalRow }) {
  const { t } = useTranslation('assess');
  const { tabIndex } = useRow();
  const isOwnScale = goal.quantity === 'eqd2' && goal.alphaBetaGy === organ.alphaBetaGy;
  const isOwnRecovery = goal.quantity === 'physical' || isSameRecovery(goal, organ.roi === null ? { recovery: 0 } : organ);
  const recovery = goal.recovery > 0 ? t('recovery.short', { share: sharesText(goal) }) : recoveryText(t, goal);
  // Two goals of one organ must not look alike; how often a day a dose was given is the same for both.
  const models = (goal.models ?? []).filter(({ kind }) => kind !== 'incomplete-repair').map((model) => modelText(t, model));
  const rules = [!isOwnScale && quantityText(t, goal), ...models, !isOwnRecovery && recovery].filter(Boolean);
  return (
    <div className={styles.goal}>
      <span>
        {written(goal.figure)} {!goal.mandatory && <span className={styles.optional}>{t('notMandatory')}</span>}
      </span>
      <div className={styles.facts}>
        {rules.length > 0 && `${rules.join(' · ')} · `}
        <Hint label={t('table.sourceLabel')} lines={sourceLines(t, goal)} tabIndex={tabIndex}>
          <span lang="en">{goal.setTitle}</span>
        </Hint>
      </div>
    </div>
  );
}

function sourceLines(t: T, goal: GoalResult): string[] {
  const { source, evidence, note, alphaBetaNote } = goal;
  const rules = [quantityText(t, goal), t(`scopeLong.${goal.scope}`)];
  if (goal.quantity !== 'physical') rules.push(recoveryText(t, goal, goal.recoverySchedule));
  rules.push(...(goal.models ?? []).map((model) => modelText(t, model)));
  return [source, evidenceText(t, evidence), rules.join(' · '), note, alphaBetaNote].filter((line) => line !== undefined);
}

/** The value of a goal, in the column of the dose that it is of. */
export function GoalValue({ row: { goal, was, place }, scope }: { readonly row: GoalRow; readonly scope: Scope }) {
  const { t } = useTranslation('assess');
  if (scopeOfGoal(goal) !== scope) return null;
  const value = goalValue(goal);
  const isMost = isTheMost(goal);
  const isPartial = goal.verdict === 'not evaluable' && value !== undefined && !isMost;
  return (
    <div className={styles.metric}>
      {value === undefined ? (
        <span className={styles.none}>{t('unknown')}</span>
      ) : (
        <Figure text={isMost ? t('upToValue', { value }) : value} place={place} />
      )}
      {!goal.worstCase && was?.worstCase && <Moved />}
      {goal.worstCase && <Moved text={shownFigure(t, goal.worstCase.value, goal.unit, goal.limit)} />}
      {isPartial && <span className={styles.note}>{t('asFarAsKnown')}</span>}
      {was && <Was now={value ?? t('unknown')} before={goalValue(was) ?? t('unknown')} />}
    </div>
  );
}

/** Whether the organ leaves what is known of the dose when the prior courses are moved: that is no changed verdict. */
const leavesGrid = ({ worstCase }: GoalResult): boolean =>
  worstCase !== undefined && (worstCase.verdict === 'not evaluable' || worstCase.leavesGrid === true);

export function GoalVerdict({ row: { goal, was } }: { readonly row: GoalRow }) {
  const { t } = useTranslation('assess');
  const standing = standingOf(goal);
  const wouldBeMet = wouldBeMetBy(t, goal);
  // Until the prior courses are moved again, nothing is told of what holds then.
  const before = was && (goal.worstCase ? standingOf(was) : was.verdict);
  return (
    <>
      <VerdictMark verdict={standing} mandatory={goal.mandatory} />
      {goal.inTarget && <span className={styles.note}>{t('condition.inTarget')}</span>}
      {goal.worstCase && standing === 'met as placed' && <span className={styles.note}>{turnedBy(t, goal.worstCase)}</span>}
      {wouldBeMet && <span className={styles.note}>↔ {wouldBeMet}</span>}
      {goal.condition && <span className={styles.note}>{t('condition.registrationNotAccepted')}</span>}
      {goal.verdict === 'met' && leavesGrid(goal) && <span className={styles.note}>↔ {t('placed.unknown')}</span>}
      {was && (
        <Was
          now={standing}
          before={before === standing ? undefined : before && `${STANDING_GLYPHS[before]} ${verdictWord(t, before)}`}
        />
      )}
    </>
  );
}

/** Longer reasons are cut off, and told in full on hover and on focus. */
const MOST_LETTERS = 60;

export function Reason({ text }: { readonly text: string }) {
  const { t } = useTranslation('assess');
  const { tabIndex } = useRow();
  if (text.length <= MOST_LETTERS) return <span className={styles.doses}>{text}</span>;
  return (
    <span className={styles.doses}>
      <Hint label={t('table.reasonLabel')} lines={[text]} tabIndex={tabIndex}>
        <span className={styles.clamped}>{text}</span>
      </Hint>
    </span>
  );
}

/** What a goal leaves of the planned dose, or why that cannot be said. */
export function GoalLeft({ row: { goal, organ, was } }: { readonly row: GoalRow }) {
  const { t } = useTranslation('assess');
  const words = useWords();
  const { lead, scale, doses, targets, until, reason } = leftOf(t, words, goal);
  // Why an organ is not there is said once, beside its name.
  if (goal.verdict === 'not evaluable' && organ.roi === null) return null;
  return (
    <div className={styles.left}>
      {lead && <b>{lead}</b>}{' '}
      {targets
        ? targets.map(({ roi, dose }) => (
            <span key={roi} className={styles.target}>
              <bdi>{roi}</bdi> <span>{dose}</span>
            </span>
          ))
        : doses && <span className={styles.doses}>{doses}</span>}
      {until && <Reason text={until} />}
      {reason && <Reason text={reason} />}
      {scale && <Was now={scale} before={was && leftOf(t, words, was).scale} />}
    </div>
  );
}
