import { spawnSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Drafts } from '../../electron/drafts';
import { KeptHere } from '../../electron/kept-here';
import { RecentCases } from '../../electron/recent-cases';
import { readWindowState, writeWindowState } from '../../electron/window-state';
import { temporaryFolder } from './temporary-folder';

/* What is kept between starts, on a disk that is full: what was kept before stays whole, and what is not kept is said. */

const folder = temporaryFolder();
const user = (...parts: string[]) => folder.at('user', ...parts);

/** The user's folder on a disk of 256 kB, where one may be mounted. */
let isMounted = false;
beforeEach(async () => {
  await mkdir(user());
  const mount = ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', user()];
  isMounted = process.platform === 'linux' && spawnSync('mount', mount).status === 0;
});
afterEach(() => {
  if (isMounted) spawnSync('umount', [user()]);
});

function fillUp(): void {
  const fill = () => {
    for (;;) appendFileSync(user('filler'), Buffer.alloc(4096));
  };
  expect(fill).toThrow('ENOSPC');
}

/** Files beside those that were there before: what is half written would be one. */
const beside = async (before: readonly string[]) =>
  (await readdir(user(), { recursive: true })).filter((name) => !before.includes(name) && name !== 'filler');

describe('a disk that is full', () => {
  test('keeps the draft as it was kept last, says that it is not kept as it is, and keeps it once there is room', async ({
    skip,
  }) => {
    if (!isMounted) return skip('no disk may be mounted here');
    const drafts = new Drafts(user('drafts'));
    await drafts.save('key', 'first');
    const before = await readdir(user(), { recursive: true });
    fillUp();
    const larger = 'x'.repeat(20_000);
    for (const content of [larger, larger.slice(1)]) {
      await expect(drafts.save('key', content)).rejects.toThrow('The disk is full.');
      await expect(drafts.save('other', content)).rejects.toThrow('The disk is full.');
    }
    expect((await drafts.list()).map(({ key, size }) => [key, size])).toEqual([['key', 5]]);
    expect((await new Drafts(user('drafts')).find('key'))?.content).toBe('first');
    expect(await beside(before)).toEqual([]);
    await rm(user('filler'));
    await drafts.save('key', larger);
    expect((await drafts.find('key'))?.content).toBe(larger);
  });

  test('keeps the list of recent cases and the place of the window as they were', async ({ skip }) => {
    if (!isMounted) return skip('no disk may be mounted here');
    const recent = new RecentCases(user('recent-cases.json'));
    for (let n = 0; n < 9; n++) await recent.add(`/${'long'.repeat(200)}/${n}.json`);
    const place = { x: 5, y: 30, width: 1000, height: 700, maximized: true };
    writeWindowState(user('window.json'), place);
    const [before, list] = [await readdir(user()), await readFile(user('recent-cases.json'), 'utf8')];
    fillUp();
    await expect(recent.add('/new.json')).rejects.toThrow('ENOSPC');
    writeWindowState(user('window.json'), { ...place, maximized: false });
    expect(await readFile(user('recent-cases.json'), 'utf8')).toBe(list);
    expect((await recent.list()).length).toBe(9);
    expect(readWindowState(user('window.json'))).toEqual(place);
    expect(await beside(before)).toEqual([]);
  });

  test('takes the word that nothing is kept, or says that it did not and has not', async ({ skip }) => {
    if (!isMounted) return skip('no disk may be mounted here');
    const [drafts, recent] = [new Drafts(user('drafts')), new RecentCases(user('recent-cases.json'))];
    const kept = new KeptHere({ userData: user(), drafts, recent, isForced: false, forgetRecentDocuments: () => {} });
    fillUp();
    const told = await kept.keepNothing(true).then(
      ({ nothingBy }) => nothingBy === 'person',
      () => false,
    );
    expect(kept.isNothing).toBe(told);
    if (told) expect((await kept.keepNothing(false)).nothingBy).toBeUndefined();
  });

  test('gives room by clearing what is kept', async ({ skip }) => {
    if (!isMounted) return skip('no disk may be mounted here');
    const drafts = new Drafts(user('drafts'));
    await drafts.save('key', 'x'.repeat(50_000));
    fillUp();
    await drafts.clear();
    await drafts.save('next', 'x'.repeat(20_000));
    expect((await drafts.list()).map(({ key }) => key)).toEqual(['next']);
  });
});
