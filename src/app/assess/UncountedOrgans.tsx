import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../case/case-file';
import type { Assessment } from '../../evaluation/assessment';
import styles from './assess.module.css';
import { othersName } from './MissingCells';
import { asideOrgans, missingOrgans, type OrganEntry } from './missing-organs';
import { organName } from './organ-match';

interface UncountedOrgansProps {
  readonly assessment: Assessment;
  readonly absent: CaseFile['absent'];
  readonly onWithdraw?: ((organ: string) => void) | undefined;
}

/** Organs that count nowhere, named all the same: those that nobody contoured, and those that the patient does not have. */
export function UncountedOrgans({ assessment, absent = {}, onWithdraw }: UncountedOrgansProps) {
  const { t } = useTranslation('assess');
  const { t: say } = useTranslation('statements');
  const { others } = missingOrgans(assessment, absent);
  const aside = asideOrgans(assessment, absent);
  const named = (organs: readonly OrganEntry[]) => [...new Set(organs.map((organ) => othersName(t, organ)))].join(', ');
  const said = Object.entries(absent);
  if (others.length + aside.length === 0 && said.length === 0) return null;
  return (
    <div className={styles.uncounted}>
      {others.length > 0 && (
        <p>
          <span className={styles.soft}>{t('table.notContouredOthers')}</span> <bdi>{named(others)}</bdi>
        </p>
      )}
      {aside.length > 0 && (
        <p>
          <span className={styles.soft}>{t('table.notForThisCase')}</span> <bdi>{named(aside)}</bdi>
        </p>
      )}
      {said.length > 0 && (
        <p>
          <span className={styles.soft}>{t('table.absent')}</span>{' '}
          {said.map(([organ, word], n) => (
            <span key={organ}>
              {n > 0 && '; '}
              <b>{organName(t, organ)}</b> (<bdi>{say('said', word)}</bdi>)
              {onWithdraw && (
                <>
                  {' '}
                  <button
                    type="button"
                    className={styles.act}
                    aria-label={say('withdrawOf', { what: organName(t, organ) })}
                    onClick={() => onWithdraw(organ)}
                  >
                    {say('withdraw')}
                  </button>
                </>
              )}
            </span>
          ))}
        </p>
      )}
    </div>
  );
}
