import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Keeping } from '../src/app/host/keeping';

/*
 * The program writes no log. Its platform may: a log that somebody asked for by a switch, and what was in memory when a
 * process died, patients' data among it, where dumps are switched on.
 */

/** Below the user's folder of the program: whole folders, and single files. */
const FOLDERS = ['logs', 'Crashpad', 'Crash Reports'];
const FILES = ['chrome_debug.log', 'debug.log'];
/** Beside its dumps the engine keeps its own number and settings, which tell of nobody. */
const NO_TRACE = ['settings.dat', 'metadata', 'client_id'];

/** Every record of a fault, with its size in bytes. */
async function tracesIn(userData: string): Promise<{ readonly file: string; readonly size: number }[]> {
  const found: { file: string; size: number }[] = [];
  const look = async (file: string) => {
    const one = await stat(file).catch(() => undefined);
    if (one?.isFile()) found.push({ file, size: one.size });
  };
  for (const name of FILES) await look(path.join(userData, name));
  for (const folder of FOLDERS) {
    const within = path.join(userData, folder);
    const entries = await readdir(within, { recursive: true, withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      if (entry.isFile() && !NO_TRACE.includes(entry.name)) await look(path.join(entry.parentPath, entry.name));
    }
  }
  return found;
}

export async function countTraces(userData: string): Promise<Keeping['traces']> {
  const traces = await tracesIn(userData);
  return { count: traces.length, size: traces.reduce((sum, { size }) => sum + size, 0) };
}

export async function clearTraces(userData: string): Promise<void> {
  for (const { file } of await tracesIn(userData)) await rm(file, { force: true });
}
