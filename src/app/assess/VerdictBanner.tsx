import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../case/case-file';
import { type Assessment, type GoalResult, organLabel } from '../../evaluation/assessment';
import { guessedNames } from '../../figures/guesses';
import { notJudged } from '../../figures/missing-words';
import { restsOnMore } from '../../figures/rests-on';
import { goalWords as written } from '../../figures/wording';
import type { WhatIf } from '../engine/engine-api';
import { reasonText } from '../words/core-words';
import { useWords } from '../words/use-words';
import styles from './assess.module.css';
import { caveat, headline, nameText, questionsText, restsOnAnswers, triedWarning, untested, warnings } from './banner-words';
import { css, VERDICT_COLOURS } from './colours';
import { FoldedLines } from './FoldedLines';
import type { T } from './goal-words';
import { goalValue, leftOf, shownFigure, turnedBy, whatIsWrong, wouldBeMetBy } from './goal-words';
import { missingInShort } from './MissingCells';
import { missingOrgans } from './missing-organs';
import { Moving } from './moving';
import { moreNeeded, nothingLeft } from './nothing-left';
import { isGuessed, organName } from './organ-match';
import { openQuestions } from './questions';
import { RestsOn } from './RestsOn';
import { STANDING_GLYPHS, type Standing, standingOf } from './standing';
import { type Stop, stops, summary } from './stops';
import { VerdictMark } from './VerdictMark';
import { WordsBehind } from './WordsBehind';
import { wordsBehind } from './words-behind';

const MOST_LINES = 3;

export interface VerdictBannerProps {
  readonly assessment: Assessment;
  /** The assessment without the what-if; given while anything is tried. */
  readonly original?: Assessment | undefined;
  /** What the assessment is tried with, to be named in full. */
  readonly tried?: WhatIf | undefined;
  /** An organ was chosen in the banner. */
  readonly onSelect?: (roi: string) => void;
  /** What persons have said of the case. */
  readonly said?: Pick<CaseFile, 'samePatient' | 'absent'> | undefined;
  /** How many fields of the case the program has guessed and nobody has confirmed, without names of ROIs. */
  readonly guesses?: number;
  /** The prior courses are still being moved within the margin: what becomes of met goals then is to come. */
  readonly isMoving?: boolean;
  /** Leads to the open questions. */
  readonly onQuestions?: () => void;
}

