import { aboutContent, type DraftHead } from './draft-head';
import type { DraftEntry } from './draft-journal';

/** Whole drafts; the heads are apart, so that they are listed and counted without what they may hold of pictures' size. */
export const DRAFTS = 'drafts';
export const HEADS = 'heads';
/** What of each page's wishes for each draft was done last. */
export const DONE = 'done';

export type Draft = DraftEntry & { readonly content: string };

let opened: Promise<IDBDatabase> | undefined;

/**
 * Drafts in the browser's own database: they may be larger than localStorage takes. It stays open, since a page that is
 * being closed has no time left to open it.
 */
function database(): Promise<IDBDatabase> {
  opened ??= open();
  return opened;
}

async function open(): Promise<IDBDatabase> {
  const opening = indexedDB.open('isoeffect', 3);
  opening.onupgradeneeded = ({ oldVersion }) => {
    if (oldVersion < 1) opening.result.createObjectStore(DRAFTS, { keyPath: 'key' });
    if (oldVersion < 2) {
      const heads = opening.result.createObjectStore(HEADS, { keyPath: 'key' });
      if (oldVersion === 1) listEarlier(opening.transaction!.objectStore(DRAFTS), heads);
    }
    opening.result.createObjectStore(DONE, { keyPath: 'of' });
  };
  const forget = () => {
    opened = undefined;
  };
  try {
    const found = await answerOf(opening).catch((error: Error) => {
      throw opening.readyState === 'done' && opening.error?.name === 'VersionError' ? ofNewer() : error;
    });
    found.onclose = forget;
    // Another page has a later version of this program: it is not kept waiting.
    found.onversionchange = () => {
      found.close();
      forget();
    };
    return found;
  } catch (error) {
    forget();
    throw error;
  }
}

/** What the first version kept has no heads yet. */
function listEarlier(drafts: IDBObjectStore, heads: IDBObjectStore): void {
  drafts.openCursor().onsuccess = ({ target }) => {
    const cursor = (target as IDBRequest<IDBCursorWithValue | null>).result;
    if (!cursor) return;
    const { key, content, savedAt } = cursor.value as Draft;
    heads.put({ ...aboutContent(content), key, savedAt, turn: 0, size: content.length } satisfies DraftHead);
    cursor.continue();
  };
}

const ofNewer = (): Error =>
  new Error(
    'The drafts in this browser are kept by a newer Isoeffect, and are left as they are. Needed: that version; load the page anew.',
  );

const notKept = (why: string | undefined): Error =>
  new Error(`The browser could not keep the draft (${why ?? 'no reason given'}).`);

function answerOf<T>(request: IDBRequest<T> | IDBOpenDBRequest): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result as T);
    request.onerror = () => reject(notKept(request.error?.message));
    // Where it opens after all, nobody waits for it any more: it must not stand in the way of others.
    if ('onblocked' in request)
      request.onblocked = () => {
        request.onsuccess = () => (request.result as IDBDatabase).close();
        reject(notKept('an earlier version of this page is still open: close it'));
      };
  });
}

export interface Stores {
  readonly drafts: IDBObjectStore;
  readonly heads: IDBObjectStore;
  readonly done: IDBObjectStore;
}

/** Does what `work` asks of the stores, whole or not at all. */
export async function inStores(work: (stores: Stores) => void): Promise<void> {
  const transaction = (await database()).transaction([DRAFTS, HEADS, DONE], 'readwrite');
  const ended = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(notKept(transaction.error?.message));
  });
  const [drafts, heads, done] = [DRAFTS, HEADS, DONE].map((name) => transaction.objectStore(name));
  work({ drafts, heads, done });
  await ended;
}

const reading = async (store: string): Promise<IDBObjectStore> =>
  (await database()).transaction(store, 'readonly').objectStore(store);

export const readAll = async <T>(store: string): Promise<T[]> => answerOf<T[]>((await reading(store)).getAll());

export const readOne = async <T>(store: string, key: string): Promise<T | undefined> =>
  answerOf<T | undefined>((await reading(store)).get(key));
