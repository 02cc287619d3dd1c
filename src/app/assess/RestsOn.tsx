import { useTranslation } from 'react-i18next';
import type { Assessment } from '../../evaluation/assessment';
import { amountOf } from '../../figure-digits';
import { type CarriedLess, carriedLess } from '../../figures/carried-less';
import { asWritten, percent } from '../../figures/number-format';
import { type OffPrescription, offFigures, offPrescription } from '../../figures/off-prescription';
import { acceptancesWithNote, endsInField, ownAlphaBetas, ownRecoveries } from '../../figures/rests-on';
import { type OwnAlphaBeta, tableValue } from '../../findings/assessment';
import styles from './assess.module.css';
import { type T, verdictWord } from './goal-words';

/** One line each for α/β and recovery that no table or source has, and for what acceptances are limited to. */
export function RestsOn({ assessment }: { readonly assessment: Assessment }) {
  const { t } = useTranslation('assess');
  return restsOnTexts(t, assessment).map(({ part, text }) => (
    <p key={text} className={styles.loudLine} data-part={part}>
      <span aria-hidden="true">⚠</span> {text}
    </p>
  ));
}

interface Line {
  readonly part: 'ends-in-field' | 'carried-less' | 'off-prescription' | 'own-alpha-beta' | 'own-recovery' | 'acceptance-note';
  readonly text: string;
}

export function restsOnTexts(
  t: T,
  assessment: Pick<Assessment, 'findings' | 'organs' | 'registrations' | 'courses'>,
): readonly Line[] {
  const values = ownAlphaBetas(assessment).map((own) => alphaBetaText(t, own));
  const recoveries = ownRecoveries(assessment).map(({ roi, share, inGoals }) =>
    [
      roi,
      share > 0 && t('banner.recoveryOfDoses', { share: percent(share) }),
      inGoals > 0 && t('banner.recoveryOfGoals', { share: percent(inGoals) }),
    ]
      .filter(Boolean)
      .join(' · '),
  );
  const ends = endsInField(assessment).map(({ roi, goal, drawnGy, carriedOnGy, limitGy }) =>
    t('banner.endsInField', {
      roi,
      goal,
      drawn: amountOf(drawnGy, 'Gy', limitGy),
      carriedOn: amountOf(carriedOnGy, 'Gy', limitGy),
    }),
  );
  const carried = carriedLess(assessment).map((less) => carriedText(t, less));
  const lines: (Line | false)[] = [
    ends.length > 0 && { part: 'ends-in-field', text: t('banner.asFarAsDrawn', { organs: ends.join('; ') }) },
    carried.length > 0 && { part: 'carried-less', text: t('banner.carriedLess', { organs: carried.join('; ') }) },
    ...offPrescription(assessment).map((off): Line => ({ part: 'off-prescription', text: offText(t, off) })),
    values.length > 0 && { part: 'own-alpha-beta', text: t('banner.ownAlphaBeta', { organs: values.join('; ') }) },
    recoveries.length > 0 && { part: 'own-recovery', text: t('banner.ownRecovery', { organs: recoveries.join('; ') }) },
    ...acceptancesWithNote(assessment).map(
      (said): Line => ({ part: 'acceptance-note', text: t('banner.acceptedWithNote', { ...said }) }),
    ),
  ];
  return lines.filter((line) => line !== false);
}

function carriedText(t: T, { roi, metric, ownGy, carriedGy, crossed }: CarriedLess): string {
  const both = t('banner.carriedLessOf', { roi, metric, own: amountOf(ownGy, 'Gy'), carried: amountOf(carriedGy, 'Gy') });
  if (!crossed) return both;
  const { goal, limit, value, withDifference } = crossed;
  const gy = (each: number) => amountOf(each, 'Gy', limit);
  return t('banner.carriedLessCrossed', { both, goal, value: gy(value), withDifference: gy(withDifference) });
}

function offText(t: T, off: OffPrescription): string {
  const { course, target, percent: share } = offFigures(off);
  const where = target === undefined ? t('banner.offPrescription.hottest') : t('banner.offPrescription.half', { target });
  const figures = { dose: amountOf(off.doseGy, 'Gy'), prescribed: asWritten(off.prescribedGy, 'Gy'), share };
  return t(`banner.offPrescription.${off.role}`, { course, where, ...figures });
}

function alphaBetaText(t: T, { roi, ownGy, tableGy, withTable }: OwnAlphaBeta): string {
  const said = { roi, own: asWritten(ownGy, 'Gy'), table: asWritten(tableGy, 'Gy') };
  if (!withTable) return t('banner.ownAlphaBetaOf', said);
  const what = [verdictWord(t, withTable.verdict), tableValue(withTable)].filter(Boolean).join(', ');
  return t('banner.ownAlphaBetaWith', { ...said, what });
}