/** At a glance: which organs stop the re-irradiation, and why. */
export function VerdictBanner(props: VerdictBannerProps) {
  const { assessment, original, tried, onSelect, said: word, isMoving = false, onQuestions } = props;
  const { t } = useTranslation('assess');
  const said = summary(assessment);
  const all = stops(assessment);
  const hidden = all.slice(MOST_LINES);
  const named = hidden.filter(({ goal }) => goal.verdict === 'exceeded');
  const counted = hidden.length - named.length;
  const words = useWords();
  const names = guessedNames(assessment);
  const guesses = (props.guesses ?? 0) + names.length;
  const loud = warnings(t, words, assessment);
  const whatIf = triedWarning(t, assessment, tried, original !== undefined);
  const questions = openQuestions(assessment);
  const behind = wordsBehind(assessment, word);
  const [left, needed] = [nothingLeft(t, assessment, tried), moreNeeded(t, assessment)];
  const { required } = missingOrgans(assessment, word?.absent);
  const { mandatoryExceeded, mandatoryNotEvaluable, mandatoryMet, requiredNotJudged = [] } = assessment.overall;
  const unjudged = notJudged(assessment.overall);
  // What changes the meaning of every number takes the calm out of a good verdict.
  const isDisturbed =
    whatIf !== undefined ||
    [loud, questions.findings, required, requiredNotJudged, behind].some(({ length }) => length > 0) ||
    guesses > 0 ||
    restsOnMore(assessment);
  const isGood = said.verdict === 'met' || said.verdict === 'met as placed';
  const look: Standing =
    isDisturbed && isGood ? 'not evaluable' : isMoving && said.verdict === 'met' ? 'met as placed' : said.verdict;
  const { ink, tint } = VERDICT_COLOURS[look];
  const isNoneOver = mandatoryExceeded === 0 && mandatoryNotEvaluable === 0;
  const isYetToHold = isMoving && isNoneOver && mandatoryMet > 0 && said.metAsPlaced === 0;
  return (
    <section
      className={styles.banner}
      style={{ borderColor: css(ink), background: css(tint) }}
      aria-label={t('banner.label')}
      data-look={look}
    >
      <div className={styles.bannerHead}>
        <h2 style={{ color: css(ink) }}>
          <span aria-hidden="true">{STANDING_GLYPHS[isDisturbed && isGood ? look : said.verdict]}</span>{' '}
          {[
            headline(t, said),
            isYetToHold && t('asPlacedYet'),
            untested(t, assessment),
            caveat(t, assessment),
            restsOnAnswers(t, assessment),
          ]
            .filter(Boolean)
            .join(' · ')}
        </h2>
        <p className={styles.tally}>
          <span>{t('banner.tally')}</span> <VerdictMark verdict="exceeded" count={mandatoryExceeded} />{' '}
          <VerdictMark verdict="not evaluable" count={mandatoryNotEvaluable} />{' '}
          <Moving value={isMoving}>
            <VerdictMark verdict="met" count={mandatoryMet} />
          </Moving>{' '}
          {said.metAsPlaced > 0 && (
            <span className={styles.mark} style={markOf('met as placed')} data-verdict="met as placed">
              <span aria-hidden="true">{STANDING_GLYPHS['met as placed']}</span>{' '}
              {t('banner.metAsPlaced', { count: said.metAsPlaced })}
            </span>
          )}{' '}
          <span className={styles.soft}>{t('banner.notCleared')}</span>
        </p>
      </div>
      {whatIf && (
        <p className={styles.loud} role="note" data-part="what-if">
          {whatIf}
        </p>
      )}
      <OverOrgans stops={all} onSelect={onSelect} />
      {questions.findings.length > 0 && (
        <p className={styles.loudLine} data-part="questions">
          <span aria-hidden="true">?</span> {questionsText(t, questions)}{' '}
          {onQuestions && (
            <button type="button" className={styles.act} onClick={onQuestions}>
              {t('banner.toQuestions')}
            </button>
          )}
        </p>
      )}
      {required.length > 0 && (
        <p className={styles.loudLine} data-part="missing">
          <span aria-hidden="true">{STANDING_GLYPHS['not evaluable']}</span>{' '}
          {t('banner.missing', {
            count: required.length,
            organs: required.map((organ) => missingInShort(t, organ)).join(', '),
          })}
        </p>
      )}
      <FoldedLines>
        {left && <p className={styles.loud}>{left}</p>}
        {needed && (
          <p className={styles.loudLine} data-part="needs-more">
            {needed}
          </p>
        )}
        {requiredNotJudged.length > 0 && (
          <p className={styles.loudLine} data-part="not-judged">
            <span aria-hidden="true">{STANDING_GLYPHS['not evaluable']}</span>{' '}
            {[
              unjudged.inNothing.length > 0 && t('banner.notJudged', { organs: unjudged.inNothing.join(', ') }),
              unjudged.forSum.length > 0 && t('banner.notJudgedForSum', { organs: unjudged.forSum.join(', ') }),
            ]
              .filter(Boolean)
              .join(' ')}
          </p>
        )}
        {guesses > 0 && (
          <p className={styles.loudLine} data-part="guesses">
            <span aria-hidden="true">?</span>{' '}
            {[
              t('banner.guesses', { count: guesses }),
              names.length > 0 &&
                t('banner.guessedNames', { names: names.map((name) => nameText(t, name)).join(t('banner.listed')) }),
              names.length > 0 && guesses > names.length && t('banner.otherGuesses', { count: guesses - names.length }),
            ]
              .filter(Boolean)
              .join(' ')}
          </p>
        )}
        <WordsBehind words={behind} />
        <RestsOn assessment={assessment} />
        {loud.length > 0 && (
          <p className={styles.loud} role="note">
            {loud.join(' ')}
          </p>
        )}
        {isMoving && mandatoryMet > 0 && (
          <p className={styles.tally} role="status">
            ↔ {t('banner.moving')}
          </p>
        )}
        {all.length > 0 && (
          <ul className={styles.stops}>
            {all.slice(0, MOST_LINES).map((stop, n) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two ROIs of one name are told apart by their place
              <StopLine key={n} stop={stop} onSelect={onSelect} />
            ))}
            {named.length > 0 && (
              <li data-part="exceeded-too">
                <span aria-hidden="true" style={{ color: css(VERDICT_COLOURS.exceeded.ink) }}>
                  {STANDING_GLYPHS.exceeded}
                </span>{' '}
                {t('banner.exceededToo', { organs: named.map((stop) => overText(t, stop)).join(', ') })}
              </li>
            )}
            {counted > 0 && <li className={styles.soft}>{t('banner.more', { count: counted })}</li>}
          </ul>
        )}
      </FoldedLines>
    </section>
  );
}

