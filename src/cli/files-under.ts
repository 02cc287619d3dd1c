import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { DicomFile } from '../dicom/read-dicom';
import { InputError } from '../input-error';
import type { Unreadable } from '../inspection/inspect';
import { isLink, notReadable, readInput } from './files';

/**
 * All files under the given files and folders, in a stable order; each folder once, however many links lead to it. What
 * cannot be looked into or is no file is among them, for `contentsOf` to say why.
 * @throws InputError for a path that is not there.
 */
export async function filesUnder(paths: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  const entered = new Set<string>();
  for (const start of paths) {
    if (!existsSync(start) && !isLink(start))
      throw new InputError({ file: start, found: 'no such file or folder', needed: 'a file or folder that can be read' });
    await walk(start, files, entered);
  }
  return [...new Set(files)];
}

async function walk(at: string, files: string[], entered: Set<string>): Promise<void> {
  let names: string[];
  try {
    const { dev, ino, ...found } = await identity(at);
    if (found.isFolder) {
      if (entered.has(`${dev}:${ino}`)) return;
      entered.add(`${dev}:${ino}`);
    }
    names = found.isFolder ? (await readdir(at)).sort() : [];
    if (!found.isFolder) files.push(at);
  } catch {
    files.push(at);
    return;
  }
  for (const name of names) await walk(path.join(at, name), files, entered);
}

async function identity(at: string) {
  const found = await stat(at, { bigint: true });
  return { isFolder: found.isDirectory(), dev: found.dev, ino: found.ino };
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
