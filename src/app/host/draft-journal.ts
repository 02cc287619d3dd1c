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
 * the database answers. A draft that has no room here is left to the database alone; an earlier note of it stays until
 * the database has it, for that may have no room either.
 * @returns what is to be done of the note once the database has the draft: it is dropped, unless a later one is there.
 */
export function noteDraft(entry: DraftEntry): () => void {
  const name = PREFIX + entry.key;
  const text = JSON.stringify(entry);
  const earlier = localStorage.getItem(name);
  const drop = (mine: string | null) => {
    if (mine !== null && localStorage.getItem(name) === mine) localStorage.removeItem(name);
  };
  try {
    localStorage.setItem(name, text);
    return () => drop(text);
  } catch {
    return () => drop(earlier);
  }
}

/** Drops a note as it was read, unless a later one has taken its place. */
export function dropNote({ key, ...entry }: DraftEntry): void {
  const now = noteAt(PREFIX + key);
  if (now?.savedAt === entry.savedAt && now.content === entry.content) localStorage.removeItem(PREFIX + key);
}

export function clearNotes(): void {
  for (const name of Object.keys(localStorage).filter((each) => each.startsWith(PREFIX))) localStorage.removeItem(name);
}

/** What was noted and may not have reached the database. What is no note as this version writes them stays where it is. */
export function notedDrafts(): readonly DraftEntry[] {
  return Object.keys(localStorage)
    .filter((name) => name.startsWith(PREFIX))
    .map(noteAt)
    .filter((entry) => entry !== undefined);
}

function noteAt(name: string): DraftEntry | undefined {
  try {
    const { key, content, savedAt, page, count } = JSON.parse(localStorage.getItem(name) ?? '') as Partial<DraftEntry>;
    const isNote = typeof savedAt === 'string' && (content === undefined || typeof content === 'string');
    if (!isNote || PREFIX + key !== name) return undefined;
    const isCounted = typeof page === 'string' && typeof count === 'number';
    return { key: key!, content, savedAt, ...(isCounted && { page, count }) };
  } catch {
    return undefined;
  }
}
