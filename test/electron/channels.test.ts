import { describe, expect, test, vi } from 'vitest';
import { ASK } from '../../electron/channel-names';
import { QUESTIONS } from '../../electron/channels';
import { menuTemplate } from '../../electron/menu';
import { isOwnAddress } from '../../electron/network-guard';
import { wordsFor } from '../../electron/words';

vi.mock('electron', () => ({ app: {}, Menu: {} }));

describe('what the page may ask', () => {
  test('every question has its own channel and a schema', () => {
    expect(Object.keys(QUESTIONS).sort()).toEqual(Object.keys(ASK).sort());
    expect(new Set(Object.values(ASK)).size).toBe(Object.keys(ASK).length);
  });

  const request = { suggestedName: 'report.html', content: '<html>', what: 'HTML report', extension: 'html' };
  const save = (change: object) => QUESTIONS.save.safeParse([{ ...request, ...change }]).success;

  test('saving takes text or bytes for a plain name', () => {
    expect(save({})).toBe(true);
    expect(save({ content: new Uint8Array(3), path: '/a/report.html' })).toBe(true);
    for (const change of [
      { content: 3 },
      { content: [1, 2] },
      { extension: 'a/b' },
      { extension: '' },
      { path: 'a\0b' },
      { more: 1 },
    ])
      expect(save(change)).toBe(false);
  });

  test('no question takes more than it needs', () => {
    expect(QUESTIONS.openFolder.safeParse(['/etc']).success).toBe(false);
    expect(QUESTIONS.openDropped.safeParse([['/a', 3]]).success).toBe(false);
    expect(QUESTIONS.openDropped.safeParse(['/a']).success).toBe(false);
    expect(QUESTIONS.openRecent.safeParse([{ path: '/a' }]).success).toBe(false);
    expect(QUESTIONS.saveDraft.safeParse(['key', undefined]).success).toBe(true);
    expect(QUESTIONS.saveDraft.safeParse(['', 'x']).success).toBe(false);
  });
});

test('only addresses of the program itself are its own', () => {
  for (const url of ['isoeffect://app/', 'isoeffect-file://0/', 'blob:isoeffect://app/1', 'data:text/plain,x', 'devtools://x/'])
    expect(isOwnAddress(url)).toBe(true);
  for (const url of [
    'https://example.com/',
    'http://localhost/',
    'ws://x/',
    'file:///etc/passwd',
    'ftp://x/',
    'chrome://gpu',
    '',
  ])
    expect(isOwnAddress(url)).toBe(false);
});

describe.each([
  ['macOS', { mac: true, windows: false, developer: false }],
  ['Windows', { mac: false, windows: true, developer: false }],
  ['Linux', { mac: false, windows: false, developer: false }],
])('the menu on %s', (_name, platform) => {
  const told: string[] = [];
  const menus = menuTemplate((command) => told.push(command), wordsFor(['en']), platform);
  const items = menus.flatMap(({ submenu }) => (submenu as Electron.MenuItemConstructorOptions[] | undefined) ?? []);

  test('has every command', () => {
    for (const item of items) if (item.id) item.click!(undefined as never, undefined, undefined as never);
    const all = ['about', 'open-case', 'open-files', 'open-folder', 'open-sample', 'redo', 'report-csv', 'report-html'];
    expect([...new Set(told)].sort()).toEqual([...all, 'save', 'save-as', 'undo']);
  });

  test('has no shortcut twice, and those that the platform has', () => {
    const shortcuts = items.flatMap(({ accelerator }) => (accelerator ? [accelerator] : []));
    expect(new Set(shortcuts).size).toBe(shortcuts.length);
    expect(items.find(({ id }) => id === 'redo')!.accelerator).toBe(platform.windows ? 'Ctrl+Y' : 'CmdOrCtrl+Shift+Z');
    expect(menus[0].role).toBe(platform.mac ? 'appMenu' : undefined);
    expect(items.some(({ role }) => role === 'toggleDevTools')).toBe(false);
  });
});

test('the words are those of the first language that there is, and no letter opens two items of a menu', () => {
  expect(wordsFor(['de-DE', 'ja-JP', 'en']).save).toBe('保存(&S)');
  expect(wordsFor(['zh-Hant-TW']).save).toBe('保存(&S)');
  expect(wordsFor(['fr']).save).toBe('&Save');
  for (const language of ['en', 'zh', 'ja']) {
    const menus = menuTemplate(() => {}, wordsFor([language]), { mac: false, windows: true, developer: true });
    for (const items of [menus, ...menus.map(({ submenu }) => submenu as Electron.MenuItemConstructorOptions[])]) {
      const letters = items.flatMap(({ label }) => /&(.)/.exec(label ?? '')?.[1].toLowerCase() ?? []);
      expect(new Set(letters).size).toBe(letters.length);
    }
  }
});
