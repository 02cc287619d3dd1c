import { type ChildProcess, fork } from 'node:child_process';
import { appendFileSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { mutationOf } from './fuzzed-case';
import type { Ran } from './run-mutation';
import { faultLine, faultsOf, MOST_MB, Tally } from './tally';

/*
 * `npm run fuzz -- N [--seed S] [--from I] [--log FILE]`: N mutations of files, the same for the same seed and number,
 * in a process of their own that is watched. Ends with 1 where there was a fault. The log has a line of JSON for each
 * mutation that has a fault or changes a number untold.
 */

/** Longer than any mutation that is not one that hangs, on however busy a machine. */
const WATCHED_MS = 120_000;
const EVERY_MS = 100;
const PAGE_BYTES = 4096;
const RANGE = fileURLToPath(new URL('./run-range.ts', import.meta.url));

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    from: { type: 'string', default: '0' },
    log: { type: 'string' },
  },
});
const seed = Number(values.seed);
const tally = new Tally();
const end = Number(values.from) + Number(positionals[0] ?? 500);
let next = Number(values.from);

function take(ran: Ran): void {
  tally.add(ran);
  next = ran.index + 1;
  const isFaulty = faultsOf(ran).length > 0;
  if (isFaulty) console.log(faultLine(seed, ran));
  if (values.log && (isFaulty || ran.outcome === 'untold')) {
    appendFileSync(values.log, `${JSON.stringify(ran)}\n`);
  }
}

/** Memory of a running process, where the system tells. */
function rssMbOf({ pid }: ChildProcess): number {
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
    return (pages * PAGE_BYTES) / 2 ** 20;
  } catch {
    return 0;
  }
}

/** Runs mutations from `next` on until all are done or the process has ended, on its own or not. */
async function runRest(): Promise<void> {
  const child = fork(RANGE, [seed, next, end].map(String));
  let heard = performance.now();
  let stopped: string | undefined;
  child.on('message', (ran) => {
    heard = performance.now();
    take(ran as Ran);
  });
  const watch = setInterval(() => {
    const rssMb = rssMbOf(child);
    if (rssMb > MOST_MB) stopped = `memory: ${rssMb.toFixed(0)} MB, ended`;
    if (performance.now() - heard > WATCHED_MS) stopped = `hang: ended after ${WATCHED_MS / 1000} s`;
    if (stopped) child.kill('SIGKILL');
  }, EVERY_MS);
  const status = await new Promise((ended) => child.on('exit', (code, signal) => ended(signal ?? code)));
  clearInterval(watch);
  if (next >= end) return;
  const { fileKind, kind } = mutationOf(seed, next);
  const faults = [stopped ?? `the process ended: ${status}`];
  const nothing = { changed: [], said: [], ms: 0, cpuMs: 0, rssMb: 0 };
  take({ index: next, fileKind, kind, outcome: 'refused', faults, ...nothing });
}

while (next < end) await runRest();
console.log(tally.text());
process.exitCode = tally.faulty.length > 0 ? 1 : 0;
