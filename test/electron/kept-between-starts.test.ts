import { createHash } from 'node:crypto';
import { readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { Drafts } from '../../electron/drafts';
import { RecentCases } from '../../electron/recent-cases';
import { fitToDisplays, readWindowState, writeWindowState } from '../../electron/window-state';
import { temporaryFolder } from './temporary-folder';

const folder = temporaryFolder();
const day = (n: number) => new Date(Date.UTC(2026, 0, n));

describe('recent cases', () => {
  test('are the last ten, newest first, each once, also after a start', async () => {
    const recent = new RecentCases(folder.at('recent.json'));
    await Promise.all(Array.from({ length: 12 }, (_, i) => recent.add(`/case${i}.json`, day(i + 1))));
    await recent.add('/case5.json', day(20));
    const paths = (await new RecentCases(folder.at('recent.json')).list()).map(({ path }) => path);
    expect(paths).toEqual([5, 11, 10, 9, 8, 7, 6, 4, 3, 2].map((i) => `/case${i}.json`));
    expect((await recent.list())[0].openedAt).toBe('2026-01-20T00:00:00.000Z');
    await recent.remove('/case5.json');
    expect((await recent.list()).length).toBe(9);
    expect(await readdir(folder.path)).toEqual(['recent.json']);
  });

  test('a list that cannot be read begins anew', async () => {
    for (const text of ['', '{', '3', '[{"path": 3}]']) {
      await writeFile(folder.at('recent.json'), text);
      const recent = new RecentCases(folder.at('recent.json'));
      expect(await recent.list()).toEqual([]);
      await recent.add('/case.json', day(1));
      expect(await recent.list()).toEqual([{ path: '/case.json', openedAt: day(1).toISOString() }]);
      expect(await recent.isOfNewer()).toBe(false);
    }
  });

  test('what a newer version of the program wrote stays: entries with what it knows of them, and a list of another kind', async () => {
    const [file, recent] = [folder.at('recent.json'), new RecentCases(folder.at('recent.json'))];
    const pinned = { path: '/pinned.json', openedAt: day(1).toISOString(), pinned: true };
    const other = { group: [{ path: '/in.json' }] };
    await writeFile(file, JSON.stringify([pinned, other]));
    await recent.add('/case.json', day(2));
    expect((await recent.list()).map(({ path }) => path)).toEqual(['/case.json', '/pinned.json']);
    expect(JSON.parse(await readFile(file, 'utf8')).slice(1)).toEqual([pinned, other]);
    const newer = '{"isoeffectRecent":2,"cases":[{"path":"/kept.json"}]}';
    await writeFile(file, newer);
    await recent.add('/case.json', day(3));
    await recent.remove('/kept.json');
    expect([await recent.list(), await recent.isOfNewer(), await readFile(file, 'utf8')]).toEqual([[], true, newer]);
    // By a person's word it goes.
    await recent.clear();
    await recent.add('/case.json', day(4));
    expect([(await recent.list()).length, await recent.isOfNewer()]).toEqual([1, false]);
  });

  test('are kept again where their folder was removed while the program runs', async () => {
    const recent = new RecentCases(folder.at('user', 'recent.json'));
    await recent.add('/case.json', day(1));
    await rm(folder.at('user'), { recursive: true });
    await recent.add('/other.json', day(2));
    expect((await recent.list()).map(({ path }) => path)).toEqual(['/other.json']);
  });

  test('come in the order in which they were opened though the clock was set back', async () => {
    const recent = new RecentCases(folder.at('recent.json'));
    await recent.add('/before.json', day(9));
    await recent.add('/after.json', new Date('2025-01-01'));
    expect((await recent.list()).map(({ path }) => path)).toEqual(['/after.json', '/before.json']);
  });
});

describe('drafts', () => {
  test('are kept by key, replaced, forgotten, listed newest first', async () => {
    const drafts = new Drafts(folder.at('drafts'));
    await drafts.save('/a/case.json', 'first', [], day(1));
    await drafts.save('../../elsewhere', 'second', ['/b/RD.dcm'], day(2));
    await drafts.save('/a/case.json', 'third', [], day(3));
    const at = (n: number) => ({ savedAt: day(n).toISOString(), keptAt: day(n).toISOString() });
    expect(await new Drafts(folder.at('drafts')).list(day(4))).toEqual([
      { key: '/a/case.json', ...at(3), turn: 3, size: 5 },
      { key: '../../elsewhere', ...at(2), turn: 2, size: 6 },
    ]);
    expect((await drafts.find('/a/case.json'))?.content).toBe('third');
    expect((await drafts.find('../../elsewhere'))?.files).toEqual(['/b/RD.dcm']);
    expect(await drafts.find('/never')).toBeUndefined();
    expect((await readdir(folder.at('drafts'))).every((name) => /^[0-9a-f]{64}\.json$/.test(name))).toBe(true);
    await drafts.save('/a/case.json', undefined);
    await drafts.save('never there', undefined);
    expect((await drafts.list(day(4))).map(({ key }) => key)).toEqual(['../../elsewhere']);
  });

  test('keep the order in which they were asked for, and say when they are through', async () => {
    const drafts = new Drafts(folder.at('drafts'));
    const all = Array.from({ length: 20 }, (_, i) => drafts.save('key', `${i}`));
    expect(drafts.idle).toBe(false);
    await drafts.settled();
    await Promise.all(all);
    expect(drafts.idle).toBe(true);
    expect((await drafts.list())[0].turn).toBe(20);
    expect((await drafts.find('key'))?.content).toBe('19');
  });

  test('of the version before, kept by the path of their case, are listed after the newer ones and read', async () => {
    const drafts = new Drafts(folder.at('drafts'));
    await drafts.save('newer', '{}', [], day(2));
    const key = '/a/case.json';
    const content = JSON.stringify({ text: '{}', folder: '/a', path: key });
    const name = `${createHash('sha256').update(key).digest('hex')}.json`;
    await writeFile(folder.at('drafts', name), JSON.stringify({ key, content, savedAt: day(3).toISOString() }));
    const listed = (await drafts.list(day(4))).map((head) => [head.key, head.turn, head.path]);
    expect(listed).toEqual([
      ['newer', 1, undefined],
      [key, 0, key],
    ]);
    expect(await drafts.find(key)).toMatchObject({ content, files: [] });
  });

  test('come in the order in which they were kept though the clock was set back, in another program run too', async () => {
    await new Drafts(folder.at('drafts')).save('before', 'x', [], day(9));
    await new Drafts(folder.at('drafts')).save('after', 'y', [], day(2));
    const listed = await new Drafts(folder.at('drafts')).list(day(9));
    expect(listed.map(({ key, turn }) => [key, turn])).toEqual([
      ['after', 2],
      ['before', 1],
    ]);
  });

  test('take the place of the one that they go on from, unless it was changed since', async () => {
    const drafts = new Drafts(folder.at('drafts'));
    await drafts.save('left', 'x', [], day(1));
    const going = (turn: number) => JSON.stringify({ continues: { key: 'left', turn } });
    await drafts.save('other', going(9), [], day(1));
    expect((await drafts.list(day(2))).map(({ key }) => key)).toEqual(['other', 'left']);
    await drafts.save('next', going(1), [], day(1));
    expect((await drafts.list(day(2))).map(({ key }) => key)).toEqual(['next', 'other']);
  });

  test('go after 30 days, when another is kept and when they are listed', async () => {
    const drafts = new Drafts(folder.at('drafts'));
    await drafts.save('old', 'x', [], day(1));
    for (const n of [7, 14, 21, 28]) await drafts.save('edited all along', 'y', [], day(n));
    expect((await drafts.list(day(31))).length).toBe(2);
    await drafts.save('edited all along', 'y', [], day(32));
    expect((await readdir(folder.at('drafts'))).length).toBe(1);
    // Nobody was here for a month and a half: a week after that is seen.
    for (const n of [80, 86]) expect((await drafts.list(day(n))).length).toBe(1);
    expect((await drafts.list(day(87))).length).toBe(0);
    expect(await readdir(folder.at('drafts'))).toEqual([]);
  });

  test.each([
    ['ten years forward', new Date('2036-01-03')],
    ['a year back', new Date('2025-01-03')],
  ])('all stay where the clock was once set %s, listed, kept and in another program run', async (_, wrong) => {
    const drafts = new Drafts(folder.at('drafts'));
    await drafts.save('of the day before', 'x', [], day(1));
    await drafts.save('edited', 'y', [], day(2));
    expect((await drafts.list(wrong)).length).toBe(2);
    await new Drafts(folder.at('drafts')).save('of the wrong day', 'z', [], wrong);
    expect((await new Drafts(folder.at('drafts')).list(wrong)).length).toBe(3);
    // Put right, they go after their 30 days: that of the wrong day too.
    for (const n of [3, 10, 17, 24, 31]) expect((await drafts.list(day(n))).length).toBe(3);
    expect(await drafts.list(day(33))).toEqual([]);
  });

  test('of a clock that was believed for long and is put right go 30 days after that, and not in ten years', async () => {
    const drafts = new Drafts(folder.at('drafts'));
    await drafts.save('of the future', 'x', [], new Date('2036-01-01'));
    for (const n of [1, 8, 15, 22, 29, 36]) expect((await drafts.list(day(n))).length).toBe(1);
    expect(await drafts.list(day(39))).toEqual([]);
  });

  test('that were kept before there was anything to believe stay where the first look at the clock is wrong', async () => {
    const drafts = new Drafts(folder.at('drafts'));
    await drafts.save('key', 'x', [], day(1));
    await rm(folder.at('drafts-clock.json'), { force: true });
    expect((await drafts.list(new Date('2036-01-03'))).length).toBe(1);
    await writeFile(folder.at('drafts-clock.json'), '{"at":');
    expect((await drafts.list(new Date('2036-01-03'))).length).toBe(1);
  });

  test('of a newer version of the program are listed, said to be so, and never written over or let go', async () => {
    const drafts = new Drafts(folder.at('drafts'));
    await drafts.save('own', 'x', [], day(1));
    const name = `${'a'.repeat(64)}.json`;
    const newer = JSON.stringify({ isoeffectDraft: 2, writtenBy: 'isoeffect 7.2.0', parts: [] });
    await writeFile(folder.at('drafts', name), newer);
    await utimes(folder.at('drafts', name), day(1), day(1));
    const [{ key }] = (await drafts.list(day(2))).filter(({ isOfNewer }) => isOfNewer);
    const found = 'found a draft of version 2, written by a newer Isoeffect (7.2.0); needed Isoeffect 7.2.0 or a later one';
    await expect(drafts.find(key)).rejects.toThrow(found);
    for (const n of [8, 15, 22, 29, 36, 43]) await drafts.save('other', 'y', [], day(n));
    expect((await drafts.list(day(44))).map((head) => head.key)).toEqual(['other', key]);
    expect(await readFile(folder.at('drafts', name), 'utf8')).toBe(newer);
    // By a person's word it goes.
    await drafts.save(key, undefined);
    expect((await drafts.list(day(44))).map((head) => head.key)).toEqual(['other']);
  });

  test('are kept again where their folder was removed while the program runs', async () => {
    const drafts = new Drafts(folder.at('user', 'drafts'));
    await drafts.save('key', 'x', [], day(1));
    await drafts.list(day(1));
    await rm(folder.at('user'), { recursive: true });
    expect(await drafts.list(day(1))).toEqual([]);
    await drafts.save('key', 'y', [], day(1));
    expect((await drafts.find('key'))?.content).toBe('y');
  });

  test('that cannot be kept say so, and those that come after are kept', async () => {
    await writeFile(folder.at('drafts'), 'a file where the folder should be');
    const drafts = new Drafts(folder.at('drafts'));
    await expect(drafts.save('key', 'x')).rejects.toThrow(`This program may not write in ${folder.at('drafts')}.`);
    await rm(folder.at('drafts'));
    await drafts.save('key', 'y');
    expect((await drafts.find('key'))?.content).toBe('y');
  });

  test('one that is damaged is passed over', async () => {
    const drafts = new Drafts(folder.at('drafts'));
    await drafts.save('good', 'x');
    await writeFile(folder.at('drafts', `${'0'.repeat(64)}.json`), '{"key"');
    expect((await drafts.list()).length).toBe(1);
  });
});

describe('the place of the window', () => {
  const laptop = { x: 0, y: 25, width: 1512, height: 920 };
  const beside = { x: 1512, y: 0, width: 2560, height: 1440 };

  test('is kept, and is the usual one where what was kept makes no sense', async () => {
    const file = folder.at('window.json');
    writeWindowState(file, { x: 5, y: 30, width: 1000, height: 700, maximized: true });
    expect(readWindowState(file)).toEqual({ x: 5, y: 30, width: 1000, height: 700, maximized: true });
    expect(await readdir(folder.path)).toEqual(['window.json']);
    for (const text of ['{', '{"width":-1,"height":5,"maximized":false}', '{"width":1e9,"height":700,"maximized":false}']) {
      await writeFile(file, text);
      expect(readWindowState(file)).toEqual({ width: 1440, height: 900, maximized: false });
    }
  });

  test('is left as it was on a display that is there', () => {
    const state = { x: 1700, y: 100, width: 1400, height: 900, maximized: false };
    expect(fitToDisplays(state, [laptop, beside])).toEqual(state);
  });

  test('is given up where its display is gone, and its size is cut to what there is', () => {
    const state = { x: 1700, y: 100, width: 2400, height: 1300, maximized: true };
    expect(fitToDisplays(state, [laptop])).toEqual({ width: 1512, height: 920, maximized: true });
  });

  test('is given up where the title bar could not be reached', () => {
    for (const [x, y] of [
      [0, -500],
      [0, 930],
      [-950, 100],
      [1500, 100],
    ]) {
      expect(fitToDisplays({ x, y, width: 1000, height: 700, maximized: false }, [laptop])).toEqual({
        width: 1000,
        height: 700,
        maximized: false,
      });
    }
  });
});
