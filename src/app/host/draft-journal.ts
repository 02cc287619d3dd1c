/** A draft as it is kept. */
export interface DraftEntry {
  readonly key: string;
  /** Undefined where the draft is to be forgotten. */
  readonly content: string | undefined;
  /** ISO 8601. */
  readonly savedAt: string;
}

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

/** What was noted and may not have reached the database. What is no note as this version writes them stays where it is. */
export function notedDrafts(): readonly DraftEntry[] {
  return Object.keys(localStorage)
    .filter((name) => name.startsWith(PREFIX))
    .map(noteAt)
    .filter((entry) => entry !== undefined);
}

function noteAt(name: string): DraftEntry | undefined {
  try {
    const { key, content, savedAt } = JSON.parse(localStorage.getItem(name) ?? '') as Partial<DraftEntry>;
    const isNote = typeof savedAt === 'string' && (content === undefined || typeof content === 'string');
    return isNote && PREFIX + key === name ? { key: key!, content, savedAt } : undefined;
  } catch {
    return undefined;
  }
}
