import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Conflict, Host, Saved, SaveRequest } from '../../../src/app/host/host';
import { readDraftContent } from '../../../src/app/state/draft-content';
import { keepDraft } from '../../../src/app/state/keep-draft';
import type { ConflictQuestion } from '../../../src/app/state/keeping-question';
import { openCaseFile } from '../../../src/app/state/opening';
import { leaveConflict, saveCase, saveOver } from '../../../src/app/state/saving';
import { appNow, caseText, changeCase, isUnsaved, START, setApp } from '../../../src/app/state/store';
import type { CaseFile } from '../../../src/case/case-file';
import { sha256Of } from '../../../src/sha256';
import { answerWith } from './stand-in-engine';

const engine = { hashes: {} as Record<string, string> };
vi.mock('../../../src/app/state/engine-client', () => import('./stand-in-engine'));

const ANSWERS = { inputHashes: async () => engine.hashes };

const CASE: CaseFile = {
  isoeffectCase: 1,
  courses: [{ name: 'first', role: 'planned', phases: [{ dose: '/a/RD.dcm', fractions: 28 }] }],
  structures: '/a/RS.dcm',
};
const [OLD, NEW] = ['a'.repeat(64), 'b'.repeat(64)];

/** A disk with one way to write on it, as both hosts have it. */
let disk: Map<string, string>;
let place: string | undefined;
let asked: SaveRequest[];
const host = {
  placeFor: async ({ path }: { path?: string }) => (path !== undefined ? { path } : place && { path: place }),
  save: async (request: SaveRequest): Promise<Saved | Conflict> => {
    asked.push(request);
    const there = disk.get(request.path!);
    if (request.known && there !== undefined && !request.known.includes(await sha256Of(there)))
      return { path: request.path!, onDisk: { text: there, sha256: await sha256Of(there), modifiedAt: '2026-01-01' } };
    disk.set(request.path!, request.content as string);
    return { path: request.path! };
  },
} as unknown as Host;

const inFile = (path: string): CaseFile => JSON.parse(disk.get(path)!) as CaseFile;
const question = () => appNow().question as ConflictQuestion | undefined;
const retitle = (title: string) => changeCase((caseFile) => ({ ...caseFile, title }));

/** A case that lies in a file, open and unchanged. */
async function open(caseFile = CASE, identity = '2.25.1'): Promise<void> {
  const text = caseText({ ...caseFile, structures: 'RS.dcm', uid: identity });
  disk.set('/a/case.json', text);
  setApp({
    ...START,
    caseFile,
    savedText: caseText(caseFile),
    place: { path: '/a/case.json', folder: '/a', identity, draft: `${identity}/1`, disk: await sha256Of(text) },
  });
}

beforeEach(() => {
  answerWith(ANSWERS);
  [disk, place, asked, engine.hashes] = [new Map(), undefined, [], { '/a/RD.dcm': NEW, '/a/RS.dcm': NEW }];
  setApp(START, true);
});
afterEach(() => setApp(START, true));

describe('the UID of a case that is saved', () => {
  it('is the one that it was made with, and stays when it is saved again', async () => {
    setApp({ ...START, caseFile: CASE, place: { folder: '', identity: '2.25.7', draft: '2.25.7/1' } });
    place = '/a/new.json';
    await saveCase(host);
    expect(inFile('/a/new.json')).toMatchObject({
      uid: '2.25.7',
      structures: 'RS.dcm',
      writtenBy: expect.stringMatching(/^isoeffect/),
    });
    retitle('again');
    await saveCase(host);
    expect(inFile('/a/new.json')).toMatchObject({ uid: '2.25.7', title: 'again' });
    expect(isUnsaved(appNow())).toBe(false);
  });

  it('is given to a case that has none, which is then known by it', async () => {
    await open(CASE, `sha256:${OLD}`);
    await saveCase(host);
    const { uid } = inFile('/a/case.json');
    expect(uid).toMatch(/^2\.25\.\d+$/);
    expect(appNow().place.identity).toBe(uid);
  });

  it('is another one in a copy that is saved elsewhere, and the same where the copy is put in its own place', async () => {
    await open();
    place = '/b/copy.json';
    await saveCase(host, { isAs: true });
    const { uid } = inFile('/b/copy.json');
    expect(uid).not.toBe('2.25.1');
    expect(appNow().place).toMatchObject({ path: '/b/copy.json', identity: uid });
    await saveCase(host, { isAs: true });
    expect(inFile('/b/copy.json').uid).toBe(uid);
    expect(inFile('/a/case.json').uid).toBe('2.25.1');
  });
});

