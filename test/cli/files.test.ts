import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessFrom, notReadable, readInput } from '../../src/cli/files';
import { sha256Of } from '../../src/sha256';
import { inFolder } from './run';

describe('a large file', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'isoeffect-files-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each([0, 1, 2, 3])('is read whole, and ends at a multiple of four bytes in memory: %d bytes over', async (over) => {
    const content = new Uint8Array(16_000_000 + over).map((_, n) => n % 251);
    const file = path.join(folder, `${over}.dcm`);
    writeFileSync(file, content);
    const bytes = await readInput(file);
    expect((bytes.byteOffset + bytes.byteLength) % 4).toBe(0);
    expect(bytes.byteLength).toBe(content.byteLength);
    const hash = (of: Uint8Array) => createHash('sha256').update(of).digest('hex');
    expect(hash(bytes)).toBe(hash(content));
    expect(accessFrom(folder).sha256!(bytes)).toBe(await sha256Of(content));
  });
});

describe('notReadable', () => {
  it.each([
    ['ENOENT', 'no such file'],
    ['ENOTDIR', 'no such file'],
    ['EISDIR', 'a folder'],
    ['EACCES', 'no permission to read it'],
    ['EPERM', 'no permission to read it'],
    ['EBUSY', 'a file that another program holds open'],
    ['ELOOP', 'links that lead back to themselves'],
    ['EIO', 'a file that could not be read (EIO)'],
  ])('%s is said in plain words', (code, found) => {
    const { message } = notReadable('a/b.dcm', Object.assign(new Error(`${code}: raw words`), { code }));
    expect(message).toBe(`a/b.dcm: found ${found}; needed a file that can be read`);
  });
});

describe('the files of a case', () => {
  const refused = async (folder: string, named: string, platform = path.posix) =>
    (await accessFrom(folder, platform)
      .read(named)
      .catch((error: Error) => error)) as Error;

  it('by paths of another computer are refused as such, and nothing is looked for there', async () => {
    expect((await refused('/cases', 'C:/data/RD.dcm')).message).toBe(
      'C:/data/RD.dcm: found a path on drive C: of another computer, with Windows; ' +
        'needed a file that this computer has, by the path that it has here',
    );
    expect((await refused('/', '//etc/hostname')).message).toMatch(/^\/\/etc\/hostname: found a path on another computer/);
    expect((await refused('C:\\cases', '//server/share/RD.dcm', path.win32)).message).toMatch(
      /found a path on another computer \(\/\/server\).*the share can be given a letter/,
    );
  });

  it('on Windows, by a drive that is not there or without one, are said to be so', async () => {
    expect((await refused('Q:\\cases', 'RD.dcm', path.win32)).message).toBe(
      'RD.dcm: found no such file; needed a file that can be read',
    );
    expect((await refused('Q:\\cases', 'Z:/RD.dcm', path.win32)).message).toMatch(/drive Z:, which this computer does not/);
    expect((await refused('Q:\\cases', '/mnt/RD.dcm', path.win32)).message).toMatch(/no such file: a path without a drive/);
  });

  it('beside one are named as the case names it, with a folder that is called as a drive is', () =>
    inFolder({ 'C:/RD.dcm': 'x', 'C:/RP.dcm': 'x', 'a/RS.dcm': 'x' }, async (folder) => {
      const access = accessFrom(folder);
      expect(await access.beside('./C:/RD.dcm')).toEqual(['./C:/RD.dcm', './C:/RP.dcm']);
      expect(await access.beside('a/RS.dcm')).toEqual(['a/RS.dcm']);
      expect(await access.beside('./a/../a/RS.dcm')).toEqual(['a/RS.dcm']);
    }));
});
