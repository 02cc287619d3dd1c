import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { found, realWindow, SAMPLE } from './real-window';

/* What the window opens, reads and saves, with the files that are really there. */

describe.skipIf(typeof found === 'string')('files in the window', () => {
  const shell = realWindow();

  test('a folder is opened, and its files are read in page and worker as they are on disk', async () => {
    await shell.answerDialogs([SAMPLE]);
    const opened = await shell.page.evaluate(() => window.host.openFolder());
    expect(opened!.label).toBe('thorax');
    expect(opened!.files.length).toBe(137);
    const dose = opened!.files.find((file) => file.path.endsWith('/prior/RD.dcm'))!;
    const bytes = await readFile(path.join(SAMPLE, 'prior/RD.dcm'));
    expect(dose.size).toBe(bytes.length);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(await shell.page.evaluate((url) => window.hashInWorker(url), dose.url!)).toBe(sha256);
    const length = await shell.page.evaluate(async (url) => (await (await fetch(url)).arrayBuffer()).byteLength, dose.url!);
    expect(length).toBe(bytes.length);
    await shell.answerDialogs([]);
    expect(await shell.page.evaluate(() => window.host.openFolder())).toBeUndefined();
  });

  test('a large file is streamed whole', async () => {
    const large = path.join(shell.work, 'large.dcm');
    const bytes = Buffer.alloc(40_000_000, 'isoeffect');
    await writeFile(large, bytes);
    await shell.answerDialogs([large]);
    const opened = await shell.page.evaluate(() => window.host.openFiles());
    expect(await shell.page.evaluate((url) => window.hashInWorker(url), opened!.files[0].url!)).toBe(
      createHash('sha256').update(bytes).digest('hex'),
    );
  });

  test('what is in a zip is read as files; a damaged entry fails', async () => {
    const dose = await readFile(path.join(SAMPLE, 'planned/RD.dcm'));
    const zipped = zipSync({ planned: { 'RD.dcm': dose, 'plain.txt': [Buffer.from('stored'), { level: 0 }] } });
    const zip = path.join(shell.work, 'patient.zip');
    await writeFile(zip, zipped);
    await shell.answerDialogs([zip]);
    const opened = await shell.page.evaluate(() => window.host.openFiles());
    expect(opened!.files.map((file) => path.posix.relative(zip.replaceAll('\\', '/'), file.path))).toEqual([
      'planned/RD.dcm',
      'planned/plain.txt',
    ]);
    const hash = await shell.page.evaluate((url) => window.hashInWorker(url), opened!.files[0].url!);
    expect(hash).toBe(createHash('sha256').update(dose).digest('hex'));
    zipped[3000] ^= 0xff;
    await writeFile(zip, zipped);
    expect(await shell.page.evaluate((url) => window.hashInWorker(url), opened!.files[0].url!)).toMatch(/^failed/);
  });

  test('dropped files and folders are opened; a made-up file is not', async () => {
    await shell.page.evaluate(() => {
      document.body.append(Object.assign(document.createElement('input'), { type: 'file', id: 'drop', multiple: true }));
    });
    await shell.page.setInputFiles('#drop', [path.join(SAMPLE, 'prior/RD.dcm')]);
    const dropped = await shell.page.evaluate(() => {
      const transfer = new DataTransfer();
      transfer.items.add(document.querySelector<HTMLInputElement>('#drop')!.files![0]);
      transfer.items.add(new File(['not on disk'], '/etc/passwd'));
      return window.host.openDropped(transfer);
    });
    expect(dropped!.files.map((file) => file.path)).toEqual([path.join(SAMPLE, 'prior/RD.dcm').replaceAll('\\', '/')]);
  });

  test('a case is opened with what it names, saved, and kept among the recent ones', async () => {
    const folder = path.join(shell.work, 'case');
    await cp(path.join(SAMPLE, 'prior'), path.join(folder, 'prior'), { recursive: true });
    await cp(path.join(SAMPLE, 'planned'), path.join(folder, 'planned'), { recursive: true });
    const file = path.join(folder, 'case.json');
    await copyFile(path.join(SAMPLE, 'case.json'), file);
    await shell.answerDialogs([file]);
    const opened = await shell.page.evaluate(() => window.host.openCase());
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
    const recent = await shell.page.evaluate(() => window.host.recent());
    expect(recent.map((one) => one.path)).toEqual([file]);
    expect((await shell.page.evaluate((at) => window.host.openRecent(at), file))!.files.length).toBe(134);

    const save = (target: string | undefined, content: string, extension = 'json') =>
      shell.page.evaluate(
        ([at, text, ext]) =>
          window.host
            .save({ suggestedName: 'x', content: text!, what: 'case', extension: ext!, ...(at ? { path: at } : {}) })
            .catch((error: Error) => error.message),
        [target, content, extension],
      );
    await shell.answerDialogs([]);
    expect(await save(file, '{"isoeffectCase":1}')).toEqual({ path: file.replaceAll('\\', '/') });
    expect(await readFile(file, 'utf8')).toBe('{"isoeffectCase":1}');
    expect(await save(path.join(shell.work, 'elsewhere.json'), '{}')).toBeUndefined();
    expect(existsSync(path.join(shell.work, 'elsewhere.json'))).toBe(false);
    const dose = path.join(folder, 'prior/RD.dcm');
    await shell.answerDialogs([dose]);
    expect(await save(undefined, 'no', 'dcm')).toBe(
      'RD.dcm is a file of this case and is never written over. Choose another name.',
    );
    expect((await readFile(dose)).equals(await readFile(path.join(SAMPLE, 'prior/RD.dcm')))).toBe(true);
    await shell.answerDialogs([path.join(shell.work, 'bytes.dcm')]);
    await shell.page.evaluate(() => {
      const shared = new Uint8Array(new SharedArrayBuffer(4)).fill(7);
      return window.host.save({ suggestedName: 'x', content: shared, what: 'dose', extension: 'dcm' });
    });
    expect([...(await readFile(path.join(shell.work, 'bytes.dcm')))]).toEqual([7, 7, 7, 7]);
  });

  test('the sample, and drafts', async () => {
    expect((await shell.page.evaluate(() => window.host.openSample())).files.length).toBe(137);
    await shell.page.evaluate(() => window.host.saveDraft('key', '{"draft":1}'));
    expect(await shell.page.evaluate(() => window.host.drafts())).toMatchObject([{ key: 'key', turn: 1, size: 11 }]);
    expect(await shell.page.evaluate(() => window.host.readDraft('key'))).toBe('{"draft":1}');
    await shell.page.evaluate(() => window.host.saveDraft('key', undefined));
    expect(await shell.page.evaluate(() => window.host.drafts())).toEqual([]);
  });
});
