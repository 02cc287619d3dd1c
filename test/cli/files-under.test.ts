import { execFileSync } from 'node:child_process';
import { linkSync, mkdirSync, renameSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesUnder } from '../../src/cli/files-under';
import { FileWalk } from '../../src/files/walk-files';
import { inFolder } from './run';

/* A folder on the command line is walked as the window's shell walks it. */

const below = (folder: string, files: readonly string[]): string[] =>
  files.map((file) => path.relative(folder, file).replaceAll('\\', '/'));
const under = async (folder: string) => below(folder, await filesUnder([folder]));

describe('filesUnder', () => {
  it('passes over what the platform keeps for itself and what was hidden, as the shell does', () =>
    inFolder(
      {
        'RD.dcm': '1',
        'CT/1': '1',
        '.DS_Store': 'x',
        'CT/Thumbs.db': 'x',
        '.git/config': 'x',
        '__MACOSX/CT/1': 'x',
        '$RECYCLE.BIN/1': 'x',
        'desktop.ini': 'x',
      },
      async (folder) => {
        const line = await under(folder);
        expect(line).toEqual(['CT/1', 'RD.dcm']);
      },
    ));

  it('a hidden folder that is given by name is walked', () =>
    inFolder({ '.patient/RD.dcm': '1' }, async (folder) => {
      expect(below(folder, await filesUnder([path.join(folder, '.patient')]))).toEqual(['.patient/RD.dcm']);
    }));

  it('a file that links and hard links name again is read once, under the name that is no link', () =>
    inFolder({ 'z/RD.dcm': '1', 'z/RS.dcm': '22' }, async (folder) => {
      symlinkSync('z/RD.dcm', path.join(folder, 'a.dcm'));
      symlinkSync('z', path.join(folder, 'same'));
      mkdirSync(path.join(folder, 'm'));
      linkSync(path.join(folder, 'z/RS.dcm'), path.join(folder, 'm/RS.dcm'));
      const line = await under(folder);
      expect(line).toEqual(['m/RS.dcm', 'z/RD.dcm']);
    }));

  it('what lies outside and is linked twice is read once', () =>
    inFolder({ 'study/1': '', 'kept/RD.dcm': '1' }, async (folder) => {
      const study = path.join(folder, 'study');
      for (const name of ['b', 'a']) symlinkSync('../kept', path.join(study, name));
      symlinkSync('../kept/RD.dcm', path.join(study, 'z.dcm'));
      const line = await under(study);
      // The file linked beside the folders is looked at with them, one level before what is in them.
      expect(line).toEqual(['1', 'z.dcm']);
    }));

  it('starts that overlap give each file once: a folder, one in it, a file in that, a link to it', () =>
    inFolder({ 'p/a/RD.dcm': '1', 'p/RS.dcm': '1' }, async (folder) => {
      symlinkSync('p/a/RD.dcm', path.join(folder, 'link'));
      const starts = ['p', 'p/a', 'p/a/RD.dcm', 'link'].map((at) => path.join(folder, at));
      expect(below(folder, await filesUnder(starts))).toEqual(['p/RS.dcm', 'p/a/RD.dcm']);
    }));

  it('links up, to themselves and in a ring of two folders end', () =>
    inFolder({ 'a/1': '', 'b/2': '' }, async (folder) => {
      symlinkSync('..', path.join(folder, 'a/up'));
      symlinkSync('../b', path.join(folder, 'a/over'));
      symlinkSync('../a', path.join(folder, 'b/back'));
      symlinkSync('itself', path.join(folder, 'itself'));
      const line = await under(folder);
      expect(line).toEqual(['a/1', 'b/2', 'itself']);
    }));

  it('a pipe, a socket, a device and a link to nowhere are named and not opened', () =>
    inFolder({ 'RD.dcm': '1' }, async (folder) => {
      execFileSync('mkfifo', [path.join(folder, 'pipe')]);
      symlinkSync('/dev/zero', path.join(folder, 'zeros'));
      symlinkSync('nowhere', path.join(folder, 'gone'));
      const server = createServer();
      await new Promise<void>((listening) => server.listen(path.join(folder, 'door'), listening));
      const line = await under(folder);
      await new Promise((closed) => server.close(closed));
      expect(line).toEqual(['RD.dcm', 'door', 'gone', 'pipe', 'zeros']);
    }));

  it('a name that is not in UTF-8 is named, whatever it is', () =>
    inFolder({ 'RD.dcm': '1' }, async (folder) => {
      const odd = Buffer.concat([Buffer.from(`${folder}/R`), Buffer.from([0xe9])]);
      renameSync(path.join(folder, 'RD.dcm'), odd);
      expect(below(folder, await filesUnder([folder]))).toEqual(['R\uFFFD']);
    }));

  it('refuses a folder with more files than a patient has, in one line', () =>
    inFolder({ '1': '', '2': '', 'a/3': '' }, async (folder) => {
      await expect(filesUnder([folder], new FileWalk(2))).rejects.toMatchObject({
        file: folder,
        found: 'more than 2 files',
        needed: 'the folder of one patient',
      });
      expect(await filesUnder([folder], new FileWalk(3))).toHaveLength(3);
    }));
});
