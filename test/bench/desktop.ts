import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Driven, inBrowser, inElectron, ROOT } from '../e2e/driven';
import { writeLargeFolder } from '../e2e/large-folder';
import { writeBenchCase } from './make-case';
import { writeCt } from './make-ct';
import { writeLargeCase } from './make-large-case';

/* What a person waits for, measured in the built page in a real browser. Printed by `npm run bench`. */

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1];
const print = (what: string, figure: string, target: string) =>
  process.stdout.write(`${what.padEnd(74)} ${figure.padStart(14)}   target ${target}\n`);

/** Chooses a folder, makes the case as soon as it can be made, and says when the first picture and the result were there. */
async function open({ page, whileChoosing }: Driven, folder: string): Promise<{ pictureMs: number; resultMs: number }> {
  await whileChoosing([folder], () => page.getByRole('button', { name: 'Open a folder…' }).click());
  const start = Date.now();
  await page.getByRole('button', { name: 'Make the case' }).click({ timeout: 120_000 });
  await page.locator('canvas').first().waitFor({ timeout: 120_000 });
  const pictureMs = Date.now() - start;
  await page.locator('table').first().waitFor({ timeout: 120_000 });
  return { pictureMs, resultMs: Date.now() - start };
}

/** From a key on the planned-dose slider to the table and the curve with the new numbers, in the page's own clock. */
async function sliderMs({ page }: Driven): Promise<number[]> {
  await page.getByRole('slider', { name: /Planned dose/ }).focus();
  const found: number[] = [];
  for (let n = 0; n < 12; n++) {
    // The page listens before the key is pressed.
    await page.evaluate(() => {
      const table = document.querySelector('table')!;
      const asked = new Promise<number>((resolve) => {
        let start = 0;
        addEventListener(
          'keydown',
          () => {
            start = performance.now();
          },
          { once: true, capture: true },
        );
        const observer = new MutationObserver(() => {
          // Bands of the change before may come late; they are no answer to this key.
          if (start === 0) return;
          observer.disconnect();
          requestAnimationFrame(() => resolve(performance.now() - start));
        });
        observer.observe(table, { subtree: true, childList: true, characterData: true });
      });
      Object.assign(window, { asked });
    });
    await page.keyboard.press('ArrowLeft');
    found.push(await page.evaluate(() => (window as unknown as { asked: Promise<number> }).asked));
    // The picture and the bands follow when the slider rests; they are not what is measured.
    await page.waitForTimeout(2500);
  }
  return found.slice(2);
}

async function main(): Promise<void> {
  const pictures: number[] = [];
  const sliders: number[] = [];
  for (let n = 0; n < 3; n++) {
    const app = await inBrowser();
    const { pictureMs } = await open(app, path.join(ROOT, 'dicom-samples/thorax'));
    pictures.push(pictureMs);
    await app.page.waitForTimeout(1500);
    if (n === 2) sliders.push(...(await sliderMs(app)));
    await app.close();
  }
  print('sample: first picture after choosing the folder, one click between', `${median(pictures)} ms`, '2000 ms');
  print('sample: slider to updated table and DVH, median', `${median(sliders).toFixed(0)} ms`, '100 ms');

  const folder = mkdtempSync(path.join(tmpdir(), 'isoeffect-desktop-'));
  try {
    writeBenchCase(folder);
    rmSync(path.join(folder, 'case.json'));
    writeCt(path.join(folder, 'ct-planned'), '1.2.3.50', '70');
    writeCt(path.join(folder, 'ct-prior'), '1.2.3.51', '71');
    const app = await inBrowser();
    const { pictureMs, resultMs } = await open(app, folder);
    print('two courses of 512 × 512 × 200: first picture, first result', `${pictureMs}, ${resultMs} ms`, '–');
    await app.page.waitForTimeout(3000);
    const bytes = await app.page.evaluate(async () => {
      const measure = (performance as unknown as { measureUserAgentSpecificMemory?: () => Promise<{ bytes: number }> })
        .measureUserAgentSpecificMemory;
      return measure ? (await measure.call(performance)).bytes : Number.NaN;
    });
    print('two courses of 512 × 512 × 200: memory of page and worker', `${(bytes / 1e6).toFixed(0)} MB`, '1500 MB');
    print('25 regions: slider to updated table and DVH, median', `${median(await sliderMs(app)).toFixed(0)} ms`, '100 ms');
    await app.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A large folder: read, and taken to the verdict. Memory where the system tells it. */
async function openLarge(
  where: string,
  what: string,
  write: (folder: string) => void,
  start: () => Promise<Driven | string>,
): Promise<void> {
  const app = await start();
  if (typeof app === 'string') {
    print(`${where}: not started`, '–', app);
    return;
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'isoeffect-large-'));
  try {
    write(folder);
    const { resultMs } = await open(app, folder);
    print(`${where}: ${what} to the result`, `${resultMs} ms`, '–');
    const peak = await app.peakMemory();
    if (peak) print(`${where}: the page’s process, all processes, at most`, `${peak.pageMB}, ${peak.wholeMB} MB`, '–');
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await app.close();
  }
}

/** A folder of gigabytes. */
const manyFiles = (folder: string) => void writeLargeFolder(folder, 20);
/** Three doses of 400 × 400 × 400, 60 ROIs, a CT of 400 slices, without their case. */
function largeCase(folder: string): void {
  rmSync(writeLargeCase(folder));
}

await main();
for (const [where, start] of [
  ['a browser', () => inBrowser()],
  ['Electron', () => inElectron()],
] as const) {
  await openLarge(where, 'a folder of 8.9 GB', manyFiles, start);
  await openLarge(where, 'three doses of 400 × 400 × 400', largeCase, start);
}
