import { createHash } from 'node:crypto';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { aboutContent, type DraftHead, newestFirst, nextTurn, supersededBy } from '../src/app/host/draft-head';
import { outlivedDrafts } from '../src/app/host/draft-retention';
import { readWhileHeld, whileHeld } from '../src/files/held-open';
import { writeAtomically } from './atomic-write';
import { makePrivate } from './private-place';

const draft = z.object({
  key: z.string(),
  content: z.string(),
  savedAt: z.string(),
  turn: z.number().int().nonnegative().default(0),
  /** The files that its case names and that were open when it was written: they may be opened again with it. */
  files: z.array(z.string()).default([]),
});
export type Draft = z.infer<typeof draft>;

const nameOf = (key: string): string => `${createHash('sha256').update(key).digest('hex')}.json`;

/**
 * Work not yet saved, one file each, named by the hash of its key. Changes are written one after another; what has
 * outlived its time or is too much goes with each of them.
 */
export class Drafts {
  #last: Promise<unknown> = Promise.resolve();
  #underWay = 0;
  /** Heads of files that have not changed since, so that listing does not read them all again. */
  readonly #known = new Map<string, { readonly stamp: string; readonly head: DraftHead }>();

  constructor(private readonly folder: string) {}

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
    const [savedAt, turn] = [now.toISOString(), nextTurn(heads)];
    await writeAtomically(file, JSON.stringify({ key, savedAt, turn, files, content }), { isPrivate: true });
    const head = { ...aboutContent(content), key, savedAt, turn, size: content.length };
    await this.#forget(outlivedDrafts([...others, head], now, key).concat(supersededBy(head, others) ?? []));
  }

  /** Newest first; what is too old is gone by then. A draft that cannot be read is passed over. */
  async list(now = new Date()): Promise<readonly DraftHead[]> {
    await this.#last;
    const heads = await this.#heads();
    const gone = outlivedDrafts(heads, now);
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
      })
      .catch((error: unknown) => Promise.reject(notKept(this.folder, error)))
      .finally(() => this.#underWay--);
    this.#last = turn.catch(() => {});
    return turn;
  }

  async find(key: string): Promise<Draft | undefined> {
    await this.#last;
    return this.#read(nameOf(key));
  }

  async #heads(): Promise<DraftHead[]> {
    const names = await readdir(this.folder).catch(() => []);
    const heads: DraftHead[] = [];
    for (const name of names.filter((each) => /^[0-9a-f]{64}\.json$/.test(each))) {
      const found = await stat(path.join(this.folder, name), { bigint: true }).catch(() => undefined);
      if (!found) continue;
      const stamp = `${found.ino} ${found.size} ${found.mtimeNs}`;
      const known = this.#known.get(name);
      const head = known?.stamp === stamp ? known.head : headOf(await this.#read(name));
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

  async #read(name: string): Promise<Draft | undefined> {
    try {
      return draft.parse(JSON.parse(await readWhileHeld(() => readFile(path.join(this.folder, name), 'utf8'))));
    } catch {
      return undefined;
    }
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

const headOf = (read: Draft | undefined): DraftHead | undefined =>
  read && {
    ...aboutContent(read.content),
    key: read.key,
    savedAt: read.savedAt,
    turn: read.turn,
    size: read.content.length,
  };
