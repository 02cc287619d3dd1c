import { chmod, mkdir, readdir, stat } from 'node:fs/promises';
import path from 'node:path';

/** Read, written and entered by its user alone. */
const FOLDER_MODE = 0o700;
const FILE_MODE = 0o600;
const OTHERS = 0o077;

/**
 * Makes a folder that its user alone may enter, also one that is there and was made for others, with the files in it.
 * On Windows a folder of the user's profile is that user's alone from the start, by its access list.
 * @returns whether the system keeps others out: not every disk has permissions.
 */
export async function makePrivate(folder: string): Promise<boolean> {
  await mkdir(folder, { recursive: true, mode: FOLDER_MODE });
  if (process.platform === 'win32') return true;
  await close(folder, FOLDER_MODE);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    // Those of a browser's engine are its own, and nobody else gets to them.
    if (entry.isFile()) await close(path.join(folder, entry.name), FILE_MODE);
  }
  return isPrivate(folder);
}

/** Whether others are kept out of a folder; of one that is not there they are. */
export async function isPrivate(folder: string): Promise<boolean> {
  if (process.platform === 'win32') return true;
  const found = await stat(folder).catch(() => undefined);
  return found === undefined || (found.mode & OTHERS) === 0;
}

async function close(at: string, mode: number): Promise<void> {
  const found = await stat(at).catch(() => undefined);
  if (found && (found.mode & OTHERS) !== 0) await chmod(at, mode).catch(() => {});
}
