import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Host, HostFile, OpenedCase } from '../../../src/app/host/host';
import { canTakeFiles, takeFiles } from '../../../src/app/state/awaited-files';
import { draftContent } from '../../../src/app/state/draft-content';
import { discardDraft, goOnWithDraft, openSavedCase } from '../../../src/app/state/draft-question';
import type { DraftQuestion } from '../../../src/app/state/keeping-question';
import { openDraft } from '../../../src/app/state/open-draft';
import { openCaseFile, openStudy } from '../../../src/app/state/opening';
import { appNow, isUnsaved, START, setApp } from '../../../src/app/state/store';
import type { CaseFile } from '../../../src/case/case-file';
import { sha256Of } from '../../../src/sha256';
import { answerWith } from './stand-in-engine';

/** What the engine was told to expect, and what it was asked to evaluate. */
const engine = {
  expected: [] as unknown[],
  evaluated: [] as unknown[],
  hashes: {} as Record<string, string>,
  interrupted: undefined as Promise<never> | undefined,
};

vi.mock('../../../src/app/state/engine-client', () => import('./stand-in-engine'));

const ANSWERS = {
  open: async (files: readonly HostFile[]) => ({
    inspection: { patients: [{ id: 'A1', name: 'ALPHA', files: files.length }], findings: [] },
    proposal: { guesses: [] },
  }),
  expectFiles: async (expected: { inputs: Record<string, string> } | undefined) => void engine.expected.push(expected),
  load: async () => {
    const expected = engine.expected.at(-1) as { patient?: object; inputs: Record<string, string> } | undefined;
    const files = Object.keys(expected?.inputs ?? {}).filter((path) => engine.hashes[path] !== expected!.inputs[path]);
    if (!expected || files.length === 0) return undefined;
    const owners = { of: expected.patient, here: [{ id: 'A1', name: 'ALPHA' }], files };
    return { kind: 'other-files', found: 'x', needed: 'y', owners };
  },
  inputHashes: async () => engine.hashes,
  outlines: async () => [],
  ct: async () => undefined,
  evaluate: async (caseFile: unknown) => {
    if (engine.interrupted) await engine.interrupted;
    engine.evaluated.push(caseFile);
    return { ok: true, assessment: { organs: [] } };
  },
  robustness: async () => undefined,
};

const CASE: CaseFile = {
  isoeffectCase: 1,
  uid: '2.25.1',
  courses: [{ name: 'first', role: 'planned', phases: [{ dose: 'RD.dcm', fractions: 28 }] }],
  structures: 'RS.dcm',
};
const TEXT = JSON.stringify(CASE);
const opened = (text = TEXT, path = '/a/case.json'): OpenedCase => ({
  path,
  text,
  files: [],
  modifiedAt: '2026-01-01T00:00:00Z',
});
const { uid: _uid, ...inWindow } = JSON.parse(TEXT.replaceAll(/"(R[DS].dcm)"/g, '"/a/$1"')) as CaseFile;
const edited: CaseFile = { ...inWindow, title: 'edited' };
const B = { id: 'B2', name: 'BETA' };

let kept: Map<string, string>;
const host = {
  kind: 'web',
  drafts: async () =>
    [...kept].map(([key, content], n) => {
      const { identity, path } = JSON.parse(content) as { identity?: string; path?: string };
      return { key, savedAt: '2026-01-02T00:00:00Z', turn: 9 - n, size: 1, ...(identity && { identity }), ...(path && { path }) };
    }),
  readDraft: async (key: string) => kept.get(key),
  saveDraft: async (key: string, content?: string) => void (content === undefined ? kept.delete(key) : kept.set(key, content)),
  openDraft: async (key: string) => ({ content: kept.get(key)!, files: [] }),
} as unknown as Host;

/** A draft as another sitting left it. */
async function draft(of: {
  identity?: string;
  caseFile?: CaseFile;
  seenInputs?: Record<string, string>;
  base?: string;
}): Promise<string> {
  const { identity = '2.25.1', caseFile = edited, seenInputs = {}, base = await sha256Of(TEXT) } = of;
  const place = { folder: '/a', path: '/a/case.json', identity, disk: base };
  return draftContent({ ...START, caseFile, place, seenInputs, inputHashes: seenInputs, original: { patient: B } as never });
}
const asked = () => appNow().question as DraftQuestion | undefined;

beforeEach(() => {
  kept = new Map();
  answerWith(ANSWERS);
  Object.assign(engine, { expected: [], evaluated: [], hashes: {} });
  setApp(START, true);
});
afterEach(() => setApp(START, true));

