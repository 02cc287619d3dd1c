import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Driven, inBrowser, ROOT } from './driven';

/* Folders as they are in hospitals: mostly other files, some broken, some with nothing in them for us. */

describe('odd folders', () => {
  let app: Driven;
  let data: string;
  beforeAll(async () => {
    data = mkdtempSync(path.join(tmpdir(), 'isoeffect-odd-'));
    app = await inBrowser();
  }, 60_000);
  afterAll(async () => {
    await app.close();
    rmSync(data, { recursive: true, force: true });
  });
  const open = (folder: string) =>
    app.whileChoosing([folder], () => app.page.getByRole('button', { name: 'Open a folder…' }).click());

  it('of nothing but pictures ends in a sentence, and the page is where it was', async () => {
    const folder = path.join(data, 'photos');
    mkdirSync(folder);
    for (let n = 0; n < 20; n++) writeFileSync(path.join(folder, `${n}.jpg`), Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, n));
    await open(folder);
    await app.page.getByRole('alert').filter({ hasText: 'no readable DICOM among 20 files' }).waitFor({ timeout: 20_000 });
    expect(await app.page.getByRole('button', { name: 'Open a folder…' }).isVisible()).toBe(true);
  }, 60_000);

  it('of 5000 files of which 4800 are no DICOM and one is cut off says what was left out, and makes the case', async () => {
    const folder = path.join(data, 'mixed');
    cpSync(path.join(ROOT, 'dicom-samples/thorax'), folder, { recursive: true });
    mkdirSync(path.join(folder, 'notes'));
    for (let n = 0; n < 4865; n++) writeFileSync(path.join(folder, 'notes', `${n}.txt`), `note ${n}`);
    writeFileSync(path.join(folder, 'cut.dcm'), readFileSync(path.join(folder, 'planned/RD.dcm')).subarray(0, 100_000));
    await open(folder);
    await app.page.getByRole('button', { name: 'Make the case' }).waitFor({ timeout: 90_000 });
    const text = await app.page.locator('body').innerText();
    expect(text).toContain('cut.dcm');
    expect(text).toMatch(/cut off or damaged/);
    await app.page.getByRole('button', { name: 'Make the case' }).click();
    await app.page.getByText('3 organs exceed a mandatory goal').waitFor({ timeout: 60_000 });
  }, 180_000);
});
