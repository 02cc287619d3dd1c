import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { browserOfThisComputer, FLAGS } from '../../app/viewer/browser';
import { type Driven, ROOT } from '../driven';
import { makeSmallCase, openFolder, SMALL_VERDICT } from '../steps';
import { caseOf } from './sitting';
import { PATIENCE_MS, type Target } from './target';

/*
 * `npm run web` and a browser on a profile of its own, as processes that can be killed. What is saved goes into the folder
 * for downloads, or through the page's own writing into a file of the browser's file system: a driven browser is given no
 * file of the computer's to write to, and writes both in the same way, beside the file and then in its place.
 */

export type Saves = 'downloads' | 'files';

/** What the page is made to do before it does anything else: to tell of its drafts, and to be given places without a dialog. */
function prepared(saves: Saves): void {
  for (const picker of ['showDirectoryPicker', 'showOpenFilePicker', 'showSaveFilePicker'])
    Reflect.deleteProperty(window, picker);
  const made = window as unknown as { place: string; showSaveFilePicker?: () => Promise<FileSystemFileHandle> };
  if (saves === 'files')
    made.showSaveFilePicker = async () => (await navigator.storage.getDirectory()).getFileHandle(made.place, { create: true });
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (this: IDBObjectStore, value: { content?: string }, key?: IDBValidKey) {
    const [, n] = /\\"name\\": \\"edit (\d+)\\"/.exec(value.content ?? '') ?? [];
    if (n) {
      console.debug(`draft begun ${n}`);
      this.transaction.addEventListener('complete', () => console.debug(`draft kept ${n}`));
    }
    return put.call(this, value, key);
  };
}

