import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { zipSync } from 'fflate';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BuiltShell, buildShell } from './built-shell';
import { type Desktop, findDesktop } from './display';

/* The shell itself, in a real Electron, around a page that stands in for the app. */

const found = await findDesktop();
if (typeof found === 'string') console.warn(`The tests in a real Electron window were NOT run: ${found}.`);
const SAMPLE = path.resolve(import.meta.dirname, '../../dicom-samples/thorax');
const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];

describe.skipIf(typeof found === 'string')('the window', () => {
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
    app = await _electron.launch({
      executablePath: desktop.executable,
      args: argsFor(...more),
      env: desktop.environment,
    });
    page = await app.firstWindow();
    await page.waitForFunction(() => 'host' in window);
  }

  const answerDialogs = (paths: readonly string[]) =>
    app.evaluate(({ dialog }, filePaths) => {
      dialog.showOpenDialog = async () => ({ canceled: filePaths.length === 0, filePaths: [...filePaths] });
      dialog.showSaveDialog = async () => ({ canceled: filePaths.length === 0, filePath: filePaths[0] ?? '' });
    }, paths);

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

  test('the page is isolated, sandboxed and under its policy', async () => {
    expect(await page.evaluate(() => [location.origin, window.host.kind, crossOriginIsolated])).toEqual([
      'isoeffect://app',
      'electron',
      true,
    ]);
    expect(await page.evaluate(() => ['require', 'process', 'module', 'Buffer'].filter((name) => name in window))).toEqual([]);
    const preferences = await app.evaluate(({ webContents }) => {
      const [contents] = webContents.getAllWebContents();
      return (contents as unknown as { getLastWebPreferences(): Record<string, unknown> }).getLastWebPreferences();
    });
    expect(preferences).toMatchObject({ contextIsolation: true, sandbox: true, nodeIntegration: false, webviewTag: false });
    const headers = await page.evaluate(async () => Object.fromEntries((await fetch('/index.html')).headers));
    expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self';");
    expect(headers['content-security-policy']).toContain("connect-src 'self' isoeffect-file:;");
    expect(headers['cross-origin-opener-policy']).toBe('same-origin');
    expect(await page.evaluate(() => new SharedArrayBuffer(8).byteLength)).toBe(8);
    const evaluated = await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.ranInline = true';
      document.body.append(script);
      return 'ranInline' in window;
    });
    expect(evaluated).toBe(false);
  });

  test('a folder is opened, and its files are read in page and worker as they are on disk', async () => {
    await answerDialogs([SAMPLE]);
    const opened = await page.evaluate(() => window.host.openFolder());
    expect(opened!.label).toBe('thorax');
    expect(opened!.files.length).toBe(137);
    const dose = opened!.files.find((file) => file.path.endsWith('/prior/RD.dcm'))!;
    const bytes = await readFile(path.join(SAMPLE, 'prior/RD.dcm'));
    expect(dose.size).toBe(bytes.length);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(await page.evaluate((url) => window.hashInWorker(url), dose.url!)).toBe(sha256);
    const length = await page.evaluate(async (url) => (await (await fetch(url)).arrayBuffer()).byteLength, dose.url!);
    expect(length).toBe(bytes.length);
    await answerDialogs([]);
    expect(await page.evaluate(() => window.host.openFolder())).toBeUndefined();
  });

  test('a file that was not opened has no address', async () => {
    for (const url of [
      'isoeffect-file://0123456789abcdef/passwd',
      'isoeffect-file://etc/passwd',
      'isoeffect://other/index.html',
    ]) {
      expect(await page.evaluate((at) => window.hashInWorker(at), url)).toMatch(/^(status 404|failed)/);
    }
    expect(await page.evaluate(() => window.hashInWorker('isoeffect://app/..%2f..%2fpackage.json'))).toBe('status 404');
    expect(await page.evaluate(() => window.hashInWorker('file:///etc/passwd'))).toMatch(/^failed/);
  });

  test('a large file is streamed whole', async () => {
    const large = path.join(work, 'large.dcm');
    const bytes = Buffer.alloc(40_000_000, 'isoeffect');
    await writeFile(large, bytes);
    await answerDialogs([large]);
    const opened = await page.evaluate(() => window.host.openFiles());
    expect(await page.evaluate((url) => window.hashInWorker(url), opened!.files[0].url!)).toBe(
      createHash('sha256').update(bytes).digest('hex'),
    );
  });

  test('what is in a zip is read as files; a damaged entry fails', async () => {
    const dose = await readFile(path.join(SAMPLE, 'planned/RD.dcm'));
    const zipped = zipSync({ planned: { 'RD.dcm': dose, 'plain.txt': [Buffer.from('stored'), { level: 0 }] } });
    const zip = path.join(work, 'patient.zip');
    await writeFile(zip, zipped);
    await answerDialogs([zip]);
    const opened = await page.evaluate(() => window.host.openFiles());
    expect(opened!.files.map((file) => path.posix.relative(zip.replaceAll('\\', '/'), file.path))).toEqual([
      'planned/RD.dcm',
      'planned/plain.txt',
    ]);
    const hash = await page.evaluate((url) => window.hashInWorker(url), opened!.files[0].url!);
    expect(hash).toBe(createHash('sha256').update(dose).digest('hex'));
    zipped[3000] ^= 0xff;
    await writeFile(zip, zipped);
    expect(await page.evaluate((url) => window.hashInWorker(url), opened!.files[0].url!)).toMatch(/^failed/);
  });

  test('dropped files and folders are opened; a made-up file is not', async () => {
    await page.evaluate(() => {
      document.body.append(Object.assign(document.createElement('input'), { type: 'file', id: 'drop', multiple: true }));
    });
    await page.setInputFiles('#drop', [path.join(SAMPLE, 'prior/RD.dcm')]);
    const dropped = await page.evaluate(() => {
      const transfer = new DataTransfer();
      transfer.items.add(document.querySelector<HTMLInputElement>('#drop')!.files![0]);
      transfer.items.add(new File(['not on disk'], '/etc/passwd'));
      return window.host.openDropped(transfer);
    });
    expect(dropped!.files.map((file) => file.path)).toEqual([path.join(SAMPLE, 'prior/RD.dcm').replaceAll('\\', '/')]);
  });

  test('a case is opened with what it names, saved, and kept among the recent ones', async () => {
    const folder = path.join(work, 'case');
    await cp(path.join(SAMPLE, 'prior'), path.join(folder, 'prior'), { recursive: true });
    await cp(path.join(SAMPLE, 'planned'), path.join(folder, 'planned'), { recursive: true });
    const file = path.join(folder, 'case.json');
    await copyFile(path.join(SAMPLE, 'case.json'), file);
    await answerDialogs([file]);
    const opened = await page.evaluate(() => window.host.openCase());
    expect(opened!.text).toBe(await readFile(file, 'utf8'));
    const named = opened!.files.map((one) => path.relative(folder, one.path).replaceAll('\\', '/')).sort();
    expect(named.filter((one) => one.includes('/CT/')).length).toBe(128);
    expect(named.filter((one) => !one.includes('/CT/'))).toEqual([
      'planned/RD.dcm',
      'planned/RP.dcm',
      'planned/RS.dcm',
      'prior/RD.dcm',
      'prior/RP.dcm',
      'prior/RS.dcm',
    ]);
    const recent = await page.evaluate(() => window.host.recent());
    expect(recent.map((one) => one.path)).toEqual([file]);
    expect((await page.evaluate((at) => window.host.openRecent(at), file))!.files.length).toBe(134);

    const save = (target: string | undefined, content: string, extension = 'json') =>
      page.evaluate(
        ([at, text, ext]) =>
          window.host
            .save({ suggestedName: 'x', content: text!, what: 'case', extension: ext!, ...(at ? { path: at } : {}) })
            .catch((error: Error) => error.message),
        [target, content, extension],
      );
    await answerDialogs([]);
    expect(await save(file, '{"isoeffectCase":1}')).toEqual({ path: file.replaceAll('\\', '/') });
    expect(await readFile(file, 'utf8')).toBe('{"isoeffectCase":1}');
    expect(await save(path.join(work, 'elsewhere.json'), '{}')).toBeUndefined();
    expect(existsSync(path.join(work, 'elsewhere.json'))).toBe(false);
    const dose = path.join(folder, 'prior/RD.dcm');
    await answerDialogs([dose]);
    expect(await save(undefined, 'no', 'dcm')).toBe(
      'RD.dcm is a file of this case and is never written over. Choose another name.',
    );
    expect((await readFile(dose)).equals(await readFile(path.join(SAMPLE, 'prior/RD.dcm')))).toBe(true);
    await answerDialogs([path.join(work, 'bytes.dcm')]);
    await page.evaluate(() => {
      const shared = new Uint8Array(new SharedArrayBuffer(4)).fill(7);
      return window.host.save({ suggestedName: 'x', content: shared, what: 'dose', extension: 'dcm' });
    });
    expect([...(await readFile(path.join(work, 'bytes.dcm')))]).toEqual([7, 7, 7, 7]);
  });

  test('the sample, and drafts', async () => {
    expect((await page.evaluate(() => window.host.openSample())).files.length).toBe(137);
    await page.evaluate(() => window.host.saveDraft('key', '{"draft":1}'));
    expect(await page.evaluate(() => window.host.drafts())).toMatchObject([{ key: 'key', content: '{"draft":1}' }]);
    await page.evaluate(() => window.host.saveDraft('key', undefined));
    expect(await page.evaluate(() => window.host.drafts())).toEqual([]);
  });

  test('menu commands reach the page', async () => {
    await app.evaluate(({ Menu }) => {
      for (const id of ['open-folder', 'save', 'undo', 'redo', 'about']) {
        Menu.getApplicationMenu()!.getMenuItemById(id)!.click();
      }
    });
    await page.waitForFunction(() => window.commands.length === 5);
    expect(await page.evaluate(() => window.commands)).toEqual(['open-folder', 'save', 'undo', 'redo', 'about']);
    const label = () => app.evaluate(({ Menu }) => Menu.getApplicationMenu()!.getMenuItemById('save')!.label);
    for (const [language, words] of [
      ['ja', '保存(&S)'],
      ['en', '&Save'],
    ]) {
      await page.evaluate((tag) => {
        document.documentElement.lang = tag;
      }, language);
      await expect.poll(label).toBe(words);
    }
  });

  test('a second start hands its paths to the first window and ends', async () => {
    const second = spawn(desktop.executable, argsFor(path.join(SAMPLE, 'prior')), { env: desktop.environment, stdio: 'ignore' });
    const code = await new Promise((resolve) => second.on('exit', resolve));
    expect(code).toBe(0);
    await page.waitForFunction(() => window.opened.length === 1);
    expect(await page.evaluate(() => window.opened[0].files.length)).toBeGreaterThan(3);
  });

  test('pages, windows and permissions are refused', async () => {
    await page.evaluate(() => {
      location.href = 'https://example.com/';
    });
    await page.evaluate(() => {
      location.href = 'isoeffect://app/other.html';
    });
    expect(await page.evaluate(() => window.open('isoeffect://app/'))).toBeNull();
    expect(app.windows().length).toBe(1);
    expect(page.url()).toBe('isoeffect://app/');
    const permission = await page.evaluate(() => Notification.requestPermission());
    expect(permission).toBe('denied');
    const state = await page.evaluate(async () => (await navigator.permissions.query({ name: 'geolocation' })).state);
    expect(state).toBe('denied');
    const preload = path.join(shell.folder, 'dist/electron/preload.cjs');
    const asked = await app.evaluate(async ({ BrowserWindow }, file) => {
      const stranger = new BrowserWindow({ show: false, webPreferences: { preload: file, sandbox: true } });
      await stranger.loadURL('data:text/html,<p>');
      const answer = await stranger.webContents.executeJavaScript(
        'isoeffectBridge.drafts().then(() => "answered", (error) => error.message)',
      );
      stranger.destroy();
      return answer as string;
    }, preload);
    expect(asked).toMatch(/refused/);
  });

  test('nothing went to the network so far; what tries is refused and counted', async () => {
    expect(await page.evaluate(() => window.host.networkRequests())).toBe(0);
    expect(
      await page.evaluate(() =>
        fetch('https://example.com/').then(
          () => 'answered',
          () => 'refused',
        ),
      ),
    ).toBe('refused');
    await expect.poll(() => page.evaluate(() => window.host.networkRequests())).toBe(1);
    expect(await page.evaluate(() => window.hashInWorker('https://example.com/'))).toMatch(/^failed/);
    const counted = await page.evaluate(() => window.host.networkRequests());
    const fromMain = await app.evaluate(({ session }) =>
      session.defaultSession.fetch('https://example.com/').then(
        () => 'answered',
        (error: Error) => error.message,
      ),
    );
    expect(fromMain).toContain('ERR_BLOCKED_BY_CLIENT');
    expect(await page.evaluate(() => window.host.networkRequests())).toBe(counted + 1);
  });

  test('the next start opens what it is given, where the window was', async () => {
    await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0].setBounds({ x: 40, y: 30, width: 1100, height: 700 }),
    );
    await app.close();
    const state = JSON.parse(await readFile(path.join(work, 'user/window.json'), 'utf8'));
    expect(state).toMatchObject({ width: 1100, height: 700, maximized: false });
    await mkdir(path.join(work, 'empty'));
    await launch(path.join(work, 'case/case.json'));
    await page.waitForFunction(() => window.opened.length === 1);
    expect(await page.evaluate(() => 'text' in window.opened[0])).toBe(true);
    const bounds = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0].getNormalBounds());
    expect(bounds).toMatchObject({ width: 1100, height: 700 });
    expect(await page.evaluate(() => window.host.networkRequests())).toBe(0);
  });
});
