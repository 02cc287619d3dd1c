/** A draft as it is kept. */
export interface DraftEntry {
  readonly key: string;
  /** Undefined where the draft is to be forgotten. */
  readonly content: string | undefined;
  /** ISO 8601. */
  readonly savedAt: string;
  /** The page that asked for it, and its count of what it asks; notes of earlier versions have neither. */
  readonly page?: string;
  readonly count?: number;
}

const PAGE = Array.from(globalThis.crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16)).join('.');
let count = 0;

/** What this page asks of a draft next. */
export const nextEntry = (key: string, content: string | undefined): DraftEntry => ({
  key,
  content,
  savedAt: new Date().toISOString(),
  page: PAGE,
  count: ++count,
});

const PREFIX = 'isoeffect-draft:';

/**
 * Notes at once what the browser's database is about to be asked to keep: a page that is being closed is gone before
 * the database answers. A draft that has no room here is left to the database alone.
 */
export function noteDraft(entry: DraftEntry): void {
  try {
    localStorage.setItem(PREFIX + entry.key, JSON.stringify(entry));
  } catch {
    localStorage.removeItem(PREFIX + entry.key);
  }
}

/** Drops the note of an entry that the database has, unless a later one has taken its place. */
export function dropNote(entry: DraftEntry): void {
  if (localStorage.getItem(PREFIX + entry.key) === JSON.stringify(entry)) localStorage.removeItem(PREFIX + entry.key);
}

export function clearNotes(): void {
  for (const name of Object.keys(localStorage).filter((each) => each.startsWith(PREFIX))) localStorage.removeItem(name);
}

/** What was noted and may not have reached the database. */
export function notedDrafts(): readonly DraftEntry[] {
  return Object.keys(localStorage)
    .filter((name) => name.startsWith(PREFIX))
    .map((name): DraftEntry => JSON.parse(localStorage.getItem(name)!));
}
