import { readFile, rm } from 'node:fs/promises';
import { z } from 'zod';
import type { RecentCase } from '../src/app/host/host';
import { readWhileHeld, whileHeld } from '../src/files/held-open';
import { writeAtomically } from './atomic-write';

const MAX_RECENT = 10;
const stored = z.array(z.object({ path: z.string(), openedAt: z.string() }));

/** The cases opened last, newest first. Changes are written one after another. */
export class RecentCases {
  #last: Promise<unknown> = Promise.resolve();

  constructor(private readonly file: string) {}

  list(): Promise<readonly RecentCase[]> {
    return this.#inTurn(() => this.#read());
  }

  add(path: string, now = new Date()): Promise<void> {
    return this.#change((cases) => [{ path, openedAt: now.toISOString() }, ...without(cases, path)].slice(0, MAX_RECENT));
  }

  remove(path: string): Promise<void> {
    return this.#change((cases) => without(cases, path));
  }

  clear(): Promise<void> {
    return this.#inTurn(() => whileHeld(() => rm(this.file, { force: true })));
  }

  #change(change: (cases: readonly RecentCase[]) => readonly RecentCase[]): Promise<void> {
    return this.#inTurn(async () =>
      writeAtomically(this.file, `${JSON.stringify(change(await this.#read()), null, 2)}\n`, { isPrivate: true }),
    );
  }

  /** A list that cannot be read is no reason not to start: it begins anew. */
  async #read(): Promise<readonly RecentCase[]> {
    try {
      return stored.parse(JSON.parse(await readWhileHeld(() => readFile(this.file, 'utf8')))).slice(0, MAX_RECENT);
    } catch {
      return [];
    }
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => {});
    return turn;
  }
}

const without = (cases: readonly RecentCase[], path: string) => cases.filter((one) => one.path !== path);
