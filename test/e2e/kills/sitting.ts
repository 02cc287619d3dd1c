import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Tally } from './tally';

/* One sitting with a case that is killed: what was changed and when, what was said to be saved, and what is there after it. */

/** Changes that are older than so many ms are kept, whatever happens. */
const KEPT_AFTER_MS = 3000;

export const nameOf = (n: number): string => `edit ${n}`;
const numberIn = (name: string | undefined): number => Number(/^edit (\d+)$/.exec(name ?? '')?.[1] ?? 0);

/** The number of the change that a case file or the case of a draft has. @throws where it is not whole. */
const changeIn = (text: string): number => numberIn((JSON.parse(text) as { courses: { name?: string }[] }).courses[0].name);

export class Sitting {
  #saved = 0;
  #kept = 0;
  readonly #edits: { readonly n: number; readonly at: number }[] = [];

  /** A change that the page has taken. */
  edited(n: number): void {
    this.#edits.push({ n, at: Date.now() });
  }

  /** The page has said that the case is saved. */
  saved(n: number): void {
    this.#saved = Math.max(this.#saved, n);
  }

  /** A draft was kept: seen on the disk, or told by the database. */
  kept(n: number): void {
    this.#kept = Math.max(this.#kept, n);
  }

  /** What a kill at that time has done to the case and to the drafts. */
  harmAt(
    killedAt: number,
    { cases, drafts }: { readonly cases: readonly string[]; readonly drafts: readonly string[] },
    isSavedAtOnce = true,
  ): Partial<Tally> {
    const inCases = cases.map(wholeChange);
    const inDrafts = drafts.map(wholeChange);
    const whole = (found: readonly (number | undefined)[]) => found.filter((n) => n !== undefined);
    const half = (found: readonly (number | undefined)[]) => found.length - whole(found).length;
    const latest = Math.max(0, ...whole(inCases), ...whole(inDrafts));
    const old = this.#edits.filter(({ at }) => at <= killedAt - KEPT_AFTER_MS).map(({ n }) => n);
    const isCaseLost = (isSavedAtOnce ? Math.max(0, ...whole(inCases)) : latest) < this.#saved;
    return {
      casesLost: +isCaseLost,
      casesHalf: half(inCases),
      draftsLost: +(!isCaseLost && latest < Math.max(this.#saved, this.#kept, ...old)),
      draftsHalf: half(inDrafts),
    };
  }
}

function wholeChange(text: string): number | undefined {
  try {
    return changeIn(text);
  } catch {
    return undefined;
  }
}

/** The texts of the cases that drafts hold; what is no whole draft is no whole text. */
export const caseOf = (draft: string): string => {
  try {
    const { content } = JSON.parse(draft) as { content: string };
    return (JSON.parse(content) as { text: string }).text;
  } catch {
    return '';
  }
};

export const draftFiles = (folder: string): string[] =>
  (existsSync(folder) ? readdirSync(folder) : [])
    .filter((name) => /^[0-9a-f]{64}\.json$/.test(name))
    .map((name) => path.join(folder, name));

/** The latest change in any draft of a folder. */
export const keptIn = (folder: string): number =>
  Math.max(0, ...draftFiles(folder).map((file) => wholeChange(caseOf(readFileSync(file, 'utf8'))) ?? 0));

/** SHA-256 of every file below a folder, by path. */
export function hashesIn(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => [file, createHash('sha256').update(readFileSync(file)).digest('hex')]),
  );
}

/** How many of the files are not what they were, or not there. */
export const changedSince = (before: Readonly<Record<string, string>>, now: Readonly<Record<string, string>>): number =>
  Object.keys(before).filter((file) => before[file] !== now[file]).length;
