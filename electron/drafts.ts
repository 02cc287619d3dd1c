import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { writeAtomically } from './atomic-write';

const draft = z.object({
  key: z.string(),
  content: z.string(),
  savedAt: z.string(),
  /** The files that its case names and that were open when it was written: they may be opened again with it. */
  files: z.array(z.string()).default([]),
});
export type Draft = z.infer<typeof draft>;

/** Work not yet saved, one file each, named by the hash of the case's key. Changes are written one after another. */
export class Drafts {
  #last: Promise<unknown> = Promise.resolve();
  #underWay = 0;

  constructor(private readonly folder: string) {}

  /** Undefined content forgets the draft. */
  save(key: string, content: string | undefined, files: readonly string[] = [], now = new Date()): Promise<void> {
    this.#underWay++;
    const turn = this.#last.then(() => this.#write(key, content, files, now)).finally(() => this.#underWay--);
    this.#last = turn.catch(() => {});
    return turn;
  }

  async #write(key: string, content: string | undefined, files: readonly string[], now: Date): Promise<void> {
    const file = path.join(this.folder, `${createHash('sha256').update(key).digest('hex')}.json`);
    if (content === undefined) return rm(file, { force: true });
    await mkdir(this.folder, { recursive: true });
    await writeAtomically(file, JSON.stringify({ key, content, savedAt: now.toISOString(), files }));
  }

  /** Newest first. A draft that cannot be read is passed over. */
  async list(): Promise<readonly Draft[]> {
    await this.#last;
    const names = await readdir(this.folder).catch(() => []);
    const drafts = await Promise.all(names.filter((name) => /^[0-9a-f]{64}\.json$/.test(name)).map((name) => this.#read(name)));
    return drafts.filter((one) => one !== undefined).sort((a, b) => b.savedAt.localeCompare(a.savedAt));
  }

  async find(key: string): Promise<Draft | undefined> {
    return (await this.list()).find((one) => one.key === key);
  }

  async #read(name: string): Promise<Draft | undefined> {
    try {
      return draft.parse(JSON.parse(await readFile(path.join(this.folder, name), 'utf8')));
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
