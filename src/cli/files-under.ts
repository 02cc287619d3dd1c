import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import type { DicomFile } from '../dicom/read-dicom';
import { TooManyFiles } from '../files/system-names';
import { FileWalk } from '../files/walk-files';
import { InputError } from '../input-error';
import type { Unreadable } from '../inspection/inspect';
import { isLink, notReadable, readInput } from './files';

/**
 * All files under the given files and folders, each folder and file once, in a stable order, as
 * the window's shell walks them: hidden and system files are passed over. What cannot be looked
 * into or is no file is among them, for `contentsOf` to say why.
 * @throws InputError for a path that is not there, and for a folder that holds more files than a
 *   patient has.
 */
export async function filesUnder(paths: readonly string[], walk = new FileWalk()): Promise<string[]> {
  const files = new Set<string>();
  for (const start of paths) {
    if (!existsSync(start) && !isLink(start))
      throw new InputError({ file: start, found: 'no such file or folder', needed: 'a file or folder that can be read' });
    const walked = await walk.from(start).catch((error: unknown) => {
      if (!(error instanceof TooManyFiles)) throw error;
      throw new InputError({ file: start, found: error.found, needed: 'the folder of one patient' });
    });
    for (const file of [...walked.files, ...walked.unreadable].map(({ path }) => path).sort()) files.add(file);
  }
  return [...files];
}

/**
 * The contents of files one after the other; of one that cannot be read, why not.
 * @param named the path that a file is known by from here on.
 */
export async function* contentsOf(
  files: readonly string[],
  begins: (file: string, index: number) => void = () => {},
  named: (file: string) => string = (file) => file,
): AsyncGenerator<DicomFile | Unreadable> {
  for (const [index, file] of files.entries()) {
    begins(file, index);
    yield await contentOf(file, named(file));
  }
}

async function contentOf(file: string, path: string): Promise<DicomFile | Unreadable> {
  try {
    // A folder is among the files only where it could not be listed: asked again, it says why.
    if ((await stat(file)).isDirectory()) await readdir(file);
    const bytes = await readInput(file, path);
    return { path, bytes };
  } catch (error) {
    const { message, refusal } = notReadable(path, error, file);
    return { file: path, reason: message, refusal };
  }
}
