import type { Assessment } from '../../evaluation/assessment';
import { answeredFindings } from '../../figures/answered-words';
import { errorCodes } from '../../figures/error-words';
import type { GuessedName } from '../../figures/guesses';
import { isCumulativeUntested } from '../../figures/rests-on';
import type { WhatIf } from '../engine/engine-api';
import type { CoreWords } from '../words/core-words';
import type { T } from './goal-words';
import { missingName } from './MissingCells';
import { organName } from './organ-match';
import { isOpen, type OpenQuestions } from './questions';
import type { Summary } from './stops';
import { triedWords } from './tried-words';

/** What questions are asked of: ROIs, courses, files. */
const placesOf = (findings: OpenQuestions['findings']): readonly string[] => [
  ...new Set(findings.map(({ roi, course, file }) => roi ?? course ?? file ?? '').filter(Boolean)),
];

/** A name that was guessed, with what it is taken for. */
export const nameText = (t: T, { roi, organ }: GuessedName): string =>
  t('banner.guessedName', { roi, organ: organName(t, organ) });

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

/** What no headline may leave out about contradictions that stand by somebody's word. */
export function restsOnAnswers(t: T, { findings }: Assessment): string | undefined {
  const count = answeredFindings(findings).length;
  return count > 0 ? t('banner.restsOnAnswers', { count }) : undefined;
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
export function triedWarning(t: T, { settings }: Assessment, tried: WhatIf | undefined, isTried: boolean): string | undefined {
  const what = triedWords(t, tried ?? { plannedScale: settings.plannedScale });
  if (what.length > 0) return t('banner.whatIf', { what: what.join(t('tried.and')) });
  return isTried ? t('banner.tried') : undefined;
}

/** What changes the meaning of every number, to be read with them. */
export function warnings(t: T, words: Pick<CoreWords, 'findings'>, assessment: Assessment): readonly string[] {
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
