import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Keeping, KeptKind } from '../src/app/host/keeping';
import type { Drafts } from './drafts';
import { clearTraces, countTraces } from './fault-traces';
import { isPrivate } from './private-place';
import type { RecentCases } from './recent-cases';

interface Parts {
  /** The folder that the program has of each user of the computer. */
  readonly userData: string;
  readonly drafts: Drafts;
  readonly recent: RecentCases;
  /** Whoever looks after the computer has said that nothing is kept. */
  readonly isForced: boolean;
  /** The system's own list of recent documents. */
  forgetRecentDocuments(): void;
}

/**
 * Whether anything of cases is kept from one start to the next, and the way to clear it. That a person wants nothing kept
 * is a file that is there: no content that could be damaged turns it into its opposite.
 */
export class KeptHere {
  #isForced: boolean;
  readonly #mark: string;

  constructor(private readonly parts: Parts) {
    this.#isForced = parts.isForced;
    this.#mark = path.join(parts.userData, 'keep-nothing');
  }

  get isNothing(): boolean {
    return this.#isForced || existsSync(this.#mark);
  }

  /** A later start said so by a switch. */
  force(): void {
    this.#isForced = true;
  }

  async state(): Promise<Keeping> {
    const { userData } = this.parts;
    const nothingBy = this.#isForced ? 'administrator' : existsSync(this.#mark) ? 'person' : undefined;
    return {
      folder: userData,
      traces: await countTraces(userData),
      ...(nothingBy && { nothingBy }),
      ...(!(await isPrivate(userData)) && { isOpenToOthers: true }),
      ...((await this.parts.recent.isOfNewer()) && { isRecentOfNewer: true }),
    };
  }

  /** By a person's word. What was kept before stays until it is cleared. @throws Error with a sentence for the user. */
  async keepNothing(isNothing: boolean): Promise<Keeping> {
    const { userData } = this.parts;
    if (this.#isForced && !isNothing) throw new Error('That nothing is kept is set by whoever looks after this computer.');
    try {
      if (isNothing) {
        await mkdir(userData, { recursive: true, mode: 0o700 });
        await writeFile(this.#mark, '', { mode: 0o600, flush: true });
      } else await rm(this.#mark, { force: true });
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // A full disk takes an empty file, and fails to write it through.
      if (isNothing) await rm(this.#mark, { force: true }).catch(() => {});
      throw new Error(`This setting could not be kept in ${userData} (${code}): it is as it was.`);
    }
    return this.state();
  }

  /** All of these kinds, by a person's word. @throws Error with a sentence for the user where something is left. */
  async clear(kinds: readonly KeptKind[]): Promise<Keeping> {
    const { drafts, recent, userData } = this.parts;
    const failures: string[] = [];
    const tried = async (work: Promise<unknown>) => work.catch((error: Error) => failures.push(error.message));
    if (kinds.includes('drafts')) await tried(drafts.clear());
    if (kinds.includes('recent')) {
      await tried(recent.clear());
      this.parts.forgetRecentDocuments();
    }
    if (kinds.includes('traces')) await tried(clearTraces(userData));
    if (failures.length > 0) throw new Error(`Not everything could be cleared: ${failures.join(' ')}`);
    return this.state();
  }
}
