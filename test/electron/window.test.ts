import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { found, realWindow, SAMPLE } from './real-window';

/* The window from start to start: what the menu and the system ask of it, and what it remembers. */

describe.skipIf(typeof found === 'string')('the window', () => {
  const shell = realWindow();

  test('menu commands reach the page', async () => {
    await shell.app.evaluate(({ Menu }) => {
      for (const id of ['open-folder', 'save', 'undo', 'redo', 'about']) {
        Menu.getApplicationMenu()!.getMenuItemById(id)!.click();
      }
    });
    await shell.page.waitForFunction(() => window.commands.length === 5);
    expect(await shell.page.evaluate(() => window.commands)).toEqual(['open-folder', 'save', 'undo', 'redo', 'about']);
    const label = () => shell.app.evaluate(({ Menu }) => Menu.getApplicationMenu()!.getMenuItemById('save')!.label);
    for (const [language, words] of [
      ['ja', '保存(&S)'],
      ['en', '&Save'],
    ]) {
      await shell.page.evaluate((tag) => {
        document.documentElement.lang = tag;
      }, language);
      await expect.poll(label).toBe(words);
    }
  });

  test('a second start hands its paths to the first window and ends', async () => {
    const second = spawn(shell.desktop.executable, shell.argsFor(path.join(SAMPLE, 'prior')), {
      env: shell.desktop.environment,
      stdio: 'ignore',
    });
    const code = await new Promise((resolve) => second.on('exit', resolve));
    expect(code).toBe(0);
    await shell.page.waitForFunction(() => window.opened.length === 1);
    expect(await shell.page.evaluate(() => window.opened[0].files.length)).toBe(67);
  });

  test('the next start opens what it is given, where the window was', async () => {
    await shell.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0].setBounds({ x: 40, y: 30, width: 1100, height: 700 }),
    );
    await shell.app.close();
    const state = JSON.parse(await readFile(path.join(shell.work, 'user/window.json'), 'utf8'));
    expect(state).toMatchObject({ width: 1100, height: 700, maximized: false });
    await shell.launch(path.join(SAMPLE, 'case.json'));
    await shell.page.waitForFunction(() => window.opened.length === 1);
    expect(await shell.page.evaluate(() => 'text' in window.opened[0])).toBe(true);
    const bounds = await shell.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0].getNormalBounds());
    expect(bounds).toMatchObject({ width: 1100, height: 700 });
    expect(await shell.page.evaluate(() => window.host.networkRequests())).toBe(0);
  });
});
