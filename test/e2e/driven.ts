import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { newAddress } from '../../electron/web-address';
import { listen, webServer } from '../../electron/web-server';
import { launchBrowser } from '../app/viewer/browser';
import { findDesktop } from '../electron/display';

/*
 * The built app as a person drives it, in a browser or in Electron: the same page, with what the pickers and dialogs
 * answer settled beforehand.
 */

export const ROOT = path.resolve(import.meta.dirname, '../..');

export interface Processes {
  readonly pages: readonly number[];
  readonly main: number | undefined;
  readonly gpu: number | undefined;
}

export interface Driven {
  /** Another one after `startAgain`. */
  readonly page: Page;
  readonly kind: 'web' | 'electron';
  /** What the next folder picker or dialog answers, around what makes it open. */
  whileChoosing(paths: readonly string[], act: () => Promise<void>): Promise<void>;
  /** Saves by what `act` does, and says where the file is. */
  whileSaving(name: string, act: () => Promise<void>): Promise<string>;
  /** Requests that went anywhere but to the app. */
  networkRequests(): Promise<number>;
  /** Closes the window (in a browser: reloads the page), whatever it is doing, and starts again on what was kept. */
  startAgain(): Promise<void>;
  /** Highest resident memory so far, MB, of what shows the page and of all processes; undefined where it is not told. */
  peakMemory(): Promise<{ readonly pageMB: number; readonly wholeMB: number } | undefined>;
  /** Process ids: of what may show the page, of the program or browser itself, and of what draws for it. */
  processes(): Promise<Processes>;
  /** The desktop program; undefined in a browser. */
  readonly program: ElectronApplication | undefined;
  close(): Promise<void>;
}

/** A program that may be killed. */
export interface Killable extends Driven {
  /** Of the process that the others end with. */
  readonly pid: number;
  /** Where it keeps things of its user. */
  readonly userData: string;
  /** Starts again on what was kept, once it has ended, by whatever hand. */
  startAfterEnd(): Promise<void>;
}

/** The highest resident memory of processes. Shared pages are counted in each of them. */
function peakOf(processes: readonly { readonly pid: number; readonly showsPage: boolean }[]) {
  const peaks = processes.map(({ pid, showsPage }) => {
    const status = `/proc/${pid}/status`;
    const found = existsSync(status) ? /VmHWM:\s+(\d+) kB/.exec(readFileSync(status, 'utf8')) : null;
    return { showsPage, mb: found ? Number(found[1]) / 1024 : 0 };
  });
  const sum = (all: typeof peaks) => Math.round(all.reduce((total, { mb }) => total + mb, 0));
  const wholeMB = sum(peaks);
  return wholeMB === 0 ? undefined : { pageMB: sum(peaks.filter(({ showsPage }) => showsPage)), wholeMB };
}

/** When a program has ended, and not only let go of its driver: until then it is the one that a second start turns to. */
function endOf(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => resolve());
  });
}

/** A start takes two seconds, and more where others compute. */
const START_MS = 45_000;

const WIDE = { width: 1366, height: 768 };

/** The app in a browser, served on loopback. */
export async function inBrowser(
  options: { colorScheme?: 'light' | 'dark'; locale?: string; viewport?: typeof WIDE } = {},
): Promise<Driven> {
  const address = newAddress();
  const server = webServer({ app: path.join(ROOT, 'dist/app'), sample: path.join(ROOT, 'dicom-samples/thorax'), address });
  const { url } = await listen(server, address, 0);
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
    startAgain: async () => {
      await page.reload();
    },
    peakMemory: async () => {
      const session = await browser.newBrowserCDPSession();
      const { processInfo } = await session.send('SystemInfo.getProcessInfo');
      await session.detach();
      return peakOf(processInfo.map(({ id, type }) => ({ pid: id, showsPage: type === 'renderer' })));
    },
    processes: async () => {
      const session = await browser.newBrowserCDPSession();
      const { processInfo } = await session.send('SystemInfo.getProcessInfo');
      await session.detach();
      const pid = (type: string) => processInfo.find((each) => each.type === type)?.id;
      const pages = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
      return { pages, main: pid('browser'), gpu: pid('GPU') };
    },
    program: undefined,
    close: async () => {
      await browser.close();
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What is started: the runtime with the built shell, unless it is a program that has its own. */
interface Started {
  readonly executable?: string;
  readonly args: readonly string[];
}

const BUILT: Started = { args: ['-r', path.join(ROOT, 'dist/electron/before-ready.cjs'), ROOT] };

/** The app in Electron; a sentence where there is no runtime here. */
export async function inElectron({ executable, args }: Started = BUILT): Promise<Killable | string> {
  const desktop = await findDesktop();
  if (typeof desktop === 'string') return desktop;
  const folder = mkdtempSync(path.join(tmpdir(), 'isoeffect-e2e-'));
  const launch = async () => {
    const app = await _electron.launch({
      executablePath: executable ?? desktop.executable,
      args: [...args, '--no-sandbox', `--user-data-dir=${path.join(folder, 'user')}`],
      env: desktop.environment,
      timeout: START_MS,
    });
    // One that was killed is not told by its driver any more.
    const child = app.process();
    try {
      const page = await app.firstWindow({ timeout: START_MS });
      await page.waitForLoadState('load', { timeout: START_MS });
      return { app, page, child };
    } catch (error) {
      child.kill();
      await endOf(child);
      throw error;
    }
  };
  // On a busy machine the driver now and then loses hold of a program that is starting.
  let { app, page, child } = await launch().catch(launch);
  const startAfterEnd = async (ended = endOf(child)) => {
    await ended;
    ({ app, page, child } = await launch().catch(launch));
  };
  return {
    get page() {
      return page;
    },
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
    startAgain: async () => {
      const ended = endOf(child);
      await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0].close());
      await startAfterEnd(ended);
    },
    startAfterEnd: () => startAfterEnd(),
    get pid() {
      return child.pid!;
    },
    userData: path.join(folder, 'user'),
    peakMemory: async () => {
      const metrics = await app.evaluate(({ app: program }) => program.getAppMetrics());
      return peakOf(metrics.map(({ pid, type }) => ({ pid, showsPage: type === 'Tab' })));
    },
    processes: async () => {
      const metrics = await app.evaluate(({ app: program }) => program.getAppMetrics());
      const pid = (kind: string) => metrics.find(({ type }) => type === kind)?.pid;
      const pages = metrics.filter(({ type }) => type === 'Tab').map(({ pid: page }) => page);
      return { pages, main: pid('Browser'), gpu: pid('GPU') };
    },
    get program() {
      return app;
    },
    close: async () => {
      await app.close();
      desktop.end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
