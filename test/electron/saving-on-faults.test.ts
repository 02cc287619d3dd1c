import { spawnSync } from 'node:child_process';
import { appendFileSync, writeFileSync } from 'node:fs';
import { link, mkdir, readdir, readFile, rename, rm, symlink, unlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { FileGrants } from '../../electron/file-grants';
import { diskOf, saveFile } from '../../electron/save';
import { sha256Of } from '../../src/sha256';
import { temporaryFolder } from './temporary-folder';

/* Saving a case where the disk, its folder or its file is not what it was: told in words, and nothing lost by it. */

const folder = temporaryFolder();
const none = new FileGrants();
const CASE = '{"isoeffectCase":1,"uid":"2.25.1"}';
const known = async (...texts: string[]) => Promise.all(texts.map(sha256Of));

/** A disk of its own, where one may be mounted. */
let mounted: string | undefined;
function mountAt(at: string, size = '64k'): boolean {
  if (process.platform !== 'linux') return false;
  const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', at]).status === 0;
  if (isMounted) mounted = at;
  return isMounted;
}
afterEach(() => {
  if (mounted) spawnSync('umount', [mounted]);
  mounted = undefined;
});

describe('a disk that is full', () => {
  test('keeps the earlier case, and nothing half of the later one; once there is room it is saved', async ({ skip }) => {
    await mkdir(folder.at('disk'));
    if (!mountAt(folder.at('disk'))) return skip('no disk may be mounted here');
    const file = folder.at('disk', 'case.json');
    await saveFile(file, CASE, none);
    const fillUp = () => {
      for (;;) appendFileSync(folder.at('disk', 'filler'), Buffer.alloc(4096));
    };
    expect(fillUp).toThrow('ENOSPC');
    const larger = `${CASE}${' '.repeat(20_000)}`;
    const save = async () => saveFile(file, larger, none, { known: await known(CASE) });
    await expect(save()).rejects.toThrow('The disk is full: case.json was not saved. Make room, or choose another place.');
    expect(await readFile(file, 'utf8')).toBe(CASE);
    expect((await readdir(folder.at('disk'))).sort()).toEqual(['case.json', 'filler']);
    await rm(folder.at('disk', 'filler'));
    expect(await save()).toBe(file);
    expect(await readFile(file, 'utf8')).toBe(larger);
  });

  test.skipIf(process.platform === 'win32')('or a user who may write no larger files', async () => {
    const file = folder.at('case.json');
    await writeFile(file, CASE);
    const script = folder.at('save.ts');
    const from = (name: string) => JSON.stringify(path.resolve(import.meta.dirname, '../../electron', name));
    writeFileSync(
      script,
      `import { FileGrants } from ${from('file-grants.ts')};
       import { saveFile } from ${from('save.ts')};
       saveFile(process.argv[2], 'x'.repeat(100_000), new FileGrants()).then(
         () => console.log('saved'), (error) => console.log(error.message));`,
    );
    const command = 'ulimit -f 32 && exec "$0" --import tsx "$1" "$2"';
    // What the runtime itself keeps of scripts is not to be cut off.
    const env = { ...process.env, TSX_DISABLE_CACHE: '1' };
    const { stdout } = spawnSync('bash', ['-c', command, process.execPath, script, file], { encoding: 'utf8', env });
    expect(stdout.trim()).toBe('case.json was not saved: a file may not be as large there. Choose another place.');
    expect(await readFile(file, 'utf8')).toBe(CASE);
    expect((await readdir(folder.path)).sort()).toEqual(['case.json', 'save.ts']);
  });
});

describe('a folder that is gone', () => {
  test('is told, removed or renamed; when it is back, the case is saved in it', async () => {
    const [file] = await folder.make({ 'a/case.json': CASE });
    const save = async () => saveFile(file, 'later', none, { known: await known(CASE) });
    await rename(folder.at('a'), folder.at('b'));
    await expect(save()).rejects.toThrow(`The folder ${folder.at('a')} is no longer there: case.json was not saved.`);
    expect(await readFile(folder.at('b', 'case.json'), 'utf8')).toBe(CASE);
    await rename(folder.at('b'), folder.at('a'));
    expect(await save()).toBe(file);
    expect(await readdir(folder.at('a'))).toEqual(['case.json']);
  });

  test('with its disk is not taken for the empty folder that is left in its place', async ({ skip }) => {
    const at = folder.at('disk');
    await mkdir(at);
    if (!mountAt(at)) return skip('no disk may be mounted here');
    const file = path.join(at, 'case.json');
    await saveFile(file, CASE, none);
    const disk = await diskOf(at);
    spawnSync('umount', [at]);
    const save = async (now: bigint | undefined) => saveFile(file, 'later', none, { known: await known(CASE), disk: now });
    await expect(save(disk)).rejects.toThrow(`The disk on which case.json lay is not there: in ${at} there is another one now`);
    expect(await readdir(at)).toEqual([]);
    // By a person's word it is the place that is meant.
    expect(await save(undefined)).toBe(file);
  });

  test('is no matter of its disk where the file alone is gone, or is there on another disk', async () => {
    const [file] = await folder.make({ 'case.json': CASE });
    const disk = await diskOf(folder.path);
    await unlink(file);
    expect(await saveFile(file, CASE, none, { known: await known(CASE), disk })).toBe(file);
    expect(await saveFile(file, 'later', none, { known: await known(CASE), disk: 1n + disk! })).toBe(file);
  });
});

describe('a case that was replaced', () => {
  const save = async (file: string, grants = none) => saveFile(file, 'mine', grants, { known: await known(CASE) });

  test('by another case or an empty file is asked about, and stays', async () => {
    for (const other of ['{"isoeffectCase":1,"uid":"2.25.2"}', '']) {
      const [file] = await folder.make({ 'case.json': other });
      expect(await save(file)).toMatchObject({ path: file, onDisk: { text: other, sha256: await sha256Of(other) } });
      expect(await readFile(file, 'utf8')).toBe(other);
    }
    expect(await readdir(folder.path)).toEqual(['case.json']);
  });

  test('by a folder, empty or not, is told: the folder stays with what is in it', async () => {
    await mkdir(folder.at('case.json'));
    await expect(save(folder.at('case.json'))).rejects.toThrow('case.json is the name of a folder: nothing was saved.');
    await folder.make({ 'case.json/RD.dcm': 'dose' });
    await expect(save(folder.at('case.json'))).rejects.toThrow('case.json is the name of a folder: nothing was saved.');
    expect(await readFile(folder.at('case.json', 'RD.dcm'), 'utf8')).toBe('dose');
    expect(await readdir(folder.path)).toEqual(['case.json']);
  });

  test.skipIf(process.platform === 'win32')('by a link: what it leads to is asked about, and never an input', async () => {
    const [other, dose] = await folder.make({ 'elsewhere/other.json': 'another case', 'RD.dcm': 'dose' });
    const file = folder.at('case.json');
    await symlink(other, file);
    expect(await save(file)).toMatchObject({ path: other, onDisk: { text: 'another case' } });
    expect(await readFile(other, 'utf8')).toBe('another case');
    const grants = new FileGrants();
    grants.grant(dose, 4, 'named');
    for (const make of [symlink, link]) {
      await unlink(file);
      await make(dose, file);
      await expect(save(file, grants)).rejects.toThrow('is a file of this case and is never written over');
    }
    expect(await readFile(dose, 'utf8')).toBe('dose');
    // The same case, moved and linked to, is saved where it lies now.
    await writeFile(other, CASE);
    await unlink(file);
    await symlink(other, file);
    expect(await save(file)).toBe(other);
    // A link to nowhere has nothing to lose.
    await unlink(other);
    await save(file);
    expect(await readFile(file, 'utf8')).toBe('mine');
  });

  test.skipIf(process.platform === 'win32')('by a named pipe is told, and nobody waits for it', async ({ skip }) => {
    if (spawnSync('mkfifo', [folder.at('case.json')]).status !== 0) return skip('no named pipe can be made here');
    await expect(save(folder.at('case.json'))).rejects.toThrow('case.json is a named pipe, a socket or a device now');
    expect(await readdir(folder.path)).toEqual(['case.json']);
  });

  test('by what a newer program wrote is told, and is written over by no way', async () => {
    const newer = '{"isoeffectCase":2,"writtenBy":"isoeffect 7.2.0"}';
    const [file] = await folder.make({ 'case.json': newer });
    const told = 'case.json was written by a newer Isoeffect (7.2.0) and is not written over: nothing was saved.';
    await expect(save(file)).rejects.toThrow(told);
    // Seen on the disk and wanted replaced, or chosen in the dialog.
    await expect(saveFile(file, 'mine', none, { known: await known(newer) })).rejects.toThrow(told);
    await expect(saveFile(file, 'mine', none)).rejects.toThrow(told);
    expect(await readFile(file, 'utf8')).toBe(newer);
    expect(await readdir(folder.path)).toEqual(['case.json']);
  });
});
