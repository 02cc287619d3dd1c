import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it, vi } from 'vitest';
import { study } from './all-outputs';
import { filesIn, inFolder, isoeffect } from './run';

const MAIN = path.resolve(import.meta.dirname, '../../dist/cli/main.js');
const left = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.part'));

/** A command that has its first output beside its place, and waits for somebody to read the other, a pipe. */
async function writing(folder: string, json: string): Promise<ChildProcess> {
  const args = ['assess', 'case.json', '--json', json, '--report', 'pipe.html'];
  const child = spawn(process.execPath, [MAIN, ...args], { cwd: folder, stdio: 'ignore' });
  await vi.waitFor(() => expect(left(folder).map((name) => name.slice(1, 1 + json.length))).toContain(json), {
    timeout: 100_000,
    interval: 20,
  });
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  expect(await ended).toEqual([null, 'SIGKILL']);
}

it('what a command that was killed while it wrote has left goes at the next write there, and nothing else', async ({ skip }) => {
  if (process.platform === 'win32') skip('no named pipes');
  await inFolder(study(), async (folder) => {
    expect(spawnSync('mkfifo', [path.join(folder, 'pipe.html')]).status).toBe(0);
    await kill(await writing(folder, 'a.json'));
    const ofKilled = left(folder);
    expect(ofKilled).toHaveLength(1);
    expect(filesIn(folder)).not.toContain('a.json');

    // The next to write there clears it away; what that one writes itself is nobody's to clear while it runs.
    const running = await writing(folder, 'b.json');
    const ofRunning = left(folder);
    expect(ofRunning).toEqual([expect.stringMatching(/^\.b\.json\./)]);
    const calc = ['calc', '--dose', '50', '--fractions', '25', '--alpha-beta', '3', '--json', 'c.json'];
    expect(isoeffect(calc, folder).status).toBe(0);
    expect(left(folder)).toEqual(ofRunning);
    await kill(running);
    // Of another computer, and of another program.
    const others = ['.c.json.00000000-1-00000000.part', '.video.mkv.part'];
    for (const name of others) writeFileSync(path.join(folder, name), 'x');
    expect(isoeffect(calc, folder).status).toBe(0);
    expect(left(folder).sort()).toEqual(others);
    expect(filesIn(folder).filter((name) => /^[abc]\.json$/.test(name))).toEqual(['c.json']);
  });
});
