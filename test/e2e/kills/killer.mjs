/*
 * Kills a process while whoever started it waits for other things: after a while, or as soon as files of a kind have come,
 * or grown, in folders so many times. By itself, so that no busy event loop stands between what is seen and the kill; told
 * by the system, so that what comes and goes in a moment is seen too.
 */
import { existsSync, watch } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';

const { pid, afterMs, seen } = workerData;
const rest = new Int32Array(new SharedArrayBuffer(4));
const last = setTimeout(kill, afterMs);
/** How often a folder is looked for that is not there yet, ms. */
const SOON_MS = 50;

function kill() {
  const at = Date.now();
  try {
    process.kill(pid, 'SIGKILL');
  } catch {}
  parentPort.postMessage(at);
  clearTimeout(last);
  process.exit();
}

/** Counts what comes in a folder of the kind, each name once; of what is written on, each time. */
function count({ pattern, isGrowing, times, thenMs }, known, folder) {
  if (!existsSync(folder)) {
    setTimeout(count, SOON_MS, seen, known, folder);
    return;
  }
  const kind = new RegExp(pattern);
  watch(folder, (_event, name) => {
    if (name === null || !kind.test(name)) return;
    known.add(isGrowing ? known.size : `${folder}/${name}`);
    if (known.size < times) return;
    if (thenMs > 0) Atomics.wait(rest, 0, 0, thenMs);
    kill();
  });
}

const known = new Set();
if (seen) for (const folder of seen.folders) count(seen, known, folder);
