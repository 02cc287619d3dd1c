import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Beyond this it is worth a few hundredths of a second. */
const LARGE_BYTES = 5e8;

let collect: (() => void) | undefined;

/**
 * Gives memory back that nobody holds any more, where there is much. Of what arrays of numbers hold the engine counts
 * little when it decides to collect, so that of a large case it would keep a file or more too long.
 */
export function giveBack(): void {
  if (process.memoryUsage().arrayBuffers < LARGE_BYTES) return;
  if (!collect) {
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as () => void;
  }
  collect();
}
