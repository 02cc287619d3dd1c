import { Worker } from 'node:worker_threads';
import type { Random } from '../../fuzz/random';

/** Files that are there while something is being written. */
export interface Signs {
  readonly folders: readonly string[];
  /** Of their names. */
  readonly pattern: string;
  /** They are there all the time, and grow. */
  readonly isGrowing?: true;
}

/** When a process is killed. */
interface Moment {
  /** After so many ms at the latest. */
  readonly afterMs: number;
  /** As soon as something new of the kind is seen for the `times`-th time, and `thenMs` later. */
  readonly seen?: Signs & { readonly times: number; readonly thenMs: number };
}

/** Temporary files of this program's writing. */
export const PART = '^\\..+\\.part$';

/**
 * A third of the kills come at any time, the others while something is being written: the first that is seen or one after
 * it, at once or a little later.
 */
export function anyMoment(random: Random, withinMs: number, signs: Signs): Moment {
  if (random.chance(0.35)) return { afterMs: random.between(0, withinMs) };
  const thenMs = random.chance(0.5) ? 0 : random.next() * 20;
  return { afterMs: 4 * withinMs + 5000, seen: { ...signs, times: random.between(1, 3), thenMs } };
}

/** Kills a process at a moment. @returns when, by the clock of `Date.now()`. */
export function killAt(pid: number, moment: Moment): Promise<number> {
  const killer = new Worker(new URL('./killer.mjs', import.meta.url), { workerData: { pid, ...moment } });
  return new Promise((resolve, reject) => {
    killer.once('message', resolve);
    killer.once('error', reject);
  });
}
