import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SCREENS } from '../../src/app/words/screens';
import { axeFaults } from './axe';
import { type Driven, inBrowser } from './driven';
import { smallPatient } from './steps';

/* Every screen, in light and dark and in three languages, by the rules of axe. The page is the same in Electron. */

const LANGUAGES = [
  ['en', SCREENS.en.shell, SCREENS.en.study],
  ['zh', SCREENS.zh.shell, SCREENS.zh.study],
  ['ja', SCREENS.ja.shell, SCREENS.ja.study],
] as const;

let data: string;
let patient: string;
let long: string;
let app: Driven;
beforeAll(async () => {
  data = mkdtempSync(path.join(tmpdir(), 'isoeffect-axe-'));
  patient = smallPatient(path.join(data, 'patient'));
  long = path.join(data, 'long');
  mkdirSync(long);
  // Long enough to be looked at while it is read.
  for (let n = 0; n < 12_000; n++) writeFileSync(path.join(long, `${n}.txt`), `note ${n}`);
  app = await inBrowser({ colorScheme: 'light' });
});
afterAll(async () => {
  await app.close();
  rmSync(data, { recursive: true, force: true });
});

describe.each(LANGUAGES)('in %s', (language, frame, words) => {
  const faults: string[] = [];
  const inBothThemes = async (screen: string) => {
    for (const theme of ['light', 'dark'] as const) {
      await app.page.emulateMedia({ colorScheme: theme });
      await app.page.waitForFunction((name) => document.documentElement.dataset.mantineColorScheme === name, theme);
      // Only colours differ between the themes.
      const found = await axeFaults(app.page, theme === 'dark' ? ['color-contrast'] : undefined);
      faults.push(...found.map((fault) => `${screen}, ${theme}: ${fault}`));
    }
  };
  const button = (name: string) => app.page.getByRole('button', { name, exact: true });

  it('nothing is wrong with any screen', async () => {
    const { page } = app;
    // Each language begins as the first start of a person who reads it.
    await page.evaluate((chosen) => {
      localStorage.clear();
      localStorage.setItem('isoeffect.language', chosen);
    }, language);
    await page.reload();
    // A colour on its way to another one is not what is judged.
    await page.addStyleTag({ content: '* { transition: none !important; animation: none !important }' });
    await button(frame.understood).waitFor();
    await inBothThemes('first start');

    await app.whileChoosing([long], () => button(words.start.openFolder).click());
    await page.getByRole('heading', { name: words.reading.title }).waitFor();
    await inBothThemes('reading');
    await page.getByRole('button', { name: words.reading.cancel }).click();

    await app.whileChoosing([patient], () => button(words.start.openFolder).click());
    await button(words.proposal.make).waitFor();
    await inBothThemes('data');
    await button(words.proposal.make).click();
    await page.getByRole('table').first().waitFor({ timeout: 60_000 });
    await page.locator('canvas').first().waitFor();
    for (const tab of [frame.organs, frame.findings, frame.point]) {
      await page.getByRole('tab', { name: tab }).click();
      await inBothThemes(`assessment, ${tab}`);
    }
    await page
      .locator('header label')
      .filter({ hasText: new RegExp(`^${frame.case}$`) })
      .click();
    const tabs = page.getByRole('tab');
    expect(await tabs.count()).toBe(3);
    for (let n = 0; n < 3; n++) {
      await tabs.nth(n).click();
      await inBothThemes(`case, tab ${n + 1}`);
    }
    expect(faults).toEqual([]);
  }, 180_000);

  it('nothing is wrong with the registration screen, whose patient has two frames of reference', async () => {
    const { page } = app;
    const step = (name: string) =>
      page
        .locator('header label')
        .filter({ hasText: new RegExp(`^${name}$`) })
        .click();
    await step(frame.start);
    await button(words.start.openSample).click();
    await button(words.proposal.make).click({ timeout: 30_000 });
    await page.getByRole('table').first().waitFor({ timeout: 60_000 });
    await step(frame.registration);
    await page.getByRole('table').first().waitFor({ timeout: 60_000 });
    await inBothThemes('registration');
    expect(faults).toEqual([]);
  }, 180_000);
});
