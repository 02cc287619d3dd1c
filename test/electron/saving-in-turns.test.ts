import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { FileGrants } from '../../electron/file-grants';
import { saveFile } from '../../electron/save';
import { inTurn } from '../../electron/save-turn';
import { partName, removeLeftovers, turnName } from '../../src/files/part-files';
import { temporaryFolder } from './temporary-folder';

/* Several programs that save to one place: each save is whole, or asked about; none is lost without a word. */

const folder = temporaryFolder();
const none = new FileGrants();
const TAKER = path.join(import.meta.dirname, 'turn-taker.ts');

/** A process that saves so often with marks of its name. @returns how often it was asked. */
function taker(file: string, name: string, turns: number): Promise<number> {
  const child = spawn(process.execPath, ['--import', 'tsx', TAKER, file, name, `${turns}`], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [said, wrong] = ['', ''];
  child.stdout.on('data', (data) => (said += data));
  child.stderr.on('data', (data) => (wrong += data));
  return new Promise((resolve, reject) =>
    child.once('exit', (code) => (code === 0 ? resolve(Number(said)) : reject(new Error(`${name}: ${wrong}`)))),
  );
}

describe('processes that save to one file in turns', () => {
  test.each([
    { names: ['a', 'b'], turns: 100 },
    { names: ['a', 'b', 'c'], turns: 30 },
  ])(
    'lose none of their saves: $names, $turns times each',
    async ({ names, turns }) => {
      const file = folder.at('case.json');
      await writeFile(file, JSON.stringify({ isoeffectCase: 1, marks: [] }));
      const asked = await Promise.all(names.map((name) => taker(file, name, turns)));
      const { marks } = JSON.parse(await readFile(file, 'utf8')) as { marks: string[] };
      const all = names.flatMap((name) => Array.from({ length: turns }, (_, n) => `${name}${n}`));
      expect(all.filter((mark) => !marks.includes(mark))).toEqual([]);
      expect(marks.length).toBe(all.length);
      // They did get in each other's way.
      expect(asked.reduce((sum, each) => sum + each, 0)).not.toBe(0);
      expect(await readdir(folder.path)).toEqual(['case.json']);
    },
    120_000,
  );
});

describe('the turn of a program', () => {
  test('is waited for: what it saves meanwhile is asked about', async () => {
    const file = folder.at('case.json');
    await writeFile(file, 'first');
    let [begin, end] = [() => {}, () => {}];
    const begun = new Promise<void>((done) => {
      begin = done;
    });
    const ended = new Promise<void>((done) => {
      end = done;
    });
    const other = inTurn(file, async () => {
      begin();
      await ended;
      await writeFile(file, 'theirs');
    });
    await begun;
    const known = ['a7937b64b8caa58f03721bb6bacf5c78cb235febe0e70b1b84cd99541461a08e'];
    const mine = saveFile(file, 'mine', none, { known });
    // It has written beside the file, and waits.
    await expect.poll(async () => (await readdir(folder.path)).some((name) => name.endsWith('.part'))).toBe(true);
    end();
    await other;
    expect(await mine).toMatchObject({ onDisk: { text: 'theirs' } });
    expect(await readFile(file, 'utf8')).toBe('theirs');
  });

  test('that was killed in it is taken from it; what it left is gone', async () => {
    const file = folder.at('case.json');
    const ended = partName('x', '00000000', 2 ** 22 + 1).slice('.x.'.length, -'.part'.length);
    await writeFile(folder.at(turnName('case.json')), ended);
    await saveFile(file, 'mine', none, { known: [] });
    expect(await readFile(file, 'utf8')).toBe('mine');
    await writeFile(folder.at(turnName('other.json')), ended);
    await removeLeftovers(folder.path);
    expect(await readdir(folder.path)).toEqual(['case.json']);
  });

  test('of another computer, or that names nobody, is taken from it only where it is not heard of', async () => {
    for (const owner of ['00000000-1-00000000', '']) {
      await writeFile(folder.at(turnName('case.json')), owner);
      await removeLeftovers(folder.path);
      expect(await readdir(folder.path)).toContain(turnName('case.json'));
    }
    await saveFile(folder.at('case.json'), 'mine', none);
    expect(await readdir(folder.path)).toEqual(['case.json']);
  });

  test('that another took away is told before anything is given a name', async () => {
    const file = folder.at('case.json');
    const lost = inTurn(file, async (isStillMine) => {
      await rm(folder.at(turnName('case.json')));
      await isStillMine();
    });
    await expect(lost).rejects.toThrow('others are saving there');
    const elsewhere = await mkdtemp(path.join(os.tmpdir(), 'isoeffect-gone-'));
    await rm(elsewhere, { recursive: true });
    await expect(saveFile(path.join(elsewhere, 'case.json'), 'x', none)).rejects.toThrow('is no longer there');
  });
});
