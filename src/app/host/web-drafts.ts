import { aboutContent, type DraftHead, newestFirst, nextTurn, supersededBy } from './draft-head';
import { clearNotes, type DraftEntry, dropNote, isAsLate, noteDraft, notedDrafts } from './draft-journal';
import { isAhead, outlivedDrafts } from './draft-retention';
import { forgetClock, lookAtClock } from './web-clock';

/** Whole drafts; the heads are apart, so that they are listed and counted without what they may hold of pictures' size. */
const STORE = 'drafts';
const HEADS = 'heads';

type Draft = DraftEntry & { readonly content: string };

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
  const opening = indexedDB.open('isoeffect', 2);
  opening.onupgradeneeded = ({ oldVersion }) => {
    const heads = opening.result.createObjectStore(HEADS, { keyPath: 'key' });
    if (oldVersion < 1) opening.result.createObjectStore(STORE, { keyPath: 'key' });
    else listEarlier(opening.transaction!.objectStore(STORE), heads);
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

/** What the version before kept has no heads yet. */
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

/** Does what `work` asks of the two stores, whole or not at all. */
async function inStores(work: (drafts: IDBObjectStore, heads: IDBObjectStore) => void): Promise<void> {
  const transaction = (await database()).transaction([STORE, HEADS], 'readwrite');
  const done = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(notKept(transaction.error?.message));
  });
  work(transaction.objectStore(STORE), transaction.objectStore(HEADS));
  await done;
}

const readAll = async <T>(store: string): Promise<T[]> =>
  answerOf<T[]>((await database()).transaction(store, 'readonly').objectStore(store).getAll());

type Listed = DraftHead & Pick<DraftEntry, 'by'>;

/** @param isNote a later one of the same page may be there already: it stays. */
function keep({ key, content, savedAt, by }: DraftEntry, isNote = false): Promise<void> {
  return inStores((drafts, heads) => {
    if (content === undefined) {
      drafts.delete(key);
      heads.delete(key);
      return;
    }
    const listed: IDBRequest<Listed[]> = heads.getAll();
    listed.onsuccess = () => {
      if (isNote && isAsLate(listed.result.find((head) => head.key === key)?.by, by)) return;
      drafts.put({ key, content, savedAt } satisfies Draft);
      const now = lookAtClock(listed.result);
      const turn = nextTurn(listed.result);
      const head = { ...aboutContent(content), key, savedAt, keptAt: now.toISOString(), turn, size: content.length };
      heads.put({ ...head, ...(by && { by }) } satisfies Listed);
      const others = listed.result.filter((other) => other.key !== key);
      const superseded = supersededBy(head, others) ?? [];
      for (const gone of outlivedDrafts([...others, head], now, key).concat(superseded)) {
        drafts.delete(gone);
        heads.delete(gone);
      }
    };
  });
}

const PAGE = Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16)).join('');

/** Undefined content forgets the draft. What was asked of a page that closes meanwhile is done when it is read again. */
export async function saveWebDraft(key: string, content: string | undefined): Promise<void> {
  const by = { page: PAGE, order: performance.now() };
  const entry: DraftEntry = { key, content, savedAt: new Date().toISOString(), by };
  const drop = noteDraft(entry);
  await keep(entry);
  drop();
}

/** All of them, with what was noted of them. */
export async function clearWebDrafts(): Promise<void> {
  clearNotes();
  forgetClock();
  await inStores((drafts, heads) => {
    drafts.clear();
    heads.clear();
  });
}

/** Newest first; what is too old is gone by then. */
export async function webDrafts(): Promise<readonly DraftHead[]> {
  for (const entry of notedDrafts()) {
    // One that the database has no room for stays noted; the others are listed.
    await keep(entry, true).then(
      () => dropNote(entry),
      () => {},
    );
  }
  const heads = await readAll<Listed>(HEADS);
  const now = lookAtClock(heads);
  const gone = outlivedDrafts(heads, now);
  const ahead = heads.filter((head) => isAhead(head, now));
  if (gone.length + ahead.length > 0)
    await inStores((drafts, listed) => {
      for (const head of ahead) listed.put({ ...head, keptAt: now.toISOString() });
      for (const key of gone) {
        drafts.delete(key);
        listed.delete(key);
      }
    });
  return newestFirst(heads.filter(({ key }) => !gone.includes(key))).map(({ by: _, ...head }) => head);
}

export async function readWebDraft(key: string): Promise<string | undefined> {
  const store = (await database()).transaction(STORE, 'readonly').objectStore(STORE);
  return (await answerOf<Draft | undefined>(store.get(key)))?.content;
}
