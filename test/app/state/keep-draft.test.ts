import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { aboutContent, type DraftHead, supersededBy } from '../../../src/app/host/draft-head';
import type { Host } from '../../../src/app/host/host';
import { readDraftContent } from '../../../src/app/state/draft-content';
import { flushDrafts, keepDraft } from '../../../src/app/state/keep-draft';
import { useKeeping } from '../../../src/app/state/keeping';
import { appNow, caseText, changeCase, START, setApp } from '../../../src/app/state/store';
import { withCandidate } from '../../../src/app/state/trials';
import type { CaseFile } from '../../../src/case/case-file';
import { affineMap } from '../../../src/geometry/point-map';
import { IDENTITY } from '../../../src/geometry/transform';

const CASE: CaseFile = { isoeffectCase: 1, courses: [{ role: 'planned', phases: [{ dose: 'RD.dcm' }] }], structures: 'RS.dcm' };
const frames = { anatomyFrameUid: '1.1', courseFrameUid: '1.2', courses: ['first'] };
const candidate = { map: affineMap(IDENTITY), method: 'manual', note: 'moved by hand' } as const;
const place = { path: '/a/case.json', folder: '/a', identity: '2.25.1', draft: '2.25.1/now' };
const saved = { ...START, caseFile: CASE, place, savedText: caseText(CASE) };

