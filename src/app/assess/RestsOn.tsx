import { useTranslation } from 'react-i18next';
import type { Assessment } from '../../evaluation/assessment';
import { amountOf } from '../../figure-digits';
import { type CarriedLess, type CarriedLessTogether, carriedLess, carriedLessTogether } from '../../figures/carried-less';
import { asWritten } from '../../figures/number-format';
import { type OffPrescription, offFigures, offPrescription } from '../../figures/off-prescription';
import { type StudyInFrame, studiesInOneFrame } from '../../figures/one-frame';
import { pageOneFindings } from '../../figures/page-one-findings';
import { sharesText } from '../../figures/recovery-words';
import { acceptancesWithNote, endsInField, ownAlphaBetas, ownRecoveries } from '../../figures/rests-on';
import { type OwnAlphaBeta, tableValue } from '../../findings/assessment-facts';
import { type CoreWords, findingText } from '../words/core-words';
import { useWords } from '../words/use-words';
import styles from './assess.module.css';
import { type T, verdictWord } from './goal-words';

/** One line each for α/β and recovery that no table or source has, and for what acceptances are limited to. */
export function RestsOn({ assessment }: { readonly assessment: Assessment }) {
  const { t } = useTranslation('assess');
  const words = useWords();
  return restsOnTexts(t, words, assessment).map(({ part, text }) => (
    <p key={text} className={styles.loudLine} data-part={part}>
      <span aria-hidden="true">⚠</span> {text}
    </p>
  ));
}

interface Line {
  readonly part:
    | 'page-one'
    | 'one-frame'
    | 'ends-in-field'
    | 'carried-less'
    | 'off-prescription'
    | 'own-alpha-beta'
    | 'own-recovery'
    | 'acceptance-note';
  readonly text: string;
}

export function restsOnTexts(
  t: T,
  words: CoreWords,
  assessment: Pick<Assessment, 'findings' | 'courses' | 'organs' | 'registrations'>,
): readonly Line[] {
  const values = ownAlphaBetas(assessment).map((own) => alphaBetaText(t, own));
  const recoveries = ownRecoveries(assessment).map(({ roi, inDoses, inGoals }) =>
    [
      roi,
      inDoses.recovery > 0 &&
        t(inDoses.recoveryOfCourses ? 'banner.recoveryOfDosesByCourse' : 'banner.recoveryOfDoses', {
          share: sharesText(inDoses),
        }),
      inGoals.length > 0 && t('banner.recoveryOfGoals', { share: inGoals.map(sharesText).join(' / ') }),
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
  const carried = [
    ...carriedLess(assessment).map((less) => carriedText(t, less)),
    ...carriedLessTogether(assessment).map((less) => togetherText(t, less)),
  ];
  const lines: (Line | false)[] = [
    ...pageOneFindings(assessment).map((finding): Line => ({ part: 'page-one', text: findingText(words, finding) })),
    ...studiesInOneFrame(assessment).map(
      (studies): Line => ({
        part: 'one-frame',
        text: t('banner.oneFrame', { studies: studies.map((study) => studyText(t, study)).join('; ') }),
      }),
    ),
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

function carriedText(t: T, { roi, metric, course, ownGy, carriedGy, crossed }: CarriedLess): string {
  const doses = { own: amountOf(ownGy, 'Gy'), carried: amountOf(carriedGy, 'Gy') };
  const both = t('banner.carriedLessOf', { roi, metric, course, ...doses });
  if (!crossed) return both;
  const { goal, limit, value, withDifference } = crossed;
  const gy = (each: number) => amountOf(each, 'Gy', limit);
  return t('banner.carriedLessCrossed', { both, goal, value: gy(value), withDifference: gy(withDifference) });
}

function togetherText(t: T, { roi, courses, crossed }: CarriedLessTogether): string {
  const { goal, limit, value, withDifference } = crossed;
  const gy = (each: number) => amountOf(each, 'Gy', limit);
  const named = courses.map((course) => `“${course}”`).join(', ');
  return t('banner.carriedLessTogether', {
    roi,
    courses: named,
    goal,
    value: gy(value),
    withDifference: gy(withDifference),
  });
}

function offText(t: T, off: OffPrescription): string {
  const { course, target, percent: share } = offFigures(off);
  const where = target === undefined ? t('banner.offPrescription.hottest') : t('banner.offPrescription.half', { target });
  const figures = { dose: amountOf(off.doseGy, 'Gy'), prescribed: asWritten(off.prescribedGy, 'Gy'), share };
  return t(`banner.offPrescription.${off.role}`, { course, where, ...figures });
}

/** One of the studies that state one frame: its courses where they are known, else a file. */
function studyText(t: T, { courses, file, date }: StudyInFrame): string {
  const what = courses.length > 0 ? courses.map((name) => `“${name}”`).join(', ') : file;
  return t('banner.placed', { what, place: date || t('banner.noDate') });
}

function alphaBetaText(t: T, { roi: name, ownGy, tableGy, from, inheritedBy = [], withTable }: OwnAlphaBeta): string {
  const its = from ? t('banner.ownAlphaBetaAs', { roi: name, from: from.join(', ') }) : name;
  const roi = [its, ...inheritedBy].join(', ');
  const said = { roi, own: asWritten(ownGy, 'Gy'), table: asWritten(tableGy, 'Gy') };
  if (!withTable) return t('banner.ownAlphaBetaOf', said);
  const what = [verdictWord(t, withTable.verdict), tableValue(withTable)].filter(Boolean).join(', ');
  return t('banner.ownAlphaBetaWith', { ...said, what });
}
