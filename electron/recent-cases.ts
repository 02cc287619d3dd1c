import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { RecentCase } from '../src/app/host/host';
import { readWhileHeld, whileHeld } from '../src/files/held-open';
import { writeAtomically } from './atomic-write';

const MAX_RECENT = 10;
/** What a newer version tells beside that stays with an entry. */
const entry = z.looseObject({ path: z.string(), openedAt: z.string() });

/** The cases opened last, newest first. Changes are written one after another. */
export class RecentCases {
  #last: Promise<unknown> = Promise.resolve();

  constructor(private readonly file: string) {}

  list(): Promise<readonly RecentCase[]> {
    return this.#inTurn(async () => {
      const kept = (await this.#read()).slice(0, MAX_RECENT).flatMap((each) => entry.safeParse(each).data ?? []);
      return kept.map(({ path: file, openedAt }) => ({ path: file, openedAt }));
    });
  }

  add(file: string, now = new Date()): Promise<void> {
    return this.#change((cases) => [{ path: file, openedAt: now.toISOString() }, ...without(cases, file)].slice(0, MAX_RECENT));
  }

  remove(file: string): Promise<void> {
    return this.#change((cases) => without(cases, file));
  }

  clear(): Promise<void> {
    return this.#inTurn(() => whileHeld(() => rm(this.file, { force: true })));
  }

  /** Whether the list is one that only a newer version of the program knows: no case is added to it. */
  isOfNewer(): Promise<boolean> {
    return this.#inTurn(async () => isOtherList(await this.#json()));
  }

  #change(change: (cases: readonly unknown[]) => readonly unknown[]): Promise<void> {
    return this.#inTurn(async () => {
      if (isOtherList(await this.#json())) return;
      await mkdir(path.dirname(this.file), { recursive: true, mode: 0o700 });
      await writeAtomically(this.file, `${JSON.stringify(change(await this.#read()), null, 2)}\n`, { isPrivate: true });
    });
  }

  /** A list that is damaged is no reason not to start: it begins anew. */
  async #read(): Promise<readonly unknown[]> {
    const read = await this.#json();
    return Array.isArray(read) ? read : [];
  }

  async #json(): Promise<unknown> {
    try {
      return JSON.parse(await readWhileHeld(() => readFile(this.file, 'utf8')));
    } catch {
      return undefined;
    }
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => {});
    return turn;
  }
}

/** Whole, and no list of entries: this version and all before it write nothing else. */
const isOtherList = (read: unknown): boolean => typeof read === 'object' && read !== null && !Array.isArray(read);

const without = (cases: readonly unknown[], file: string) => cases.filter((one) => entry.safeParse(one).data?.path !== file);
