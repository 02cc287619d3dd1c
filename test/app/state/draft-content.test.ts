import { expect, it } from 'vitest';
import { draftContent, readDraftContent } from '../../../src/app/state/draft-content';
import type { CaseFile } from '../../../src/case/case-file';
import type { Guess } from '../../../src/inspection/proposal-words';

const CASE: CaseFile = { isoeffectCase: 1, courses: [{ role: 'planned', phases: [{ dose: 'RD.dcm' }] }], structures: 'RS.dcm' };
const GUESS = { field: 'courses[0].role', code: 'only-course', facts: { name: 'A' }, message: 'A is taken' } as unknown as Guess;

it('keeps with a draft what of it is still a guess', () => {
  const kept = readDraftContent(draftContent({ caseFile: CASE, place: { folder: 'data' }, guesses: [GUESS] }));
  expect(kept).toEqual({ caseFile: CASE, folder: 'data', guesses: [GUESS] });
});

it('reads a draft that was written before guesses were kept', () => {
  const content = JSON.stringify({ text: JSON.stringify(CASE), folder: '', path: '/a/case.json' });
  expect(readDraftContent(content)).toEqual({ caseFile: CASE, folder: '', path: '/a/case.json', guesses: [] });
});
