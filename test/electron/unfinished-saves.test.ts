import { readdir, stat, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { UnfinishedSaves } from '../../electron/unfinished-saves';
import { temporaryFolder } from './temporary-folder';

const folder = temporaryFolder();
const start = () => new UnfinishedSaves(folder.at('unfinished-saves.json'));
const left = async (at = start()) => {
  let found: readonly string[] = [];
  await at.tidied(async (folders) => {
    found = folders;
  });
  return found;
};

test('the folder of a save that never ended is told to the next start, once', async () => {
  await new Promise<void>((resolve) => {
    void start().during('/usb/patient', () => {
      resolve();
      return new Promise(() => {});
    });
  });
  if (process.platform !== 'win32') expect((await stat(folder.at('unfinished-saves.json'))).mode & 0o777).toBe(0o600);
  expect(await left()).toEqual(['/usb/patient']);
  expect(await left()).toEqual([]);
  expect(await readdir(folder.path)).toEqual([]);
});

test('saves that ended, well or not, leave nothing, also two at once in one folder', async () => {
  const saves = start();
  expect(await saves.during('/a', async () => 'saved')).toBe('saved');
  await expect(saves.during('/a', () => Promise.reject(new Error('full')))).rejects.toThrow('full');
  let end = () => {};
  const longer = saves.during(
    '/a',
    () =>
      new Promise<void>((resolve) => {
        end = resolve;
      }),
  );
  await saves.during('/a', async () => {});
  expect(await left(start())).toEqual(['/a']);
  end();
  await longer;
  expect(await readdir(folder.path)).toEqual([]);
});

test('a save that begins before the start has tidied up takes nothing from what is to be tidied', async () => {
  await writeFile(folder.at('unfinished-saves.json'), '["/earlier"]');
  const saves = start();
  await saves.during('/now', async () => {});
  expect(await left(saves)).toEqual(['/earlier']);
  expect(await readdir(folder.path)).toEqual([]);
});

test('a note that cannot be read or written hinders no save', async () => {
  await writeFile(folder.at('unfinished-saves.json'), '{"');
  expect(await left()).toEqual([]);
  const nowhere = new UnfinishedSaves(folder.at('gone/unfinished-saves.json'));
  expect(await nowhere.during('/a', async () => 'saved')).toBe('saved');
});
