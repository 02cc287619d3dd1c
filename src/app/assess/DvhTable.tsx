import { scaleLinear } from 'd3-scale';
import { useTranslation } from 'react-i18next';
import type { Scope } from '../../constraints/goal-expression';
import type { OrganResult } from '../../evaluation/assessment';
import { withUnit } from '../../figures/number-format';
import assess from './assess.module.css';
import { type DvhData, volumeAt } from './dvh-data';
import { shownFigure, type T, verdictWord } from './goal-words';

const POINTS = 8;

/** The picture in a few numbers, for those who do not see it. */
export function DvhTable({
  organ,
  data,
  say,
}: {
  readonly organ: OrganResult;
  readonly data: DvhData;
  readonly say: (label: string) => string;
}) {
  const { t } = useTranslation('assess');
  const doses = scaleLinear([0, data.toGy], [0, 1]).ticks(POINTS);
  const limits = [
    ...data.doseMarks.map(({ label, verdict }) => `${say(label)} Gy: ${verdictWord(t, verdict)}`),
    ...data.volumeMarks.map(({ label, verdict }) => `${say(label)}: ${verdictWord(t, verdict)}`),
  ];
  return (
    <div className={assess.hidden}>
      <table>
        <caption>{t('dvh.tableCaption', { organ: organ.roi })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('dvh.dose')}</th>
            {data.scopes.map((scope) => (
              <th key={scope} scope="col">
                {t(`scope.${scope}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {doses.map((dose) => (
            <tr key={dose}>
              <th scope="row">{withUnit(dose, 'Gy')}</th>
              {data.scopes.map((scope) => (
                <td key={scope}>{volumeText(t, data, scope, volumeAt(organ.dvh, scope, dose))}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        {t('dvh.limits')}: {limits.length ? limits.join('; ') : t('dvh.noLimits')}
      </p>
    </div>
  );
}

/** A volume of a curve; a dash where the curve does not reach, and that nothing is known where there is no curve. */
export function volumeText(t: T, { missing }: Pick<DvhData, 'missing'>, scope: Scope, volume: number | null): string {
  if (missing.includes(scope)) return t('unknown');
  return volume === null ? '–' : shownFigure(t, volume, '%');
}
