const STORE = 'drafts';

interface Draft {
  readonly key: string;
  readonly content: string;
  readonly savedAt: string;
}

/** Drafts in the browser's own database: they may be larger than localStorage takes. */
function database(): Promise<IDBDatabase> {
  const opening = indexedDB.open('isoeffect', 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE, { keyPath: 'key' });
  return answerOf(opening);
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error(`The browser could not keep the draft (${request.error?.message}).`));
  });
}

async function withStore<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const open = await database();
  try {
    return await answerOf(work(open.transaction(STORE, mode).objectStore(STORE)));
  } finally {
    open.close();
  }
}

/** Undefined content forgets the draft. */
export async function saveWebDraft(key: string, content: string | undefined): Promise<void> {
  const savedAt = new Date().toISOString();
  if (content === undefined) await withStore('readwrite', (store) => store.delete(key));
  else await withStore('readwrite', (store) => store.put({ key, content, savedAt } satisfies Draft));
}

/** Newest first. */
export async function webDrafts(): Promise<readonly Draft[]> {
  const drafts: Draft[] = await withStore('readonly', (store) => store.getAll());
  return drafts.sort((a, b) => b.savedAt.localeCompare(a.savedAt));
}