describe('opening a case of which a draft is kept', () => {
  it('asks, with both times and what differs, and leaves the draft as it is', async () => {
    kept.set('2.25.1/crashed', await draft({}));
    await openCaseFile(opened(), host);
    expect(asked()).toMatchObject({
      kind: 'draft',
      savedAt: '2026-01-01T00:00:00Z',
      head: { key: '2.25.1/crashed', savedAt: '2026-01-02T00:00:00Z' },
      changes: [{ field: 'title', in: 'case', after: 'edited' }],
      isOfOtherFile: false,
      others: 0,
    });
    expect(appNow().caseFile).toEqual(inWindow);
    expect(kept.size).toBe(1);
  });

  it('goes by the identity of the case: not by its path, which may be that of another', async () => {
    kept.set('2.25.2/x', await draft({ identity: '2.25.2' }));
    await openCaseFile(opened(), host);
    expect(asked()).toBeUndefined();
    kept.set('2.25.1/x', await draft({}));
    await openCaseFile(opened(TEXT, '/moved/renamed.json'), host);
    expect(asked()?.head.key).toBe('2.25.1/x');
  });

  it('knows a case without a UID by its text, and no longer once that is another', async () => {
    const text = JSON.stringify({ ...CASE, uid: undefined });
    kept.set('x', await draft({ identity: `sha256:${await sha256Of(text)}` }));
    await openCaseFile(opened(text), host);
    expect(asked()?.head.key).toBe('x');
    await openCaseFile(opened(`${text}\n`), host);
    expect(asked()).toBeUndefined();
  });

  it('asks of drafts of earlier versions, which only the path tells', async () => {
    kept.set('/a/case.json', JSON.stringify({ text: JSON.stringify(edited), folder: '/a', path: '/a/case.json' }));
    await openCaseFile(opened(), host);
    expect(asked()?.head.key).toBe('/a/case.json');
  });

  it('does not ask of a draft that holds nothing but what is in the file, and forgets it', async () => {
    kept.set('2.25.1/same', await draft({ caseFile: inWindow }));
    await openCaseFile(opened(), host);
    expect(asked()).toBeUndefined();
    expect(kept.size).toBe(0);
  });

  it('tells of several, and passes over one that is damaged without losing it', async () => {
    kept.set('2.25.1/damaged', '{"identity":"2.25.1","text":"{"}');
    for (const n of [1, 2, 3]) kept.set(`2.25.1/${n}`, await draft({}));
    await openCaseFile(opened(), host);
    expect(asked()).toMatchObject({ head: { key: '2.25.1/1' }, others: 2 });
    expect(kept.size).toBe(4);
  });

  it('says that a newer version of the program wrote one, opens the case, and leaves the draft as it is', async () => {
    const content = JSON.parse(await draft({})) as { text: string };
    const newer = {
      ...content,
      writtenBy: 'isoeffect 7.2.0',
      text: JSON.stringify({ ...JSON.parse(content.text), isoeffectCase: 2 }),
    };
    const withMore = { ...content, writtenBy: 'isoeffect 7.2.0', shielding: [] };
    for (const each of [newer, withMore]) {
      const text = JSON.stringify(each);
      kept.set('of a newer', text);
      await openCaseFile(opened(), host);
      expect(appNow().problem).toMatchObject({ kind: 'refusal', refusal: { kind: 'newer-version' } });
      expect(asked()).toBeUndefined();
      expect(appNow().caseFile?.title).toBeUndefined();
      await openDraft(host, 'of a newer');
      expect(appNow().problem).toMatchObject({ refusal: { found: expect.stringContaining('a newer Isoeffect (7.2.0)') } });
      expect(appNow().place.continues).toBeUndefined();
      expect(kept.get('of a newer')).toBe(text);
    }
    // Beside one that this version can read, it is counted.
    kept.set('own', await draft({}));
    await openCaseFile(opened(), host);
    expect(asked()).toMatchObject({ head: { key: 'own' }, others: 1 });
  });

  it('reads one of a newer version in which there is nothing but what this one knows, half-edited too', async () => {
    const content = JSON.parse(await draft({})) as { text: string };
    const half = JSON.stringify({ ...JSON.parse(content.text), structures: undefined, courses: [] });
    kept.set('of a newer', JSON.stringify({ ...content, writtenBy: 'isoeffect 7.2.0', text: half }));
    await openCaseFile(opened(), host);
    expect(asked()?.head.key).toBe('of a newer');
  });

  it('says that drafts could not be looked at, and opens the case', async () => {
    const broken = { ...host, drafts: async () => Promise.reject(new Error('no drafts')) } as Host;
    await openCaseFile(opened(), broken);
    expect(appNow()).toMatchObject({ screen: 'assess', problem: { kind: 'sentence', text: 'no drafts' } });
  });
});

