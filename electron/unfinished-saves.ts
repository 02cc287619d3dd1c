import { readFile, rm } from 'node:fs/promises';
import { z } from 'zod';
import { writeAtomically } from './atomic-write';

const stored = z.array(z.string());

/**
 * Folders that are being saved in, noted before and struck out afterwards: what an interruption leaves in one is removed at
 * the next start, though no case of it is among the recent ones.
 */
export class UnfinishedSaves {
  #last: Promise<unknown> = Promise.resolve();
  /** Those of starts before that nobody has tidied yet. */
  #earlier: Promise<readonly string[]> | undefined;
  readonly #underWay: string[] = [];

  constructor(private readonly file: string) {}

  /** Notes a folder while something is saved in it. One that cannot be noted is no reason not to save. */
  async during<T>(folder: string, save: () => Promise<T>): Promise<T> {
    this.#underWay.push(folder);
    await this.#write();
    try {
      return await save();
    } finally {
      this.#underWay.splice(this.#underWay.indexOf(folder), 1);
      await this.#write();
    }
  }

  /** Does what `tidy` does with the folders of the starts before, and forgets them. */
  async tidied(tidy: (folders: readonly string[]) => Promise<void>): Promise<void> {
    await tidy(await this.#found());
    this.#earlier = Promise.resolve([]);
    await this.#write();
  }

  #found(): Promise<readonly string[]> {
    this.#earlier ??= readFile(this.file, 'utf8')
      .then((text) => stored.parse(JSON.parse(text)))
      .catch(() => []);
    return this.#earlier;
  }

  #write(): Promise<void> {
    const turn = this.#last.then(async () => {
      const folders = [...new Set([...(await this.#found()), ...this.#underWay])];
      if (folders.length === 0) await rm(this.file, { force: true });
      else await writeAtomically(this.file, JSON.stringify(folders), { isPrivate: true });
    });
    this.#last = turn.catch(() => {});
    return turn.catch(() => {});
  }
}
