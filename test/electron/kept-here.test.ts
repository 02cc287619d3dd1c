import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Drafts } from '../../electron/drafts';
import { KeptHere } from '../../electron/kept-here';
import { makePrivate } from '../../electron/private-place';
import { RecentCases } from '../../electron/recent-cases';
import { isToldToKeepNothing } from '../../src/app/host/keeping';
import { temporaryFolder } from './temporary-folder';

const folder = temporaryFolder();
const modeOf = async (...parts: string[]) => ((await stat(folder.at(...parts))).mode & 0o777).toString(8);

/** What a start of the program has, in the folder of one user. */
function started(isForced = false) {
  const drafts = new Drafts(folder.at('user/drafts'));
  const recent = new RecentCases(folder.at('user/recent-cases.json'));
  const forgotten: true[] = [];
  const parts = { userData: folder.at('user'), drafts, recent, isForced };
  const kept = new KeptHere({ ...parts, forgetRecentDocuments: () => forgotten.push(true) });
  return { drafts, recent, kept, forgotten };
}

describe.skipIf(process.platform === 'win32')('what is kept is for its user alone', () => {
  let umask: number;
  beforeEach(() => {
    umask = process.umask(0);
  });
  afterEach(() => process.umask(umask));

  test('drafts, recent cases and their folders, whatever the system gives new files', async () => {
    const { drafts, recent, kept } = started();
    await mkdir(folder.at('user'), { mode: 0o755 });
    await drafts.save('key', '{}');
    await recent.add('/p/case.json');
    await kept.keepNothing(true);
    const [draft] = await readdir(folder.at('user/drafts'));
    const modes = [['drafts'], ['drafts', draft], ['recent-cases.json'], ['keep-nothing']].map((at) => modeOf('user', ...at));
    expect(await Promise.all(modes)).toEqual(['700', '600', '600', '600']);
  });

  test('also what an earlier version kept for others to read: at the start, and where it is written again', async () => {
    const { drafts, recent, kept } = started();
    await drafts.save('key', '{}');
    await recent.add('/p/case.json');
    const [draft] = await readdir(folder.at('user/drafts'));
    for (const at of ['user/drafts', 'user']) await chmod(folder.at(at), 0o755);
    for (const at of [`user/drafts/${draft}`, 'user/recent-cases.json']) await chmod(folder.at(at), 0o644);
    expect((await kept.state()).isOpenToOthers).toBe(true);
    await recent.add('/p/other.json');
    await drafts.save('other', '{}');
    const modes = ['recent-cases.json', 'drafts', `drafts/${draft}`].map((at) => modeOf('user', at));
    expect(await Promise.all(modes)).toEqual(['600', '700', '600']);
    expect(await makePrivate(folder.at('user'))).toBe(true);
    expect(await modeOf('user')).toBe('700');
    expect(await kept.state()).not.toHaveProperty('isOpenToOthers');
  });

  test.skipIf(process.getuid?.() !== 0)('and another user of the computer gets to none of it', async () => {
    const { drafts, recent, kept } = started();
    await drafts.save('key', '{"patient":"DOE"}');
    await recent.add('/p/case.json');
    const [draft] = await readdir(folder.at('user/drafts'));
    await chmod(folder.path, 0o755);
    const read = (...parts: string[]) => spawnSync('cat', [folder.at('user', ...parts)], { uid: 65_534, gid: 65_534 }).status;
    // Not even where somebody opens the folder above.
    await chmod(folder.at('user'), 0o755);
    expect([read('drafts', draft), read('recent-cases.json')]).toEqual([1, 1]);
    await chmod(folder.at('user/drafts'), 0o755);
    expect([read('drafts', draft), (await kept.state()).isOpenToOthers]).toEqual([1, true]);
  });

  test('but nothing beside the folder, and no file that a link in it leads to', async () => {
    const [outside] = await folder.make({ 'case.json': 'x', 'user/x.json': 'x' });
    await chmod(outside, 0o644);
    await makePrivate(folder.at('user'));
    expect([await modeOf('case.json'), await modeOf('user', 'x.json')]).toEqual(['644', '600']);
  });
});

