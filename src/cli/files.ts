import { createHash } from 'node:crypto';
import { existsSync, lstatSync, type Stats, statSync } from 'node:fs';
import { mkdir, open, readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { FileAccess } from '../case/case-reader';
import { notADrive, resolved } from '../files/case-path';
import { absentNamed, placeNamed } from '../files/named-place';
import { InputError } from '../input-error';
import { giveBack } from './give-back';
import { writeFault } from './output-places';

/**
 * Reads a file. What is no file (a named pipe, a socket, a device) is never opened: reading it may never end.
 * @param as what it is called in a message, where that is not its place.
 * @throws InputError that says in plain words why not.
 */
export async function readInput(file: string, as = file): Promise<Uint8Array> {
  try {
    return await bytesOf(file, as);
  } catch (error) {
    throw notReadable(as, error, file);
  }
}

async function bytesOf(file: string, as: string): Promise<Uint8Array> {
  const { size } = await refuseNoFile(file, as);
  return size >= LARGE_BYTES && size <= MOST_BYTES ? readAligned(file, size) : readFile(file);
}

/** Files from here on are read so that their pixels need not be copied. */
const LARGE_BYTES = 16e6;
/** What is larger, `readFile` refuses by its own words. */
const MOST_BYTES = 2 ** 31 - 1;

/**
 * A file that ends at a multiple of four bytes in memory. The pixels of a DICOM file are its last element as a rule, so
 * that values of 32 bits can be read where they are.
 */
async function readAligned(file: string, size: number): Promise<Uint8Array> {
  const before = (4 - (size % 4)) % 4;
  giveBack();
  const bytes = new Uint8Array(new ArrayBuffer(before + size), before);
  const handle = await open(file, 'r');
  try {
    let length = 0;
    for (let more = -1; more !== 0 && length < size; length += more) {
      ({ bytesRead: more } = await handle.read(bytes, length, Math.min(size - length, 2 ** 26)));
    }
    return length < size ? bytes.subarray(0, length) : bytes;
  } finally {
    await handle.close();
  }
}

async function refuseNoFile(file: string, as: string): Promise<Stats> {
  const found = await stat(file);
  if (found.isFile() || found.isDirectory()) return found;
  throw new InputError({ file: as, found: nameOfKind(found), needed: 'a file that can be read' });
}

function nameOfKind(found: Stats): string {
  if (found.isFIFO()) return 'a named pipe';
  if (found.isSocket()) return 'a socket';
  return 'a device';
}

/** What the system says against reading a file or folder, in plain words. @param at its place, where `file` is another name. */
export function notReadable(file: string, error: unknown, at = file): InputError {
  if (error instanceof InputError) return error;
  const found = inPlainWords(at, error as NodeJS.ErrnoException);
  const needed = found === NOT_UTF8 ? 'the file under a name in UTF-8: rename it' : 'a file that can be read';
  return new InputError({ file, found, needed });
}

/** What stands in a name for bytes that are no text: the file is there, and nothing can open it by that name. */
const REPLACED = '\uFFFD';
const NOT_UTF8 = 'a name that is not in UTF-8, by which it cannot be opened';

function inPlainWords(file: string, { code, message }: NodeJS.ErrnoException): string {
  switch (code) {
    case 'ENOENT':
      if (isLink(file)) return 'a link to something that is not there';
      return file.includes(REPLACED) ? NOT_UTF8 : 'no such file';
    case 'ELOOP':
      return 'links that lead back to themselves';
    case 'ENOTDIR':
      return 'no such file';
    case 'EISDIR':
      return 'a folder';
    case 'EACCES':
    case 'EPERM':
      return 'no permission to read it';
    case 'EBUSY':
      return 'a file that another program holds open';
    case 'ENAMETOOLONG':
      return 'a name that is too long';
    case 'ERR_FS_FILE_TOO_LARGE':
      return 'a file of more than 2 GB';
    default:
      return code === undefined ? message : `a file that could not be read (${code})`;
  }
}

/** Whether a name is a link, wherever it leads. */
export function isLink(file: string): boolean {
  try {
    return lstatSync(file).isSymbolicLink();
  } catch {
    return false;
  }
}

function isFile(place: string): boolean {
  try {
    return statSync(place).isFile();
  } catch {
    return false;
  }
}

/**
 * File access for a case: its paths have `/` and are relative to the folder of the case file.
 * @param platform how this system writes paths.
 */
export function accessFrom(folder: string, platform: path.PlatformPath = path): FileAccess {
  const at = (file: string): string => {
    const place = placeNamed(folder, file, platform);
    if (typeof place === 'string') return place;
    throw new InputError({ file, ...place });
  };
  const refused = (file: string, error: unknown): InputError => {
    const { code } = error as NodeJS.ErrnoException;
    const absent = code === 'ENOENT' ? absentNamed(file, existsSync, platform) : undefined;
    return absent ? new InputError({ file, ...absent }) : notReadable(file, error, at(file));
  };
  return {
    sha256: (bytes) => createHash('sha256').update(bytes).digest('hex'),
    read: async (file) => {
      const place = at(file);
      try {
        return await bytesOf(place, file);
      } catch (error) {
        throw refused(file, error);
      }
    },
    beside: async (file) => {
      const before = file.slice(0, file.lastIndexOf('/') + 1);
      const parent = before === '' ? '.' : before;
      try {
        const names = (await readdir(at(parent))).map((name) => notADrive(resolved('', before + name))).sort();
        return names.filter((name) => isFile(at(name)));
      } catch (error) {
        throw refused(parent, error);
      }
    },
    head: async (file, bytes) => {
      try {
        await refuseNoFile(at(file), file);
        const handle = await open(at(file), 'r');
        try {
          const { buffer, bytesRead } = await handle.read(new Uint8Array(bytes), 0, bytes, 0);
          return buffer.subarray(0, bytesRead);
        } finally {
          await handle.close();
        }
      } catch (error) {
        throw refused(file, error);
      }
    },
    isThere: async (file) => {
      const place = placeNamed(folder, file, platform);
      return typeof place === 'string' && isFile(place);
    },
  };
}

/** @throws InputError where it cannot be made. */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    const isFile = (error as NodeJS.ErrnoException).code === 'EEXIST';
    const found = isFile ? 'a file where a folder should be' : writeFault(error);
    throw new InputError({ file: folder, found, needed: 'a folder that can be made' });
  }
}
