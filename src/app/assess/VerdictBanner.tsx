import { useTranslation } from 'react-i18next';
import { type Assessment, organLabel } from '../../assessment/assessment';
import type { Verdict } from '../../constraints/evaluate-goal';
import { VERDICT_SIGNS } from '../../report/wording';
import { reasonText } from '../words/core-words';
import { useWords } from '../words/use-words';
import styles from './assess.module.css';
import { css, VERDICT_COLOURS } from './colours';
import type { T } from './goal-words';
import { leftOf, whatIsWrong } from './goal-words';
import { type Stop, type Summary, stops, summary } from './stops';
import { VerdictMark } from './VerdictMark';

const MOST_LINES = 3;

export interface VerdictBannerProps {
  readonly assessment: Assessment;
  /** The assessment without the what-if; given while anything is tried. */
  readonly original?: Assessment | undefined;
  /** An organ was chosen in the banner. */
  readonly onSelect?: (roi: string) => void;
}

/** At a glance: which organs stop the re-irradiation, and why. */
export function VerdictBanner({ assessment, original, onSelect }: VerdictBannerProps) {
  const { t } = useTranslation('assess');
  const said = summary(assessment);
  const all = stops(assessment);
  const loud = warnings(t, assessment, original !== undefined);
  const { mandatoryExceeded, mandatoryNotEvaluable, mandatoryMet } = assessment.overall;
  // What changes the meaning of every number takes the calm out of a good verdict.
  const look: Verdict = loud.length && said.verdict === 'met' ? 'not evaluable' : said.verdict;
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
          <span aria-hidden="true">{VERDICT_SIGNS[said.verdict].glyph}</span>{' '}
          {[headline(t, said), caveat(t, assessment)].filter(Boolean).join(' · ')}
        </h2>
        <p className={styles.tally}>
          <span>{t('banner.tally')}</span> <VerdictMark verdict="exceeded" count={mandatoryExceeded} />{' '}
          <VerdictMark verdict="not evaluable" count={mandatoryNotEvaluable} /> <VerdictMark verdict="met" count={mandatoryMet} />{' '}
          <span className={styles.soft}>{t('banner.notCleared')}</span>
        </p>
      </div>
      {assessment.overall.exceededOutsideTarget > 0 && (
        <p className={styles.loud}>{t('banner.nothingLeft', { count: assessment.overall.exceededOutsideTarget })}</p>
      )}
      {loud.length > 0 && (
        <p className={styles.loud} role="note">
          {loud.join(' ')}
        </p>
      )}
      {all.length > 0 && (
        <ul className={styles.stops}>
          {all.slice(0, MOST_LINES).map((stop, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two ROIs of one name are told apart by their place
            <StopLine key={n} stop={stop} onSelect={onSelect} />
          ))}
          {all.length > MOST_LINES && <li className={styles.soft}>{t('banner.more', { count: all.length - MOST_LINES })}</li>}
        </ul>
      )}
    </section>
  );
}

function StopLine({ stop, onSelect }: { readonly stop: Stop; readonly onSelect: VerdictBannerProps['onSelect'] }) {
  const { t } = useTranslation('assess');
  const { organ, goal, others } = stop;
  const { roi } = organ;
  const name = <bdi>{organLabel(organ)}</bdi>;
  const words = useWords();
  const { lead, doses, reason } = leftOf(t, words, goal);
  const target = goal.inTarget ? reasonText(words, goal) : undefined;
  const why = target ?? reason ?? [lead, doses].filter(Boolean).join(': ');
  return (
    <li>
      <span>
        <span aria-hidden="true" style={{ color: css(VERDICT_COLOURS[goal.verdict].ink) }}>
          {VERDICT_SIGNS[goal.verdict].glyph}
        </span>{' '}
        {onSelect && roi !== null ? (
          <button type="button" className={styles.stopName} onClick={() => onSelect(roi)}>
            {name}
          </button>
        ) : (
          <b>{name}</b>
        )}{' '}
        {whatIsWrong(t, goal)}
      </span>
      <span className={styles.why} title={why}>
        {others > 0 && `+ ${t('banner.otherGoals', { count: others })} · `}
        {why}
      </span>
    </li>
  );
}

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
  if (open > 0) return t('banner.noneExceededBut', { open: cannot });
  return met === 0 ? t('banner.noneTested') : t('banner.noneExceeded', { count: met });
}

/** What changes the meaning of every number, to be read with them. */
function warnings(t: T, assessment: Assessment, isTried: boolean): readonly string[] {
  const { settings, findings, courses, registrations } = assessment;
  const named = (of: typeof registrations) => of.map(({ course }) => `“${course}”`).join(', ');
  const asked = registrations.filter(({ type }) => type === 'in question');
  const unaccepted = registrations.filter(({ isAccepted, type }) => !isAccepted && type !== 'in question');
  const apart = registrations.filter(({ type }) => type === 'none');
  const has = (role: 'prior' | 'planned') => courses.some((course) => course.role === role);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return [
    settings.plannedScale !== 1 && t('banner.whatIf', { scale: settings.plannedScale }),
    settings.plannedScale === 1 && isTried && t('banner.tried'),
    !has('prior') && t('banner.noPrior'),
    !has('planned') && t('banner.noPlanned'),
    asked.length > 0 && t('banner.inQuestion', { courses: named(asked) }),
    unaccepted.length > 0 && t('banner.notAccepted', { courses: named(unaccepted) }),
    apart.length > 0 && t('banner.apart', { courses: named(apart) }),
    settings.outsideDoseGrid === 'zero' && t('banner.outsideZero'),
    errors > 0 && t('banner.errors', { count: errors }),
  ].filter((said) => said !== false);
}