describe('a case that is saved where the host does not tell when it is on the disk', () => {
  it('has what was changed last in its draft by then, and the draft is told', async () => {
    vi.stubGlobal('window', { addEventListener: () => {}, removeEventListener: () => {} });
    const drafts = new Map<string, string>();
    const heldBySaving: string[] = [];
    const { placeFor: _, ...rest } = host;
    const browser = {
      ...rest,
      saveDraft: async (key: string, content: string | undefined) => {
        if (content !== undefined) drafts.set(key, content);
      },
      drafts: async () => [],
      save: async (request: SaveRequest) => {
        heldBySaving.push(drafts.get(request.draft!)!);
        return { path: 'case.json' };
      },
    } as unknown as Host;
    const end = keepDraft(browser);
    await open();
    retitle('changed just now');
    await saveCase(browser, { isAs: true });
    end();
    vi.unstubAllGlobals();
    expect(heldBySaving.map((content) => readDraftContent(content).caseFile.title)).toEqual(['changed just now']);
  });
});

describe('a file that is not what it was when the case was opened', () => {
  const theirs = (text = caseText({ ...CASE, structures: 'RS.dcm', title: 'by a colleague' })) => disk.set('/a/case.json', text);

  it('is not written over: what changed there and what would be written is told', async () => {
    await open();
    retitle('mine');
    theirs();
    await saveCase(host);
    expect(inFile('/a/case.json').title).toBe('by a colleague');
    expect(question()).toMatchObject({
      kind: 'conflict',
      path: '/a/case.json',
      theirs: [{ field: 'title', after: 'by a colleague' }],
      mine: [{ field: 'title', before: 'by a colleague', after: 'mine' }],
    });
    expect(isUnsaved(appNow())).toBe(true);
    leaveConflict();
    expect(question()).toBeUndefined();
    await saveCase(host);
    expect(question()?.path).toBe('/a/case.json');
  });

  it('is written over by a word, and only as the person has seen it', async () => {
    await open();
    retitle('mine');
    theirs();
    await saveCase(host);
    const seen = disk.get('/a/case.json')!;
    theirs(`${seen}\n`);
    await saveOver(host);
    expect(disk.get('/a/case.json')).toBe(`${seen}\n`);
    expect(question()?.path).toBe('/a/case.json');
    await saveOver(host);
    expect(inFile('/a/case.json').title).toBe('mine');
    expect(question()).toBeUndefined();
    expect(isUnsaved(appNow())).toBe(false);
    retitle('mine again');
    await saveCase(host);
    expect(inFile('/a/case.json').title).toBe('mine again');
  });

  it('may be left by saving elsewhere, and is asked about where "elsewhere" is its own place', async () => {
    await open();
    theirs();
    place = '/a/case.json';
    await saveCase(host, { isAs: true });
    expect(question()?.path).toBe('/a/case.json');
    place = '/b/mine.json';
    await saveCase(host, { isAs: true });
    expect(question()).toBeUndefined();
    expect(inFile('/a/case.json').title).toBe('by a colleague');
    expect(inFile('/b/mine.json').courses[0].name).toBe('first');
  });

  it('is asked about where nothing is known of it any more, and where it is no case', async () => {
    await open();
    const { disk: _unknown, ...rest } = appNow().place;
    setApp({ place: rest });
    await saveCase(host);
    expect(asked.at(-1)?.known).toEqual([]);
    expect(question()?.path).toBe('/a/case.json');
    await open();
    theirs('not a case');
    await saveCase(host);
    expect(question()).toMatchObject({ theirs: undefined, mine: [] });
  });

  it('is told to be another case, where its UID is another, and to be no case where it is empty', async () => {
    await open();
    theirs(caseText({ ...CASE, structures: 'RS.dcm', uid: '2.25.99' }));
    await saveCase(host);
    expect(question()).toMatchObject({ isCase: true, isOtherCase: true });
    await open();
    theirs(caseText({ ...CASE, structures: 'RS.dcm', uid: '2.25.1', title: 'by a colleague' }));
    await saveCase(host);
    expect(question()).not.toHaveProperty('isOtherCase');
    await open();
    theirs('');
    await saveCase(host);
    expect(question()).toMatchObject({ isCase: false });
    expect(disk.get('/a/case.json')).toBe('');
  });

  it('that is gone is written again: nothing is lost by that', async () => {
    await open();
    disk.clear();
    retitle('mine');
    await saveCase(host);
    expect(inFile('/a/case.json').title).toBe('mine');
  });
});

