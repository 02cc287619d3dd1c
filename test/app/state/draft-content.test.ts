import { expect, it } from 'vitest';
import { draftContent, readDraftContent } from '../../../src/app/state/draft-content';
import type { Trial } from '../../../src/app/state/trials';
import type { CaseFile } from '../../../src/case/case-file';
import { affineMap } from '../../../src/geometry/point-map';
import type { Guess } from '../../../src/inspection/proposal-words';

const CASE: CaseFile = { isoeffectCase: 1, courses: [{ role: 'planned', phases: [{ dose: 'RD.dcm' }] }], structures: 'RS.dcm' };
const GUESS = { field: 'courses[0].role', code: 'only-course', facts: { name: 'A' }, message: 'A is taken' } as unknown as Guess;

it('keeps with a draft what of it is still a guess', () => {
  const kept = readDraftContent(draftContent({ caseFile: CASE, place: { folder: 'data' }, guesses: [GUESS], trials: [] }));
  expect(kept).toEqual({ caseFile: CASE, folder: 'data', guesses: [GUESS], trials: [] });
});

it('keeps with a draft what is tried as a registration, moved or deformed', () => {
  const matrix = [1, 0, 0, 20, 0, 1, 0, -7.5, 0, 0, 1, 9, 0, 0, 0, 1];
  const field = {
    originMm: [1, 2, 3],
    alongRow: [1, 0, 0],
    alongColumn: [0, 1, 0],
    normal: [0, 0, 1],
    spacingMm: [5, 6, 7],
    size: [2, 3, 2],
    displacementMm: Float32Array.from({ length: 36 }, (_, n) => n / 8 - 2),
  } as const;
  const trials: readonly Trial[] = [
    {
      anatomyFrameUid: '1.1',
      courseFrameUid: '1.2',
      courses: ['first'],
      candidate: { map: affineMap(matrix), method: 'manual', note: 'moved by hand' },
    },
    {
      anatomyFrameUid: '1.1',
      courseFrameUid: '1.3',
      courses: ['second'],
      candidate: { map: [{ matrix, field }], method: 'automatic deformable', note: 'elastix' },
    },
  ];
  const kept = readDraftContent(draftContent({ caseFile: CASE, place: { folder: '' }, guesses: [], trials }));
  expect(kept.trials).toEqual(trials);
});

it('reads a draft that was written before guesses were kept', () => {
  const content = JSON.stringify({ text: JSON.stringify(CASE), folder: '', path: '/a/case.json' });
  expect(readDraftContent(content)).toEqual({ caseFile: CASE, folder: '', path: '/a/case.json', guesses: [], trials: [] });
});
