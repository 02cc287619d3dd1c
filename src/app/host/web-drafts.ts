import { aboutContent, type DraftHead, newestFirst, nextTurn, supersededBy } from './draft-head';
import { clearNotes, type DraftEntry, dropNote, nextEntry, noteDraft, notedDrafts } from './draft-journal';
import { isAhead, KEPT_DAYS, outlivedDrafts } from './draft-retention';
import { forgetClock, lookAtClock } from './web-clock';
import { DONE, DRAFTS, type Draft, HEADS, inStores, readAll, readOne, type Stores } from './web-database';

/*
 * A browser that ends at once may come back with notes that were dropped before: what it writes of them to the disk comes
 * seconds later, what the database has kept does not. So the database knows what it has done, and no note is done twice or
 * after a later one.
 */

/** The count of what one page asked last of one draft, and was done. */
interface Done {
  readonly of: string;
  readonly count: number;
  /** ISO 8601. */
  readonly on: string;
}

const askedBy = ({ page, key }: DraftEntry): string => `${page} ${key}`;

/** What is asked is done by then, or is not needed any more. */
function markDone({ done }: Stores, entry: DraftEntry): void {
  if (entry.page === undefined) return;
  done.put({ of: askedBy(entry), count: entry.count!, on: new Date().toISOString() } satisfies Done);
}

/** Calls `then` where an entry is not done yet, nor a later one of its page; notes of earlier versions go by the clock. */
function whereNew({ done, heads }: Stores, entry: DraftEntry, then: () => void): void {
  if (entry.page === undefined) {
    const listed: IDBRequest<DraftHead | undefined> = heads.get(entry.key);
    listed.onsuccess = () => {
      if (listed.result === undefined || listed.result.savedAt < entry.savedAt) then();
    };
    return;
  }
  const last: IDBRequest<Done | undefined> = done.get(askedBy(entry));
  last.onsuccess = () => {
    if (last.result === undefined || last.result.count < entry.count!) then();
  };
}

const keep = (entry: DraftEntry): Promise<void> =>
  inStores((stores) =>
    whereNew(stores, entry, () => {
      markDone(stores, entry);
      put(stores, entry);
    }),
  );

function put(stores: Stores, { key, content, savedAt }: DraftEntry): void {
  const { drafts, heads } = stores;
  if (content === undefined) {
    remove(stores, [key]);
    return;
  }
  drafts.put({ key, content, savedAt } satisfies Draft);
  const listed: IDBRequest<DraftHead[]> = heads.getAll();
  listed.onsuccess = () => {
    const now = lookAtClock(listed.result);
    const turn = nextTurn(listed.result);
    const head = { ...aboutContent(content), key, savedAt, keptAt: now.toISOString(), turn, size: content.length };
    heads.put(head satisfies DraftHead);
    const others = listed.result.filter((other) => other.key !== key);
    const superseded = supersededBy(head, others) ?? [];
    remove(stores, outlivedDrafts([...others, head], now, key).concat(superseded));
  };
}

function remove({ drafts, heads }: Stores, keys: readonly string[]): void {
  for (const key of keys) {
    drafts.delete(key);
    heads.delete(key);
  }
}

/** Undefined content forgets the draft. What was asked of a page that closes meanwhile is done when it is read again. */
export async function saveWebDraft(key: string, content: string | undefined): Promise<void> {
  const entry = nextEntry(key, content);
  const drop = noteDraft(entry);
  await keep(entry);
  drop();
}

/** All of them, with what was noted of them. */
export async function clearWebDrafts(): Promise<void> {
  const noted = notedDrafts();
  clearNotes();
  forgetClock();
  await inStores((stores) => {
    for (const entry of noted) whereNew(stores, entry, () => markDone(stores, entry));
    stores.drafts.clear();
    stores.heads.clear();
  });
}

/** Newest first; what is too old is gone by then. */
export async function webDrafts(): Promise<readonly DraftHead[]> {
  for (const entry of notedDrafts()) {
    // One that the database has no room for stays noted; the others are listed.
    await keep(entry).then(
      () => dropNote(entry),
      () => {},
    );
  }
  const heads = await readAll<DraftHead>(HEADS);
  const now = lookAtClock(heads);
  const gone = outlivedDrafts(heads, now);
  const ahead = heads.filter((head) => isAhead(head, now));
  const outlived = (await readAll<Done>(DONE)).filter(({ on }) => now.getTime() - Date.parse(on) > KEPT_DAYS * DAY_MS);
  if (gone.length + ahead.length + outlived.length > 0)
    await inStores((stores) => {
      for (const head of ahead) stores.heads.put({ ...head, keptAt: now.toISOString() });
      remove(stores, gone);
      for (const { of } of outlived) stores.done.delete(of);
    });
  return newestFirst(heads.filter(({ key }) => !gone.includes(key)));
}

const DAY_MS = 24 * 60 * 60 * 1000;

export const readWebDraft = async (key: string): Promise<string | undefined> => (await readOne<Draft>(DRAFTS, key))?.content;
