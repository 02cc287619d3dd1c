import { type Killing, killApp } from '../e2e/kills/killed-app';
import { killableBrowser } from '../e2e/kills/killed-browser';
import { killableDesktop } from '../e2e/kills/killed-desktop';
import { killSaver } from '../e2e/kills/killed-saver';
import { HEAD, row } from '../e2e/kills/tally';

const [which = '', count] = process.argv.slice(2);
const say = (line: string) => process.stdout.write(`${line}\n`);
say(HEAD);
if (which === 'process')
  for (const what of ['case', 'draft', 'settings', 'address'] as const) {
    say(`${row(what, await killSaver(what, Number(count), 1))}`);
  }
if (which === 'desktop')
  for (const doing of ['saving', 'keeping drafts'] as const)
    for (const victim of ['program', 'page'] as const) {
      const target = await killableDesktop();
      if (typeof target === 'string') throw new Error(target);
      const killing: Killing = {
        doing,
        victim,
        times: Number(count),
        seed: 2,
        tell: (t) => process.stderr.write(`${new Date().toISOString()} ${JSON.stringify(t)}\n`),
      };
      say(row(`desktop ${doing} ${victim}`, await killApp(target, killing)));
    }

if (which.startsWith('browser'))
  for (const doing of ['saving', 'keeping drafts'] as const)
    for (const victim of ['program', 'page', 'server'] as const) {
      const target = await killableBrowser(which === 'browser-files' ? 'files' : 'downloads');
      const killing: Killing = {
        doing,
        victim,
        times: Number(count),
        seed: 2,
        tell: (t) => process.stderr.write(`${new Date().toISOString()} ${JSON.stringify(t)}\n`),
      };
      say(row(`${which} ${doing} ${victim}`, await killApp(target, killing)));
    }
