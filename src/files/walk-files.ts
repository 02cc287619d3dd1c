import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { isSystemName, MAX_FILES, tooManyFiles } from './system-names';

export interface FoundFile {
  readonly path: string;
  readonly size: number;
}

/**
 * A file or folder that could not be looked at: no permission, a link to nowhere, no file at all.
 */
export interface Refused {
  readonly path: string;
  readonly error: unknown;
}

export interface Walked {
  /** Sorted by path. */
  readonly files: readonly FoundFile[];
  /** Sorted by path; the start itself is among them where it could not be looked at. */
  readonly unreadable: readonly Refused[];
}

interface Entry {
  readonly path: string;
  /** Levels below the start. */
  readonly depth: number;
  readonly isLink: boolean;
}

const BATCH = 128;

/**
 * Walks folders by names and sizes alone, for the window's shell and the command line. It
 * remembers from start to start: links are followed, and each file and folder is found once,
 * under a name of its own where it has one beside links. Nothing is opened: pipes, sockets and
 * devices are told like what cannot be read. Hidden and system files are passed over, but as a
 * start.
 */
export class FileWalk {
  readonly #seen = new Set<string>();

  /** @param most more files than this below one start are refused. */
  constructor(private readonly most = MAX_FILES) {}

  /**
   * What lies at a start, a file or a folder, and was not found before.
   * @param levels how many levels of folders below it are entered.
   * @throws TooManyFiles where it holds more files than a patient has.
   */
  async from(start: string, levels = Number.POSITIVE_INFINITY): Promise<Walked> {
    const files: FoundFile[] = [];
    const unreadable: Refused[] = [];
    // Where links lead is looked at last: what they lead to keeps the name that it has without
    // them.
    const links: Entry[] = [];
    let entries: Entry[] = [{ path: start, depth: 0, isLink: false }];
    while (entries.length > 0) {
      const looked = await inBatches(entries, (entry) => settled(() => look(entry.path)));
      const folders: Entry[] = [];
      for (const [n, { found, error }] of looked.entries()) {
        const entry = entries[n];
        if (!found) unreadable.push({ path: entry.path, error });
        else if (found.kind === 'other') unreadable.push({ path: entry.path, error: notAFile() });
        else if (found.kind === 'folder' && entry.depth > levels) continue;
        else if (this.#isKnown(found.identity)) continue;
        else if (found.kind === 'folder') folders.push(entry);
        else if (files.push({ path: entry.path, size: found.size }) > this.most) throw tooManyFiles(start, this.most);
      }
      entries = [];
      for (const [n, { found, error }] of (await inBatches(folders, (at) => settled(() => listing(at)))).entries()) {
        if (!found) unreadable.push({ path: folders[n].path, error });
        for (const entry of found ?? []) (entry.isLink ? links : entries).push(entry);
      }
      if (entries.length === 0) entries = links.splice(0);
    }
    return { files: files.sort(byPath), unreadable: unreadable.sort(byPath) };
  }

  /** Whether it was found before; from now on it was. */
  #isKnown(identity: string | undefined): boolean {
    if (identity === undefined) return false;
    if (this.#seen.has(identity)) return true;
    this.#seen.add(identity);
    return false;
  }
}

const byPath = (a: { readonly path: string }, b: { readonly path: string }): number => (a.path < b.path ? -1 : 1);

async function listing({ path: folder, depth }: Entry): Promise<Entry[]> {
  const entries: Dirent[] = await readdir(folder, { withFileTypes: true });
  return entries
    .filter(({ name }) => !isSystemName(name))
    .map((entry) => ({
      path: path.join(folder, entry.name),
      depth: depth + 1,
      isLink: entry.isSymbolicLink(),
    }));
}

async function look(at: string) {
  const found = await stat(at, { bigint: true });
  const kind = found.isDirectory() ? 'folder' : found.isFile() ? 'file' : 'other';
  // Some shares number nothing: there each name is a file of its own.
  const identity = found.ino === 0n ? undefined : `${found.dev}:${found.ino}`;
  return { kind, identity, size: Number(found.size) } as const;
}

/** What the system refuses is a result; any other fault is none. */
async function settled<T>(work: () => Promise<T>): Promise<{ found?: T; error?: unknown }> {
  try {
    return { found: await work() };
  } catch (error) {
    if (typeof (error as NodeJS.ErrnoException).code !== 'string') throw error;
    return { error };
  }
}

async function inBatches<A, B>(all: readonly A[], work: (one: A) => Promise<B>): Promise<B[]> {
  const results: B[] = [];
  for (let at = 0; at < all.length; at += BATCH) {
    results.push(...(await Promise.all(all.slice(at, at + BATCH).map(work))));
  }
  return results;
}

/** The code of what is a named pipe, a socket or a device: opened, it may never end. */
export const NO_FILE = 'ENOTFILE';
export const notAFile = (): Error => Object.assign(new Error('not a file'), { code: NO_FILE });
