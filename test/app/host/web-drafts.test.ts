import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
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
    expect(Object.keys(localStorage)).toEqual(['isoeffect.draft-clock']);
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
    expect(Object.keys(localStorage)).toEqual(['isoeffect.draft-clock']);

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
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
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
    const keptAt = '2026-01-02T00:00:00.000Z';
    at(keptAt);
    await saveWebDraft('before', JSON.stringify({ identity: '2.25.1', label: 'DICOM', patient }));
    at('2026-01-01T00:00:00.000Z');
    await saveWebDraft('after', 'x');
    expect(await webDrafts()).toEqual([
      { key: 'after', savedAt: '2026-01-01T00:00:00.000Z', keptAt, turn: 2, size: 1 },
      { key: 'before', savedAt: keptAt, keptAt, turn: 1, size: 71, identity: '2.25.1', label: 'DICOM', patient },
    ]);
  });

  it('are gone after 30 days, listed or not, but for the one that is written', async () => {
    const { saveWebDraft } = await page();
    at('2026-01-01');
    await saveWebDraft('old', 'x');
    for (const day of ['2026-01-08', '2026-01-15', '2026-01-22', '2026-01-29']) {
      at(day);
      await saveWebDraft('new', 'y');
      expect((await contents()).length).toBe(2);
    }
    at('2026-02-02');
    await saveWebDraft('newest', 'z');
    expect((await contents()).map(([key]) => key)).toEqual(['newest', 'new']);
    // Nobody was here for a month: a week after that is seen.
    for (const day of ['2026-03-10', '2026-03-16']) {
      at(day);
      expect((await contents()).length).toBe(2);
    }
    at('2026-03-17');
    expect(await contents()).toEqual([]);
    const { readWebDraft } = await page();
    expect(await readWebDraft('newest')).toBeUndefined();
  });

  it.each([
    ['ten years forward', '2036-01-03'],
    ['a year back', '2025-01-03'],
  ])('all stay where the clock was once set %s', async (_, wrong) => {
    const { saveWebDraft } = await page();
    at('2026-01-01');
    await saveWebDraft('first', 'x');
    at(wrong);
    expect((await contents()).length).toBe(1);
    await (await page()).saveWebDraft('of the wrong day', 'y');
    expect((await contents()).length).toBe(2);
    for (const day of ['2026-01-03', '2026-01-10', '2026-01-17', '2026-01-24', '2026-01-31']) {
      at(day);
      expect((await contents()).length).toBe(2);
    }
    at('2026-02-07');
    expect(await contents()).toEqual([]);
  });

  it('of a clock that was believed for long and is put right go 30 days after that', async () => {
    at('2036-01-01');
    await (await page()).saveWebDraft('of the future', 'x');
    for (const day of ['01-01', '01-08', '01-15', '01-22', '01-29', '02-05']) {
      at(`2026-${day}`);
      expect((await contents()).length).toBe(1);
    }
    at('2026-02-09');
    expect(await contents()).toEqual([]);
  });

  describe('where the browser gives no more room', () => {
    const full = () =>
      vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore) {
        this.transaction.abort();
        return {} as IDBRequest<IDBValidKey>;
      });
    afterEach(() => vi.restoreAllMocks());

    it('stay as they were kept last, which is said; what is noted beside them is taken in once there is room', async () => {
      const { saveWebDraft } = await page();
      await saveWebDraft('a', 'first');
      const store = full();
      await expect(saveWebDraft('a', 'second')).rejects.toThrow('The browser could not keep the draft');
      expect(await contents()).toEqual([['a', 'first']]);
      store.mockRestore();
      expect(await contents()).toEqual([['a', 'second']]);
    });

    it('and none beside them either keep what was noted last', async () => {
      const { saveWebDraft } = await page();
      await saveWebDraft('a', 'first');
      const store = full();
      await expect(saveWebDraft('a', 'second')).rejects.toThrow('The browser could not keep the draft');
      await expect(saveWebDraft('a', 'x'.repeat(2000))).rejects.toThrow('The browser could not keep the draft');
      store.mockRestore();
      expect(await contents()).toEqual([['a', 'second']]);
    });

    it('take in no note that is older than what the same page has kept since, whatever the clock said', async () => {
      const { saveWebDraft } = await page();
      at('2026-01-02');
      const store = full();
      await expect(saveWebDraft('a', 'first')).rejects.toThrow('The browser could not keep the draft');
      store.mockRestore();
      const note = localStorage.getItem('isoeffect-draft:a')!;
      at('2026-01-01');
      await saveWebDraft('a', 'x'.repeat(2000));
      // The page went between the answer of the database and the dropping of the note.
      localStorage.setItem('isoeffect-draft:a', note);
      expect(await contents()).toEqual([['a', 'x'.repeat(2000)]]);
      expect(localStorage.getItem('isoeffect-draft:a')).toBeNull();
    });
  });

  it('of a database that a newer version made are told of, and nothing there is changed', async () => {
    const newer = kept.open('isoeffect', 4);
    await new Promise((resolve) => {
      newer.onupgradeneeded = () => newer.result.createObjectStore('drafts of another kind');
      newer.onsuccess = resolve;
    });
    newer.result.close();
    const { saveWebDraft, webDrafts } = await page();
    const told = 'The drafts in this browser are kept by a newer Isoeffect, and are left as they are.';
    await expect(webDrafts()).rejects.toThrow(told);
    await expect(saveWebDraft('a', 'x')).rejects.toThrow(told);
    const again = kept.open('isoeffect');
    await new Promise((resolve) => {
      again.onsuccess = resolve;
    });
    expect([again.result.version, [...again.result.objectStoreNames]]).toEqual([4, ['drafts of another kind']]);
    again.result.close();
  });

  it('a note beside them that is none of this version stays, and the others are listed', async () => {
    await (await page()).saveWebDraft('a', 'x');
    for (const [name, note] of [
      ['damaged', '{"key"'],
      ['newer', '{"key":"newer","parts":[],"savedAt":3}'],
    ])
      localStorage.setItem(`isoeffect-draft:${name}`, note);
    expect(await contents()).toEqual([['a', 'x']]);
    expect(localStorage.getItem('isoeffect-draft:newer')).toContain('parts');
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
