import { accessSync, type BigIntStats, constants, fstatSync, lstatSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { InputError } from '../input-error';
import { type Held, whatIsIn } from '../report/own-result';
import { isWordsFile, standardStream } from './standard-streams';

/** A place that a command is asked to write to. */
export interface Place {
  readonly file: string;
  /** What is there is never written over, not even an earlier result. */
  readonly onlyNew?: boolean;
}

const OWN_NAME = 'a name of its own for every output; nothing was written';
const NEW_NAME = 'a new name: it is never written over';
const NEW_OR_RESULT = 'a new name, or that of an earlier result of this program; nothing was written';
const WRITABLE = 'a place that can be written to; nothing was written';

/**
 * The one judge of where this program writes; asked before the work and again at the write. What
 * is read and what two outputs would share is refused by whatever name, link or hard link it is
 * reached; so is what would be lost: anything but an empty file and an earlier result of this
 * program. Pipes and character devices may be written.
 * @param inputs the files that are read or that a case names; folders among them do no harm.
 * @throws InputError of the first place that may not be written.
 */
export function refuseOutputs(places: readonly Place[], inputs: readonly string[]): void {
  const read = new Set(inputs.map(identityOf));
  const taken = new Set<string>();
  for (const place of places) {
    const { file } = place;
    refuseNoName(file);
    const identity = identityOf(file);
    if (read.has(identity)) throw new InputError({ file, found: 'a file that is read', needed: OWN_NAME });
    if (taken.has(identity)) throw new InputError({ file, found: 'a file named for two outputs', needed: OWN_NAME });
    taken.add(identity);
    if (!standardStream(file)) refuseLosses(place);
  }
}

function refuseNoName(file: string): void {
  if (!/(^|[\\/])\.{0,2}$/.test(file)) return;
  throw new InputError({ file: file || "''", found: 'no name of a file', needed: WRITABLE });
}

/**
 * Of what is there, whatever it is called; of what is not, where it would be, whatever case its
 * name is written in.
 */
function identityOf(file: string): string {
  const stream = standardStream(file);
  try {
    const { dev, ino } = stream ? fstatSync(stream.fd, { bigint: true }) : statSync(file, { bigint: true });
    if (ino !== 0n) return `${dev}:${ino}`;
  } catch {
    // Not there, or not to be looked at: its place tells it.
  }
  return placeOf(file).normalize('NFC').toLowerCase();
}

function placeOf(file: string): string {
  try {
    return realpathSync.native(file);
  } catch {
    const parent = path.dirname(file);
    return parent === file ? path.resolve(file) : path.join(placeOf(parent), path.basename(file));
  }
}

/**
 * Where a file is written, links resolved, as the system goes: `none/../a` is nowhere where there
 * is no `none`, and `link/..` is the folder above what the link leads to. Taken by the letters
 * alone, either would be another file.
 * @throws the system's error where there is no such folder.
 */
export const targetOf = (file: string, isThere: boolean): string =>
  isThere ? realpathSync.native(file) : path.join(realpathSync.native(path.dirname(file)), path.basename(file));

/** @throws InputError where writing there would lose something, or cannot be done. */
function refuseLosses({ file, onlyNew = false }: Place): void {
  const refuse = (found: string, needed: string): never => {
    throw new InputError({ file, found, needed });
  };
  const there = lookAt(file);
  if (there?.isFIFO() || there?.isCharacterDevice()) {
    mayWrite(file);
    return;
  }
  if (there?.isDirectory()) refuse('a folder', WRITABLE);
  if (there && !there.isFile()) refuse(there.isSocket() ? 'a socket' : 'a device', WRITABLE);
  if (there && isWordsFile(there)) refuse('the file that the words of this command go to', OWN_NAME);
  if (there && there.size > 0n) {
    if (onlyNew) refuse('a file that is there already', NEW_NAME);
    const held = heldIn(file);
    if (held in LOST) refuse(LOST[held as keyof typeof LOST], NEW_OR_RESULT);
  }
  if (there && (there.mode & 0o222n) === 0n) refuse('a file that is protected against writing', WRITABLE);
  if (there) mayWrite(file);
  // A file is replaced by one that was written beside it.
  mayWrite(file, there ? path.dirname(realpathSync.native(file)) : path.dirname(file));
}

/**
 * What is there; undefined where nothing is. @throws InputError for a link to nowhere, and where
 * none may look.
 */
function lookAt(file: string): BigIntStats | undefined {
  try {
    return statSync(file, { bigint: true });
  } catch (error) {
    const found = writeFault(error);
    if (found !== NO_FOLDER) throw new InputError({ file, found, needed: WRITABLE });
    if (!isLink(file)) return undefined;
    throw new InputError({ file, found: 'a link to something that is not there', needed: WRITABLE });
  }
}

function isLink(file: string): boolean {
  try {
    return lstatSync(file).isSymbolicLink();
  } catch {
    return false;
  }
}

const LOST = {
  DICOM: 'DICOM',
  'case file': 'a case file',
  'changed result': 'a result of this program that was changed since',
  other: 'a file that this program did not write',
} as const satisfies Partial<Record<Held, string>>;

function heldIn(file: string): Held {
  try {
    return whatIsIn(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new InputError({ file, found: `a file that could not be read (${code})`, needed: NEW_OR_RESULT });
  }
}

function mayWrite(file: string, at = file): void {
  try {
    if (at !== file && !statSync(at).isDirectory()) {
      throw Object.assign(new Error(), { code: 'ENOTDIR' });
    }
    accessSync(at, constants.W_OK);
  } catch (error) {
    throw new InputError({ file, found: writeFault(error), needed: WRITABLE });
  }
}

const NO_FOLDER = 'no such folder';

/** What the system says against writing somewhere, in plain words. */
export function writeFault(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return NO_FOLDER;
    case 'ENOSPC':
    case 'EDQUOT':
      return 'no space left on the disk';
    case 'EACCES':
    case 'EPERM':
      return 'no permission to write there';
    case 'EBUSY':
    case 'ETXTBSY':
      return 'a file that another program holds open';
    case 'EROFS':
      return 'a disk that cannot be written to';
    case 'ENAMETOOLONG':
      return 'a name that is too long';
    case 'ELOOP':
      return 'links that lead back to themselves';
    case 'EPIPE':
      return 'a pipe that nobody reads any more';
    default:
      return code === undefined ? message : `a place that could not be written to (${code})`;
  }
}