/** The organs that exceed a mandatory goal, by name: never folded, however many they are. */
function OverOrgans({
  stops: all,
  onSelect,
}: {
  readonly stops: readonly Stop[];
  readonly onSelect: VerdictBannerProps['onSelect'];
}) {
  const over = all.filter(({ goal }) => standingOf(goal) === 'exceeded');
  if (over.length === 0) return null;
  return (
    <p className={styles.over} data-part="over">
      {over.map(({ organ }, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two ROIs of one name are told apart by their place
        <span key={n}>
          <span aria-hidden="true" style={{ color: css(VERDICT_COLOURS.exceeded.ink) }}>
            {STANDING_GLYPHS.exceeded}
          </span>{' '}
          <OrganName organ={organ} onSelect={onSelect} />
        </span>
      ))}
    </p>
  );
}

function OrganName({ organ, onSelect }: Pick<Stop, 'organ'> & { readonly onSelect: VerdictBannerProps['onSelect'] }) {
  const name = <bdi>{organLabel(organ)}</bdi>;
  if (!onSelect) return <b>{name}</b>;
  return (
    <button type="button" className={styles.stopName} onClick={() => onSelect(organ.roi)}>
      {name}
    </button>
  );
}

function StopLine({ stop, onSelect }: { readonly stop: Stop; readonly onSelect: VerdictBannerProps['onSelect'] }) {
  const { t } = useTranslation('assess');
  const { organ, goal, others } = stop;
  const standing = standingOf(goal);
  const words = useWords();
  const { lead, doses, reason } = leftOf(t, words, goal);
  const target = goal.inTarget ? reasonText(words, goal) : undefined;
  const most = goal.code === 'value-is-the-most' ? reasonText(words, goal) : undefined;
  const left = [most, target ?? reason ?? [lead, doses].filter(Boolean).join(': ')].filter(Boolean).join(' ');
  const why = [left, wouldBeMetBy(t, goal)].filter(Boolean).join(' · ');
  return (
    <li>
      <span>
        <span aria-hidden="true" style={{ color: css(VERDICT_COLOURS[standing].ink) }}>
          {STANDING_GLYPHS[standing]}
        </span>{' '}
        <OrganName organ={organ} onSelect={standing === 'exceeded' ? undefined : onSelect} />{' '}
        {isGuessed(organ) && organ.organ !== null && (
          <span className={styles.soft}>{t('banner.takenFor', { organ: organName(t, organ.organ) })} </span>
        )}
        {standing === 'met as placed' ? whatTurns(t, goal) : whatIsWrong(t, goal)}
      </span>
      <span className={styles.why} title={why}>
        {others > 0 && `+ ${t('banner.otherGoals', { count: others })} · `}
        {why}
      </span>
    </li>
  );
}

/** An organ that exceeds a mandatory goal, in one word and figure: `Trachea (Dmax 112.9 Gy)`. */
function overText(t: T, { organ, goal }: Stop): string {
  const value = goalValue(goal);
  const name = organLabel(organ);
  return value === undefined ? name : t('banner.exceededFigure', { name, figure: written(goal.figure), value });
}

const markOf = (standing: Standing) => {
  const { ink, tint } = VERDICT_COLOURS[standing];
  return { color: css(ink), background: css(tint), borderColor: css(ink) };
};

/** What turns a goal that is met only as placed, with what it comes to then. */
function whatTurns(t: T, goal: GoalResult): string {
  const worst = goal.worstCase!;
  const figure = written(goal.figure);
  const value = goalValue(goal) ?? t('unknown');
  return t('banner.turned', {
    figure,
    value,
    turned: turnedBy(t, worst),
    worst: shownFigure(t, worst.value, goal.unit, goal.limit),
  });
}
