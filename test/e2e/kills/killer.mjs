/*
 * Kills a process while whoever started it waits for other things: after a while, or as soon as files of a kind have come
 * and gone in folders so many times. By itself, so that no event loop stands between what is seen and the kill.
 */
import { readdirSync, statSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';

const { pid, afterMs, seen } = workerData;
const begun = performance.now();
const rest = new Int32Array(new SharedArrayBuffer(4));

const namesIn = (folder) => {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
};

/** What there is of a kind: by name, and where files are written on by size as well. */
function thereOf({ folders, pattern, isGrowing }) {
  const kind = new RegExp(pattern);
  const files = folders.flatMap((folder) =>
    namesIn(folder)
      .filter((name) => kind.test(name))
      .map((name) => `${folder}/${name}`),
  );
  return isGrowing ? files.map((file) => `${file} ${statSync(file, { throwIfNoEntry: false })?.size}`) : files;
}

/** Waits until something of the kind is new for the `times`-th time, and then `thenMs` more; not beyond `afterMs`. */
function waitForFiles(seen) {
  const known = new Set(thereOf(seen));
  const least = known.size + seen.times;
  while (performance.now() - begun < afterMs) {
    for (const each of thereOf(seen)) known.add(each);
    if (known.size < least) continue;
    const at = performance.now();
    while (performance.now() - at < seen.thenMs);
    return;
  }
}

if (seen) waitForFiles(seen);
else Atomics.wait(rest, 0, 0, afterMs);
const at = Date.now();
try {
  process.kill(pid, 'SIGKILL');
} catch {}
parentPort.postMessage(at);
