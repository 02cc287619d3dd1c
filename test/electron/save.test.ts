import * as disk from 'node:fs/promises';
import { link, mkdir, readdir, readFile, symlink } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import type { Disk } from '../../electron/atomic-write';
import { FileGrants } from '../../electron/file-grants';
import { plainName, saveFile } from '../../electron/save';
import { temporaryFolder } from './temporary-folder';

const folder = temporaryFolder();
const none = new FileGrants();

/** A disk on which one step fails. */
function failing(step: 'write' | 'sync' | 'open' | 'rename', code: string): Disk {
  const fail = () => Promise.reject(Object.assign(new Error(code), { code }));
  return {
    rm: disk.rm,
    rename: step === 'rename' ? fail : disk.rename,
    open: async (...args) => {
      if (step === 'open') return fail();
      const handle = await disk.open(...args);
      if (step === 'sync') handle.sync = fail;
      if (step === 'write')
        handle.writeFile = async (content) => {
          await handle.write((content as string).slice(0, 3));
          return fail();
        };
      return handle;
    },
  };
}

describe('saving', () => {
  test('writes text and bytes, over an earlier one too, and leaves nothing else', async () => {
    await saveFile(folder.at('a.html'), 'first', none);
    await saveFile(folder.at('a.html'), 'second', none);
    await saveFile(folder.at('b.dcm'), Uint8Array.of(1, 2, 3), none);
    expect(await readFile(folder.at('a.html'), 'utf8')).toBe('second');
    expect([...(await readFile(folder.at('b.dcm')))]).toEqual([1, 2, 3]);
    expect(await readdir(folder.path)).toEqual(['a.html', 'b.dcm']);
  });

  test.each([
    ['write', 'ENOSPC', 'The disk is full: a.json was not saved. Make room, or choose another place.'],
    ['sync', 'EDQUOT', 'The disk is full: a.json was not saved. Make room, or choose another place.'],
    ['open', 'EACCES', /^You may not write in .*: a\.json was not saved\. Choose another place\.$/],
    ['open', 'EROFS', /^You may not write in /],
    ['rename', 'EBUSY', 'a.json is open in another program and was not saved. Close it there, or choose another name.'],
    ['rename', 'EIO', 'a.json could not be saved (EIO).'],
  ] as const)('where it fails to %s with %s, the earlier file stays and a sentence says why', async (step, code, sentence) => {
    await folder.make({ 'a.json': 'earlier' });
    await expect(saveFile(folder.at('a.json'), 'later', none, failing(step, code))).rejects.toThrow(sentence);
    expect(await readFile(folder.at('a.json'), 'utf8')).toBe('earlier');
    expect(await readdir(folder.path)).toEqual(['a.json']);
  });

  test('says in words that a folder is gone, or that a name is one', async () => {
    await expect(saveFile(folder.at('gone/a.csv'), '', none)).rejects.toThrow(/^The folder .*gone is no longer there: a\.csv/);
    await mkdir(folder.at('a.csv'));
    await expect(saveFile(folder.at('a.csv'), '', none)).rejects.toThrow(/nothing was saved|may not write/);
  });

  test('never writes over what was read, under whatever name it is reached', async () => {
    const [dose, table] = await folder.make({ 'in/RD.dcm': 'dose', 'in/limits.json': 'limits' });
    const grants = new FileGrants();
    grants.grant(dose, 4, 'chosen');
    grants.grant(table, 6, 'named');
    await symlink(folder.at('in'), folder.at('link'), 'junction');
    await link(dose, folder.at('hard.dcm'));
    for (const file of [dose, table, folder.at('link/RD.dcm'), folder.at('hard.dcm'), folder.at('in/../in/RD.dcm')]) {
      await expect(saveFile(file, 'no', grants)).rejects.toThrow(/is a file of this case and is never written over/);
    }
    expect(await readFile(dose, 'utf8')).toBe('dose');
    grants.grant(folder.at('case.json'), 1, 'case');
    await saveFile(folder.at('case.json'), 'saved', grants);
    expect(await readFile(folder.at('case.json'), 'utf8')).toBe('saved');
  });
});

test('a title becomes a name that every platform takes', () => {
  expect(plainName('A/B: 2nd course?.json', 'json')).toBe('A B 2nd course.json');
  expect(plainName('../../.bashrc', 'json')).toBe('bashrc.json');
  expect(plainName('食道 再照射', 'html')).toBe('食道 再照射.html');
  expect(plainName('report.html', 'html')).toBe('report.html');
  // What turns or hides a name in a dialog is no part of it.
  expect(plainName('x\u202enosj.exe\u200b', 'json')).toBe('x nosj.exe.json');
  expect(plainName('..', 'csv')).toBe('isoeffect.csv');
  expect(plainName('', 'csv')).toBe('isoeffect.csv');
  expect(plainName('x'.repeat(500), 'csv').length).toBe(104);
});
