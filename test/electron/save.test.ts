import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import type { PathLike } from 'node:fs';
import * as disk from 'node:fs/promises';
import { chmod, link, mkdir, readdir, readFile, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import type { Disk } from '../../electron/disk';
import { FileGrants } from '../../electron/file-grants';
import { isReadOnly, plainName, saveFile } from '../../electron/save';
import { partName, removeLeftovers } from '../../src/files/part-files';
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
    ['write', 'EIO', /^The disk failed: a\.json was not saved, and what was there is as it was\./],
    ['write', 'EFBIG', 'a.json was not saved: a file may not be as large there. Choose another place.'],
    ['rename', 'EXDEV', 'a.json could not be saved (EXDEV).'],
  ] as const)('where it fails to %s with %s, the earlier file stays and a sentence says why', async (step, code, sentence) => {
    await folder.make({ 'a.json': 'earlier' });
    await expect(saveFile(folder.at('a.json'), 'later', none, { on: failing(step, code) })).rejects.toThrow(sentence);
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

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

describe('saving over a file that is there', () => {
  test('asks where it is not what is known: nothing is written, and what lies there is the answer', async () => {
    const [file] = await folder.make({ 'case.json': 'by a colleague' });
    const before = await stat(file);
    expect(await saveFile(file, 'mine', none, { known: [hashOf('opened')] })).toEqual({
      path: file.replaceAll('\\', '/'),
      onDisk: { text: 'by a colleague', sha256: hashOf('by a colleague'), modifiedAt: before.mtime.toISOString() },
    });
    expect(await saveFile(file, 'mine', none, { known: [] })).toHaveProperty('onDisk');
    expect(await readFile(file, 'utf8')).toBe('by a colleague');
    expect(await readdir(folder.path)).toEqual(['case.json']);
    expect(await saveFile(file, 'mine', none, { known: [hashOf('opened'), hashOf('by a colleague')] })).toBe(file);
    expect(await readFile(file, 'utf8')).toBe('mine');
  });

  test('asks also where it becomes another one while this one is being written', async () => {
    const [file] = await folder.make({ 'case.json': 'opened' });
    const open: Disk['open'] = async (...args) => {
      const handle = await disk.open(...args);
      await writeFile(file, 'in that very moment');
      return handle;
    };
    const answer = await saveFile(file, 'mine', none, { on: { ...disk, open }, known: [hashOf('opened')] });
    expect(answer).toMatchObject({ onDisk: { text: 'in that very moment' } });
    expect(await readFile(file, 'utf8')).toBe('in that very moment');
    expect(await readdir(folder.path)).toEqual(['case.json']);
  });

  test('is no question where it is gone: there is nothing to be lost', async () => {
    expect(await saveFile(folder.at('case.json'), 'mine', none, { known: [hashOf('opened')] })).toBe(folder.at('case.json'));
  });

  test.skipIf(process.platform === 'win32')('keeps its mode, and gives a new file the usual one', async () => {
    const [file] = await folder.make({ 'shared.json': 'opened' });
    for (const mode of [0o664, 0o600, 0o640]) {
      await chmod(file, mode);
      await saveFile(file, `${mode}`, none);
      expect((await stat(file)).mode & 0o7777).toBe(mode);
    }
    await saveFile(folder.at('new.json'), 'x', none);
    expect((await stat(folder.at('new.json'))).mode & 0o777).toBe(0o666 & ~process.umask());
  });

  test.skipIf(process.getuid?.() !== 0)('keeps its owner and its group where the system allows it', async () => {
    const [file] = await folder.make({ 'shared.json': 'opened' });
    await disk.chown(file, 1234, 2345);
    await chmod(file, 0o2660);
    await saveFile(file, 'saved', none);
    const { uid, gid, mode } = await stat(file);
    expect([uid, gid, mode & 0o7777]).toEqual([1234, 2345, 0o2660]);
  });

  test('is told before there is work to lose where it cannot be saved', async () => {
    const [file] = await folder.make({ 'in/case.json': '{}' });
    expect(await isReadOnly(file)).toBe(false);
    const only = (refused: string) => async (at: PathLike) => {
      if (at === refused) throw Object.assign(new Error(), { code: 'EACCES' });
    };
    expect(await isReadOnly(file, only(file) as typeof disk.access)).toBe(true);
    expect(await isReadOnly(file, only(folder.at('in')) as typeof disk.access)).toBe(true);
  });
});

describe('saving over a file that another program holds open, as Windows has it', () => {
  const noWait = { platform: 'win32', wait: async () => {} } as const;

  /** A disk that lets a name be taken at the n-th try, or never. */
  function heldFor(tries: number, code: string, meanwhile = async () => {}) {
    let asked = 0;
    const rename: Disk['rename'] = async (...args) => {
      if (++asked <= tries) {
        await meanwhile();
        throw Object.assign(new Error(code), { code });
      }
      return disk.rename(...args);
    };
    return { on: { ...disk, rename }, asked: () => asked };
  }

  test.each(['EPERM', 'EACCES', 'EBUSY'])('waits for it (%s), and leaves nothing else', async (code) => {
    const [file] = await folder.make({ 'case.json': 'opened' });
    const { on, asked } = heldFor(5, code);
    expect(await saveFile(file, 'mine', none, { on, patience: noWait })).toBe(file);
    expect([asked(), await readFile(file, 'utf8'), await readdir(folder.path)]).toEqual([6, 'mine', ['case.json']]);
  });

  test.each([
    ['EPERM', /^case\.json is open in another program, or this computer does not let it be replaced \(EPERM\): it was not/],
    ['EBUSY', /^case\.json is open in another program and was not saved\. Close it there/],
  ])('says so after a while (%s), and what was there is as it was', async (code, sentence) => {
    const [file] = await folder.make({ 'case.json': 'opened' });
    const { on } = heldFor(99, code);
    await expect(saveFile(file, 'mine', none, { on, patience: noWait })).rejects.toThrow(sentence);
    expect([await readFile(file, 'utf8'), await readdir(folder.path)]).toEqual(['opened', ['case.json']]);
  });

  test('asks where whoever held it has changed it: what they wrote is not written over', async () => {
    const [file] = await folder.make({ 'case.json': 'opened' });
    const { on } = heldFor(2, 'EPERM', () => writeFile(file, 'by a colleague'));
    const answer = await saveFile(file, 'mine', none, { on, patience: noWait, known: [hashOf('opened')] });
    expect(answer).toMatchObject({ onDisk: { text: 'by a colleague' } });
    expect([await readFile(file, 'utf8'), await readdir(folder.path)]).toEqual(['by a colleague', ['case.json']]);
  });

  test('is not said of one that is for reading alone', async () => {
    const [file] = await folder.make({ 'case.json': 'opened' });
    const mayWrite = async () => {
      throw Object.assign(new Error(), { code: 'EPERM' });
    };
    await expect(saveFile(file, 'mine', none, { mayWrite, patience: noWait })).rejects.toThrow(
      'case.json is for reading alone and was not saved. Choose another name.',
    );
    expect(await readFile(file, 'utf8')).toBe('opened');
    expect(await saveFile(folder.at('new.json'), 'mine', none, { mayWrite })).toBe(folder.at('new.json'));
  });

  test('whoever reads it goes on reading what they opened', async () => {
    const [file] = await folder.make({ 'case.json': 'opened' });
    const reader = await disk.open(file, 'r');
    await saveFile(file, 'mine', none);
    expect([await reader.readFile('utf8'), await readFile(file, 'utf8')]).toEqual(['opened', 'mine']);
    await reader.close();
  });
});

describe('what was opened with a case', () => {
  const DICOM = new Uint8Array(200).fill(0x20);
  DICOM.set([0x44, 0x49, 0x43, 0x4d], 128);
  const OWN = { quantity: 'physical', rois: [], findings: [] };
  const CASE = { isoeffectCase: 1, courses: [] };
  const opened = async (name: string, content: string | Uint8Array) => {
    const [file] = await folder.make({ [name]: '' });
    await writeFile(file, content);
    const grants = new FileGrants();
    grants.grant(file, content.length, 'chosen');
    return { file, grants };
  };

  test.each<[string, string, string | Uint8Array]>([
    ['a DICOM file', 'RD.json', DICOM],
    ['a patient’s letter', 'letter.html', '<!DOCTYPE html>\n<html lang="en"><p>Dear colleague</p></html>\n'],
    ['a table of others', 'limits.csv', 'organ,limit\r\nSpinalCord,45\r\n'],
    ['another case, where no case is saved', 'old.html', JSON.stringify(CASE)],
  ])('is not taken for what this program wrote by its name: %s', async (_, name, content) => {
    const { file, grants } = await opened(name, content);
    await link(file, folder.at('hard.json'));
    for (const at of [file, folder.at('hard.json')]) {
      await expect(saveFile(at, 'no', grants)).rejects.toThrow(/is (DICOM|a file of this case) and is never written over/);
    }
    expect(Buffer.from(content).equals(await readFile(file))).toBe(true);
  });

  test.each<[string, string, string, string]>([
    ['a result under another name', 'summary.txt', JSON.stringify(OWN), 'a report'],
    ['a case by a case', 'old', JSON.stringify(CASE), JSON.stringify(CASE)],
    ['an empty file', 'empty', '', 'a report'],
  ])('may be written again where nothing is lost by it: %s', async (_, name, content, by) => {
    const { file, grants } = await opened(name, content);
    expect(await saveFile(file, by, grants)).toBe(file);
    expect(await readFile(file, 'utf8')).toBe(by);
  });

  test('or was not: DICOM is never written over', async () => {
    const [file] = await folder.make({ 'report.html': '' });
    await writeFile(file, DICOM);
    await expect(saveFile(file, 'no', none)).rejects.toThrow('report.html is DICOM and is never written over.');
  });
});

describe('what an interrupted write has left', () => {
  const ended = spawnSync(process.execPath, ['-e', '']).pid!;

  test('is removed at the next save in its folder, and at the next start', async () => {
    const left = [partName('case.json', '00000001', ended), partName('other.json', '00000002', ended)];
    await folder.make(Object.fromEntries([...left, 'case.json'].map((name) => [name, 'half'])));
    await saveFile(folder.at('case.json'), 'whole', none);
    expect(await readdir(folder.path)).toEqual(['case.json']);
    await folder.make({ [left[0]]: 'half' });
    await removeLeftovers(folder.path);
    expect(await readdir(folder.path)).toEqual(['case.json']);
  });

  test('is not what is being written by another process, by another computer, or by another program', async () => {
    const kept = [
      partName('case.json', '00000001', process.ppid),
      '.case.json.00000000-1-00000000.part',
      '.case.json.part',
      'case.json.0123456789ab.part',
      '.video.mkv.part',
      '.case.json.0123456789ab.part',
    ];
    await folder.make(Object.fromEntries(kept.map((name) => [name, 'x'])));
    await removeLeftovers(folder.path);
    expect((await readdir(folder.path)).sort()).toEqual([...kept].sort());
  });

  test.each(['.case.json.0123456789ab.part', '.isoeffect-0123456789ab.part'])(
    'of the version before, which names no process, is removed once it is older than any write takes: %s',
    async (name) => {
      const [file] = await folder.make({ [name]: 'half' });
      await utimes(file, new Date(), new Date(Date.now() - 3_600_000));
      await removeLeftovers(folder.path);
      expect(await readdir(folder.path)).toEqual([]);
    },
  );

  test('has a name that fits beside the longest that a case may have', async () => {
    const name = `${'食'.repeat(83)}.json`;
    expect(Buffer.byteLength(name)).toBe(254);
    expect(await saveFile(folder.at(name), 'x', none)).toBe(folder.at(name));
    expect(Buffer.byteLength(partName(name, '00000001', 2 ** 22))).toBeLessThan(255);
  });

  test('is nothing to look for in a folder that is gone', async () => {
    await expect(removeLeftovers(folder.at('gone'))).resolves.toBeUndefined();
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
  expect(plainName(`${'x'.repeat(99)} y`, 'csv')).toBe(`${'x'.repeat(99)}.csv`);
  // Devices of Windows, by whatever extension.
  expect(['NUL', 'con.1', 'Lpt1', 'Confusion', 'COM'].map((title) => plainName(title, 'json'))).toEqual([
    'NUL_.json',
    'con.1_.json',
    'Lpt1_.json',
    'Confusion.json',
    'COM.json',
  ]);
});
