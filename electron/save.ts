import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { type Disk, writeAtomically } from './atomic-write';
import type { FileGrants } from './file-grants';

/** Where a file is saved, links resolved. */
export const saveTarget = (file: string): Promise<string> => realpath(file).catch(() => path.resolve(file));

/**
 * Saves a file, whole or not at all, and never over one that was read.
 * @returns where it was saved, links resolved.
 * @throws Error with a sentence for the user.
 */
export async function saveFile(file: string, content: string | Uint8Array, grants: FileGrants, on?: Disk): Promise<string> {
  const target = await saveTarget(file);
  if (await isInput(target, grants))
    throw new Error(`${path.basename(target)} is a file of this case and is never written over. Choose another name.`);
  try {
    await writeAtomically(target, content, on);
  } catch (error) {
    throw notSaved(target, error);
  }
  return target;
}

/** A name that every platform takes, from what may be the title of a case. */
export function plainName(suggested: string, extension: string): string {
  const stem = suggested.toLowerCase().endsWith(`.${extension}`) ? suggested.slice(0, -extension.length - 1) : suggested;
  const plain = stem
    .replace(/[\\/:*?"<>|\p{C}\s]+/gu, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '')
    .slice(0, 100);
  return `${plain || 'isoeffect'}.${extension}`;
}

/** By name, and where a file is there already also by identity: the same file may be reached by other names. */
async function isInput(target: string, grants: FileGrants): Promise<boolean> {
  if (grants.isInput(target)) return true;
  const there = await stat(target, { bigint: true }).catch(() => undefined);
  if (!there) return false;
  for (const granted of grants.paths) {
    if (granted === target || !grants.isInput(granted)) continue;
    const other = await stat(granted, { bigint: true }).catch(() => undefined);
    if (other && other.ino === there.ino && other.dev === there.dev) return true;
  }
  return false;
}

function notSaved(target: string, error: unknown): Error {
  const name = path.basename(target);
  const folder = path.dirname(target);
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new Error(`The disk is full: ${name} was not saved. Make room, or choose another place.`);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new Error(`You may not write in ${folder}: ${name} was not saved. Choose another place.`);
    case 'ENOENT':
    case 'ENOTDIR':
      return new Error(`The folder ${folder} is no longer there: ${name} was not saved. Choose another place.`);
    case 'EISDIR':
      return new Error(`${name} is the name of a folder: nothing was saved. Choose another name.`);
    case 'EBUSY':
    case 'ETXTBSY':
      return new Error(`${name} is open in another program and was not saved. Close it there, or choose another name.`);
    case 'ENAMETOOLONG':
      return new Error(`The name ${name.slice(0, 40)}… is too long: nothing was saved. Choose a shorter one.`);
    default:
      return new Error(`${name} could not be saved (${(error as NodeJS.ErrnoException).code ?? (error as Error).message}).`);
  }
}