describe('what a person answers', () => {
  beforeEach(async () => {
    kept.set('2.25.1/crashed', await draft({}));
    await openCaseFile(opened(), host);
  });

  it('goes on with the draft, unsaved, in a sitting of its own', async () => {
    const before = appNow().place.draft;
    await goOnWithDraft(host);
    const { caseFile, place, question } = appNow();
    expect(question).toBeUndefined();
    expect(caseFile).toEqual(edited);
    expect(isUnsaved(appNow())).toBe(true);
    expect(place).toMatchObject({ path: '/a/case.json', identity: '2.25.1', disk: await sha256Of(TEXT) });
    expect(place.continues?.key).toBe('2.25.1/crashed');
    expect([before, '2.25.1/crashed']).not.toContain(place.draft);
    expect(kept.size).toBe(1);
  });

  it('goes on with the draft while the saved case is still being evaluated: that this ends is no fault', async () => {
    let fail = (_error: Error) => {};
    engine.interrupted = new Promise<never>((_, reject) => {
      fail = reject;
    });
    setApp(START, true);
    void openCaseFile(opened(), host);
    await vi.waitFor(() => expect(asked()?.kind).toBe('draft'));
    const going = goOnWithDraft(host);
    await vi.waitFor(() => expect(appNow().caseFile).toEqual(edited));
    engine.evaluated.length = 0;
    const { interrupted } = engine;
    engine.interrupted = undefined;
    fail(new Error('There is no case yet.'));
    await interrupted.catch(() => {});
    await going;
    await vi.waitFor(() => expect(engine.evaluated).toEqual([expect.objectContaining({ title: 'edited' })]));
    expect(appNow().problem).toBeUndefined();
  });

  it('opens the saved case: the draft stays', () => {
    openSavedCase();
    expect(appNow()).toMatchObject({ question: undefined, caseFile: inWindow });
    expect(kept.size).toBe(1);
  });

  it('discards the draft, and no other', async () => {
    kept.set('2.25.1/other', await draft({}));
    await discardDraft(host);
    expect(appNow().question).toBeUndefined();
    expect([...kept.keys()]).toEqual(['2.25.1/other']);
  });
});

it('a draft begun on another state of the file than is on the disk is not saved over it unasked', async () => {
  kept.set('2.25.1/crashed', await draft({ base: 'e'.repeat(64) }));
  await openCaseFile(opened(), host);
  expect(asked()?.isOfOtherFile).toBe(true);
  await goOnWithDraft(host);
  expect(appNow().place.disk).toBe('e'.repeat(64));
});

describe("one patient's draft on another's files, both from folders named DICOM", () => {
  const inputs = { '/a/RD.dcm': 'b'.repeat(64) };
  const text = JSON.stringify({ identity: '2.25.9', patient: B, inputs, folder: '', guesses: [], text: JSON.stringify(edited) });

  it('is refused with both patients, and nothing is evaluated, whether from the list or in place of a saved case', async () => {
    await openStudy({ label: 'DICOM', files: [{ path: '/a/RD.dcm', size: 1 }] });
    engine.hashes = { '/a/RD.dcm': 'a'.repeat(64) };
    kept.set('2.25.9/x', text);
    await openDraft(host, '2.25.9/x');
    const { unevaluated, original, caseFile } = appNow();
    expect(caseFile?.title).toBe('edited');
    expect(unevaluated).toMatchObject({
      refusal: { kind: 'other-files', owners: { of: B, here: [{ id: 'A1' }], files: ['/a/RD.dcm'] } },
    });
    expect(canTakeFiles(unevaluated)).toBe(false);
    expect([original, engine.evaluated]).toEqual([undefined, []]);
    // The right folder, of the same name: the case goes on.
    engine.hashes = inputs;
    await openStudy({
      label: 'DICOM',
      files: [
        { path: '/a/RD.dcm', size: 2 },
        { path: '/a/RS.dcm', size: 2 },
      ],
    });
    expect(engine.expected.at(-1)).toEqual({ patient: B, inputs });
    expect(engine.evaluated).toHaveLength(1);
    expect(appNow().unevaluated).toBeUndefined();
  });

  it('is refused in place of a saved case of the same UID too', async () => {
    engine.hashes = { '/a/RD.dcm': 'a'.repeat(64) };
    kept.set('2.25.1/x', await draft({ seenInputs: inputs }));
    await openCaseFile(opened(), host);
    engine.evaluated.length = 0;
    await goOnWithDraft(host);
    expect(appNow().unevaluated).toMatchObject({ refusal: { kind: 'other-files' } });
    expect(engine.evaluated).toEqual([]);
  });

  it('of one patient may be taken by a word where the export is a new one, and the old hashes stay told', async () => {
    const own = text.replace(JSON.stringify(B), JSON.stringify({ id: 'A1', name: 'ALPHA' }));
    engine.hashes = { '/a/RD.dcm': 'a'.repeat(64) };
    kept.set('2.25.9/x', own);
    await openDraft(host, '2.25.9/x');
    expect(engine.evaluated).toEqual([]);
    expect(canTakeFiles(appNow().unevaluated)).toBe(true);
    await takeFiles();
    expect(appNow().unevaluated).toBeUndefined();
    expect(engine.evaluated).toEqual([expect.objectContaining({ inputs })]);
  });

  it('of a case that was never saved and could not be evaluated is not taken over by the next folder', async () => {
    setApp({
      ...START,
      caseFile: edited,
      seenInputs: inputs,
      study: { inspection: { patients: [{ ...B, files: 1 }] } } as never,
    });
    engine.hashes = { '/a/RD.dcm': 'a'.repeat(64) };
    await openStudy({
      label: 'DICOM',
      files: [
        { path: '/a/RD.dcm', size: 1 },
        { path: '/a/RS.dcm', size: 1 },
      ],
    });
    expect(engine.expected).toEqual([{ patient: B, inputs }]);
    expect(engine.evaluated).toEqual([]);
  });
});
