import { execFileSync } from 'node:child_process';
import { chmod, link, mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { refusal, walkFolder } from '../../electron/folder-walk';
import { filesUnder } from '../../src/cli/files-under';
import { temporaryFolder } from './temporary-folder';

const folder = temporaryFolder();
const names = async (levels?: number) =>
  (await walkFolder(folder.path, levels)).files.map((file) => path.relative(folder.path, file.path).replaceAll('\\', '/'));

describe('walking a folder', () => {
  test('finds all files with their sizes, sorted, without what the platform keeps for itself', async () => {
    await folder.make({
      'b/RD.dcm': '12345',
      'a/CT/1': '1',
      DICOMDIR: '',
      '.DS_Store': 'x',
      'a/Thumbs.db': 'x',
      '.git/config': 'x',
      '__MACOSX/a/CT/1': 'x',
      'System Volume Information/x': 'x',
    });
    expect(await names()).toEqual(['DICOMDIR', 'a/CT/1', 'b/RD.dcm']);
    expect((await walkFolder(folder.path)).files.map((file) => file.size)).toEqual([0, 1, 5]);
  });

  test('goes as deep as it is told', async () => {
    await folder.make({ '0': '', 'a/1': '', 'a/b/2': '' });
    expect(await names(0)).toEqual(['0']);
    expect(await names(1)).toEqual(['0', 'a/1']);
  });

  test('follows links, but none in circles, and tells of links to nowhere', async () => {
    await folder.make({ 'a/1': '' });
    await symlink(folder.path, folder.at('a/up'), 'junction');
    await symlink(folder.at('a'), folder.at('same'), 'junction');
    await symlink(folder.at('nowhere'), folder.at('dangling'), 'junction');
    const { files, unreadable } = await walkFolder(folder.path);
    expect(files.length).toBe(1);
    expect(unreadable.map(({ path: at, error }) => refusal(at, error).message)).toEqual([
      `${folder.at('dangling')}: found a link to something that is not there; needed the file itself`,
    ]);
  });

  test('tells of a named pipe, which is not opened', async ({ skip }) => {
    if (process.platform === 'win32') skip('no such pipes here');
    await folder.make({ '1': '' });
    execFileSync('mkfifo', [folder.at('pipe')]);
    const { files, unreadable } = await walkFolder(folder.path);
    expect(files.length).toBe(1);
    expect(unreadable.map(({ path: at, error }) => refusal(at, error).message)).toEqual([
      `${folder.at('pipe')}: found a named pipe, a socket or a device; needed a file`,
    ]);
  });

  test('finds and names what the command line does', async ({ skip }) => {
    if (process.platform === 'win32') skip('no such pipes here');
    await folder.make({ 'z/RD.dcm': '1', 'z/RS.dcm': '2', '.hidden/1': '', 'Thumbs.db': '' });
    await symlink('z', folder.at('a'));
    await symlink('z/RD.dcm', folder.at('RD.dcm'));
    await symlink('..', folder.at('z/up'));
    await symlink('nowhere', folder.at('z/gone'));
    await link(folder.at('z/RS.dcm'), folder.at('z/RT.dcm'));
    execFileSync('mkfifo', [folder.at('pipe')]);
    const { files, unreadable } = await walkFolder(folder.path);
    const found = [...files, ...unreadable].map(({ path: at }) => at).sort();
    expect(found).toEqual(['pipe', 'z/RD.dcm', 'z/RS.dcm', 'z/gone'].map((name) => folder.at(name)));
    expect(await filesUnder([folder.path])).toEqual(found);
  });

  test('tells of folders that may not be read', async ({ skip }) => {
    if (process.platform === 'win32' || process.getuid?.() === 0) skip('everything may be read here');
    await folder.make({ 'closed/1': '', 'open/2': '' });
    await chmod(folder.at('closed'), 0o000);
    const { files, unreadable } = await walkFolder(folder.path);
    await chmod(folder.at('closed'), 0o700);
    expect(files.length).toBe(1);
    expect(unreadable.map(({ path: at }) => at)).toEqual([folder.at('closed')]);
  });

  test.each([
    ['EACCES', 'found something that you may not read; needed the permission to read it, or a copy in a folder of your own'],
    ['EBUSY', 'found a file that another program holds open; needed the file closed there, or a copy of it'],
    [
      'EIO',
      'found a file that could not be read (EIO); needed the whole file: copy it to this computer, and open its folder again',
    ],
  ])('says in words what %s is', (code, sentence) => {
    expect(refusal('/a/b', Object.assign(new Error(), { code })).message).toBe(`/a/b: ${sentence}`);
  });

  test('refuses in words a folder that is not there', async () => {
    await expect(walkFolder(folder.at('gone'))).rejects.toThrow(`${folder.at('gone')} is no longer there.`);
  });

  test('is through 6000 files', async () => {
    await mkdir(folder.at('CT'));
    for (let at = 0; at < 6000; at += 500)
      await Promise.all(Array.from({ length: 500 }, (_, i) => writeFile(folder.at('CT', `${at + i}.dcm`), 'x')));
    expect((await walkFolder(folder.path)).files.length).toBe(6000);
  });
});
