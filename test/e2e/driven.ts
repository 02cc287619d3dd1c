import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron, type Page } from 'playwright-core';
import { listen, webServer } from '../../electron/web-server';
import { launchBrowser } from '../app/viewer/browser';
import { findDesktop } from '../electron/display';

/*
 * The built app as a person drives it, in a browser or in Electron: the same page, with what the pickers and dialogs
 * answer settled beforehand.
 */

export const ROOT = path.resolve(import.meta.dirname, '../..');

export interface Driven {
  readonly page: Page;
  readonly kind: 'web' | 'electron';
  /** What the next folder picker or dialog answers, around what makes it open. */
  whileChoosing(paths: readonly string[], act: () => Promise<void>): Promise<void>;
  /** Saves by what `act` does, and says where the file is. */
  whileSaving(name: string, act: () => Promise<void>): Promise<string>;
  /** Requests that went anywhere but to the app. */
  networkRequests(): Promise<number>;
  close(): Promise<void>;
}

const WIDE = { width: 1366, height: 768 };

/** The app in a browser, served on loopback. */
export async function inBrowser(
  options: { colorScheme?: 'light' | 'dark'; locale?: string; viewport?: typeof WIDE } = {},
): Promise<Driven> {
  const server = webServer({ app: path.join(ROOT, 'dist/app'), sample: path.join(ROOT, 'dicom-samples/thorax') });
  const url = await listen(server, 0);
  const browser = await launchBrowser();
  const context = await browser.newContext({ viewport: WIDE, acceptDownloads: true, ...options });
  const page = await context.newPage();
  let elsewhere = 0;
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !/^(data|blob):/.test(request.url())) elsewhere++;
  });
  // A picker of the system cannot be driven; the page then falls back to plain file inputs and downloads.
  await page.addInitScript(() => {
    for (const picker of ['showDirectoryPicker', 'showOpenFilePicker', 'showSaveFilePicker'])
      Reflect.deleteProperty(window, picker);
  });
  await page.goto(url);
  const folder = mkdtempSync(path.join(tmpdir(), 'isoeffect-e2e-'));
  return {
    page,
    kind: 'web',
    whileChoosing: async (paths, act) => {
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), act()]);
      await chooser.setFiles([...paths]);
    },
    whileSaving: async (name, act) => {
      const [download] = await Promise.all([page.waitForEvent('download'), act()]);
      const file = path.join(folder, name);
      await download.saveAs(file);
      return file;
    },
    networkRequests: async () => elsewhere,
    close: async () => {
      await browser.close();
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The app in Electron; a sentence where there is no runtime here. */
export async function inElectron(): Promise<Driven | string> {
  const desktop = await findDesktop();
  if (typeof desktop === 'string') return desktop;
  const folder = mkdtempSync(path.join(tmpdir(), 'isoeffect-e2e-'));
  const app = await _electron.launch({
    executablePath: desktop.executable,
    args: [
      '-r',
      path.join(ROOT, 'dist/electron/before-ready.cjs'),
      ROOT,
      '--no-sandbox',
      `--user-data-dir=${path.join(folder, 'user')}`,
    ],
    env: desktop.environment,
  });
  const page = await app.firstWindow();
  await page.waitForLoadState();
  return {
    page,
    kind: 'electron',
    whileChoosing: async (paths, act) => {
      await app.evaluate(({ dialog }, filePaths) => {
        dialog.showOpenDialog = (async () => ({ canceled: false, filePaths })) as typeof dialog.showOpenDialog;
      }, paths as string[]);
      await act();
    },
    whileSaving: async (name, act) => {
      const filePath = path.join(folder, name);
      await app.evaluate(({ dialog }, at) => {
        dialog.showSaveDialog = (async () => ({ canceled: false, filePath: at })) as typeof dialog.showSaveDialog;
      }, filePath);
      await act();
      return filePath;
    },
    networkRequests: async () =>
      (
        await page.evaluate(() =>
          (
            window as unknown as { isoeffectBridge: { networkRequests(): Promise<{ value: number }> } }
          ).isoeffectBridge.networkRequests(),
        )
      ).value,
    close: async () => {
      await app.close();
      desktop.end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