describe('the hashes of the files', () => {
  it('are stored, but for one that changed since the case was saved: nobody has seen that yet', async () => {
    await open({ ...CASE, inputs: { '/a/RD.dcm': OLD } });
    await saveCase(host);
    expect(inFile('/a/case.json').inputs).toEqual({ 'RD.dcm': OLD, 'RS.dcm': NEW });
  });

  it('stay in a case whose files are not there', async () => {
    engine.hashes = {};
    await open({ ...CASE, inputs: { '/a/RD.dcm': OLD } });
    await saveCase(host);
    expect(inFile('/a/case.json').inputs).toEqual({ 'RD.dcm': OLD });
  });
});

it('what is changed while a case is saved stays unsaved, and another case that is opened meanwhile is not touched', async () => {
  await open();
  retitle('saved');
  const slow = (then: () => void) => ({
    ...host,
    save: async (request: SaveRequest) => {
      then();
      return host.save(request);
    },
  });
  await saveCase(slow(() => retitle('later')) as Host);
  expect(inFile('/a/case.json').title).toBe('saved');
  expect(isUnsaved(appNow())).toBe(true);
  const other = { path: '/c/other.json', folder: '/c', draft: '2.25.3/1' };
  await saveCase(slow(() => setApp({ place: other, caseFile: CASE, savedText: undefined })) as Host);
  expect(appNow()).toMatchObject({ place: other, savedText: undefined });
});

describe('a case that was made on Windows', () => {
  const windows = (sign: string) =>
    caseText({
      ...CASE,
      courses: [{ name: 'first', role: 'planned', phases: [{ dose: `old${sign}RD.dcm`, fractions: 28 }] }],
      structures: `..${sign}b${sign}RS.dcm`,
      inputs: { [`old${sign}RD.dcm`]: OLD },
    });
  const opener = { drafts: async () => [], readDraft: async () => undefined, saveDraft: async () => {} };
  const reader = {
    open: async () => undefined,
    load: async () => undefined,
    expectFiles: async () => undefined,
    evaluate: async () => ({ ok: true, assessment: { organs: [] } }),
    outlines: async () => [],
    ct: async () => undefined,
    robustness: async () => undefined,
  };

  it.each([
    ['/p/cases', '/p'],
    ['C:/p/cases', 'C:/p'],
    ['//server/share/cases', '//server/share'],
  ])('opens in %s, and is written with the sign that cases have', async (folder, above) => {
    answerWith({ ...ANSWERS, ...reader });
    const path = `${folder}/case.json`;
    const there = [`${folder}/old/RD.dcm`, `${above}/b/RS.dcm`].map((each) => ({ path: each, size: 1 }));
    await openCaseFile({ path, text: windows('\\'), files: there }, opener);
    const { caseFile } = appNow();
    expect(caseFile?.courses[0].phases[0].dose).toBe(`${folder}/old/RD.dcm`);
    expect(caseFile?.structures).toBe(`${above}/b/RS.dcm`);
    engine.hashes = Object.fromEntries(there.map((each) => [each.path, NEW]));
    place = path;
    await saveCase(host, { isAs: true });
    expect(disk.get(path)).not.toContain('\\');
    expect(inFile(path).courses[0].phases[0].dose).toBe('old/RD.dcm');
    expect(inFile(path).structures).toBe('../b/RS.dcm');
    expect(Object.keys(inFile(path).inputs!).sort()).toEqual(['../b/RS.dcm', 'old/RD.dcm']);
    // Saved to another drive or share its files are whole paths; nothing is made up between them.
    place = '//second/share/case.json';
    await saveCase(host, { isAs: true });
    expect(inFile(place).structures).toBe(`${above}/b/RS.dcm`);
  });
});
