import { randomBytes } from 'node:crypto';
import type { Stats } from 'node:fs';
import * as disk from 'node:fs/promises';
import path from 'node:path';
import { type Patience, whileHeld } from '../src/files/held-open';
import { partName, underWay } from '../src/files/part-files';
import type { Disk } from './disk';
import { inTurn, TurnLost } from './save-turn';

interface Writing {
  readonly on?: Disk;
  /**
   * Called when all is written beside the file and nothing under its name yet, and again before every further try: what
   * it throws ends the writing. From then on no other program that writes with such a look gives the file its name.
   */
  readonly before?: () => Promise<void>;
  /** For its user alone, also where an earlier one was for others. */
  readonly isPrivate?: boolean;
  readonly patience?: Patience;
}

/**
 * Writes a file whole or not at all: to a temporary one beside it, through to the disk, and only then under its name. A
 * file that is there already keeps its mode, and its owner where the system allows that; one that another program holds
 * open is tried for two seconds.
 * @throws HeldOpen where it is held longer.
 */
export async function writeAtomically(
  file: string,
  content: string | Uint8Array,
  { on = disk, before, isPrivate = false, patience }: Writing = {},
): Promise<void> {
  const temporary = path.join(path.dirname(file), partName(path.basename(file), randomBytes(4).toString('hex')));
  underWay.add(temporary);
  try {
    const there = isPrivate ? undefined : await disk.stat(file).catch(() => undefined);
    // Nobody reads what is being written who could not read what it replaces.
    const handle = await on.open(temporary, 'wx', there || isPrivate ? 0o600 : 0o666);
    try {
      await handle.writeFile(content);
      if (there) await keepOwner(handle, there);
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (before) await lookAndRename(temporary, file, before, on, patience);
    else await whileHeld(() => on.rename(temporary, file), patience);
    await syncFolder(path.dirname(file), on);
  } catch (error) {
    await on.rm(temporary, { force: true }).catch(() => {});
    throw error;
  } finally {
    underWay.delete(temporary);
  }
}

async function lookAndRename(
  temporary: string,
  file: string,
  before: () => Promise<void>,
  on: Disk,
  patience: Patience | undefined,
): Promise<void> {
  const once = () =>
    inTurn(
      file,
      (isStillMine) =>
        whileHeld(async () => {
          await before();
          await isStillMine();
          await on.rename(temporary, file);
        }, patience),
      on,
    );
  try {
    await once();
  } catch (error) {
    if (!(error instanceof TurnLost)) throw error;
    await once();
  }
}

async function keepOwner(handle: disk.FileHandle, there: Stats): Promise<void> {
  const mine = await handle.stat();
  // Owner first: changing it takes special bits of the mode away. Where the owner cannot be kept, perhaps the group can.
  if (mine.uid !== there.uid || mine.gid !== there.gid) {
    await handle.chown(there.uid, there.gid).catch(() => handle.chown(mine.uid, there.gid).catch(() => {}));
  }
  await handle.chmod(there.mode & 0o7777).catch(() => {});
}

/** The new name is on the disk as well, where folders can be opened (not on Windows). */
async function syncFolder(folder: string, on: Disk): Promise<void> {
  const handle = await on.open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => {});
  await handle?.close().catch(() => {});
}
