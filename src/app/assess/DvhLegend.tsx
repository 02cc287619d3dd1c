import { useTranslation } from 'react-i18next';
import { SCOPES, type Scope } from '../../constraints/goal-expression';
import { withUnit } from '../../figures/number-format';
import { css, SCOPE_COLOURS, SCOPE_DASHES } from './colours';
import { volumeText } from './DvhTable';
import styles from './dvh.module.css';
import type { DvhData } from './dvh-data';

interface DvhLegendProps {
  /** Whose curves they are. */
  readonly organ: string;
  readonly data: DvhData;
  /** Index of the dose under the pointer. */
  readonly point: number | undefined;
  readonly visible: readonly Scope[];
  readonly onVisible: (visible: readonly Scope[]) => void;
}

/** The curves with their line, switched on and off; under the pointer, their values. */
export function DvhLegend({ organ, data, point, visible, onVisible }: DvhLegendProps) {
  const { t } = useTranslation('assess');
  return (
    <>
      <fieldset className={styles.scopes} aria-label={t('dvh.show')}>
        <b>
          <bdi>{organ}</bdi>
        </b>
        {data.scopes.map((scope) => (
          <button
            key={scope}
            type="button"
            className={styles.toggle}
            aria-pressed={visible.includes(scope)}
            disabled={data.missing.includes(scope)}
            onClick={() => onVisible(SCOPES.filter((each) => visible.includes(each) !== (each === scope)))}
          >
            <svg width="34" height="8" aria-hidden="true" style={{ color: css(SCOPE_COLOURS[scope]) }}>
              <path d="M0,4H34" stroke="currentColor" strokeWidth="2.2" strokeDasharray={SCOPE_DASHES[scope].join(' ')} />
            </svg>
            {t(`scope.${scope}`)}
          </button>
        ))}
        {data.curves.some(({ isOriginal }) => isOriginal) && <span className={styles.note}>⋯ {t('dvh.original')}</span>}
      </fieldset>
      <p className={styles.values}>
        {point === undefined ? <span className={styles.note}>{t('dvh.point')}</span> : <Values {...{ data, point, visible }} />}
      </p>
    </>
  );
}

function Values({ data, point, visible }: Pick<DvhLegendProps, 'data' | 'visible'> & { readonly point: number }) {
  const { t } = useTranslation('assess');
  const volume = (scope: Scope, isOriginal: boolean) => {
    const curve = data.curves.find((each) => each.scope === scope && each.isOriginal === isOriginal);
    return curve && volumeText(t, data, scope, curve.volume[point] ?? null);
  };
  return (
    <>
      <span className={styles.dose}>{t('dvh.at', { dose: withUnit(data.doseGy[point] ?? null, 'Gy') })}</span>
      {SCOPES.filter((scope) => visible.includes(scope) && volume(scope, false)).map((scope) => (
        <span key={scope} style={{ color: css(SCOPE_COLOURS[scope]) }}>
          {t(`scope.${scope}`)} <b>{volume(scope, false)}</b>
          {volume(scope, true) && <span className={styles.note}> {t('was', { value: volume(scope, true) })}</span>}
        </span>
      ))}
    </>
  );
}
