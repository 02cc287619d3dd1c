import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { inBothHosts } from './both-hosts';
import type { Driven } from './driven';
import { SMALL_VERDICT, smallPatient } from './steps';

/* Folders as they are in hospitals: mostly other files, some broken, some with nothing in them for us. */

const NOTES = 4970;

let data: string;
beforeAll(() => {
  data = mkdtempSync(path.join(tmpdir(), 'isoeffect-odd-'));
  const photos = path.join(data, 'photos');
  mkdirSync(photos);
  for (let n = 0; n < 20; n++) writeFileSync(path.join(photos, `${n}.jpg`), Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, n));
  const mixed = smallPatient(path.join(data, 'mixed'));
  mkdirSync(path.join(mixed, 'notes'));
  for (let n = 0; n < NOTES; n++) writeFileSync(path.join(mixed, 'notes', `${n}.txt`), `note ${n}`);
  writeFileSync(path.join(mixed, 'cut.dcm'), readFileSync(path.join(mixed, 'planned/RD.dcm')).subarray(0, 20_000));
  symlinkSync(path.join(data, 'nowhere'), path.join(mixed, 'dangling.dcm'));
});
afterAll(() => rmSync(data, { recursive: true, force: true }));

const open = ({ page, whileChoosing }: Driven, folder: string) =>
  whileChoosing([folder], () => page.getByRole('button', { name: 'Open a folder…' }).click());
const notUsed = async ({ page }: Driven) =>
  (await page.getByRole('region', { name: 'Files that are not used' }).innerText()).split(/\s*\n+\s*/);

inBothHosts('odd folders', (step) => {
  step('of nothing but pictures ends in a sentence, and the page is where it was', async (app) => {
    await open(app, path.join(data, 'photos'));
    await app.page.getByRole('alert').filter({ hasText: 'no readable DICOM among 20 files' }).waitFor({ timeout: 20_000 });
    expect(await app.page.getByRole('button', { name: 'Open a folder…' }).isVisible()).toBe(true);
  });

  step(
    'of 5000 files with 4971 that are no DICOM and some that cannot be read says which and why, and reads the rest',
    async (app) => {
      const going = path.join(data, 'mixed/zz-gone.dcm');
      cpSync(path.join(data, 'mixed/planned/RD.dcm'), going);
      await open(app, path.join(data, 'mixed'));
      // Listed by now, and last to be read.
      await app.page.getByRole('heading', { name: 'Reading files' }).waitFor();
      rmSync(going);
      const make = app.page.getByRole('button', { name: 'Make the case' });
      await make.waitFor({ timeout: 90_000 });
      expect(await app.page.getByText('25 files').count()).toBe(1);
      // A browser does not tell the page of a link that leads nowhere.
      const link =
        app.kind === 'web'
          ? []
          : ['dangling.dcm The file cannot be used. found a link to something that is not there; needed the file itself'];
      expect(await notUsed(app)).toEqual([
        'Files that are not used',
        'DICOM, but not readable',
        String(2 + link.length),
        ...link,
        'zz-gone.dcm The file cannot be used. found a file that is no longer there; needed the file: open its folder again',
        'cut.dcm The file cannot be used. needed the whole file: export or copy it again',
        'Details',
        'Not DICOM',
        String(NOTES + 1),
      ]);
      await app.page.getByRole('button', { name: /^Not DICOM/ }).click();
      const foreign = app.page.getByRole('list', { name: 'Not DICOM' }).getByRole('listitem');
      expect((await foreign.allInnerTexts()).slice(0, 3)).toEqual(['notes/0.txt text', 'notes/1.txt text', 'notes/10.txt text']);
      expect(await foreign.last().innerText()).toBe(`and ${NOTES + 1 - 200} more`);
      await make.click();
      await app.page.getByText(SMALL_VERDICT).waitFor({ timeout: 60_000 });
    },
  );
});
