import path from 'node:path';
import { HeldOpen } from '../src/files/held-open';

/** A file that is for reading alone is not replaced by another of its name. */
export class ForReading extends Error {}

/** A newer version of this program wrote what lies there: replaced by what this one knows it would be less. */
export class OfNewer extends Error {}

/** The disk of the case is not there: its place is an empty folder of another disk. */
export class OtherDisk extends Error {}

/** A named pipe, a socket or a device: who reads one may wait for ever. */
export class NoFile extends Error {}

/** Why a file was not saved, for the user. */
export function notSaved(target: string, error: unknown): Error {
  const name = path.basename(target);
  const folder = path.dirname(target);
  if (error instanceof ForReading) {
    return new Error(`${name} is for reading alone and was not saved. Choose another name.`);
  }
  if (error instanceof NoFile) {
    return new Error(`${name} is a named pipe, a socket or a device now: nothing was saved. Choose another name.`);
  }
  if (error instanceof OfNewer) {
    return new Error(`${name} was written by ${error.message} and is not written over: nothing was saved. Choose another name.`);
  }
  if (error instanceof OtherDisk) {
    return new Error(
      `The disk on which ${name} lay is not there: in ${folder} there is another one now, without it. Nothing was saved. Connect it again, or save the case elsewhere.`,
    );
  }
  if (error instanceof HeldOpen && !error.isCertain) {
    return new Error(
      `${name} is open in another program, or this computer does not let it be replaced (${error.said}): it was not saved, and what was there is as it was. Close it there, or choose another name.`,
    );
  }
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new Error(`The disk is full: ${name} was not saved. Make room, or choose another place.`);
    case 'EFBIG':
      return new Error(`${name} was not saved: a file may not be as large there. Choose another place.`);
    case 'EIO':
      return new Error(`The disk failed: ${name} was not saved, and what was there is as it was. Choose another place.`);
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
