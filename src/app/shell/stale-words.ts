import type { CaseFile } from '../../case/case-file';
import { isAsItIs, type WhatIf } from '../../case/what-if';
import type { T } from '../assess/goal-words';

/** What figures are of: a case, and what is tried beside it. */
export interface FiguresOf {
  readonly caseFile?: CaseFile | undefined;
  readonly whatIf: WhatIf;
}

/**
 * What is being computed and what the figures on the screen are of till then. A case that was changed, or a change that
 * was taken back, is another than the one that the figures are of: they are then told as those of before the change.
 */
export function staleWords(t: T, asked: FiguresOf, shown: FiguresOf): string {
  if (asked.caseFile === shown.caseFile) {
    return t('table.stale', {
      what: isAsItIs(asked.whatIf) ? t('table.asInCase') : (doseWords(t, asked.whatIf) ?? t('table.asSetNow')),
      before: isAsItIs(shown.whatIf) ? t('table.asInCase') : (doseWords(t, shown.whatIf) ?? t('table.asTried')),
    });
  }
  const before = isAsItIs(shown.whatIf)
    ? t('table.asInCaseBefore')
    : t('table.triedBefore', { tried: doseWords(t, shown.whatIf) ?? t('table.asTried') });
  return t('table.stale', {
    what: isAsItIs(asked.whatIf) ? t('table.asInCaseNow') : (doseWords(t, asked.whatIf) ?? t('table.asSetNow')),
    before,
  });
}

/** A what-if of nothing but the planned dose; undefined where more is tried. */
const doseWords = (t: T, { plannedScale, plannedFractions, organs }: WhatIf): string | undefined =>
  plannedFractions === undefined && Object.keys(organs ?? {}).length === 0
    ? t('table.scaleOf', { scale: `×${plannedScale.toFixed(2)}` })
    : undefined;