describe('a shared workstation', () => {
  test('keeps nothing by a person’s word, in later starts too; what was kept before stays until it is cleared', async () => {
    const { drafts, recent, kept } = started();
    await drafts.save('key', '{}');
    await recent.add('/p/case.json');
    expect(kept.isNothing).toBe(false);
    expect(await kept.keepNothing(true)).toMatchObject({ nothingBy: 'person', folder: folder.at('user') });
    const later = started();
    expect([later.kept.isNothing, (await later.kept.state()).nothingBy]).toEqual([true, 'person']);
    expect([(await later.drafts.list()).length, (await later.recent.list()).length]).toEqual([1, 1]);
    expect(await later.kept.keepNothing(false)).not.toHaveProperty('nothingBy');
    expect([later.kept.isNothing, kept.isNothing, existsSync(folder.at('user/keep-nothing'))]).toEqual([false, false, false]);
  });

  test('does so by the word of whoever looks after it, without a file, and no person in the window changes that', async () => {
    const { kept } = started(true);
    expect([kept.isNothing, (await kept.state()).nothingBy]).toEqual([true, 'administrator']);
    await expect(kept.keepNothing(false)).rejects.toThrow('is set by whoever looks after this computer');
    expect(existsSync(folder.at('user'))).toBe(false);
    const later = started();
    later.kept.force();
    expect([later.kept.isNothing, (await later.kept.state()).nothingBy]).toEqual([true, 'administrator']);
  });

  test('whose setting cannot be kept says so, and is as it was', async () => {
    await writeFile(folder.at('user'), 'a file where the folder should be');
    const { kept } = started();
    await expect(kept.keepNothing(true)).rejects.toThrow(/^This setting could not be kept in .*\(E\w+\): it is as it was\.$/);
    expect(kept.isNothing).toBe(false);
  });

  test.each([
    [[], {}, false],
    [['--keep-nothing'], {}, true],
    [['keep-nothing'], {}, false],
    [[], { ISOEFFECT_KEEP_NOTHING: '1' }, true],
    [[], { ISOEFFECT_KEEP_NOTHING: 'yes' }, true],
    [[], { ISOEFFECT_KEEP_NOTHING: 'enabled' }, true],
    [[], { ISOEFFECT_KEEP_NOTHING: ' False ' }, false],
    [[], { ISOEFFECT_KEEP_NOTHING: '0' }, false],
    [[], { ISOEFFECT_KEEP_NOTHING: '' }, false],
    [['--keep-nothing'], { ISOEFFECT_KEEP_NOTHING: '0' }, true],
  ])('is told so by a switch or by the environment: %j %j', (argv, environment, told) => {
    expect(isToldToKeepNothing(argv, environment)).toBe(told);
  });
});

describe('clearing', () => {
  test('takes all drafts, damaged and half written ones too, recent cases and records of faults, and nothing else', async () => {
    const { drafts, recent, kept, forgotten } = started();
    await drafts.save('key', '{}');
    await drafts.save('other', '{}');
    await recent.add('/p/case.json');
    const name = 'f'.repeat(64);
    await folder.make({
      [`user/drafts/${name}.json`]: '{"key"',
      [`user/drafts/.${name}.json.00000000-1-00000000.part`]: 'half',
      'user/drafts/notes.txt': 'of somebody else',
      'user/window.json': '{}',
      'user/chrome_debug.log': '12345',
      'user/logs/main.log': '123',
      'user/Crashpad/completed/one.dmp': '12',
      'user/Crashpad/settings.dat': 'its own',
      'user/Crashpad/client_id': 'its own',
    });
    expect((await kept.state()).traces).toEqual({ count: 3, size: 10 });
    expect(await kept.clear(['drafts'])).toMatchObject({ traces: { count: 3 } });
    expect([await drafts.list(), (await recent.list()).length, forgotten.length]).toEqual([[], 1, 0]);
    expect(await readdir(folder.at('user/drafts'))).toEqual(['notes.txt']);
    expect((await kept.clear(['drafts', 'recent', 'traces'])).traces).toEqual({ count: 0, size: 0 });
    expect([await recent.list(), forgotten.length]).toEqual([[], 1]);
    expect((await readdir(folder.at('user'))).sort()).toEqual(['Crashpad', 'drafts', 'logs', 'window.json']);
    expect((await readdir(folder.at('user/Crashpad'))).sort()).toEqual(['client_id', 'completed', 'settings.dat']);
  });

  test('where there is nothing is no fault, and what is kept afterwards is there', async () => {
    const { drafts, recent, kept } = started();
    expect((await kept.clear(['drafts', 'recent', 'traces'])).traces.count).toBe(0);
    await drafts.save('key', '{}');
    await recent.add('/p/case.json');
    expect([(await drafts.list()).length, (await recent.list()).length]).toEqual([1, 1]);
  });

  test('comes after what is on its way to the disk', async () => {
    const { drafts, kept } = started();
    void drafts.save('key', '{}');
    await kept.clear(['drafts']);
    expect(await readdir(folder.at('user/drafts'))).toEqual([]);
  });

  test('that leaves something says so', async () => {
    const { drafts, kept } = started();
    await drafts.save('key', '{}');
    await mkdir(folder.at('user/drafts', `${'e'.repeat(64)}.json`));
    await expect(kept.clear(['drafts', 'recent'])).rejects.toThrow(/^Not everything could be cleared: /);
  });
});
