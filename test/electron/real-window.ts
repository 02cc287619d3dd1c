import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { type BuiltShell, buildShell } from './built-shell';
import { type Desktop, findDesktop } from './display';

/* The shell in a real Electron, around a page that stands in for the app, for the tests of one file. */

export const SAMPLE = path.resolve(import.meta.dirname, '../../dicom-samples/thorax');

/** Where a real window can be opened. */
export const found = await findDesktop();
if (typeof found === 'string') console.warn(`The tests in a real Electron window were NOT run: ${found}.`);

const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** Started before the tests of a `describe`, gone after them. */
export function realWindow() {
  const desktop = found as Desktop;
  let shell: BuiltShell;
  let work: string;
  let app: ElectronApplication;
  let page: Page;

  const argsFor = (...more: string[]) => [
    '-r',
    path.join(shell.folder, 'dist/electron/before-ready.cjs'),
    shell.folder,
    `--user-data-dir=${path.join(work, 'user')}`,
    ...asRoot,
    ...more,
  ];

  async function launch(...more: string[]): Promise<void> {
    app = await _electron.launch({ executablePath: desktop.executable, args: argsFor(...more), env: desktop.environment });
    page = await app.firstWindow();
    await page.waitForFunction(() => 'host' in window);
  }

  beforeAll(async () => {
    work = await mkdtemp(path.join(os.tmpdir(), 'isoeffect-window-'));
    shell = await buildShell();
    await launch();
  });
  afterAll(async () => {
    await app?.close();
    desktop.end();
    await shell?.remove();
    await rm(work, { recursive: true, force: true });
  });

  return {
    desktop,
    argsFor,
    launch,
    get page() {
      return page;
    },
    get app() {
      return app;
    },
    /** The folder of the built shell. */
    get folder() {
      return shell.folder;
    },
    /** A folder for what a test writes. */
    get work() {
      return work;
    },
    /** What the next dialogs answer; nothing is a person who cancels. */
    answerDialogs: (paths: readonly string[]) =>
      app.evaluate(({ dialog }, filePaths) => {
        dialog.showOpenDialog = async () => ({ canceled: filePaths.length === 0, filePaths: [...filePaths] });
        dialog.showSaveDialog = async () => ({ canceled: filePaths.length === 0, filePath: filePaths[0] ?? '' });
      }, paths),
  };
}
