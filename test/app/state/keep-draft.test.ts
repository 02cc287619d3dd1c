import { afterEach, expect, it, vi } from 'vitest';
import type { Host } from '../../../src/app/host/host';
import { readDraftContent } from '../../../src/app/state/draft-content';
import { keepDraft } from '../../../src/app/state/keep-draft';
import { caseText, START, setApp } from '../../../src/app/state/store';
import { withCandidate } from '../../../src/app/state/trials';
import type { CaseFile } from '../../../src/case/case-file';
import { affineMap } from '../../../src/geometry/point-map';
import { IDENTITY } from '../../../src/geometry/transform';

const CASE: CaseFile = { isoeffectCase: 1, courses: [{ role: 'planned', phases: [{ dose: 'RD.dcm' }] }], structures: 'RS.dcm' };
const frames = { anatomyFrameUid: '1.1', courseFrameUid: '1.2', courses: ['first'] };
const candidate = { map: affineMap(IDENTITY), method: 'manual', note: 'moved by hand' } as const;
const saved = { ...START, caseFile: CASE, place: { path: '/a/case.json', folder: '/a' }, savedText: caseText(CASE) };

/** Drafts as they are written, in order. */
function kept() {
  vi.stubGlobal('window', new EventTarget());
  const written: (readonly [string, string | undefined])[] = [];
  const host = { saveDraft: async (key: string, content?: string) => void written.push([key, content]) } as unknown as Host;
  setApp(saved, true);
  const end = keepDraft(host);
  return { written, end };
}
afterEach(() => {
  setApp(START, true);
  vi.unstubAllGlobals();
});

it('keepDraft keeps what is tried beside a saved case, and forgets it once that is discarded', () => {
  const { written, end } = kept();
  setApp({ trials: withCandidate([], frames, candidate) });
  window.dispatchEvent(new Event('pagehide'));
  expect(written.map(([key]) => key)).toEqual(['/a/case.json']);
  const { caseFile, trials } = readDraftContent(written[0][1]!);
  expect(caseFile).toEqual(CASE);
  expect(trials.map(({ courses }) => courses[0])).toEqual(['first']);
  setApp({ trials: [] });
  expect(written.at(-1)).toEqual(['/a/case.json', undefined]);
  end();
});

it('keepDraft writes what is tried before another case is opened', () => {
  const { written, end } = kept();
  setApp({ trials: withCandidate([], frames, candidate) });
  setApp({ ...START, screen: 'study' });
  expect(written.map(([key, content]) => [key, readDraftContent(content!).trials.length])).toEqual([['/a/case.json', 1]]);
  end();
});
