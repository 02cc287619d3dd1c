import { readdir, writeFile } from 'node:fs/promises';
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
    for (const text of ['', '{', '{"a": 1}', '[{"path": 3}]']) {
      await writeFile(folder.at('recent.json'), text);
      expect(await new RecentCases(folder.at('recent.json')).list()).toEqual([]);
    }
  });
});

describe('drafts', () => {
  test('are kept by key, replaced, forgotten, listed newest first', async () => {
    const drafts = new Drafts(folder.at('drafts'));
    await drafts.save('/a/case.json', 'first', [], day(1));
    await drafts.save('../../elsewhere', 'second', ['/b/RD.dcm'], day(2));
    await drafts.save('/a/case.json', 'third', [], day(3));
    expect(await new Drafts(folder.at('drafts')).list()).toEqual([
      { key: '/a/case.json', content: 'third', savedAt: '2026-01-03T00:00:00.000Z', files: [] },
      { key: '../../elsewhere', content: 'second', savedAt: '2026-01-02T00:00:00.000Z', files: ['/b/RD.dcm'] },
    ]);
    expect((await drafts.find('/a/case.json'))?.content).toBe('third');
    expect(await drafts.find('/never')).toBeUndefined();
    expect((await readdir(folder.at('drafts'))).every((name) => /^[0-9a-f]{64}\.json$/.test(name))).toBe(true);
    await drafts.save('/a/case.json', undefined);
    await drafts.save('never there', undefined);
    expect((await drafts.list()).map(({ key }) => key)).toEqual(['../../elsewhere']);
  });

  test('keep the order in which they were asked for, and say when they are through', async () => {
    const drafts = new Drafts(folder.at('drafts'));
    const all = Array.from({ length: 20 }, (_, i) => drafts.save('key', `${i}`));
    expect(drafts.idle).toBe(false);
    await drafts.settled();
    await Promise.all(all);
    expect(drafts.idle).toBe(true);
    expect((await drafts.list())[0].content).toBe('19');
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