/** Drafts as they are written, in order, and those that are there; a disk that fails when told to. */
let written: (readonly [string, string | undefined])[];
let kept: Map<string, { content: string; turn: number }>;
let failing: string | undefined;
let end: () => void;
const host = {
  saveDraft: async (key: string, content?: string) => {
    if (failing !== undefined) throw new Error(failing);
    written.push([key, content]);
    if (content === undefined) kept.delete(key);
    else {
      const heads = [...kept].map(([other, { turn }]) => ({ key: other, turn }) as DraftHead);
      kept.delete(supersededBy(aboutContent(content), heads) ?? '');
      kept.set(key, { content, turn: written.length });
    }
  },
  drafts: async () => [...kept].map(([key, { turn }]) => ({ key, turn, savedAt: '', size: 1 })),
} as unknown as Host;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('window', new EventTarget());
  [written, kept, failing] = [[], new Map(), undefined];
  setApp(saved, true);
  end = keepDraft(host);
});
afterEach(async () => {
  end();
  setApp(START, true);
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const retitle = (title: string) => changeCase((caseFile) => ({ ...caseFile, title }));
const titles = () => written.map(([, content]) => content && readDraftContent(content).caseFile.title);
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe('a draft', () => {
  it('keeps what is tried beside a saved case, and is forgotten once that is discarded', async () => {
    setApp({ trials: withCandidate([], frames, candidate) });
    window.dispatchEvent(new Event('pagehide'));
    expect(written.map(([key]) => key)).toEqual(['2.25.1/now']);
    const { caseFile, trials } = readDraftContent(written[0][1]!);
    expect(caseFile).toEqual(CASE);
    expect(trials.map(({ courses }) => courses[0])).toEqual(['first']);
    setApp({ trials: [] });
    expect(written.at(-1)).toEqual(['2.25.1/now', undefined]);
  });

  it('is written with what is tried before another case is opened', () => {
    setApp({ trials: withCandidate([], frames, candidate) });
    setApp({ ...START, screen: 'study' });
    expect(written.map(([key, content]) => [key, readDraftContent(content!).trials.length])).toEqual([['2.25.1/now', 1]]);
  });

  it('is written when the case rests, and while it does not so that it is on the disk 3 s after a change', async () => {
    retitle('a');
    await pass(799);
    expect(titles()).toEqual([]);
    await pass(1);
    expect(titles()).toEqual(['a']);
    written.length = 0;
    // A change every half second for ten seconds: the case never rests.
    for (let n = 1; n <= 20; n++) {
      retitle(`${n}`);
      await pass(500);
    }
    // Each 2.5 s after the first change that is not written yet: half a second is left for the disk.
    expect(titles()).toEqual(['5', '10', '15', '20']);
    retitle('21');
    await pass(800);
    expect(titles().at(-1)).toBe('21');
  });

  it('of another sitting with the same case is neither written over nor forgotten, by an edit or by saving', async () => {
    kept.set('2.25.1/crashed', { content: 'x', turn: 0 });
    retitle('edited');
    await pass(3000);
    setApp({ savedText: caseText(appNow().caseFile!) });
    await pass(3000);
    expect([...kept.keys()]).toEqual(['2.25.1/crashed']);
    expect(written.map(([key]) => key)).toEqual(['2.25.1/now', '2.25.1/now']);
  });

  it('keeps what was changed while the case was being saved', async () => {
    retitle('saved');
    const { caseFile } = appNow();
    retitle('changed meanwhile');
    setApp({ savedText: caseText(caseFile!), place: { ...place, disk: 'd' } });
    await pass(3000);
    expect(readDraftContent(kept.get('2.25.1/now')!.content)).toMatchObject({
      base: 'd',
      caseFile: { title: 'changed meanwhile' },
    });
    setApp({ savedText: caseText(appNow().caseFile!) });
    await pass(3000);
    expect([...kept.keys()]).toEqual([]);
  });

  it('is written at once where drafts are about to be looked at', async () => {
    retitle('a');
    await flushDrafts();
    expect(titles()).toEqual(['a']);
  });
});

describe('a draft that is gone on with', () => {
  const continued = { ...place, draft: '2.25.1/next', continues: { key: '2.25.1/crashed', turn: 4 } };
  const goOn = () => setApp({ ...saved, caseFile: { ...CASE, title: 'of the draft' }, place: continued }, true);

  it('stays as it is until this sitting has written its own', async () => {
    kept.set('2.25.1/crashed', { content: 'x', turn: 4 });
    goOn();
    await pass(5000);
    expect([...kept.keys()]).toEqual(['2.25.1/crashed']);
    retitle('more');
    await pass(5000);
    expect([...kept.keys()]).toEqual(['2.25.1/next']);
  });

  it('is forgotten when all of it is saved unchanged', async () => {
    kept.set('2.25.1/crashed', { content: 'x', turn: 4 });
    goOn();
    setApp({ savedText: caseText(appNow().caseFile!) });
    await pass(5000);
    expect([...kept.keys()]).toEqual([]);
  });

  it('is gone in one step with the writing of this one, when the page itself is gone the next moment', () => {
    kept.set('2.25.1/crashed', { content: 'x', turn: 4 });
    goOn();
    retitle('more');
    window.dispatchEvent(new Event('pagehide'));
    // Nothing that the page would have to be there for.
    expect([...kept.keys()]).toEqual(['2.25.1/next']);
  });

  it('stays where another window has changed it since', async () => {
    kept.set('2.25.1/crashed', { content: 'newer', turn: 9 });
    goOn();
    retitle('more');
    await pass(5000);
    expect([...kept.keys()]).toEqual(['2.25.1/crashed', '2.25.1/next']);
  });
});

describe('a draft that cannot be kept', () => {
  it('is said at once, tried again in longer and longer steps, and said no more once it is kept', async () => {
    failing = 'the disk is full';
    retitle('a');
    await pass(800);
    expect(appNow().draftFailure).toEqual({ why: 'the disk is full' });
    const tries = vi.spyOn(host, 'saveDraft');
    await pass(1000);
    expect(tries).toHaveBeenCalledTimes(1);
    await pass(2000);
    expect(tries).toHaveBeenCalledTimes(2);
    await pass(60_000);
    expect(tries).toHaveBeenCalledTimes(6);
    expect(appNow().draftFailure).toEqual({ why: 'the disk is full' });
    failing = undefined;
    await pass(30_000);
    expect(titles()).toEqual(['a']);
    expect(appNow().draftFailure).toBeUndefined();
    await pass(120_000);
    expect(titles()).toEqual(['a']);
    tries.mockRestore();
  });

  it('is tried on after another case was opened, and both are kept', async () => {
    failing = 'no';
    retitle('of the first');
    await pass(800);
    setApp({ ...saved, place: { ...place, draft: '2.25.2/now' } }, true);
    expect(appNow().draftFailure).toEqual({ why: 'no' });
    retitle('of the second');
    failing = undefined;
    await pass(3000);
    expect([...kept].map(([key, { content }]) => [key, readDraftContent(content).caseFile.title])).toEqual([
      ['2.25.2/now', 'of the second'],
      ['2.25.1/now', 'of the first'],
    ]);
    expect(appNow().draftFailure).toBeUndefined();
  });

  it('that nobody answers for is said not to be kept', async () => {
    const never = vi.spyOn(host, 'saveDraft').mockImplementation(() => new Promise(() => {}));
    retitle('a');
    await pass(800 + 15_000);
    expect(appNow().draftFailure).toEqual({ why: 'there was no answer' });
    never.mockRestore();
    await pass(2000);
    expect(titles()).toEqual(['a']);
  });

  it('is no matter any more once the case is saved', async () => {
    failing = 'no';
    retitle('a');
    await pass(800);
    setApp({ savedText: caseText(appNow().caseFile!) });
    expect(appNow().draftFailure).toBeUndefined();
  });
});

it('what was changed while nothing was kept is kept as soon as something is again', async () => {
  const traces = { count: 0, size: 0 };
  useKeeping.setState({ keeping: { traces, nothingBy: 'person' } });
  retitle('changed');
  await pass(1000);
  // The host kept none of it.
  written.length = 0;
  useKeeping.setState({ keeping: { traces } });
  await pass(1000);
  expect(titles()).toEqual(['changed']);
  // Told once more, by the window coming to the front, it writes nothing again.
  useKeeping.setState({ keeping: { traces } });
  await pass(5000);
  expect(written).toHaveLength(1);
  useKeeping.setState({ keeping: undefined });
});
