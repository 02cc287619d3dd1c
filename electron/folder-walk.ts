import { heldOpen, linkToNowhere, mayNotBeRead, noFile, notReadToItsEnd } from '../src/app/host/not-readable';
import { FileWalk, NO_FILE, type Walked } from '../src/files/walk-files';
import type { InputError } from '../src/input-error';

/**
 * All files below a folder, by names and sizes alone. Links are followed, each folder and file once; hidden and system
 * files are passed over.
 * @param walk remembers what was found below other folders.
 * @throws Error with a sentence for the user where the folder itself cannot be read or holds too much.
 */
export async function walkFolder(folder: string, levels?: number, walk = new FileWalk()): Promise<Walked> {
  const walked = await walk.from(folder, levels);
  const itself = walked.unreadable.find(({ path }) => path === folder);
  if (itself) throw notReadable(folder, itself.error);
  return walked;
}

/** A sentence for the user about a file or folder that cannot be opened. */
export function notReadable(file: string, error: unknown): Error {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new Error(`${file} is no longer there.`);
    case 'EACCES':
    case 'EPERM':
      return new Error(`You may not read ${file}. Ask whoever keeps it for permission, or copy it to a folder of your own.`);
    case 'EBUSY':
      return new Error(`${file} is open in another program. Close it there.`);
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
    case 'EBUSY':
      return heldOpen(file);
    case NO_FILE:
      return noFile(file);
    default:
      return notReadToItsEnd(file, code);
  }
}
