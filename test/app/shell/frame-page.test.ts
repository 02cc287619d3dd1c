import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SMALLEST } from '../../../electron/window-state';
import { launchBrowser, servePage } from '../viewer/browser';

let browser: Browser;
let served: Awaited<ReturnType<typeof servePage>>;
beforeAll(async () => {
  browser = await launchBrowser();
  served = await servePage('../shell/page');
});
afterAll(async () => {
  await browser.close();
  await served.close();
});

/** What of the head lies outside of the window, is cut off, or lies over what is below it. */
const faults = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const head = document.querySelector('header')!;
    const screen = document.querySelector('[data-part="screen"]')!.getBoundingClientRect();
    const { bottom } = head.getBoundingClientRect();
    const shown = [...head.querySelectorAll<HTMLElement>('*')].filter((each) => each.getClientRects().length > 0);
    return shown
      .flatMap((each) => {
        const box = each.getBoundingClientRect();
        const words = `${each.tagName} ${each.innerText ?? ''}`;
        const isInside = box.left >= 0 && box.right <= innerWidth + 0.5 && box.bottom <= bottom + 0.5;
        const isCut = each.clientWidth > 0 && each.scrollWidth > each.clientWidth + 1;
        return [!isInside && `outside: ${words}`, isCut && `cut: ${words}`, screen.top < bottom - 0.5 && 'over the screen'];
      })
      .filter((said) => said !== false);
  });

describe.each(['en', 'zh', 'ja'])('the head of the window, in %s', (lang) => {
  it.each([
    [SMALLEST.width, SMALLEST.height],
    // The smallest window at 150 %.
    [640, 426],
    [1179, 768],
    [1180, 768],
    [1280, 800],
    [1366, 768],
  ])('lies in a window of %i × %i, and nothing of it is cut off', async (width, height) => {
    const page = await browser.newPage({ viewport: { width, height } });
    for (const work of ['', '&work=1', '&saved=1&tried=1']) {
      await page.goto(`${served.url}?lang=${lang}${work}`);
      await page.locator('[data-part="screen"]').waitFor();
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      expect(await faults(page)).toEqual([]);
    }
    await page.close();
  });
});

it('what has no words in a narrow window has them for its name and its hint', async () => {
  const page = await browser.newPage({ viewport: { ...SMALLEST } });
  await page.goto(served.url);
  for (const name of ['Open', 'Save case', 'Report']) {
    const button = page.getByRole('button', { name, exact: true });
    expect(await button.isVisible(), name).toBe(true);
    expect(await button.getAttribute('title'), name).toContain(name);
  }
  await page.getByRole('button', { name: 'Report', exact: true }).click();
  expect(await page.getByRole('menuitem').allTextContents()).toHaveLength(2);
  await page.close();
});

it.each([
  ['', 'not saved'],
  ['saved=1', 'saved'],
  ['tried=1', 'not saved'],
  ['saved=1&tried=1', 'saved without what is tried'],
])('what is saved is said to be without what is tried beside it: %s', async (query, said) => {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  await page.goto(`${served.url}?${query}`);
  await page.locator('[data-part="screen"]').waitFor();
  expect(await page.getByText(said, { exact: true }).isVisible()).toBe(true);
  await page.close();
});
