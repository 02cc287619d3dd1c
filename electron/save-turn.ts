import { randomBytes } from 'node:crypto';
import * as disk from 'node:fs/promises';
import path from 'node:path';
import { isOfEnded, ownerText, partName, turnName } from '../src/files/part-files';
import type { Disk } from './disk';

/*
 * Of several programs that save to one place, one at a time looks at what lies there and gives the new file its name.
 * Between the two another one's save would be written over, and nobody asked. No system has both in one step.
 */

/** A turn takes as long as reading a case does. One that nobody ends for so long was left, ms. */
const LEFT_MS = 3000;
/** Where its process has ended; processes that do not see each other look so as well. */
const ENDED_MS = 500;
/** However many take turns, ms. */
const LONGEST_WAIT_MS = 20_000;

/** Its turn was taken from it: it was not heard of for too long. */
export class TurnLost extends Error {
  readonly code = 'EBUSY';
}

/** How long has passed, whatever is done to the clock of the day. */
const elapsed = (): number => performance.now();

const pause = () => new Promise((done) => setTimeout(done, 2 + Math.random() * 10));

/**
 * Does `work` while no other program that asks so does its own for this file.
 * @param work is given a question whether it is still its turn, for the last step before what cannot be undone: it throws
 *   where it is not.
 * @throws Error with code EBUSY where others do not let it have its turn.
 */
export async function inTurn<T>(
  file: string,
  work: (isStillMine: () => Promise<void>) => Promise<T>,
  on: Disk = disk,
): Promise<T> {
  const turn = path.join(path.dirname(file), turnName(path.basename(file)));
  const owner = ownerText(randomBytes(4).toString('hex'));
  await take(turn, owner, on);
  try {
    return await work(async () => {
      if ((await ownerOf(turn)) !== owner) throw new TurnLost('others are saving there');
    });
  } finally {
    if ((await ownerOf(turn)) === owner) await on.rm(turn, { force: true }).catch(() => {});
  }
}

const ownerOf = (turn: string): Promise<string | undefined> => disk.readFile(turn, 'utf8').catch(() => undefined);

async function take(turn: string, owner: string, on: Disk): Promise<void> {
  const begun = elapsed();
  let seen: { readonly owner: string; readonly since: number } | undefined;
  for (;;) {
    if (await isTaken(turn, owner, on)) return;
    const now = elapsed();
    const other = await ownerOf(turn);
    if (other === undefined) seen = undefined;
    else if (seen?.owner !== other) seen = { owner: other, since: now };
    else if (now - seen.since > (isOfEnded(other) ? ENDED_MS : LEFT_MS)) {
      await putAside(turn, other, on);
      seen = undefined;
    }
    if (now - begun > LONGEST_WAIT_MS) throw Object.assign(new Error('others are saving there'), { code: 'EBUSY' });
    await pause();
  }
}

/** Whether it is this one's turn now; false where it is another's. */
async function isTaken(turn: string, owner: string, on: Disk): Promise<boolean> {
  let handle: disk.FileHandle;
  try {
    handle = await on.open(turn, 'wx', 0o666);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // Windows says by turns that a file may not be touched of one that is just being removed.
    if (code === 'EEXIST' || (process.platform === 'win32' && (code === 'EPERM' || code === 'EACCES'))) return false;
    throw error;
  }
  try {
    await handle.writeFile(owner);
  } catch (error) {
    await on.rm(turn, { force: true }).catch(() => {});
    throw error;
  } finally {
    await handle.close();
  }
  return true;
}

/** A turn that was left. Of several who find it so one alone takes it away; whoever took a new one by that gives it back. */
async function putAside(turn: string, left: string, on: Disk): Promise<void> {
  const aside = path.join(path.dirname(turn), partName(path.basename(turn), randomBytes(4).toString('hex')));
  try {
    await on.rename(turn, aside);
  } catch {
    return;
  }
  const taken = await ownerOf(aside);
  if (taken !== undefined && taken !== left) await isTaken(turn, taken, on).catch(() => {});
  await on.rm(aside, { force: true }).catch(() => {});
}
