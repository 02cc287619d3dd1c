import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Drafts } from '../../../electron/drafts';
import { RecentCases } from '../../../electron/recent-cases';
import { keptAddress } from '../../../electron/web-address';
import { removeLeftovers } from '../../../src/files/part-files';
import { Random } from '../../fuzz/random';
import { anyMoment, killAt, PART } from './kill-at';
import { NONE, type Tally, together } from './tally';
import { numberOf } from './written';

/* A plain process that saves and is killed: the functions that write, without a window around them. */

export type Written = 'case' | 'draft' | 'address' | 'settings';

/** Where names say that something is not written yet, whatever they were called in earlier versions. */
const UNFINISHED = `${PART}|\\.part$|^web-address\\.json.+`;
const WITHIN_MS = 400;

/** What is there of what was written: its number where it has one, or that it is no whole one, or none. */
type There = number | 'whole' | 'half' | 'none';

export async function killSaver(what: Written, times: number, seed: number): Promise<Tally> {
  const folder = mkdtempSync(path.join(tmpdir(), 'isoeffect-killed-'));
  let tally = NONE;
  let last = 0;
  try {
    for (let index = 0; index < times; index++) {
      const told = (await killOne(what, folder, last + 1, Random.of(seed, index))) ?? last;
      const inWriting = unfinishedIn(folder) > 0 ? 1 : 0;
      const there = await THERE[what](folder);
      const isHalf = there === 'half';
      const isLost = there === 'none' ? told > 0 : typeof there === 'number' && there < told;
      const harmed = what === 'draft' ? { draftsHalf: +isHalf, draftsLost: +isLost } : { casesHalf: +isHalf, casesLost: +isLost };
      await startAgain(what, folder);
      tally = together(tally, { kills: 1, inWriting, leftovers: unfinishedIn(folder), ...harmed });
      last = typeof there === 'number' ? there : told;
    }
    return tally;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @returns the last number that the process told, if any. */
async function killOne(what: Written, folder: string, first: number, random: Random): Promise<number | undefined> {
  const args = ['--import', 'tsx', path.join(import.meta.dirname, 'saver.ts'), what, folder, `${first}`];
  const saver = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let [output, errors] = ['', ''];
  const begun = new Promise<void>((resolve) => {
    saver.stdout.on('data', (data: Buffer) => {
      output += data;
      if (output.includes('begun')) resolve();
    });
  });
  saver.stderr.on('data', (data: Buffer) => {
    errors += data;
  });
  const closed = once(saver, 'close');
  await Promise.race([begun, closed]);
  const [[, signal]] = await Promise.all([
    closed,
    killAt(saver.pid!, anyMoment(random, WITHIN_MS, { folders: [folder], pattern: UNFINISHED })),
  ]);
  if (signal !== 'SIGKILL') throw new Error(`the process that saves ended by itself: ${errors}`);
  const told = output.split('\n').slice(1, -1);
  return told.length > 0 ? Number(told.at(-1)) : undefined;
}

const unfinishedIn = (folder: string): number => readdirSync(folder).filter((name) => new RegExp(UNFINISHED).test(name)).length;

const THERE: Readonly<Record<Written, (folder: string) => Promise<There>>> = {
  case: async (folder) => {
    const file = path.join(folder, 'case.json');
    return existsSync(file) ? (numberOf(readFileSync(file, 'utf8')) ?? 'half') : 'none';
  },
  draft: async (folder) => {
    const kept = await new Drafts(folder).find('sitting');
    if (kept) return numberOf(kept.content) ?? 'half';
    return readdirSync(folder).some((name) => name.endsWith('.json')) ? 'half' : 'none';
  },
  // It is taken away before it is written anew: it is there whole, or not at all.
  address: async (folder) => (isWhole(path.join(folder, 'web-address.json')) ? 'whole' : 'half'),
  settings: async (folder) => {
    const [list, window] = ['recent-cases.json', 'window.json'].map((name) => path.join(folder, name));
    if (!isWhole(list) || !isWhole(window)) return 'half';
    const [latest] = await new RecentCases(list).list();
    return latest ? Number(/\d+/.exec(latest.path)![0]) : 'none';
  },
};

/** Whether a file is not there, or is JSON to its end. */
function isWhole(file: string): boolean {
  try {
    return !existsSync(file) || typeof JSON.parse(readFileSync(file, 'utf8')) === 'object';
  } catch {
    return false;
  }
}

/** What the next start does with what it finds. */
async function startAgain(what: Written, folder: string): Promise<void> {
  if (what === 'address') await keptAddress(folder);
  else await removeLeftovers(folder);
}
