import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Counting } from '../e2e/counts';
import { type Driven, inBrowser, inElectron } from '../e2e/driven';
import { openAndClose } from '../e2e/open-and-close';
import { twoFrames } from '../e2e/two-frames';

/*
 * A case opened, looked at and left again, 300 times in each host: memory and what is held after 10, 50, 100 and so on.
 * `npm run bench:opens`; with a number after `--` so many times, with `electron` or `browser` in that host alone.
 */

const GIVEN = process.argv.slice(2);
const OPENS = Number(GIVEN.find((each) => /^\d+$/.test(each)) ?? 300);

const LONG_MS = 600_000;

const isCounted = (n: number): boolean => n <= 1 || (n <= 50 && n % 10 === 0) || n % 25 === 0 || n === OPENS;

const row = (first: string, cells: readonly (string | number)[]): void => {
  process.stdout.write(`${first.padStart(5)}  ${cells.map((cell) => String(cell).padStart(13)).join('')}\n`);
};

async function openOften(where: string, app: Driven | string): Promise<void> {
  process.stdout.write(`\n${where}; memory in MB, after a collection\n`);
  if (typeof app === 'string') return void process.stdout.write(`not started: ${app}\n`);
  const folder = mkdtempSync(path.join(tmpdir(), 'isoeffect-opens-'));
  try {
    // Where others compute everything takes as long as it takes.
    app.page.setDefaultTimeout(LONG_MS);
    const caseFile = twoFrames(path.join(folder, 'patient'));
    const counting = await Counting.in(app);
    const start = Date.now();
    for (let n = 0; n <= OPENS; n++) {
      if (n > 0) await openAndClose(app, caseFile);
      if (!isCounted(n)) continue;
      const found = { ...(await counting.memory()), ...(await counting.things()) };
      if (n === 0) row('opens', Object.keys(found));
      row(String(n), Object.values(found));
    }
    process.stdout.write(`${((Date.now() - start) / OPENS / 1000).toFixed(1)} s each\n`);
  } finally {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

if (!GIVEN.includes('electron')) await openOften('a browser', await inBrowser());
if (!GIVEN.includes('browser')) await openOften('Electron', await inElectron());
