import { useTranslation } from 'react-i18next';
import type { Scope } from '../../constraints/goal-expression';
import type { MetricResult, OrganResult } from '../../evaluation/assessment';
import { partFigure } from '../../figures/bounded-figures';
import { limitsOf } from '../../figures/goal-reading';
import { asWritten, figure, NOT_EVALUABLE, percent } from '../../figures/number-format';
import { sharesText } from '../../figures/recovery-words';
import { reasonText } from '../words/core-words';
import { useWords } from '../words/use-words';
import assess from './assess.module.css';
import { bounds, shortBounds } from './bounds';
import { Figure, Was } from './Figure';
import { GoalsToggle } from './GoalsToggle';
import { clause, modelText, recoveryText, shownFigure } from './goal-words';
import { Hint } from './Hint';
import { Moved } from './Moved';
import { asOrgan, isGuessed, matchText } from './organ-match';
import { EQD2_OF, type OrganRow, rowMetrics } from './organ-rows';
import styles from './organ-table.module.css';
import { useRow } from './row-context';
import { gravestGoal, optionalExceeded, STANDING_GLYPHS, standingOf } from './standing';
import { VerdictMark } from './VerdictMark';

const NBSP = '\u00a0';

/** Name, what it was taken for, volume, α/β. */
export function OrganName({ row: { organ, was, subRows } }: { readonly row: OrganRow }) {
  const { t } = useTranslation('assess');
  const { tabIndex } = useRow();
  const as = asOrgan(t, organ);
  const alphaBeta = `α/β${NBSP}${asWritten(organ.alphaBetaGy, 'Gy')}`;
  const unknown = unknownVolume(organ);
  return (
    <div className={styles.name}>
      <GoalsToggle goals={subRows.length} />
      <div>
        <b>
          <bdi>{organ.roi}</bdi>
        </b>{' '}
        <span className={styles.as} data-guessed={isGuessed(organ) || undefined}>
          <Hint label={t('table.matchLabel')} lines={matchText(t, organ)} tabIndex={tabIndex}>
            {[as, isGuessed(organ) && `? ${t('table.guessed')}`].filter(Boolean).join(' · ')}
          </Hint>
        </span>
        <div className={styles.facts}>
          {shownFigure(t, organ.volumeCc, 'cc')} ·{' '}
          <Hint label={t('table.alphaBetaLabel')} lines={[organ.alphaBetaSource]} tabIndex={tabIndex}>
            {alphaBeta}
          </Hint>
          <Was now={alphaBeta} before={was && `α/β${NBSP}${asWritten(was.alphaBetaGy, 'Gy')}`} />
          {(organ.recovery > 0 || (was?.recovery ?? 0) > 0) && (
            <>
              {' '}
              · {organ.recovery > 0 ? t('recovery.short', { share: sharesText(organ) }) : recoveryText(t, organ)}
              <Was now={sharesText(organ)} before={was && sharesText(was)} />
            </>
          )}
          {organ.models?.map((model) => (
            <b key={model.kind} className={styles.unknown}>
              {' '}
              · {modelText(t, model)}
            </b>
          ))}
          {unknown && <b className={styles.unknown}> · ▲ {t('table.unknownVolume', { share: unknown })}</b>}
        </div>
      </div>
    </div>
  );
}

/** How much of the volume has no known dose; undefined where it is known everywhere. */
function unknownVolume({ insideDoseGrid: { prior, planned, cumulative } }: OrganResult): string | undefined {
  const unknown = 1 - Math.min(prior, planned, cumulative);
  if (unknown <= 1e-6) return undefined;
  return unknown < 0.0005 ? `<${NBSP}0.1${NBSP}%` : percent(unknown);
}

/** Near maximum and mean of an organ in one of the doses, EQD2. */
export function OrganDoses({ row: { organ, was }, scope }: { readonly row: OrganRow; readonly scope: Scope }) {
  const { t } = useTranslation('assess');
  const { without = [] } = useRow();
  if (scope !== 'cumulative' && without.includes(scope)) {
    const none = t(scope === 'prior' ? 'table.noPrior' : 'table.noPlanned');
    return rowMetrics(organ).map((name) => (
      <div key={name} className={styles.metric} title={none}>
        <span className={styles.figure}>
          <span className={scope === 'prior' ? styles.metricName : assess.hidden}>{name}</span> <span aria-hidden="true">–</span>
          <span className={assess.hidden}>{none}</span>
        </span>
      </div>
    ));
  }
  return (
    <>
      {rowMetrics(organ).map((name) => (
        <MetricLine key={name} organ={organ} name={name} was={was?.metrics[name]} scope={scope} />
      ))}
    </>
  );
}

