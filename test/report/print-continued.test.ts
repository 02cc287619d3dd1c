import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../app/viewer/browser';
import { fixture } from './fixture';
import { report } from './variants';

/* A list of page one that goes on overleaf has its heading there too: a heading that is a table's head is repeated. */

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

it.each([
  ['print', ['table', 'table-header-group', 'table-row-group']],
  ['screen', ['block', 'block', 'block']],
] as const)('the groups of the verdict, for the %s', async (media, displays) => {
  const page = await browser.newPage();
  await page.emulateMedia({ media });
  await page.setContent(report(fixture));
  const found = await page.evaluate<string[][]>(`
    [...document.querySelectorAll('.verdict .group')].map((group) =>
      [group, group.querySelector('h3'), group.querySelector('ul')].map((each) => getComputedStyle(each).display))`);
  expect(new Set(found.map((each) => each.join()))).toEqual(new Set([displays.join()]));
  await page.close();
});
