import { copyFile, cp, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { zipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newAddress } from '../../electron/web-address';
import { listen, webServer } from '../../electron/web-server';
import { openBrowser } from './browser';
import { type BuiltShell, buildShell } from './built-shell';
import { temporaryFolder } from './temporary-folder';

/* The page in a real browser, from the server of `npm run web`, around a page that stands in for the app. */

const opened = await openBrowser();
if (typeof opened === 'string') console.warn(`The tests in a real browser were NOT run: ${opened}.`);
const SAMPLE = path.resolve(import.meta.dirname, '../../dicom-samples/thorax');
const folder = temporaryFolder();

describe.skipIf(typeof opened === 'string')('the page in a browser', () => {
  const browser = opened as Browser;
  let shell: BuiltShell;
  let server: ReturnType<typeof webServer>;
  let page: Page;
  let url: string;

  beforeAll(async () => {
    shell = await buildShell();
    const address = newAddress();
    server = webServer({ app: path.join(shell.folder, 'dist/app'), sample: SAMPLE, address });
    ({ url } = await listen(server, address, 0));
    page = await browser.newPage();
    // A driven browser cannot answer these dialogs; without them the page takes the ones that it can.
    await page.addInitScript(() => {
      Reflect.deleteProperty(window, 'showDirectoryPicker');
      Reflect.deleteProperty(window, 'showSaveFilePicker');
    });
    await page.goto(url);
    await page.waitForFunction(() => 'host' in window);
  });
  afterAll(async () => {
    await browser.close();
    server.close();
    await shell.remove();
  });

  /** Asks the host for something that opens a file dialog, and answers the dialog. */
  async function choose(question: 'openFolder' | 'openFiles' | 'openCase', chosen: string | string[]) {
    const chooser = page.waitForEvent('filechooser');
    const answer = page.evaluate(async (asked) => {
      const given = await window.host[asked]().catch((error: Error) => error.message);
      if (typeof given === 'string' || !given) return given;
      const texts = await Promise.all(given.files.map(async ({ file, size }) => (size < 100 ? file!.text() : '')));
      return {
        ...('label' in given ? { label: given.label } : { path: given.path, text: given.text }),
        files: given.files.map((file, i) => ({ path: file.path, size: file.size, text: texts[i] })),
      };
    }, question);
    await (await chooser).setFiles(chosen);
    return answer;
  }

  test('knows itself, and may share memory', async () => {
    expect(await page.evaluate(() => [window.host.kind, crossOriginIsolated])).toEqual(['web', true]);
    expect(await page.evaluate(() => window.host.recent())).toEqual([]);
  });

  test('opens a folder with its paths', async () => {
    await folder.make({ 'patient/prior/RD.dcm': 'dose', 'patient/.hidden': '', 'patient/RS.dcm': 'rs' });
    expect(await choose('openFolder', folder.at('patient'))).toEqual({
      label: 'patient',
      files: [
        { path: 'patient/RS.dcm', size: 2, text: 'rs' },
        { path: 'patient/prior/RD.dcm', size: 4, text: 'dose' },
      ],
    });
  });

  test('opens files, and a zip as what is in it', async () => {
    const [zip] = await folder.make({ 'p.zip': zipSync({ 'CT/1.dcm': Buffer.from('one'), 'CT/2.dcm': Buffer.alloc(90, 'z') }) });
    expect(await choose('openFiles', zip)).toMatchObject({
      label: 'p.zip',
      files: [
        { path: 'p.zip/CT/1.dcm', size: 3, text: 'one' },
        { path: 'p.zip/CT/2.dcm', size: 90, text: 'z'.repeat(90) },
      ],
    });
    await writeFile(zip, 'no zip');
    expect(await choose('openFiles', zip)).toMatch(/^p\.zip is not a whole zip file/);
  });

  test('opens a case with its folder', async () => {
    await cp(path.join(SAMPLE, 'prior'), folder.at('case/prior'), { recursive: true });
    expect(await choose('openCase', folder.at('case'))).toMatch(/^There is no case file in case\./);
    await copyFile(path.join(SAMPLE, 'case.json'), folder.at('case/my.json'));
    await folder.make({ 'case/truth.json': '{}', 'case/prior/deeper.json': '{"isoeffectCase": 1}' });
    const answer = await choose('openCase', folder.at('case'));
    expect(answer).toMatchObject({ path: 'case/my.json', text: await readFile(path.join(SAMPLE, 'case.json'), 'utf8') });
    await folder.make({ 'case/other.json': '{"isoeffectCase": 1}' });
    expect(await choose('openCase', folder.at('case'))).toMatch(/^There are several case files in case: (my|other)\.json, /);
  });

  test('opens a folder by the browser’s own picker, and says which of its files are gone or refused', async () => {
    const opened = await page.evaluate(async () => {
      const entry = (name: string, getFile: () => Promise<File>) => ({ kind: 'file', name, getFile });
      const refusing = (name: string, why: string) => entry(name, () => Promise.reject(new DOMException('no', why)));
      const picking = window as unknown as { showDirectoryPicker?: unknown };
      picking.showDirectoryPicker = async () => ({
        name: 'p',
        async *values() {
          yield refusing('gone.dcm', 'NotFoundError');
          yield entry('RD.dcm', async () => new File(['dose'], 'RD.dcm'));
          yield refusing('closed.dcm', 'NotAllowedError');
          yield refusing('changed.dcm', 'NotReadableError');
          yield refusing('odd.dcm', 'UnknownError');
        },
      });
      const { files, unreadable } = (await window.host.openFolder())!;
      delete picking.showDirectoryPicker;
      return { files: files.map(({ path: at }) => at), unreadable };
    });
    expect(opened.files).toEqual(['p/RD.dcm']);
    const again = 'needed the file: open its folder again';
    expect(opened.unreadable).toEqual(
      [
        ['p/gone.dcm', `found a file that is no longer there; ${again}`],
        [
          'p/closed.dcm',
          'found something that you may not read; needed the permission to read it, or a copy in a folder of your own',
        ],
        ['p/changed.dcm', `found a file that has changed since it was chosen, or that may not be read; ${again}`],
        [
          'p/odd.dcm',
          'found a file that could not be read; needed the whole file: copy it to this computer, and open its folder again',
        ],
      ].map(([file, reason]) => {
        const [found, needed] = reason.replace('found ', '').split('; needed ');
        return { file, reason: `${file}: ${reason}`, refusal: { kind: 'file', file, found, needed } };
      }),
    );
  });

  test('opens what is dropped', async () => {
    const dropped = await page.evaluate(async () => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(['dose'], 'RD.dcm'));
      transfer.items.add(new File(['rs'], 'RS.dcm'));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true }));
      return (await window.dropped) as { label: string; files: { path: string; size: number }[] };
    });
    expect(dropped).toMatchObject({ label: '2 files', files: [{ path: 'RD.dcm', size: 4 }, { path: 'RS.dcm' }] });
  });

  test('opens the sample', async () => {
    const sample = await page.evaluate(async () => {
      const { label, files } = await window.host.openSample();
      const dose = files.find(({ path: at }) => at.endsWith('prior/RD.dcm'))!;
      return { label, count: files.length, size: dose.size, length: (await dose.file!.arrayBuffer()).byteLength };
    });
    const { length } = await readFile(path.join(SAMPLE, 'prior/RD.dcm'));
    expect(sample).toEqual({ label: 'Sample patient', count: 137, size: length, length });
  });

  test('saves by a download', async () => {
    const download = page.waitForEvent('download');
    const saved = await page.evaluate(() =>
      window.host.save({ suggestedName: 'report.csv', content: 'a,b', what: 'CSV', extension: 'csv' }),
    );
    expect(saved).toEqual({ path: 'report.csv' });
    expect((await download).suggestedFilename()).toBe('report.csv');
    expect(await readFile((await (await download).path())!, 'utf8')).toBe('a,b');
  });

  test('keeps drafts', async () => {
    const drafts = await page.evaluate(async () => {
      await window.host.saveDraft('a', 'x'.repeat(10_000_000));
      await window.host.saveDraft('b', 'second');
      await window.host.saveDraft('a', 'first');
      await window.host.saveDraft('b', undefined);
      return { heads: await window.host.drafts(), content: await window.host.readDraft('a') };
    });
    expect(drafts).toMatchObject({ heads: [{ key: 'a', size: 5 }], content: 'first' });
  });

  test('is alone with what it keeps: no other page of this computer can read or post, or has its origin', async () => {
    const { port, pathname } = new URL(url);
    const stranger = createServer((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html' }).end('<p>another program’s page');
    });
    await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
    const strangers = (stranger.address() as { port: number }).port;
    const other = await browser.newPage();
    const answered: number[] = [];
    server.on('request', (_request, response) => response.on('finish', () => answered.push(response.statusCode)));
    try {
      await page.evaluate(() => window.host.saveDraft('alone', 'patient'));
      // Under the very name of the page, on another port, and under the names that everybody knows.
      for (const host of [`${new URL(url).hostname}:${strangers}`, `127.0.0.1:${strangers}`, `localhost:${strangers}`]) {
        await other.goto(`http://${host}/`);
        const got = await other.evaluate(async (at) => {
          const asked = async (how?: RequestInit) =>
            fetch(at, how).then(
              async (answer) => `${answer.type} ${await answer.text()}`,
              () => 'refused',
            );
          const loaded = (tag: 'script' | 'img' | 'iframe') =>
            new Promise<string>((resolve) => {
              const element = document.createElement(tag);
              element.onload = () => {
                const inner = (element as HTMLIFrameElement).contentDocument?.body.textContent;
                resolve(tag === 'iframe' ? `frame ${inner ?? 'closed'}` : 'loaded');
              };
              element.onerror = () => resolve('refused');
              element.src = at;
              document.body.append(element);
            });
          return {
            read: await asked(),
            readBlindly: await asked({ mode: 'no-cors' }),
            posted: await asked({ method: 'POST', body: 'x' }),
            postedBlindly: await asked({ method: 'POST', body: 'x', mode: 'no-cors' }),
            script: await loaded('script'),
            picture: await loaded('img'),
            frame: await loaded('iframe'),
            kept: (await indexedDB.databases()).map(({ name }) => name),
          };
        }, url);
        expect(got).toEqual({
          read: 'refused',
          readBlindly: 'refused',
          posted: 'refused',
          postedBlindly: 'refused',
          script: 'refused',
          picture: 'refused',
          frame: 'frame closed',
          kept: [],
        });
      }
      expect(answered.length).toBeGreaterThanOrEqual(3);
      expect(answered.every((status) => status === 403 || status === 405)).toBe(true);
      // The port alone, under another name, is another origin, and is given nothing.
      for (const host of [`127.0.0.1:${port}`, `localhost:${port}`]) {
        const answer = await other.goto(`http://${host}${pathname}`);
        expect(answer!.status()).toBe(403);
        expect(await other.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
      }
      expect(await page.evaluate(() => window.host.readDraft('alone'))).toBe('patient');
    } finally {
      await other.close();
      stranger.close();
    }
  });

  test('asks nothing of the network; what tries is refused and counted', async () => {
    expect(await page.evaluate(() => window.host.networkRequests())).toBe(0);
    const answer = await page.evaluate(() =>
      fetch('https://example.com/').then(
        () => 'answered',
        () => 'refused',
      ),
    );
    expect(answer).toBe('refused');
    await expect.poll(() => page.evaluate(() => window.host.networkRequests())).toBe(1);
  });

  test('keeps drafts until a person says that nothing is kept, and shows what was kept before until it is cleared', async () => {
    const keys = () => page.evaluate(async () => (await window.host.drafts()).map(({ key }) => key));
    await page.evaluate(() => window.host.clearKept(['drafts']));
    await page.evaluate(() => window.host.saveDraft('before', '{}'));
    expect(await page.evaluate(() => window.host.keepNothing(true))).toMatchObject({ nothingBy: 'person' });
    await page.evaluate(() => window.host.saveDraft('after', '{}'));
    await page.reload();
    await page.waitForFunction(() => 'host' in window);
    expect(await page.evaluate(() => window.host.keeping())).toMatchObject({ nothingBy: 'person' });
    await page.evaluate(() => window.host.saveDraft('later', '{}'));
    expect(await keys()).toEqual(['before']);
    await page.evaluate(() => window.host.clearKept(['drafts', 'recent', 'traces']));
    expect(await keys()).toEqual([]);
    expect(await page.evaluate(() => window.host.keepNothing(false))).not.toHaveProperty('nothingBy');
  });

  test('keeps nothing where the server says so, from the first moment, whatever a person says', async () => {
    const address = newAddress();
    const told = webServer({ app: path.join(shell.folder, 'dist/app'), sample: SAMPLE, address, keepsNothing: true });
    const other = await browser.newPage();
    await other.goto((await listen(told, address, 0)).url);
    await other.waitForFunction(() => 'host' in window);
    const said = await other.evaluate(async () => {
      await window.host.saveDraft('key', '{}');
      const refused = await window.host.keepNothing(false).catch((error: Error) => error.message);
      return [await window.host.keeping(), await window.host.drafts(), refused, Object.keys(localStorage)];
    });
    expect(said).toEqual([
      { nothingBy: 'administrator', traces: { count: 0, size: 0 } },
      [],
      'That nothing is kept is set by whoever looks after this computer.',
      [],
    ]);
    await other.close();
    told.close();
  });
});
