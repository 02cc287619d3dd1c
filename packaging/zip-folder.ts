import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { lstat, open, readdir, readlink } from 'node:fs/promises';
import path from 'node:path';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

/** The system whose modes are told with each entry: Unix, of which every unpacker knows. */
const UNIX = 3;
const CHUNK_BYTES = 2 ** 20;

/**
 * A zip of a folder, with its own name in front, modes and symbolic links as they are: no program of the system is asked
 * for it, and no more than a chunk of each file is held.
 * @param level 0, as it is, to 9, smallest.
 * @param within what stands before each name; the folder's own name unless given.
 */
export async function zipFolder(
  folder: string,
  zipFile: string,
  { level = 6, within = path.basename(folder) }: { level?: 0 | 6 | 9; within?: string } = {},
): Promise<void> {
  const out = createWriteStream(zipFile);
  const failed = once(out, 'error').then(([error]) => Promise.reject(error));
  failed.catch(() => {});
  let isBehind = false;
  const zip = new Zip((error, chunk, isLast) => {
    if (error) out.destroy(error);
    else isBehind = !out.write(chunk);
    if (isLast) out.end();
  });

  const add = (name: string, mode: number, isPlain: boolean) => {
    const entry = isPlain ? new ZipPassThrough(name) : new ZipDeflate(name, { level });
    entry.os = UNIX;
    entry.attrs = mode * 2 ** 16;
    zip.add(entry);
    return entry;
  };

  async function addFile(file: string, name: string, mode: number): Promise<void> {
    const entry = add(name, mode, level === 0);
    const handle = await open(file);
    try {
      for (let isLast = false; !isLast; ) {
        const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(CHUNK_BYTES), 0, CHUNK_BYTES);
        isLast = bytesRead === 0;
        entry.push(buffer.subarray(0, bytesRead), isLast);
        if (isBehind) await Promise.race([once(out, 'drain'), failed]);
        isBehind = false;
      }
    } finally {
      await handle.close();
    }
  }

  async function addBelow(at: string, name: string): Promise<void> {
    for (const entry of (await readdir(at)).toSorted()) {
      const file = path.join(at, entry);
      const inZip = name === '' ? entry : `${name}/${entry}`;
      const found = await lstat(file);
      if (found.isSymbolicLink()) add(inZip, found.mode, true).push(Buffer.from(await readlink(file)), true);
      else if (found.isDirectory()) await addBelow(file, inZip);
      else await addFile(file, inZip, found.mode);
    }
  }

  await addBelow(folder, within);
  zip.end();
  await Promise.race([once(out, 'close'), failed]);
}
