import { createHash } from 'node:crypto';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

/*
 * Temporary files of writing, of the window and the command line: `.case.json.<computer>-<process>-<number>.part`, and
 * `.case.json.turn` while one of several programs gives a file its name. One that outlived its process was left by an
 * interrupted write; those of other computers and of running processes are in use, and are let alone.
 */

const COMPUTER = createHash('sha256').update(os.hostname()).digest('hex').slice(0, 8);
const OWN = /^\..+\.([0-9a-f]{8})-(\d{1,10})-[0-9a-f]{8}\.part$/;
/** Those of the version before tell no process: they are left where they are not older than any write takes, ms. */
const EARLIER = /^\.(?:.+\.|isoeffect-)[0-9a-f]{12}\.part$/;
const LONGEST_WRITE_MS = 10 * 60 * 1000;
/** The longest name that file systems take, less what is added to it. */
const LONGEST_STEM = 200;

const TURN = /^\..+\.turn$/;
const OWNER = /^([0-9a-f]{8})-(\d{1,10})-[0-9a-f]{8}$/;

/** Temporary files that this process is writing. */
export const underWay = new Set<string>();

/** A temporary name beside a file. */
export const partName = (name: string, number: string, process_ = process.pid): string =>
  `.${cutTo(name, LONGEST_STEM)}.${ownerText(number, process_)}.part`;

/** What stands for the turn of whoever gives a file its name. */
export const turnName = (name: string): string => `.${cutTo(name, LONGEST_STEM)}.turn`;

/** Whose something is: this computer's, a process's, and one of its number. */
export const ownerText = (number: string, process_ = process.pid): string => `${COMPUTER}-${process_}-${number}`;

/** Whether something is of a process of this computer that has ended; of another computer nobody knows. */
export function isOfEnded(owner: string): boolean {
  const own = OWNER.exec(owner);
  return own?.[1] === COMPUTER && !isRunning(Number(own[2]));
}

/** By bytes, as file systems count, and never within a sign. */
function cutTo(name: string, most: number): string {
  let cut = name;
  while (Buffer.byteLength(cut) > most) cut = [...cut].slice(0, -1).join('');
  return cut;
}

/** Removes what interrupted writes of this program have left in a folder. What cannot be removed stays. */
export async function removeLeftovers(folder: string, now = new Date()): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const file = path.join(folder, name);
    if (underWay.has(file) || !(await isLeft(file, name, now))) continue;
    await rm(file, { force: true }).catch(() => {});
  }
}

async function isLeft(file: string, name: string, now: Date): Promise<boolean> {
  const own = OWN.exec(name);
  // What this process does not write any more it has left.
  if (own) return own[1] === COMPUTER && (Number(own[2]) === process.pid || !isRunning(Number(own[2])));
  if (TURN.test(name)) return isOfEnded(await readFile(file, 'utf8').catch(() => ''));
  if (!EARLIER.test(name)) return false;
  const found = await stat(file).catch(() => undefined);
  return found?.isFile() === true && now.getTime() - found.mtimeMs > LONGEST_WRITE_MS;
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