async function startServer(config: string): Promise<{ readonly server: ChildProcess; readonly url: string }> {
  const server = spawn(process.execPath, ['--import', 'tsx', 'electron/web.ts'], {
    cwd: ROOT,
    env: { ...process.env, XDG_CONFIG_HOME: config },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await told(server, server.stdout!, /is at (\S+)/);
  return { server, url };
}

async function startBrowser(profile: string): Promise<{ readonly process_: ChildProcess; readonly browser: Browser }> {
  const flags = [...FLAGS, '--headless', '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'];
  const process_ = spawn(await browserOfThisComputer(), flags, { stdio: ['ignore', 'ignore', 'pipe'] });
  const at = await told(process_, process_.stderr!, /DevTools listening on (\S+)/);
  return { process_, browser: await chromium.connectOverCDP(at) };
}

function told(child: ChildProcess, stream: NodeJS.ReadableStream, what: RegExp): Promise<string> {
  let text = '';
  return new Promise((resolve, reject) => {
    stream.on('data', (data: Buffer) => {
      text += data;
      const found = what.exec(text);
      if (found) resolve(found[1]);
    });
    child.once('exit', () => reject(new Error(`it ended: ${text}`)));
  });
}

export async function killableBrowser(saves: Saves): Promise<Target> {
  const folder = mkdtempSync(path.join(tmpdir(), 'isoeffect-browser-'));
  const [config, profile, downloads] = ['config', 'profile', 'downloads'].map((name) => path.join(folder, name));
  mkdirSync(downloads);
  let { server, url } = await startServer(config);
  let { process_, browser } = await startBrowser(profile);
  let page: Page;
  let place = '';
  let [begun, kept] = [0, 0];

  async function showPage(): Promise<void> {
    const [context] = browser.contexts();
    page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    for (const other of context.pages()) if (other !== page) await other.close();
    const session = await browser.newBrowserCDPSession();
    await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: downloads });
    page.on('console', (message) => {
      const [, what, n] = /^draft (begun|kept) (\d+)$/.exec(message.text()) ?? [];
      if (what === 'begun') begun = Math.max(begun, Number(n));
      if (what === 'kept') kept = Math.max(kept, Number(n));
    });
    await page.addInitScript(prepared, saves);
    await page.goto(url);
    await page.getByRole('region', { name: 'Recent cases' }).waitFor();
    await page.evaluate((name) => Object.assign(window, { place: name }), place);
  }

  /** What the page finds in its own file system: the texts of files, by name. */
  const ownFiles = () =>
    page.evaluate(async () => {
      const root = (await navigator.storage.getDirectory()) as unknown as { values(): AsyncIterable<FileSystemFileHandle> };
      const texts: Record<string, string> = {};
      for await (const handle of root.values()) texts[handle.name] = await (await handle.getFile()).text();
      return texts;
    });
  const notes = () => page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('isoeffect-draft:')).length);
  const unfinished = async () => {
    if (saves === 'downloads') return readdirSync(downloads).filter((name) => !name.endsWith('.json')).length;
    return Object.keys(await ownFiles()).filter((name) => name.endsWith('.crswap')).length;
  };

  await showPage();
  const app: Driven = {
    get page() {
      return page;
    },
    kind: 'web',
    whileChoosing: async (paths, act) => {
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), act()]);
      await chooser.setFiles([...paths]);
    },
    whileSaving: () => Promise.reject(new Error('not here')),
    networkRequests: async () => 0,
    startAgain: () => Promise.reject(new Error('not here')),
    peakMemory: async () => undefined,
    processes: () => Promise.reject(new Error('not here')),
    program: undefined,
    close: async () => {},
  };
  return {
    app,
    newPlaceEvery: 1,
    isSavedAtOnce: saves === 'files',
    begin: (patient) => makeSmallCase(app, patient),
    processOf: async (victim) => {
      if (victim === 'server') return server.pid!;
      if (victim === 'program') return process_.pid!;
      const session = await browser.newBrowserCDPSession();
      const { processInfo } = await session.send('SystemInfo.getProcessInfo');
      // The one that works: others are held ready for pages to come.
      const shown = processInfo.filter(({ type }) => type === 'renderer').sort((a, b) => b.cpuTime - a.cpuTime);
      return shown[0].id;
    },
    signsOf: (doing) => {
      const { hostname, port } = new URL(url);
      const database = path.join(profile, `Default/IndexedDB/http_${hostname}_${port}.indexeddb.leveldb`);
      if (doing === 'keeping drafts') return { folders: [database], pattern: '\\.log$', isGrowing: true };
      if (saves === 'downloads') return { folders: [downloads], pattern: '.' };
      return { folders: [path.join(profile, 'Default/File System/000/t/00')], pattern: '.' };
    },
    choosePlace: async (file) => {
      place = `${path.basename(path.dirname(file))}.json`;
      await page.evaluate((name) => Object.assign(window, { place: name }), place);
    },
    kept: () => kept,
    startAgain: async (doing) => {
      const wasKeeping = begun > kept;
      const wasDownloading = saves === 'downloads' && (await unfinished()) > 0;
      if (server.exitCode !== null || server.signalCode !== null) ({ server, url } = await startServer(config));
      if (await hasEnded(process_, browser)) ({ process_, browser } = await startBrowser(profile));
      await showPage();
      const wasSaving = saves === 'files' ? (await unfinished()) > 0 : wasDownloading;
      const end = Date.now() + 20_000;
      while ((await notes()) > 0 && Date.now() < end) await page.waitForTimeout(50);
      const left = await unfinished();
      if (left > 0) await clearAway();
      return { isInWriting: doing === 'saving' ? wasSaving : wasKeeping, leftovers: await notes(), ofBrowser: left };
    },
    caseTexts: async () => {
      if (saves === 'files')
        return Object.entries(await ownFiles()).flatMap(([name, text]) => (name.endsWith('.json') && text ? [text] : []));
      return readdirSync(downloads)
        .filter((name) => name.endsWith('.json'))
        .map((name) => readFileSync(path.join(downloads, name), 'utf8'));
    },
    draftTexts: async () => {
      const drafts = await page.evaluate(
        () =>
          new Promise<string[]>((resolve, reject) => {
            const opening = indexedDB.open('isoeffect');
            opening.onerror = () => reject(opening.error);
            opening.onsuccess = () => {
              const all = opening.result.transaction('drafts').objectStore('drafts').getAll();
              all.onsuccess = () => {
                opening.result.close();
                resolve(all.result.map((draft) => JSON.stringify(draft)));
              };
            };
          }),
      );
      return drafts.map(caseOf);
    },
    goOn: async (patient) => {
      const region = page.getByRole('region', { name: 'Not saved yet' });
      const { length } = (await page.getByRole('region', { name: 'Not saved yet' }).all()) ?? [];
      if (length === 0) return false;
      await region.getByRole('button').first().click();
      await page.getByRole('alert').filter({ hasText: 'open the folder that holds it' }).waitFor();
      await openFolder(app, patient);
      await page.getByText(SMALL_VERDICT).waitFor({ timeout: PATIENCE_MS });
      return true;
    },
    end: async () => {
      process_.kill('SIGKILL');
      server.kill('SIGKILL');
      await Promise.all([process_, server].map((child) => child.exitCode ?? child.signalCode ?? once(child, 'exit')));
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };

  /** What the browser has left is counted once. */
  async function clearAway(): Promise<void> {
    if (saves === 'downloads') {
      for (const name of readdirSync(downloads)) if (!name.endsWith('.json')) rmSync(path.join(downloads, name));
      return;
    }
    await page.evaluate(async () => {
      const root = await navigator.storage.getDirectory();
      const entries = root as unknown as { keys(): AsyncIterable<string> };
      for await (const name of entries.keys()) if (name.endsWith('.crswap')) await root.removeEntry(name).catch(() => {});
    });
  }
}

async function hasEnded(process_: ChildProcess, browser: Browser): Promise<boolean> {
  if (browser.isConnected() && process_.signalCode === null && process_.exitCode === null) return false;
  if (process_.signalCode === null && process_.exitCode === null) await once(process_, 'exit');
  return true;
}
