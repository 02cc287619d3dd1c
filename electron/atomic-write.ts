import { randomBytes } from 'node:crypto';
import * as disk from 'node:fs/promises';
import path from 'node:path';

/** What is needed of the disk; tests give one that is full. */
export type Disk = Pick<typeof disk, 'open' | 'rename' | 'rm'>;

/** Writes a file whole or not at all: to a temporary one beside it, through to the disk, and only then under its name. */
export async function writeAtomically(file: string, content: string | Uint8Array, on: Disk = disk): Promise<void> {
  const temporary = path.join(path.dirname(file), `.${path.basename(file)}.${randomBytes(6).toString('hex')}.part`);
  try {
    const handle = await on.open(temporary, 'wx');
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await on.rename(temporary, file);
  } catch (error) {
    await on.rm(temporary, { force: true }).catch(() => {});
    throw error;
  }
}
