import { IDBObjectStore as FDBObjectStore, IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

/* What a browser keeps of a case that is not saved, when the page may go at any moment. */

class LocalStorage {
  setItem(name: string, value: string): void {
    if (value.length > 1000) throw new DOMException('no room', 'QuotaExceededError');
    Object.assign(this, { [name]: value });
  }
  getItem(name: string): string | null {
    return (this as unknown as Record<string, string>)[name] ?? null;
  }
  removeItem(name: string): void {
    Reflect.deleteProperty(this, name);
  }
}

let kept: IDBFactory;
beforeEach(() => {
  kept = new IDBFactory();
  vi.stubGlobal('localStorage', new LocalStorage());
});

/** The page, loaded again: with the database as it was left, or with one that answers nothing before the page is gone. */
async function page(database: 'answers' | 'is too late' = 'answers') {
  vi.stubGlobal('indexedDB', database === 'answers' ? kept : { open: () => ({}) });
  vi.resetModules();
  return import('../../../src/app/host/web-drafts');
}

const contents = async () => {
  const { webDrafts, readWebDraft } = await page();
  return Promise.all((await webDrafts()).map(async ({ key }) => [key, await readWebDraft(key)]));
};
afterEach(() => vi.useRealTimers());
const at = (time: string) => vi.useFakeTimers({ toFake: ['Date'], now: new Date(time) });

describe('drafts in a browser', () => {
  it('are there again after the page was loaded again, newest first', async () => {
    const { saveWebDraft } = await page();
    at('2026-01-01');
    await saveWebDraft('a', 'first');
    at('2026-01-02');
    await saveWebDraft('b', 'second');
    expect(await contents()).toEqual([
      ['b', 'second'],
      ['a', 'first'],
    ]);
  });

  it('are kept where the page went before the database answered', async () => {
    await (await page()).saveWebDraft('a', 'old');
    void (await page('is too late')).saveWebDraft('a', 'changed last');
    expect(await contents()).toEqual([['a', 'changed last']]);
    expect(Object.keys(localStorage)).toEqual([]);
  });

  it('are forgotten where the page went before the database answered', async () => {
    await (await page()).saveWebDraft('a', 'old');
    void (await page('is too late')).saveWebDraft('a', undefined);
    expect(await contents()).toEqual([]);
  });

  it('are left to the database where there is no room beside it, and no older note takes their place', async () => {
    void (await page('is too late')).saveWebDraft('a', 'older');
    await (await page()).saveWebDraft('a', 'x'.repeat(2000));
    expect(await contents()).toEqual([['a', 'x'.repeat(2000)]]);
  });

  it('are not what an old note says that came back with a browser that was killed', async () => {
    const killed = { saving: (await page('is too late')).saveWebDraft };
    void killed.saving('a', 'first');
    const [[name, note]] = Object.entries(localStorage as unknown as Record<string, string>);
    // The browser has written the note to the disk, and has not yet written that it was dropped.
    const backFromDisk = () => localStorage.setItem(name, note);
    expect(await contents()).toEqual([['a', 'first']]);

    const { saveWebDraft } = await page();
    await saveWebDraft('a', 'second');
    backFromDisk();
    expect(await contents()).toEqual([['a', 'second']]);
    expect(Object.keys(localStorage)).toEqual([]);

    await (await page()).saveWebDraft('a', undefined);
    backFromDisk();
    expect(await contents()).toEqual([]);

    await (await page()).clearWebDrafts();
    backFromDisk();
    expect(await contents()).toEqual([]);
  });

  it('of one page are taken in the order in which they were asked for, though the clock was set back', async () => {
    const { saveWebDraft } = await page();
    at('2026-01-03');
    void saveWebDraft('a', 'first');
    const [[name, note]] = Object.entries(localStorage as unknown as Record<string, string>);
    at('2026-01-01');
    await saveWebDraft('a', 'second');
    localStorage.setItem(name, note);
    expect(await contents()).toEqual([['a', 'second']]);
    void (await page('is too late')).saveWebDraft('a', 'third');
    expect(await contents()).toEqual([['a', 'third']]);
  });

  it('that a page could not keep are taken in though it has kept those of another case since', async () => {
    const { saveWebDraft } = await page();
    const full = vi.spyOn(FDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    await expect(saveWebDraft('a', 'no room for it')).rejects.toThrow();
    full.mockRestore();
    await saveWebDraft('b', 'kept');
    expect((await contents()).map(([key]) => key)).toEqual(['a', 'b']);
  });

  it('that were noted and cleared stay cleared, though the note came back with a browser that was killed', async () => {
    void (await page('is too late')).saveWebDraft('a', 'never kept');
    const [[name, note]] = Object.entries(localStorage as unknown as Record<string, string>);
    await (await page()).clearWebDrafts();
    localStorage.setItem(name, note);
    expect(await contents()).toEqual([]);
  });

  it('of two pages do not stand in each other’s way: the note of one is taken in after later drafts of the other', async () => {
    void (await page('is too late')).saveWebDraft('a', 'of the first page');
    await (await page()).saveWebDraft('b', 'of the second');
    expect(await contents()).toEqual([
      ['a', 'of the first page'],
      ['b', 'of the second'],
    ]);
  });

  it('that the version before noted are taken in where the database has none that is newer', async () => {
    const { saveWebDraft } = await page();
    at('2026-01-02');
    await saveWebDraft('a', 'kept');
    const noteOf = (content: string, savedAt: string) =>
      localStorage.setItem('isoeffect-draft:a', JSON.stringify({ key: 'a', content, savedAt }));
    noteOf('older', '2026-01-01T00:00:00.000Z');
    expect(await contents()).toEqual([['a', 'kept']]);
    noteOf('newer', '2026-01-03T00:00:00.000Z');
    expect(await contents()).toEqual([['a', 'newer']]);
  });

  it('are listed by what they say of themselves, in the order in which they were kept, though the clock was set back', async () => {
    const { saveWebDraft, webDrafts } = await page();
    const patient = { id: '1', name: 'A^B' };
    at('2026-01-02T00:00:00.000Z');
    await saveWebDraft('before', JSON.stringify({ identity: '2.25.1', label: 'DICOM', patient }));
    at('2026-01-01T00:00:00.000Z');
    await saveWebDraft('after', 'x');
    expect(await webDrafts()).toEqual([
      { key: 'after', savedAt: '2026-01-01T00:00:00.000Z', turn: 2, size: 1 },
      { key: 'before', savedAt: '2026-01-02T00:00:00.000Z', turn: 1, size: 71, identity: '2.25.1', label: 'DICOM', patient },
    ]);
  });

  it('are gone after 30 days, listed or not, but for the one that is written', async () => {
    const { saveWebDraft } = await page();
    at('2026-01-01');
    await saveWebDraft('old', 'x');
    at('2026-01-30');
    await saveWebDraft('new', 'y');
    expect((await contents()).length).toBe(2);
    at('2026-02-02');
    await saveWebDraft('newest', 'z');
    expect((await contents()).map(([key]) => key)).toEqual(['newest', 'new']);
    at('2026-03-10');
    expect(await contents()).toEqual([]);
    const { readWebDraft } = await page();
    expect(await readWebDraft('newest')).toBeUndefined();
  });

  it('take the place of the one that they go on from, in one step, unless it was changed since', async () => {
    const { saveWebDraft } = await page();
    await saveWebDraft('left', 'x');
    const going = (turn: number) => JSON.stringify({ continues: { key: 'left', turn } });
    await saveWebDraft('other', going(9));
    expect((await contents()).map(([key]) => key)).toEqual(['other', 'left']);
    void (await page('is too late')).saveWebDraft('next', going(1));
    expect((await contents()).map(([key]) => key)).toEqual(['next', 'other']);
  });

  it('of the version before, kept by the path of their case, are listed and read, after the newer ones', async () => {
    const earlier = kept.open('isoeffect', 1);
    await new Promise((resolve) => {
      earlier.onupgradeneeded = () => {
        const store = earlier.result.createObjectStore('drafts', { keyPath: 'key' });
        const content = JSON.stringify({ text: '{}', folder: '/a', path: '/a/case.json' });
        store.put({ key: '/a/case.json', content, savedAt: '2099-01-01T00:00:00.000Z' });
      };
      earlier.onsuccess = resolve;
    });
    earlier.result.close();
    const { saveWebDraft, webDrafts, readWebDraft } = await page();
    await saveWebDraft('newer', 'x');
    expect((await webDrafts()).map(({ key, path }) => [key, path])).toEqual([
      ['newer', undefined],
      ['/a/case.json', '/a/case.json'],
    ]);
    expect(JSON.parse((await readWebDraft('/a/case.json'))!).folder).toBe('/a');
  });

  it('fail in words while an earlier version of the page is open, and are kept once it is closed', async () => {
    const earlier = kept.open('isoeffect', 1);
    await new Promise((resolve) => {
      earlier.onupgradeneeded = () => earlier.result.createObjectStore('drafts', { keyPath: 'key' });
      earlier.onsuccess = resolve;
    });
    const { saveWebDraft } = await page();
    await expect(saveWebDraft('a', 'x')).rejects.toThrow('an earlier version of this page is still open');
    earlier.result.close();
    await vi.waitFor(() => saveWebDraft('a', 'x'));
    expect(await contents()).toEqual([['a', 'x']]);
  });
});