interface MetricLineProps {
  readonly organ: OrganResult;
  readonly name: string;
  readonly was: MetricResult | undefined;
  readonly scope: Scope;
}

function MetricLine({ organ, name, was, scope }: MetricLineProps) {
  const { roi } = organ;
  const metric = organ.metrics[name];
  const { t } = useTranslation('assess');
  const words = useWords();
  const { tabIndex } = useRow();
  const digits = (dose: number | null) => figure(dose, metric.unit, ...limitsOf(organ, name, scope));
  // What is known within bounds alone has no one figure.
  const shown = (of: MetricResult) => {
    if (scope !== 'cumulative') return partFigure(of, of[EQD2_OF[scope]], limitsOf(organ, name, scope));
    return shortBounds(of) ?? digits(of[EQD2_OF[scope]]);
  };
  const text = shown(metric);
  const before = was && shown(was);
  const known = text !== NOT_EVALUABLE;
  const said = (each: string) => (each === NOT_EVALUABLE ? t('unknown') : each);
  return (
    <div className={styles.metric}>
      {known ? (
        <Figure name={name} isNameHidden={scope !== 'prior'} text={text} unit="Gy EQD2" place={{ roi, metric: name, scope }} />
      ) : (
        <span className={styles.figure}>
          <span className={scope === 'prior' ? styles.metricName : assess.hidden}>{name}</span>{' '}
          {metric.reason ? (
            <Hint label={t('unknown')} lines={[clause(reasonText(words, metric) ?? '')]} tabIndex={tabIndex}>
              <span aria-hidden="true">–</span>
            </Hint>
          ) : (
            t('unknown')
          )}
        </span>
      )}
      {/* The figures of one metric stay on one line over all columns. */}
      {scope !== 'cumulative' && (metric.band ?? was?.band) && (
        <span className={styles.moved} aria-hidden="true">
          {NBSP}
        </span>
      )}
      {scope === 'cumulative' && !metric.band && was?.band && <Moved />}
      {scope === 'cumulative' && metric.band && <Moved text={`${digits(metric.band.low)}–${digits(metric.band.high)}`} />}
      <Was now={said(text)} before={before && said(before)} />
    </div>
  );
}

/** What is to be known of the cumulative figures: their bounds where dose is unknown, and what they were without recovery. */
export function OrganNotes({ row: { organ } }: { readonly row: OrganRow }) {
  const { t } = useTranslation('assess');
  return rowMetrics(organ).flatMap((name) => {
    const { unit, cumulativeEqd2WithoutRecoveryGy: without } = organ.metrics[name];
    const notes: string[] = [];
    const between = bounds(t, organ.metrics[name]);
    if (between) notes.push(between);
    if (without !== undefined)
      notes.push(
        t('recovery.without', {
          value: without === null ? t('unknown') : figure(without, unit, ...limitsOf(organ, name, 'cumulative')),
        }),
      );
    return notes.map((note) => (
      <span key={name + note} className={styles.note}>
        {name}: {note}
      </span>
    ));
  });
}

/** How the organ's gravest goal stands. */
export function OrganVerdict({ row: { organ } }: { readonly row: OrganRow }) {
  const { t } = useTranslation('assess');
  const worst = gravestGoal(organ.goals);
  if (!worst) return <span className={styles.none}>{t('table.noGoals')}</span>;
  const optional = worst.mandatory ? optionalExceeded(organ.goals) : 0;
  return (
    <>
      <VerdictMark verdict={standingOf(worst)} mandatory={worst.mandatory} />
      {optional > 0 && (
        <span className={styles.note} data-part="optional-exceeded">
          <span aria-hidden="true">{STANDING_GLYPHS.exceeded}</span> {t('table.optionalExceeded', { count: optional })}
        </span>
      )}
    </>
  );
}
