/** A draft as it is kept. */
export interface DraftEntry {
  readonly key: string;
  /** Undefined where the draft is to be forgotten. */
  readonly content: string | undefined;
  /** ISO 8601. */
  readonly savedAt: string;
  /** Which page wrote it, and how late in its time: tells the later of two without a clock. */
  readonly by?: WrittenBy;
}

export interface WrittenBy {
  readonly page: string;
  /** Since the page was begun, ms. */
  readonly order: number;
}

/** Whether one is of the same page as the other and as late, or later. */
export const isAsLate = (one: WrittenBy | undefined, other: WrittenBy | undefined): boolean =>
  one !== undefined && other !== undefined && one.page === other.page && one.order >= other.order;

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
    const { key, content, savedAt, by } = JSON.parse(localStorage.getItem(name) ?? '') as Partial<DraftEntry>;
    const isNote = typeof savedAt === 'string' && (content === undefined || typeof content === 'string');
    return isNote && PREFIX + key === name ? { key: key!, content, savedAt, ...(by && { by }) } : undefined;
  } catch {
    return undefined;
  }
}
