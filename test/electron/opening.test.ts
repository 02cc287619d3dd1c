import { symlink } from 'node:fs/promises';
import path from 'node:path';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { FileGrants } from '../../electron/file-grants';
import { Inbox } from '../../electron/inbox';
import { openPaths } from '../../electron/opening';
import { pathsFromArgv } from '../../electron/paths-from-argv';
import { temporaryFolder } from './temporary-folder';

const folder = temporaryFolder();

describe('opening', () => {
  const below = (files: readonly { path: string }[]) =>
    files.map((file) => path.relative(folder.path, file.path).replaceAll('\\', '/'));

  test('a folder, a zip and a file together are all their files', async () => {
    const zip = zipSync({ 'CT/1.dcm': new Uint8Array(4) });
    await folder.make({ 'prior/RD.dcm': 'x', 'p.zip': zip, 'RS.dcm': 'xy' });
    const opened = await openPaths([folder.at('prior'), folder.at('p.zip'), folder.at('RS.dcm')], new FileGrants());
    expect(opened).toMatchObject({ label: '3 files' });
    expect(below(opened.files)).toEqual(['prior/RD.dcm', 'p.zip/CT/1.dcm', 'RS.dcm']);
    expect(opened.files.map(({ size }) => size)).toEqual([1, 4, 2]);
  });

  test('what overlaps is opened once: a folder, one in it, a file in that, a link to it', async () => {
    await folder.make({ 'p/a/RD.dcm': 'x', 'p/RS.dcm': 'y' });
    await symlink('p/a/RD.dcm', folder.at('link.dcm'));
    const starts = ['p', 'p/a', 'p/a/RD.dcm', 'link.dcm'].map((at) => folder.at(at));
    const opened = await openPaths(starts, new FileGrants());
    expect(below(opened.files)).toEqual(['p/RS.dcm', 'p/a/RD.dcm']);
  });

  test('one thing gives the heading; a case by itself is a case', async () => {
    await folder.make({ 'prior/RD.dcm': 'x', 'case.json': '{"isoeffectCase":1,"structures":"prior/RD.dcm"}' });
    expect(await openPaths([folder.at('prior')], new FileGrants())).toMatchObject({ label: 'prior' });
    const opened = await openPaths([folder.at('case.json')], new FileGrants());
    expect(opened).toHaveProperty('text');
    expect(below(opened.files)).toEqual(['prior/RD.dcm']);
  });

  test('what is not there is refused in words', async () => {
    const gone = folder.at('gone');
    await expect(openPaths([gone], new FileGrants())).rejects.toThrow(`${gone} is no longer there.`);
    const [zip] = await folder.make({ 'p.zip': 'not a zip' });
    await expect(openPaths([zip], new FileGrants())).rejects.toThrow(/^p\.zip is not a whole zip file/);
  });
});

test('paths on a command line are those that are there, after the arguments of the runtime', async () => {
  const [dose, loader] = await folder.make({ 'RD.dcm': '', 'loader.js': '' });
  expect(pathsFromArgv(['isoeffect', 'RD.dcm', '--flag', 'missing', ''], folder.path, undefined)).toEqual([dose]);
  const windows = { platform: path.win32, isThere: (file: string) => !file.includes('gone') };
  const given = ['isoeffect.exe', '\\\\server\\share\\case.json', 'D:/RD.dcm', 'plan\\RD.dcm', 'C:\\gone.dcm', '--keep-nothing'];
  expect(pathsFromArgv(given, 'C:\\here', undefined, windows)).toEqual([
    '\\\\server\\share\\case.json',
    'D:\\RD.dcm',
    'C:\\here\\plan\\RD.dcm',
  ]);
  expect(pathsFromArgv(['electron', '-r', loader, '.', '--flag', 'RD.dcm'], folder.path, folder.path)).toEqual([dose]);
});

describe('what the system asks to open', () => {
  const waitAMoment = () => new Promise((resolve) => setTimeout(resolve, 5));

  test('waits for the page, and is opened in turn; a failure is told and stops nothing', async () => {
    const heard: string[] = [];
    const inbox = new Inbox(
      async ([first]) => {
        if (first === 'bad') throw new Error('cannot');
        await waitAMoment();
        return { label: first, files: [] };
      },
      (opened) => heard.push((opened as { label: string }).label),
      (sentence) => heard.push(sentence),
    );
    inbox.put(['a']);
    inbox.put([]);
    inbox.put(['bad']);
    await waitAMoment();
    expect(heard).toEqual([]);
    inbox.listening();
    inbox.put(['b']);
    await expect.poll(() => heard).toEqual(['a', 'cannot', 'b']);
    inbox.deaf();
    inbox.put(['c']);
    inbox.listening();
    await expect.poll(() => heard.at(-1)).toBe('c');
  });
});
