import { randomBytes } from 'node:crypto';
import { type Stats, statSync } from 'node:fs';
import { constants, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { whileHeld } from '../files/held-open';
import { partName, removeLeftovers, underWay } from '../files/part-files';
import { InputError } from '../input-error';
import { untilKnown } from './lost-words';
import { type Place, refuseOutputs, targetOf, writeFault } from './output-places';
import { standardStream } from './standard-streams';

/** What is to be written, and where. */
export interface Output extends Place {
  readonly content: string | Uint8Array;
}

interface Pending {
  readonly file: string;
  /** With links resolved: a link stays, and what it leads to is replaced. */
  readonly target: string;
  readonly temporary: string;
}

/**
 * Writes all the outputs or none: each file goes to a temporary one beside its place first,
 * through to the disk, and only when all are there and nothing stands against them do they take
 * their names. A file that is replaced keeps its mode and, where the system lets it, its owner.
 * Pipes and devices are written as they are. What an interrupted write of this program has left
 * in a folder is removed before it is written to.
 * @param inputs what must not be written over, as for `refuseOutputs`.
 * @throws InputError where one cannot be written.
 */
export async function writeOutputs(outputs: readonly Output[], inputs: readonly string[]): Promise<void> {
  const pending: Pending[] = [];
  const named: string[] = [];
  let file = '';
  try {
    for (const { file: at, content } of outputs) {
      file = at;
      const there = standardStream(at) ? undefined : statSync(at, { throwIfNoEntry: false });
      if (standardStream(at) || (there && !there.isFile())) continue;
      pending.push(await writeBeside(at, there, content));
    }
    refuseOutputs(outputs, inputs);
    for (const output of outputs) {
      file = output.file;
      if (standardStream(file) || pending.some((one) => one.file === file)) continue;
      await writeStream(file, output.content);
    }
    for (const one of pending) {
      file = one.file;
      const output = outputs.filter((each) => each.file === file);
      let tries = 0;
      await whileHeld(async () => {
        // Something else may have come there while it was waited for.
        if (tries++ > 0) refuseOutputs(output, inputs);
        await rename(one.temporary, one.target);
      });
      underWay.delete(one.temporary);
      named.push(file);
    }
  } catch (error) {
    await Promise.all(pending.map(({ temporary }) => rm(temporary, { force: true })));
    for (const { temporary } of pending) underWay.delete(temporary);
    if (error instanceof InputError) throw error;
    const written = named.length > 0 ? `${named.join(', ')} was written` : 'nothing was written';
    throw new InputError({
      file,
      found: writeFault(error),
      needed: `a place that can be written to; ${written}`,
    });
  }
  const streamed = outputs.filter(({ file: at }) => standardStream(at));
  for (const { file: at, content } of streamed) standardStream(at)?.write(content);
  if (streamed.length > 0) await untilKnown();
}

async function writeBeside(file: string, there: Stats | undefined, content: Output['content']): Promise<Pending> {
  const target = targetOf(file, there !== undefined);
  const folder = path.dirname(target);
  await removeLeftovers(folder);
  const temporary = path.join(folder, partName(path.basename(target), randomBytes(4).toString('hex')));
  underWay.add(temporary);
  try {
    await writeWhole(temporary, there, content);
  } catch (error) {
    await rm(temporary, { force: true });
    underWay.delete(temporary);
    throw error;
  }
  return { file, target, temporary };
}

async function writeWhole(temporary: string, there: Stats | undefined, content: Output['content']): Promise<void> {
  const handle = await open(temporary, 'wx', there ? 0o600 : 0o666);
  try {
    await handle.writeFile(content);
    if (there) {
      await handle.chown(there.uid, there.gid).catch(() => {});
      await handle.chmod(there.mode & 0o7777);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A pipe or a device: nothing is created, cut off or forced to a disk. */
async function writeStream(file: string, content: Output['content']): Promise<void> {
  const handle = await open(file, constants.O_WRONLY);
  try {
    if ((await handle.stat()).isFile()) {
      throw new InputError({ file, found: 'a file where a pipe was', needed: 'a place that stays; nothing was written' });
    }
    await handle.writeFile(content);
  } finally {
    await handle.close();
  }
}
