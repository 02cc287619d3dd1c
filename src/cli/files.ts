import { existsSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { FileAccess } from '../assessment/case-reader';
import { InputError } from '../input-error';

/** Reads a file. @throws InputError that says in plain words why not. */
export async function readInput(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    throw notReadable(file, error);
  }
}

function notReadable(file: string, error: unknown): InputError {
  const code = (error as NodeJS.ErrnoException).code;
  const found =
    code === 'ENOENT'
      ? 'no such file'
      : code === 'EISDIR'
        ? 'a folder'
        : code === 'EACCES' || code === 'EPERM'
          ? 'no permission to read it'
          : String((error as Error).message);
  return new InputError({ file, found, needed: 'a file that can be read' });
}

/** File access for a case: its paths are relative to the folder of the case file. */
export function accessFrom(folder: string): FileAccess {
  const at = (file: string) => path.resolve(folder, file);
  return {
    read: async (file) => {
      try {
        return await readFile(at(file));
      } catch (error) {
        throw notReadable(file, error);
      }
    },
    beside: async (file) => {
      const parent = path.dirname(file);
      const entries = await readdir(at(parent), { withFileTypes: true });
      return entries
        .filter((entry) => entry.isFile())
        .map((entry) => path.join(parent, entry.name))
        .sort();
    },
    head: async (file, bytes) => {
      const handle = await open(at(file), 'r');
      try {
        const { buffer, bytesRead } = await handle.read(new Uint8Array(bytes), 0, bytes, 0);
        return buffer.subarray(0, bytesRead);
      } finally {
        await handle.close();
      }
    },
  };
}

/** All files under the given files and folders, in a stable order. @throws InputError for a path that is not there. */
export async function filesUnder(paths: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  for (const start of paths) {
    if (!existsSync(start))
      throw new InputError({ file: start, found: 'no such file or folder', needed: 'a file or folder that can be read' });
    await walk(start, files);
  }
  return [...new Set(files)];
}

async function walk(at: string, files: string[]): Promise<void> {
  let entries: string[] | undefined;
  try {
    entries = (await readdir(at)).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOTDIR') throw notReadable(at, error);
  }
  if (!entries) files.push(at);
  else for (const entry of entries) await walk(path.join(at, entry), files);
}

/** A file to be written. */
export interface Output {
  readonly file: string;
  readonly content: string | Uint8Array;
  /** Refuse to write over a file that is there. */
  readonly onlyNew?: boolean;
}

/**
 * Writes all the outputs or none: each goes to a temporary file beside its place first, and only when all are there do
 * they take their names.
 * @throws InputError where one cannot be written.
 */
export async function writeOutputs(outputs: readonly Output[]): Promise<void> {
  const pending: { temporary: string; file: string }[] = [];
  try {
    for (const { file, content, onlyNew } of outputs) {
      if (onlyNew) refuseExisting(file);
      const temporary = path.join(path.dirname(path.resolve(file)), `.${path.basename(file)}.${process.pid}.part`);
      pending.push({ temporary, file });
      await writeFile(temporary, content, { flush: true });
    }
    for (const { temporary, file } of pending) await rename(temporary, file);
  } catch (error) {
    await Promise.all(pending.map(({ temporary }) => rm(temporary, { force: true })));
    if (error instanceof InputError) throw error;
    const code = (error as NodeJS.ErrnoException).code;
    const found =
      code === 'ENOENT' ? 'no such folder' : code === 'ENOSPC' ? 'no space left on the disk' : String((error as Error).message);
    throw new InputError({ file: pending.at(-1)?.file, found, needed: 'a place that can be written to; nothing was written' });
  }
}

/** @throws InputError where the file is there already. */
export function refuseExisting(file: string): void {
  if (existsSync(file))
    throw new InputError({ file, found: 'a file that is there already', needed: 'a new name: it is never written over' });
}

/** An output must not take the place of an input or of another output. @throws InputError where one would. */
export function refuseLosses(outputs: readonly string[], inputs: readonly string[]): void {
  const taken = new Set(inputs.map((file) => path.resolve(file)));
  for (const file of outputs) {
    const place = path.resolve(file);
    if (taken.has(place)) {
      const found = inputs.some((input) => path.resolve(input) === place)
        ? 'a file that is read'
        : 'a file named for two outputs';
      throw new InputError({ file, found, needed: 'a name of its own for every output; nothing was written' });
    }
    taken.add(place);
  }
}

export async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw new InputError({ file: folder, found: String((error as Error).message), needed: 'a folder that can be made' });
  }
}
