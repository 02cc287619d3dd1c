import { type Killing, killApp } from '../e2e/kills/killed-app';
import { killableBrowser } from '../e2e/kills/killed-browser';
import { killableDesktop } from '../e2e/kills/killed-desktop';
import { killSaver, type Written } from '../e2e/kills/killed-saver';
import { HEAD, harm, row, type Tally } from '../e2e/kills/tally';
import type { Target } from '../e2e/kills/target';

/*
 * `npm run bench:kills`: kill -9 while cases are saved and drafts are kept, and what was lost by it. Nothing may be: it ends
 * with 1 otherwise. `npm run bench:kills -- desktop` runs what is called so alone.
 */

type Plan = readonly [name: string, run: () => Promise<Tally | string>];

const ofProcess = (name: string, what: Written, times: number): Plan => [name, () => killSaver(what, times, 1)];

const ofApp = (name: string, start: () => Promise<Target | string>, killing: Omit<Killing, 'tell'>): Plan => [
  name,
  async () => {
    const target = await start();
    if (typeof target === 'string') return target;
    return killApp(target, { ...killing, tell: ({ kills }) => process.stderr.write(`${name}: ${kills}\r`) });
  },
];

const inFiles = () => killableBrowser('files');
const byDownloads = () => killableBrowser('downloads');

const PLANS: readonly Plan[] = [
  ofProcess('process: a case', 'case', 200),
  ofProcess('process: a draft', 'draft', 200),
  ofProcess('process: recent cases, place of the window', 'settings', 200),
  ofProcess('process: the address for browsers', 'address', 200),
  ofApp('desktop, saving: the program', killableDesktop, { doing: 'saving', victim: 'program', times: 40, seed: 11 }),
  ofApp('desktop, saving: the page', killableDesktop, { doing: 'saving', victim: 'page', times: 10, seed: 12 }),
  ofApp('desktop, drafts: the program', killableDesktop, { doing: 'keeping drafts', victim: 'program', times: 40, seed: 13 }),
  ofApp('desktop, drafts: the page', killableDesktop, { doing: 'keeping drafts', victim: 'page', times: 10, seed: 14 }),
  ofApp('browser, saving to files: the browser', inFiles, { doing: 'saving', victim: 'program', times: 20, seed: 21 }),
  ofApp('browser, saving to files: the page', inFiles, { doing: 'saving', victim: 'page', times: 5, seed: 26 }),
  ofApp('browser, saving to files: the server', inFiles, { doing: 'saving', victim: 'server', times: 5, seed: 27 }),
  ofApp('browser, downloads: the browser', byDownloads, { doing: 'saving', victim: 'program', times: 20, seed: 23 }),
  ofApp('browser, drafts: the browser', byDownloads, { doing: 'keeping drafts', victim: 'program', times: 34, seed: 22 }),
  ofApp('browser, drafts: the page', byDownloads, { doing: 'keeping drafts', victim: 'page', times: 8, seed: 24 }),
  ofApp('browser, drafts: the server', byDownloads, { doing: 'keeping drafts', victim: 'server', times: 8, seed: 25 }),
];

const [only = ''] = process.argv.slice(2);
process.stdout.write(`${HEAD}\n`);
for (const [name, run] of PLANS.filter(([each]) => each.startsWith(only))) {
  const tally = await run();
  if (typeof tally === 'string') {
    process.stderr.write(`${name} was not run: ${tally}.\n`);
    continue;
  }
  process.stdout.write(`${row(name, tally)}\n`);
  if (harm(tally) > 0) process.exitCode = 1;
}
