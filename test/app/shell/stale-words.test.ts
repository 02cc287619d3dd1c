import { describe, expect, it } from 'vitest';
import { staleWords } from '../../../src/app/shell/stale-words';
import type { CaseFile } from '../../../src/case/case-file';
import { AS_IT_IS } from '../../../src/case/what-if';
import { inLanguage } from '../assess/in-language';

const before: CaseFile = { isoeffectCase: 1, courses: [], structures: 'RS.dcm' };
const after: CaseFile = { ...before, structures: 'RS.dcm' };
const less = { plannedScale: 0.8 };
const organs = { plannedScale: 1, organs: { SpinalCord: { alphaBetaGy: 3 } } };

describe('figures of before, while others are computed', () => {
  it.each([
    ['en', 'the case as it is now', 'the case as it was before the change'],
    ['zh', '更改后的病例', '更改前的病例'],
    ['ja', '変更後の症例', '変更前の症例'],
  ] as const)('of a case that was changed, or a change that was taken back, in %s', async (language, now, then) => {
    const t = await inLanguage(language);
    const edited = staleWords(t, { caseFile: after, whatIf: AS_IT_IS }, { caseFile: before, whatIf: AS_IT_IS });
    const undone = staleWords(t, { caseFile: before, whatIf: AS_IT_IS }, { caseFile: after, whatIf: AS_IT_IS });
    expect(edited).toBe(undone);
    expect(edited).toBe(t('table.stale', { what: now, before: then }));
  });

  it('of a change beneath a what-if: both are told, whichever of them is the newer', async () => {
    const t = await inLanguage('en');
    expect(staleWords(t, { caseFile: after, whatIf: less }, { caseFile: before, whatIf: less })).toBe(
      'Being computed for ×0.80 of the planned dose. Until then the figures are those for ×0.80 of the planned dose in the case as it was before the change.',
    );
    expect(staleWords(t, { caseFile: after, whatIf: AS_IT_IS }, { caseFile: before, whatIf: organs })).toContain(
      'for the case as it is now. Until then the figures are those for what was tried before in the case as it was before',
    );
  });

  it('of another what-if of the same case: that is as it was', async () => {
    const t = await inLanguage('en');
    expect(staleWords(t, { caseFile: before, whatIf: less }, { caseFile: before, whatIf: AS_IT_IS })).toBe(
      'Being computed for ×0.80 of the planned dose. Until then the figures are those for the case as it is.',
    );
    // What is asked for is not what was tried before.
    expect(staleWords(t, { caseFile: before, whatIf: organs }, { caseFile: before, whatIf: AS_IT_IS })).toContain(
      'computed for what is set now.',
    );
  });
});
