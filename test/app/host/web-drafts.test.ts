import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';

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
  const { webDrafts } = await page();
  return (await webDrafts()).map(({ key, content }) => [key, content]);
};

describe('drafts in a browser', () => {
  it('are there again after the page was loaded again, newest first', async () => {
    const { saveWebDraft } = await page();
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-01-01') });
    await saveWebDraft('a', 'first');
    vi.setSystemTime(new Date('2026-01-02'));
    await saveWebDraft('b', 'second');
    vi.useRealTimers();
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
});
