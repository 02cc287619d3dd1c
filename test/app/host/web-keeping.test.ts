import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';

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
