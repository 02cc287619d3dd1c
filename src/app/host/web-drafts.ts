import { type DraftEntry, dropNote, noteDraft, notedDrafts } from './draft-journal';

const STORE = 'drafts';

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
  const opening = indexedDB.open('isoeffect', 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE, { keyPath: 'key' });
  const forget = () => {
    opened = undefined;
  };
  try {
    const found = await answerOf(opening);
    found.onclose = forget;
    return found;
  } catch (error) {
    forget();
    throw error;
  }
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error(`The browser could not keep the draft (${request.error?.message}).`));
  });
}

async function withStore<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const transaction = (await database()).transaction(STORE, mode);
  const request = work(transaction.objectStore(STORE));
  transaction.commit();
  return answerOf(request);
}

async function keep({ key, content, savedAt }: DraftEntry): Promise<void> {
  if (content === undefined) await withStore('readwrite', (store) => store.delete(key));
  else await withStore('readwrite', (store) => store.put({ key, content, savedAt } satisfies Draft));
}

/** Undefined content forgets the draft. What was asked of a page that closes meanwhile is done when it is read again. */
export async function saveWebDraft(key: string, content: string | undefined): Promise<void> {
  const entry: DraftEntry = { key, content, savedAt: new Date().toISOString() };
  noteDraft(entry);
  await keep(entry);
  dropNote(entry);
}

/** Newest first. */
export async function webDrafts(): Promise<readonly Draft[]> {
  for (const entry of notedDrafts()) {
    await keep(entry);
    dropNote(entry);
  }
  const drafts = await withStore<Draft[]>('readonly', (store) => store.getAll());
  return drafts.sort((a, b) => b.savedAt.localeCompare(a.savedAt));
}
