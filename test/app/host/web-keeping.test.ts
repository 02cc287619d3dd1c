import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

/* Whether a browser keeps anything of cases, and clearing it. */

class LocalStorage {
  setItem(name: string, value: string): void {
    Object.assign(this, { [name]: value });
  }
  getItem(name: string): string | null {
    return (this as unknown as Record<string, string>)[name] ?? null;
  }
  removeItem(name: string): void {
    Reflect.deleteProperty(this, name);
  }
}

/** What the server put into the page. */
let told: boolean;
beforeEach(() => {
  told = false;
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('localStorage', new LocalStorage());
  vi.stubGlobal('document', { querySelector: (asked: string) => (told && asked.includes('isoeffect-keep') ? {} : null) });
});

/** The page, loaded again. */
async function page() {
  vi.resetModules();
  const keeping = await import('../../../src/app/host/web-keeping');
  const { webDrafts } = await import('../../../src/app/host/web-drafts');
  return { ...keeping, keys: async () => (await webDrafts()).map(({ key }) => key) };
}
const noted = () => Object.keys(localStorage).filter((name) => name.startsWith('isoeffect-draft:'));

describe('a browser on a shared workstation', () => {
  it('writes no draft and no note of one, in pages that are loaded later too, until a person says otherwise', async () => {
    const first = await page();
    await first.saveKeptDraft('before', '{}');
    expect(first.keepNothingInBrowser(true)).toEqual({ nothingBy: 'person', traces: { count: 0, size: 0 } });
    await first.saveKeptDraft('after', '{}');
    const later = await page();
    await later.saveKeptDraft('later', '{}');
    expect([later.webKeeping().nothingBy, await later.keys(), noted()]).toEqual(['person', ['before'], []]);
    // What is there can still be forgotten, one by one.
    await later.saveKeptDraft('before', undefined);
    expect(await later.keys()).toEqual([]);
    expect(later.keepNothingInBrowser(false)).toEqual({ traces: { count: 0, size: 0 } });
    await later.saveKeptDraft('again', '{}');
    expect(await later.keys()).toEqual(['again']);
  });

  it('does so by the word of whoever serves the page, which no person in it changes', async () => {
    told = true;
    const { saveKeptDraft, keepNothingInBrowser, webKeeping, keys } = await page();
    await saveKeptDraft('key', '{}');
    expect([webKeeping().nothingBy, await keys(), noted()]).toEqual(['administrator', [], []]);
    expect(() => keepNothingInBrowser(false)).toThrow('is set by whoever looks after this computer');
    expect(Object.keys(localStorage)).toEqual([]);
  });

  it('clears all drafts with what was noted of them, and nothing of other programs', async () => {
    const { saveKeptDraft, clearWebKept, keys } = await page();
    const now = new Date().toISOString();
    await saveKeptDraft('a', '{}');
    await saveKeptDraft('b', '{}');
    localStorage.setItem('isoeffect-draft:c', JSON.stringify({ key: 'c', content: '{}', savedAt: now }));
    localStorage.setItem('other', 'x');
    await clearWebKept(['recent', 'traces']);
    expect((await keys()).sort()).toEqual(['a', 'b', 'c']);
    localStorage.setItem('isoeffect-draft:d', JSON.stringify({ key: 'd', content: '{}', savedAt: now }));
    await clearWebKept(['drafts']);
    expect([await keys(), Object.keys(localStorage)]).toEqual([[], ['other']]);
  });
});

describe('a case that a browser downloads', () => {
  beforeEach(() => {
    const link = { click: () => {} };
    vi.stubGlobal('document', { querySelector: () => null, createElement: () => link });
    vi.stubGlobal('window', {});
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  async function downloaded(draft = 'mine') {
    const { saveKeptDraft, keys } = await page();
    const { saveInBrowser } = await import('../../../src/app/host/web-save');
    const { forgetAllDownloaded } = await import('../../../src/app/host/while-downloading');
    await saveKeptDraft('mine', '{}');
    await saveInBrowser({ suggestedName: 'case.json', content: '{}', what: 'case', extension: 'json', draft });
    await saveKeptDraft('mine', undefined);
    return { saveKeptDraft, keys, forgetAllDownloaded };
  }

  it('keeps its draft until it can be on the disk', async () => {
    const { keys } = await downloaded();
    expect(await keys()).toEqual(['mine']);
    await vi.advanceTimersByTimeAsync(9_999);
    expect(await keys()).toEqual(['mine']);
    await vi.advanceTimersByTimeAsync(1);
    vi.useRealTimers();
    await vi.waitFor(async () => expect(await keys()).toEqual([]));
  });

  it('keeps what was changed meanwhile', async () => {
    const { saveKeptDraft, keys } = await downloaded();
    await saveKeptDraft('mine', '{"changed":1}');
    await vi.advanceTimersByTimeAsync(20_000);
    vi.useRealTimers();
    expect(await keys()).toEqual(['mine']);
  });

  it('leaves nothing where the page goes in order, and hinders nobody from discarding another draft', async () => {
    const { saveKeptDraft, keys, forgetAllDownloaded } = await downloaded();
    await saveKeptDraft('other', '{}');
    await saveKeptDraft('other', undefined);
    expect(await keys()).toEqual(['mine']);
    forgetAllDownloaded();
    expect(await keys()).toEqual([]);
  });

  it('of which another draft holds the content lets this one go at once', async () => {
    expect(await (await downloaded('another')).keys()).toEqual([]);
  });
});
