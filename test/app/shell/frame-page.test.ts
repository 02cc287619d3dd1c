import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SMALLEST } from '../../../electron/window-state';
import { axeFaults } from '../study/browser';
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
    for (const work of ['', '&work=1', '&saved=1&tried=1', '&failure=1&readonly=1', '&nothing=1']) {
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

const shown = async (query: string, size = { ...SMALLEST }): Promise<Page> => {
  const page = await browser.newPage({ viewport: size });
  await page.goto(`${served.url}?${query}`);
  await page.locator('[data-part="screen"]').waitFor();
  return page;
};
const answered = (page: Page) => page.evaluate(() => window.isAnswered());

it('says in the head that changes are not kept, and that a case cannot be saved where it lies', async () => {
  const page = await shown('failure=1&readonly=1');
  const alert = page.locator('[data-part="not-kept"]');
  expect(await alert.getAttribute('role')).toBe('alert');
  expect(await alert.textContent()).toContain('NOT kept as a draft');
  expect(await alert.locator('[lang=en]').textContent()).toBe('ENOSPC: no space left on device, write');
  expect(await page.locator('[data-part="read-only"] button').textContent()).toBe('Save case as…');
  await page.close();
});

it('says in the head, on every screen, that nothing is kept on this computer', async () => {
  const page = await shown('nothing=1');
  const notice = page.locator('[data-part="nothing-kept"]');
  expect(await notice.getAttribute('role')).toBe('status');
  expect(await notice.textContent()).toContain('what you do not save is lost when the window closes');
  await page.close();
  const usual = await shown('');
  expect(await usual.locator('[data-part="nothing-kept"]').count()).toBe(0);
  await usual.close();
});

describe.each(['en', 'zh', 'ja'])('what is asked of drafts and saving, in %s', (lang) => {
  it.each(['draft', 'conflict'])('the question of a %s lies in a small window and has no fault for axe', async (question) => {
    const page = await shown(`lang=${lang}&question=${question}`);
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    const box = (await dialog.boundingBox())!;
    expect([box.x >= 0, box.y >= 0, box.x + box.width <= SMALLEST.width]).toEqual([true, true, true]);
    expect(await axeFaults(page)).toEqual([]);
    await page.close();
  });
});

describe('the question of a draft', () => {
  it('has both times, the patient, where it was made, and a few of the differences before all of them', async () => {
    const page = await shown('question=draft');
    const dialog = page.getByRole('dialog');
    const text = (await dialog.textContent())!;
    for (const said of ['Nov 21, 2026', 'Nov 20, 2026', 'A B (1)', '/elsewhere/case.json', 'Fractions of dCRT 2022: 28 → 30'])
      expect(text).toContain(said);
    expect(await dialog.getByRole('listitem').count()).toBe(5);
    await dialog.getByRole('button', { name: 'Compare: show all 8' }).click();
    expect(await dialog.getByRole('listitem').count()).toBe(8);
    await page.close();
  });

  it('discards only after a word, and closing it keeps the draft', async () => {
    const page = await shown('question=draft');
    const discard = page.getByRole('button', { name: 'Discard the draft' });
    expect(await discard.isDisabled()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await answered(page)).toBe(true);
    expect(await page.evaluate(() => window.asked)).toEqual([]);
    await page.reload();
    await page.getByRole('checkbox').check();
    await discard.click();
    expect(await page.evaluate(() => window.asked)).toEqual(['forget x']);
    await page.close();
  });
});

it('a case on the disk is replaced only after a word', async () => {
  const page = await shown('question=conflict');
  expect(await page.getByRole('dialog').textContent()).toContain('Nothing was saved. /a/case.json was changed');
  expect(await page.getByRole('button', { name: 'Replace it' }).isDisabled()).toBe(true);
  await page.getByRole('button', { name: 'Save nothing' }).last().click();
  expect(await answered(page)).toBe(true);
  expect(await page.evaluate(() => window.asked)).toEqual([]);
  await page.close();
});
