import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { found, realWindow } from './real-window';

/* What a real window leaves on the disk of a case, where it keeps things and where it keeps nothing. */

const SECRET = 'DOE^JANE of ward 7';
const DRAFT = JSON.stringify({ label: SECRET });
const CASE = JSON.stringify({ isoeffectCase: 1, title: SECRET, courses: [], structures: 'RS.dcm' });

/** Files below a folder that hold a text, as UTF-8 or as browsers write it. */
async function filesWith(folder: string, text: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const holding: string[] = [];
  for (const entry of entries.filter((each) => each.isFile())) {
    const file = path.join(entry.parentPath, entry.name);
    const bytes = await readFile(file).catch(() => Buffer.alloc(0));
    if (bytes.includes(text) || bytes.includes(Buffer.from(text, 'utf16le'))) holding.push(path.relative(folder, file));
  }
  return holding;
}

describe.skipIf(typeof found === 'string')('what a window keeps', () => {
  const shell = realWindow();
  const user = () => path.join(shell.work, 'user');

  async function workOnACase(name: string): Promise<void> {
    const file = path.join(shell.work, name);
    await writeFile(file, CASE);
    await shell.answerDialogs([file]);
    await shell.page.evaluate(() => window.host.openCase());
    await shell.page.evaluate((draft) => window.host.saveDraft('key', draft), DRAFT);
  }

  test('is for its user alone, and goes with one question', async () => {
    await workOnACase('one.json');
    if (process.platform !== 'win32') {
      const modes = await Promise.all(
        ['', 'drafts', 'recent-cases.json'].map(async (at) => ((await stat(path.join(user(), at))).mode & 0o777).toString(8)),
      );
      expect(modes).toEqual(['700', '700', '600']);
    }
    expect(await shell.page.evaluate(() => window.host.keeping())).toEqual({
      folder: user(),
      traces: { count: 0, size: 0 },
    });
    expect((await filesWith(path.join(user(), 'drafts'), SECRET)).length).toBe(1);
    await shell.page.evaluate(() => window.host.clearKept(['drafts', 'recent', 'traces']));
    expect(await shell.page.evaluate(async () => [await window.host.drafts(), await window.host.recent()])).toEqual([[], []]);
    expect(await readdir(path.join(user(), 'drafts'))).toEqual([]);
    expect(existsSync(path.join(user(), 'recent-cases.json'))).toBe(false);
  });

  test('is nothing once a person has said so, from the next start on nothing of the page either', async () => {
    expect(await shell.page.evaluate(() => window.host.keepNothing(true))).toMatchObject({ nothingBy: 'person' });
    await shell.app.close();
    await shell.launch();
    const before = (await readFile(path.join(user(), 'window.json'), 'utf8').catch(() => 'none')) as string;
    await workOnACase('two.json');
    expect(await shell.page.evaluate(async () => [await window.host.drafts(), await window.host.recent()])).toEqual([[], []]);
    await shell.page.evaluate((secret) => localStorage.setItem('of the page', secret), SECRET);
    expect(await shell.page.evaluate(() => localStorage.getItem('of the page'))).toBe(SECRET);
    await shell.app.close();
    expect(await filesWith(user(), SECRET)).toEqual([]);
    expect(await filesWith(user(), 'two.json')).toEqual([]);
    expect(await readFile(path.join(user(), 'window.json'), 'utf8').catch(() => 'none')).toBe(before);
  });

  test('is something again by a person’s word, but not against that of whoever looks after the computer', async () => {
    await shell.launch();
    expect(await shell.page.evaluate(() => window.host.keepNothing(false))).not.toHaveProperty('nothingBy');
    await shell.page.evaluate((draft) => window.host.saveDraft('key', draft), DRAFT);
    expect(await shell.page.evaluate(async () => (await window.host.drafts()).length)).toBe(1);
    await shell.app.close();
    await shell.launch('--keep-nothing');
    const said = await shell.page.evaluate(() => window.host.keepNothing(false).catch((error: Error) => error.message));
    expect(said).toBe('That nothing is kept is set by whoever looks after this computer.');
    await workOnACase('three.json');
    const drafts = await shell.page.evaluate(async () => (await window.host.drafts()).map(({ turn }) => turn));
    // That of the start before, as it was.
    expect([drafts, await shell.page.evaluate(() => window.host.recent())]).toEqual([[1], []]);
    await shell.page.evaluate(() => window.host.clearKept(['drafts', 'recent', 'traces']));
    expect(await filesWith(path.join(user(), 'drafts'), SECRET)).toEqual([]);
  });

  test('is nothing in the window that runs once a second start says so, and only then', async () => {
    await shell.app.close();
    await shell.launch();
    const second = async (...more: string[]) => {
      const { executable, environment } = shell.desktop;
      const child = spawn(executable, shell.argsFor(...more), { env: environment, stdio: 'ignore' });
      expect(await once(child, 'exit')).toEqual([0, null]);
    };
    const opened = () => shell.page.evaluate(() => (window as unknown as { told?: unknown[] }).told?.length ?? 0);
    await shell.page.evaluate(() => {
      const page = window as unknown as { told: unknown[] };
      page.told = [];
      window.host.onOpened((given) => page.told.push(given));
    });
    const file = path.join(shell.work, 'four.json');
    await writeFile(file, CASE);
    // One that says nothing of it hands over its file alone.
    await second(file);
    await expect.poll(opened, { timeout: 30_000 }).toBe(1);
    expect(await shell.page.evaluate(() => window.host.keeping())).not.toHaveProperty('nothingBy');
    await shell.page.evaluate((draft) => window.host.saveDraft('four', draft), DRAFT);
    await shell.page.evaluate(() => window.host.clearKept(['drafts', 'recent', 'traces']));

    await second('--keep-nothing', file);
    await expect.poll(opened, { timeout: 30_000 }).toBe(2);
    expect(await shell.page.evaluate(() => window.host.keeping())).toHaveProperty('nothingBy', 'administrator');
    await workOnACase('five.json');
    expect(await shell.page.evaluate(async () => [await window.host.drafts(), await window.host.recent()])).toEqual([[], []]);
    expect(await filesWith(path.join(user(), 'drafts'), SECRET)).toEqual([]);
    expect(await filesWith(user(), 'five.json')).toEqual([]);
    const said = await shell.page.evaluate(() => window.host.keepNothing(false).catch((error: Error) => error.message));
    expect(said).toBe('That nothing is kept is set by whoever looks after this computer.');
  });

  test('a page that does not want to go is asked about, and stays or goes by the answer', async () => {
    const answer = (button: number) =>
      shell.app.evaluate(({ dialog }, chosen) => {
        const asked = globalThis as unknown as { asked: string[] };
        asked.asked = [];
        dialog.showMessageBoxSync = ((_window: unknown, options: Electron.MessageBoxSyncOptions) => {
          asked.asked.push(`${options.message}: ${options.detail}`);
          return chosen;
        }) as typeof dialog.showMessageBoxSync;
      }, button);
    const close = () => shell.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0].close());
    // Chromium asks only of a page that was touched.
    await shell.page.mouse.click(5, 5);
    await shell.page.evaluate(() => window.addEventListener('beforeunload', (event) => event.preventDefault()));
    await answer(0);
    await close();
    expect(await shell.page.evaluate(() => document.readyState)).toBe('complete');
    const asked = await shell.app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked);
    expect(asked).toEqual([expect.stringMatching(/^Not everything is saved: No draft is kept on this computer/)]);
    await answer(1);
    const gone = shell.page.waitForEvent('close');
    await close();
    await gone;
  });
});
