import { InputError } from '../../input-error';

/* Sentences about a file that cannot be read, whoever refused it. The rest of what was opened is read without it. */

export const gone = (file: string): InputError =>
  new InputError({ file, found: 'a file that is no longer there', needed: 'the file: open its folder again' });

export const linkToNowhere = (file: string): InputError =>
  new InputError({ file, found: 'a link to something that is not there', needed: 'the file itself' });

export const noFile = (file: string): InputError =>
  new InputError({ file, found: 'a named pipe, a socket or a device', needed: 'a file' });

export const mayNotBeRead = (file: string): InputError =>
  new InputError({
    file,
    found: 'something that you may not read',
    needed: 'the permission to read it, or a copy in a folder of your own',
  });

export const heldOpen = (file: string): InputError =>
  new InputError({ file, found: 'a file that another program holds open', needed: 'the file closed there, or a copy of it' });

/** @param code what the system called it, where it did. */
export const notReadToItsEnd = (file: string, code?: string): InputError =>
  new InputError({
    file,
    found: `a file that could not be read${code === undefined ? '' : ` (${code})`}`,
    needed: 'the whole file: copy it to this computer, and open its folder again',
  });

/** The same by what a browser calls it. */
export function refusedByBrowser(file: string, { name }: Error): InputError {
  switch (name) {
    case 'NotFoundError':
      return gone(file);
    case 'NotAllowedError':
    case 'SecurityError':
      return mayNotBeRead(file);
    // Chromium calls a file so that has changed since it was chosen, and some that may not be read.
    case 'NotReadableError':
      return new InputError({
        file,
        found: 'a file that has changed since it was chosen, or that may not be read',
        needed: 'the file: open its folder again',
      });
    default:
      return notReadToItsEnd(file);
  }
}
