import { describe, expect, it } from 'vitest';
import { type Killing, killApp } from './kills/killed-app';
import { killableBrowser } from './kills/killed-browser';
import { killableDesktop } from './kills/killed-desktop';
import { harm } from './kills/tally';
import type { Target } from './kills/target';

/*
 * The app is killed while it saves and while it keeps drafts: seldom here; fifty times each, with its page, its
 * server and downloads, by `npm run bench:kills`.
 */

const files = () => killableBrowser('files');
const downloads = () => killableBrowser('downloads');

const KILLINGS: readonly [string, () => Promise<Target | string>, Killing][] = [
  ['the desktop program, while it saves', killableDesktop, { doing: 'saving', victim: 'program', times: 2, seed: 5 }],
  [
    'the desktop program, while it keeps drafts',
    killableDesktop,
    { doing: 'keeping drafts', victim: 'program', times: 2, seed: 13 },
  ],
  ['a browser, while it saves', files, { doing: 'saving', victim: 'program', times: 2, seed: 21 }],
  ['a browser, while it keeps drafts', downloads, { doing: 'keeping drafts', victim: 'program', times: 2, seed: 22 }],
];

describe.each(KILLINGS)('kill -9 of %s', (_what, start, killing) => {
  it('loses no case, no draft and no input, and leaves nothing behind', async ({ skip }) => {
    const target = await start();
    if (typeof target === 'string') return skip(target);
    const tally = await killApp(target, killing);
    expect({ ...tally, harm: harm(tally) }).toMatchObject({ kills: killing.times, harm: 0 });
  }, 300_000);
});
