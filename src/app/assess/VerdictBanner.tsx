import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../case/case-file';
import { type Assessment, type GoalResult, organLabel } from '../../evaluation/assessment';
import { errorCodes } from '../../figures/error-words';
import { type GuessedName, guessedNames } from '../../figures/guesses';
import { isCumulativeUntested, restsOnMore } from '../../figures/rests-on';
import { goalWords as written } from '../../figures/wording';
import type { WhatIf } from '../engine/engine-api';
import { type CoreWords, reasonText } from '../words/core-words';
import { useWords } from '../words/use-words';
import styles from './assess.module.css';
import { css, VERDICT_COLOURS } from './colours';
import { FoldedLines } from './FoldedLines';
import type { T } from './goal-words';
import { goalValue, leftOf, shownFigure, turnedBy, whatIsWrong, wouldBeMetBy } from './goal-words';
import { missingInShort, missingName } from './MissingCells';
import { missingOrgans } from './missing-organs';
import { nothingLeft } from './nothing-left';
import { isGuessed, organName } from './organ-match';
import { isOpen, type OpenQuestions, openQuestions } from './questions';
import { RestsOn } from './RestsOn';
import { STANDING_GLYPHS, type Standing, standingOf } from './standing';
import { type Stop, type Summary, stops, summary } from './stops';
import { triedWords } from './tried-words';
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
  const { required } = missingOrgans(assessment, word?.absent);
  const { mandatoryExceeded, mandatoryNotEvaluable, mandatoryMet, requiredNotJudged = [] } = assessment.overall;
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
  return (
    <section
      className={styles.banner}
      style={{ borderColor: css(ink), background: css(tint) }}
      aria-label={t('banner.label')}
      data-look={look}
    >
      <div className={styles.bannerHead}>
        <h2 style={{ color: css(ink) }}>
          <span aria-hidden="true">{STANDING_GLYPHS[said.verdict]}</span>{' '}
          {[headline(t, said), untested(t, assessment), caveat(t, assessment)].filter(Boolean).join(' · ')}
        </h2>
        <p className={styles.tally}>
          <span>{t('banner.tally')}</span> <VerdictMark verdict="exceeded" count={mandatoryExceeded} />{' '}
          <VerdictMark verdict="not evaluable" count={mandatoryNotEvaluable} /> <VerdictMark verdict="met" count={mandatoryMet} />{' '}
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
        {assessment.overall.exceededOutsideTarget > 0 && <p className={styles.loud}>{nothingLeft(t, assessment)}</p>}
        {requiredNotJudged.length > 0 && (
          <p className={styles.loudLine} data-part="not-judged">
            <span aria-hidden="true">{STANDING_GLYPHS['not evaluable']}</span>{' '}
            {t('banner.notJudged', { organs: requiredNotJudged.join(', ') })}
          </p>
        )}
        {guesses > 0 && (
          <p className={styles.loudLine} data-part="guesses">
            <span aria-hidden="true">?</span>{' '}
            {[
              t('banner.guesses', { count: guesses }),
              names.length > 0 &&
                t('banner.guessedNames', { names: names.map((name) => nameText(t, name)).join(t('banner.listed')) }),
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
  const left = target ?? reason ?? [lead, doses].filter(Boolean).join(': ');
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

/** What questions are asked of: ROIs, courses, files. */
const placesOf = (findings: OpenQuestions['findings']): readonly string[] => [
  ...new Set(findings.map(({ roi, course, file }) => roi ?? course ?? file ?? '').filter(Boolean)),
];

const nameText = (t: T, { roi, organ }: GuessedName): string => t('banner.guessedName', { roi, organ: organName(t, organ) });

const MOST_ORGANS = 4;

/** How many questions are open, and what has no verdict for it. */
export function questionsText(t: T, { findings, organs, isAll }: OpenQuestions): string {
  const count = findings.length;
  if (organs.length === 0) return t('banner.questionsAlone', { count, what: placesOf(findings).join(', ') });
  if (isAll) return t('banner.questions', { count, organs: t('banner.everyOrgan') });
  const names = organs.map((organ) => (organ.roi as string | null) ?? missingName(t, organ));
  const some = names.slice(0, MOST_ORGANS).join(', ');
  const left = names.length - MOST_ORGANS;
  return t('banner.questions', { count, organs: left > 0 ? t('banner.andMore', { organs: some, count: left }) : some });
}

/** What no headline may leave out where prior dose went into no verdict. */
export const untested = (t: T, assessment: Assessment): string | undefined =>
  isCumulativeUntested(assessment) ? t('banner.cumulativeUntested') : undefined;

/** What no headline may leave out about the registrations. */
export function caveat(t: T, { overall }: Assessment): string | undefined {
  if (overall.registration === 'not accepted') return t('condition.registrationNotAccepted');
  return overall.registration === 'none' ? t('condition.worstCaseSums') : undefined;
}

/** The report's own headline. */
export function headline(t: T, { verdict, organsOver, isInTarget, open, met }: Summary): string {
  const cannot = t('banner.cannotBeJudged', { count: open });
  if (verdict === 'exceeded') {
    const exceeded = t(isInTarget ? 'banner.exceededInTarget' : 'banner.exceeded', { count: organsOver });
    return open > 0 ? t('banner.exceededAndOpen', { exceeded, open: cannot }) : exceeded;
  }
  if (open > 0 && met === 0) return t('banner.nothingJudged', { count: open });
  if (open > 0) return t('banner.noneExceededBut', { open: cannot });
  return met === 0 ? t('banner.noneTested') : t('banner.noneExceeded', { count: met });
}

/** What the figures are tried with, where they are not the case's. */
function triedWarning(t: T, { settings }: Assessment, tried: WhatIf | undefined, isTried: boolean): string | undefined {
  const what = triedWords(t, tried ?? { plannedScale: settings.plannedScale });
  if (what.length > 0) return t('banner.whatIf', { what: what.join(t('tried.and')) });
  return isTried ? t('banner.tried') : undefined;
}

/** What changes the meaning of every number, to be read with them. */
function warnings(t: T, words: Pick<CoreWords, 'findings'>, assessment: Assessment): readonly string[] {
  const { settings, findings, registrations } = assessment;
  const named = (of: typeof registrations) => of.map(({ course }) => `“${course}”`).join(', ');
  const asked = registrations.filter(({ type }) => type === 'in question');
  const unaccepted = registrations.filter(({ isAccepted, type }) => !isAccepted && type !== 'in question');
  const apart = registrations.filter(({ type }) => type === 'none');
  const errors = findings.filter((finding) => finding.severity === 'error' && !isOpen(finding));
  const titles = errorCodes(errors).map((code) => words.findings[code].title);
  return [
    unaccepted.length > 0 && t('banner.notAccepted', { courses: named(unaccepted) }),
    asked.length > 0 && t('banner.inQuestion', { courses: named(asked) }),
    apart.length > 0 && t('banner.apart', { courses: named(apart) }),
    settings.outsideDoseGrid === 'zero' && t('banner.outsideZero'),
    errors.length > 0 && t('banner.errors', { count: errors.length, what: titles.join(' · ') }),
  ].filter((said) => said !== false);
}
