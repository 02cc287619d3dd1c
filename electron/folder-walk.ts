import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { linkToNowhere, mayNotBeRead, noFile, notReadToItsEnd } from '../src/app/host/not-readable';
import { isSystemName, MAX_FILES, tooManyFiles } from '../src/app/host/system-names';
import type { InputError } from '../src/input-error';

export interface FoundFile {
  readonly path: string;
  readonly size: number;
}

/** A file or folder that could not be looked at: no permission, a link to nowhere. */
export interface Refused {
  readonly path: string;
  readonly error: unknown;
}

export interface Walked {
  /** Sorted by path. */
  readonly files: readonly FoundFile[];
  /** Files and folders that could not be looked at. */
  readonly unreadable: readonly Refused[];
}

const BATCH = 128;

/**
 * All files below a folder, by names and sizes alone. Links are followed, each folder once; hidden and system files are
 * passed over.
 * @throws Error with a sentence for the user where the folder itself cannot be read or holds too much.
 */
export async function walkFolder(folder: string, levels = Number.POSITIVE_INFINITY): Promise<Walked> {
  const files: FoundFile[] = [];
  const unreadable: Refused[] = [];
  const seen = new Set<string>();

  async function lookAt(file: string): Promise<string | undefined> {
    try {
      const { size, dev, ino, ...kind } = await statOf(file);
      if (kind.isFolder) {
        const identity = `${dev}:${ino}`;
        if (seen.has(identity)) return undefined;
        seen.add(identity);
        return file;
      }
      if (!kind.isFile) throw notAFile();
      files.push({ path: file, size });
      if (files.length > MAX_FILES) throw tooManyFiles(folder);
    } catch (error) {
      if (!isFileError(error)) throw error;
      unreadable.push({ path: file, error });
    }
    return undefined;
  }

  let level: string[] = [folder];
  seen.add(await identityOf(folder));
  for (let depth = 0; level.length > 0 && depth <= levels; depth++) {
    const names = (await inBatches(level, (at) => listing(at, at === folder, unreadable))).flat();
    level = (await inBatches(names, lookAt)).filter((found) => found !== undefined);
  }
  files.sort((a, b) => (a.path < b.path ? -1 : 1));
  return { files, unreadable };
}

async function listing(folder: string, isTop: boolean, unreadable: Refused[]): Promise<string[]> {
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (isTop) throw notReadable(folder, error);
    unreadable.push({ path: folder, error });
    return [];
  }
  return entries.filter(({ name }) => !isSystemName(name)).map(({ name }) => path.join(folder, name));
}

async function statOf(file: string) {
  const found = await stat(file, { bigint: true });
  return {
    isFolder: found.isDirectory(),
    isFile: found.isFile(),
    size: Number(found.size),
    dev: found.dev,
    ino: found.ino,
  };
}

async function identityOf(folder: string): Promise<string> {
  try {
    const { dev, ino } = await statOf(folder);
    return `${dev}:${ino}`;
  } catch (error) {
    throw notReadable(folder, error);
  }
}

async function inBatches<A, B>(all: readonly A[], work: (one: A) => Promise<B>): Promise<B[]> {
  const results: B[] = [];
  for (let at = 0; at < all.length; at += BATCH) results.push(...(await Promise.all(all.slice(at, at + BATCH).map(work))));
  return results;
}

/** A named pipe, a socket or a device: opened, it may never end. */
const NO_FILE = 'ENOTFILE';
export const notAFile = (): Error => Object.assign(new Error('not a file'), { code: NO_FILE });

const isFileError = (error: unknown): boolean => typeof (error as NodeJS.ErrnoException).code === 'string';

/** A sentence for the user about a file or folder that cannot be opened. */
export function notReadable(file: string, error: unknown): Error {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new Error(`${file} is no longer there.`);
    case 'EACCES':
    case 'EPERM':
      return new Error(`You may not read ${file}. Ask whoever keeps it for permission, or copy it to a folder of your own.`);
    case NO_FILE:
      return new Error(`${file} is a named pipe, a socket or a device, not a file.`);
    default:
      return new Error(`${file} could not be read (${(error as NodeJS.ErrnoException).code ?? (error as Error).message}).`);
  }
}

/** The same of something within an opened folder, which the rest of the folder does without. */
export function refusal(file: string, error: unknown): InputError {
  const { code } = error as NodeJS.ErrnoException;
  switch (code) {
    // A name was listed and leads nowhere.
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ELOOP':
      return linkToNowhere(file);
    case 'EACCES':
    case 'EPERM':
      return mayNotBeRead(file);
    case NO_FILE:
      return noFile(file);
    default:
      return notReadToItsEnd(file, code);
  }
}
