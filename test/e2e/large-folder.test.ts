import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { inBothHosts } from './both-hosts';
import { writeLargeFolder } from './large-folder';
import { SMALL_VERDICT } from './steps';

/* A folder of 7.9 GB with single files beyond 2 GB: read by its heads, to the verdict, with what was not used and why. */

const SERIES = 10;
/** What shows the page may hold at the most, MB. One series of 205 slices drawn is 107 MB, twice; all ten are 1075 MB. */
const MOST_MB = 1300;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'isoeffect-large-'));
  expect(writeLargeFolder(folder, SERIES)).toBe(7_874_790_400);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

inBothHosts('a folder of 7.9 GB', (step, where) => {
  step('is read to the verdict without being held in memory', async (app) => {
    const { page } = app;
    const start = Date.now();
    await app.whileChoosing([folder], () => page.getByRole('button', { name: 'Open a folder…' }).click());
    const make = page.getByRole('button', { name: 'Make the case' });
    await make.waitFor({ timeout: 150_000 });
    const read = Date.now() - start;
    const notUsed = await page.getByRole('region', { name: 'Files that are not used' }).innerText();
    expect(notUsed.split(/\s*\n+\s*/)).toEqual([
      'Files that are not used',
      'DICOM, but not readable',
      '1',
      'dose.dcm The file cannot be used. found a file of 2.1 GB; needed one of at most 2 GB: export it in smaller files',
      'Other DICOM objects',
      '1',
      'Not DICOM',
      '2',
    ]);
    await make.click();
    await page.getByText(SMALL_VERDICT).waitFor({ timeout: 60_000 });
    await page.locator('canvas').first().waitFor({ timeout: 30_000 });
    const peak = await app.peakMemory();
    const memory = peak ? `page at most ${peak.pageMB} MB, all processes ${peak.wholeMB} MB` : 'memory is not told here';
    console.info(`7.9 GB in ${where}: read in ${read} ms, verdict and picture after ${Date.now() - start} ms; ${memory}`);
    if (peak) expect(peak.pageMB).toBeLessThan(MOST_MB);
  });
});
