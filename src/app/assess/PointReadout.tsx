import { useTranslation } from 'react-i18next';
import type { CourseAtPoint, NoDoseHere } from '../../evaluation/point-doses';
import { asWritten, figure, withUnit } from '../../figures/number-format';
import type { PointValues } from '../engine/engine-api';
import styles from './controls.module.css';
import type { T } from './goal-words';

export interface PointReadoutProps {
  /** Undefined while there is no point, or it is not yet known. */
  readonly values: PointValues | undefined;
}

/** The dose of every course at the crosshair. Physical doses stand by themselves: they are not added up. */
export function PointReadout({ values }: PointReadoutProps) {
  const { t } = useTranslation('assess');
  if (!values) return <p className={styles.soft}>{t('readout.none')}</p>;
  const { alphaBetaGy, courses, cumulativeEqd2Gy, hounsfield, lacks } = values;
  return (
    <div className={styles.readout}>
      <table>
        <caption>
          {t('readout.label')}{' '}
          <span className={styles.soft}>
            {[
              t('readout.alphaBeta', { value: asWritten(alphaBetaGy, 'Gy') }),
              ...lacks.map((code) => t('lacks.without', { what: t(`lacks.${code}`) })),
            ].join(', ')}
          </span>
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('readout.course')}</th>
            <th scope="col">{t('readout.phase')}</th>
            <th scope="col" className={styles.number}>
              {t('readout.physical')}
            </th>
            <th scope="col" className={styles.number}>
              {t('readout.eqd2')}
            </th>
          </tr>
        </thead>
        {courses.map((course, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: courses have no identity but their place
          <CourseRows key={n} course={course} />
        ))}
        <tfoot>
          <tr>
            <th scope="row" colSpan={3}>
              {t('readout.cumulative')}
            </th>
            <td className={styles.number}>
              <b>{cumulativeEqd2Gy === null ? t('readout.unknown') : withUnit(cumulativeEqd2Gy, 'Gy')}</b>
            </td>
          </tr>
          {hounsfield !== null && (
            <tr>
              <th scope="row" colSpan={3}>
                {t('readout.hounsfield')}
              </th>
              <td className={styles.number}>{figure(Math.round(hounsfield), '').replace(/\.0+$/, '').replace('-', '−')} HU</td>
            </tr>
          )}
        </tfoot>
      </table>
    </div>
  );
}

/** Why there is no dose: only one that is placed can end before the point. */
export const noDose = (t: T, why: NoDoseHere | undefined): string => t(why ? WHY_NOT[why] : 'readout.unknown');
const WHY_NOT = {
  'not placed': 'readout.notPlaced',
  'no grid': 'readout.noGrid',
  'outside grid': 'readout.outside',
} as const satisfies Record<NoDoseHere, string>;

function CourseRows({ course: { course, role, phases, eqd2Gy } }: { readonly course: CourseAtPoint }) {
  const { t } = useTranslation('assess');
  return (
    <tbody>
      {phases.map(({ name, fractions, plannedFractions, physicalGy, why }, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: phases have no identity but their place
        <tr key={n}>
          {n === 0 && (
            <th scope="rowgroup" rowSpan={phases.length}>
              <bdi>{course}</bdi> <span className={styles.soft}>{t(`scope.${role}`)}</span>
            </th>
          )}
          <td>
            <bdi>{name}</bdi>{' '}
            <span className={styles.soft}>
              {plannedFractions === undefined
                ? t('readout.fractions', { count: fractions })
                : t('readout.fractionsOf', { given: fractions, count: plannedFractions })}
            </span>
          </td>
          <td className={styles.number}>{physicalGy === null ? noDose(t, why) : withUnit(physicalGy, 'Gy')}</td>
          {n === 0 && (
            <td className={styles.number} rowSpan={phases.length}>
              {eqd2Gy === null ? t('readout.unknown') : withUnit(eqd2Gy, 'Gy')}
            </td>
          )}
        </tr>
      ))}
    </tbody>
  );
}
