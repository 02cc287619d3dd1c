import type { BigIntStats } from 'node:fs';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { clockOf, isOtherClock, lookedAt, readClock } from '../src/app/host/believed-clock';
import { type DraftHead, newestFirst, nextTurn, supersededBy } from '../src/app/host/draft-head';
import { isAhead, outlivedDrafts } from '../src/app/host/draft-retention';
import { readWhileHeld, whileHeld } from '../src/files/held-open';
import { NewerVersion } from '../src/newer-version';
import { writeAtomically } from './atomic-write';
import { DRAFT_VERSION, type Draft, headOf, keyOfFile, nameOf, readDraft } from './draft-file';
import { makePrivate } from './private-place';

/**
 * Work not yet saved, one file each, named by the hash of its key. Changes are written one after another; what has
 * outlived its time or is too much goes with each of them.
 */
export class Drafts {
  #last: Promise<unknown> = Promise.resolve();
  #underWay = 0;
  /** Heads of files that have not changed since, so that listing does not read them all again. */
  readonly #known = new Map<string, { readonly stamp: string; readonly head: DraftHead }>();

  /** @param clock where what is believed of the clock is kept; it tells nothing of cases. */
  constructor(
    private readonly folder: string,
    private readonly clock = `${folder}-clock.json`,
  ) {}

  /** Undefined content forgets the draft. */
  save(key: string, content: string | undefined, files: readonly string[] = [], now = new Date()): Promise<void> {
    this.#underWay++;
    const turn = this.#last
      .then(() => this.#write(key, content, files, now))
      .catch((error: unknown) => Promise.reject(notKept(this.folder, error)))
      .finally(() => this.#underWay--);
    this.#last = turn.catch(() => {});
    return turn;
  }

  async #write(key: string, content: string | undefined, files: readonly string[], now: Date): Promise<void> {
    const file = path.join(this.folder, nameOf(key));
    if (content === undefined) return remove(file);
    await makePrivate(this.folder);
    const heads = await this.#heads();
    const others = heads.filter((other) => other.key !== key);
    const believed = await this.#lookAtClock(heads, now);
    const told = { isoeffectDraft: DRAFT_VERSION, key, savedAt: now.toISOString(), keptAt: believed.toISOString() } as const;
    const written = { ...told, turn: nextTurn(heads), files: [...files], content };
    await writeAtomically(file, JSON.stringify(written), { isPrivate: true });
    const head = headOf(written);
    await this.#forget(outlivedDrafts([...others, head], believed, key).concat(supersededBy(head, others) ?? []));
  }

  async #lookAtClock(kept: readonly DraftHead[], now: Date): Promise<Date> {
    const before = readClock(await readFile(this.clock, 'utf8').catch(() => null));
    const clock = lookedAt(before ?? clockOf(kept), now);
    // Where that cannot be kept, drafts stay a little longer.
    if (kept.length > 0 && isOtherClock(clock, before)) {
      await writeAtomically(this.clock, JSON.stringify(clock), { isPrivate: true }).catch(() => {});
    }
    return new Date(clock.at);
  }

  /** The age of one that is of a time yet to come is counted from now on. */
  async #ageFromNow({ key }: DraftHead, now: Date): Promise<void> {
    const name = nameOf(key);
    const read = await this.#read(name);
    if (!read || read instanceof NewerVersion) return;
    const aged = JSON.stringify({ ...read, keptAt: now.toISOString() });
    await writeAtomically(path.join(this.folder, name), aged, { isPrivate: true }).catch(() => {});
  }

  /** Newest first; what is too old is gone by then. A draft that cannot be read is passed over. */
  list(now = new Date()): Promise<readonly DraftHead[]> {
    const listed = this.#last.then(() => this.#listed(now));
    this.#last = listed.catch(() => {});
    return listed;
  }

  async #listed(now: Date): Promise<readonly DraftHead[]> {
    const heads = await this.#heads();
    const believed = await this.#lookAtClock(heads, now);
    for (const head of heads) if (isAhead(head, believed)) await this.#ageFromNow(head, believed);
    const gone = outlivedDrafts(heads, believed);
    await this.#forget(gone);
    return newestFirst(heads.filter(({ key }) => !gone.includes(key)));
  }

  /** All of them, also those that cannot be read, and what interrupted writes have left. */
  clear(): Promise<void> {
    this.#underWay++;
    const turn = this.#last
      .then(async () => {
        for (const name of await readdir(this.folder).catch(() => [])) {
          if (OWN.test(name)) await remove(path.join(this.folder, name));
        }
        await remove(this.clock);
      })
      .catch((error: unknown) => Promise.reject(notKept(this.folder, error)))
      .finally(() => this.#underWay--);
    this.#last = turn.catch(() => {});
    return turn;
  }

  /** @throws NewerVersion where a newer version of the program wrote it. */
  async find(key: string): Promise<Draft | undefined> {
    await this.#last;
    const read = await this.#read(nameOf(key));
    if (read instanceof NewerVersion) throw read;
    return read;
  }

  async #heads(): Promise<DraftHead[]> {
    const names = await readdir(this.folder).catch(() => []);
    const heads: DraftHead[] = [];
    for (const name of names.filter((each) => /^[0-9a-f]{64}\.json$/.test(each))) {
      const found = await stat(path.join(this.folder, name), { bigint: true }).catch(() => undefined);
      if (!found) continue;
      const stamp = `${found.ino} ${found.size} ${found.mtimeNs}`;
      const known = this.#known.get(name);
      const head = known?.stamp === stamp ? known.head : await this.#head(name, found);
      // One that could not be read just now is looked at again the next time.
      if (!head) continue;
      this.#known.set(name, { stamp, head });
      heads.push(head);
    }
    return heads;
  }

  async #forget(keys: readonly string[]): Promise<void> {
    for (const key of keys) await remove(path.join(this.folder, nameOf(key)));
  }

  async #head(name: string, { mtime, size }: BigIntStats): Promise<DraftHead | undefined> {
    const read = await this.#read(name);
    if (!(read instanceof NewerVersion)) return read && headOf(read);
    const { version } = read;
    const of = { isOfNewer: true, ...(version !== undefined && { writtenBy: `isoeffect ${version}` }) } as const;
    return { key: keyOfFile(name), savedAt: mtime.toISOString(), turn: 0, size: Number(size), ...of };
  }

  /** Undefined where it is gone or damaged. */
  #read(name: string): Promise<Draft | NewerVersion | undefined> {
    const text = readWhileHeld(() => readFile(path.join(this.folder, name), 'utf8'));
    return text.then(readDraft, () => undefined);
  }

  get idle(): boolean {
    return this.#underWay === 0;
  }

  /** When all that was asked for is written. */
  async settled(): Promise<void> {
    await this.#last;
  }
}

/** Drafts, and temporary files of writing them. */
const OWN = /^(?:[0-9a-f]{64}\.json|\.[0-9a-f]{64}\.json\..+\.part)$/;

const remove = (file: string): Promise<void> => whileHeld(() => rm(file, { force: true }));

/** Why a draft could not be kept, for the user. */
function notKept(folder: string, error: unknown): Error {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new Error('The disk is full.');
    case 'EFBIG':
      return new Error(`A file may not be as large in ${folder}.`);
    case 'EIO':
      return new Error('The disk failed.');
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'EEXIST':
    case 'ENOTDIR':
      return new Error(`This program may not write in ${folder}.`);
    case 'EBUSY':
      return new Error(`Another program holds a file in ${folder} open.`);
    default:
      return error as Error;
  }
}
