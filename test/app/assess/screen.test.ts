import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SMALLEST } from '../../../electron/window-state';
import { byUrgency } from '../../../src/figures/organ-order';
import { printable } from '../../../src/printable';
import { fixture } from '../../report/fixture';
import { HOSTILE } from '../../report/variants';
import { launchBrowser, servePage } from '../viewer/browser';

let browser: Browser;
let served: Awaited<ReturnType<typeof servePage>>;
let page: Page;
const problems: string[] = [];
/** The rows of the organ table. */
const GRID = '[role="treegrid"] tbody';

beforeAll(async () => {
  browser = await launchBrowser();
  served = await servePage('../assess/page');
  page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) problems.push(message.text());
  });
  page.on('dialog', (dialog) => {
    problems.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
});

afterAll(async () => {
  await browser.close();
  await served.close();
});

const open = async (query: Record<string, string> = {}) => {
  problems.length = 0;
  await page.goto(`${served.url}?${new URLSearchParams(query)}`);
  await page.locator('main').waitFor();
};
/** Opens what the banner folds, where it folds anything. */
const unfold = async () => {
  const button = page.locator('section[data-look] button[aria-expanded="false"]');
  if ((await button.count()) > 0) await button.click();
};
const told = () => page.evaluate(() => window.told);
const focused = () =>
  page.evaluate(() => {
    const at = document.activeElement as HTMLElement;
    return at.tagName === 'TR'
      ? `row ${at.innerText.split('\n')[0].trim()}`
      : `${at.tagName.toLowerCase()} ${at.innerText.trim()}`;
  });
const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const rowNames = () => page.locator('tr[aria-level="1"] th b bdi').allInnerTexts();

describe('the parts of the assess screen, in a browser', () => {
  it('lists organs in the order of the report, with their goals below them', async () => {
    await open();
    expect(await rowNames()).toEqual(byUrgency(fixture.organs).map(({ roi }) => roi));
    const levels = await page
      .locator('tbody tr[data-row]')
      .evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-level')));
    expect(levels.join('')).toBe(
      byUrgency(fixture.organs)
        .map(({ goals }) => `1${'2'.repeat(goals.length)}`)
        .join(''),
    );
    expect(problems).toEqual([]);
  });

  it.each([
    ['en', 'fixture'],
    ['zh', 'fixture'],
    ['ja', 'states'],
  ])('has the verdicts in view, whole, in the smallest window: %s, %s', async (lang, shown) => {
    await page.setViewportSize(SMALLEST);
    await open({ lang, case: shown });
    const beyond = await page.evaluate((grid) => {
      const frame = document.querySelector(grid)!.closest('table')!.parentElement!.getBoundingClientRect();
      const marks = [...document.querySelectorAll(`${grid} [data-verdict]`)].map((mark) => mark.getBoundingClientRect());
      return { marks: marks.length > 0, outside: marks.filter(({ left, right }) => left < frame.left || right > frame.right) };
    }, GRID);
    expect(beyond).toEqual({ marks: true, outside: [] });
    await page.setViewportSize({ width: 1366, height: 768 });
  });

  it.each([
    ['en', 'exceeded', 'not evaluable', 'met'],
    ['zh', '超出', '无法评估', '达标'],
    ['ja', '超過', '評価不能', '適合'],
  ])('says verdicts by word and shape: %s', async (lang, exceeded, open_, met) => {
    await open({ lang });
    const marks = await page
      .locator('[data-verdict]')
      .evaluateAll((all) =>
        all.map((each) => [each.getAttribute('data-verdict'), (each as HTMLElement).innerText.replace(/\s*\d+ /, ' ')]),
      );
    const words = { exceeded: `■ ${exceeded}`, 'not evaluable': `▲ ${open_}`, met: `● ${met}` };
    expect(marks.length).toBeGreaterThan(15);
    for (const [verdict, text] of marks) expect(text).toBe(words[verdict as keyof typeof words]);
  });

  it('takes nothing from a file for markup', async () => {
    for (const text of HOSTILE) {
      await open({ hostile: text });
      const names = await page.locator('tr[aria-level="1"] th b bdi').allTextContents();
      // What cannot be seen is written as an escape.
      expect(names).toEqual([printable(text)]);
      await open({ hostile: text, part: 'lower' });
      expect(await page.locator('main script, main img').count()).toBe(0);
    }
    expect(problems).toEqual([]);
  });

  it('moves by arrows, opens and closes, and chooses by Enter', async () => {
    await open();
    await page.locator(`${GRID} tr`).first().focus();
    expect(await focused()).toContain('SpinalCord');
    await press('ArrowDown');
    expect(await focused()).toContain('Dmax');
    await press('ArrowLeft');
    expect(await focused()).toContain('SpinalCord');
    const before = await page.locator(`${GRID} tr`).count();
    await press('ArrowLeft');
    expect(await page.locator(`${GRID} tr`).count()).toBe(before - 4);
    await press('ArrowDown');
    expect(await focused()).toContain('食管');
    await press('ArrowUp', 'ArrowRight');
    expect(await page.locator(`${GRID} tr`).count()).toBe(before);
    await press('End');
    expect(await focused()).toContain('Dmax');
    await press('Home', 'ArrowDown', 'Enter');
    expect((await told()).selected).toEqual(['SpinalCord']);
    expect(await page.locator('tr[aria-selected="true"] th b').innerText()).toBe('SpinalCord');
  });

  it('has one stop for Tab in the table, with the buttons of that row behind it', async () => {
    await open();
    expect(await page.locator(`${GRID} tr[tabindex="0"]`).count()).toBe(1);
    await page.locator(`${GRID} tr`).nth(3).focus();
    expect(await page.locator(`${GRID} tr[tabindex="0"]`).count()).toBe(1);
    expect(await page.locator(`${GRID} tr:not([tabindex="0"]) button[tabindex="0"]`).count()).toBe(0);
  });

  it('tells where a figure comes from, by key and by click', async () => {
    await open();
    await page.locator(`${GRID} tr`, { hasText: 'SpinalCord' }).first().focus();
    // Chevron, match, α/β, then the first figure.
    await press('ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Enter');
    expect((await told()).places).toEqual([{ roi: 'SpinalCord', metric: 'D0.03cc', scope: 'prior' }]);
    await page.locator('tr', { hasText: 'HyTEC' }).locator('button[data-metric]').first().click();
    await page.locator('tr', { hasText: 'Single course' }).locator('button[data-metric]').first().click();
    expect((await told()).places.slice(1)).toEqual([
      { roi: 'SpinalCord', metric: 'Dmax', scope: expect.stringMatching(/planned|cumulative/) },
      { roi: fixture.organs[1].roi, metric: 'V20Gy', scope: 'planned' },
    ]);
    // The organ of the figure is chosen with it.
    expect((await told()).selected.at(-1)).toBe(fixture.organs[1].roi);
  });

  it('shows what was beside what is tried, and goes back', async () => {
    await open({ scale: '0.8' });
    const cordGoal = page.locator('tr', { hasText: '< 57' }).first();
    await expect.poll(() => cordGoal.innerText()).toContain('was 61.3');
    expect(await cordGoal.innerText()).toContain('was ■ exceeded');
    expect(await page.locator('[data-part="what-if"]').innerText()).toContain('planned dose ×0.80');
    await page.getByRole('button', { name: 'Back to the case as it is' }).click();
    expect(await page.locator(GRID).innerText()).not.toMatch(/was [\d■]/);
    expect(await page.locator('[role="note"]').innerText()).not.toContain('×');
    expect(problems).toEqual([]);
  });

  it('tells each step of a slider while it moves', async () => {
    await open();
    const thumb = page.getByRole('slider', { name: 'Planned dose' });
    await thumb.focus();
    await press('ArrowLeft', 'ArrowLeft', 'ArrowLeft');
    expect((await told()).whatIf.map(({ plannedScale }) => plannedScale)).toEqual([0.99, 0.98, 0.97]);
    expect(await thumb.getAttribute('aria-valuetext')).toContain('PTV_5040 48.8');
    await page.getByRole('slider', { name: /Recovery of/ }).focus();
    await press('ArrowRight');
    expect((await told()).whatIf.at(-1)).toMatchObject({ plannedScale: 0.97, recovery: 0.05 });
  });

  it('reads the curves under the pointer and follows the width of its place', async () => {
    await open();
    const plot = page.locator('[data-part="dvh"]');
    const box = (await plot.boundingBox())!;
    await page.mouse.move(box.x + box.width * 0.45, box.y + box.height * 0.6);
    await expect
      .poll(() => page.locator('figure p').first().innerText())
      .toMatch(/At [\d.]+\sGy\s+prior [\d.]+\s%\s+planned [\d.]+\s%\s+cumulative [\d.]+\s%/);
    await page.setViewportSize({ width: 1000, height: 768 });
    await expect.poll(async () => (await plot.locator('canvas').boundingBox())!.width).toBeLessThan(box.width - 50);
    await page.setViewportSize({ width: 1366, height: 768 });
    expect(await page.locator('figure table caption').count()).toBe(1);
  });

  it('does not offer physical dose of all courses, and says why', async () => {
    await open();
    const quantities = page.getByRole('radiogroup', { name: 'Quantity' });
    expect(await quantities.getByRole('radio').count()).toBe(2);
    await page.getByRole('button', { name: /Why is physical/ }).focus();
    await expect.poll(() => page.getByRole('tooltip').first().innerText()).toContain('not added up');
    await page.getByText('planned', { exact: true }).first().click();
    await quantities.getByText('Physical').click();
    await page.getByText('cumulative', { exact: true }).first().click();
    const settings = (await told()).layer.map(({ scope, quantity }) => `${scope} ${quantity}`);
    expect(settings).toEqual(['planned eqd2', 'planned physical', 'cumulative eqd2']);
  });

  it('shows what is missing, asked, answered and met only as placed, and lets it be said', async () => {
    await open({ case: 'states' });
    const banner = page.locator('section[data-look]');
    expect(await banner.getAttribute('data-look')).toBe('not evaluable');
    await unfold();
    const said = (await banner.innerText()).replaceAll('\u00a0', ' ');
    expect(said).toContain('2 questions are open: no verdict on Lungs.');
    expect(said).toContain('A required organ is missing: oesophagus.');
    expect(said).toContain('◐ 1 of them only as placed');
    expect(said).toContain('Dmax 56.1 Gy: met, exceeded when the prior course is 3 mm off (58.2 Gy)');
    expect(said).toContain('taken as one by Dr. Li on 2026-11-27 because: a new ID since her marriage');
    const first = page.locator(`${GRID} tr`).first();
    expect(await first.innerText()).toMatch(/oesophagus\s+▲ missing/);
    expect(await page.locator(GRID).innerText()).not.toContain('brachial plexus');
    expect(await page.locator('main').innerText()).toMatch(/not counted:\s+brachial plexus, great vessels/);
    // By keyboard: the row, its chevron, then what can be said of it.
    await first.focus();
    await press('ArrowRight', 'ArrowRight', 'Enter');
    await page.getByRole('button', { name: 'Withdraw: stomach' }).click();
    await banner.getByRole('button', { name: 'Answer…' }).click();
    expect((await told()).asked).toEqual(['absent Esophagus', 'present Stomach', 'questions']);
    expect((await told()).selected).toEqual([]);
    await open({ case: 'states', part: 'lower' });
    expect(await page.locator('section li').first().innerText()).toMatch(/^\? Question/);
    await page.getByRole('button', { name: /^Answer: .+reg\/REG/ }).click();
    await page.getByRole('button', { name: /^Withdraw: Input differs/ }).click();
    expect((await told()).asked).toEqual(['answer reg/REG.dcm', 'withdraw plan/RS.dcm']);
    await page.getByRole('button', { name: /^I have seen it: .+reg\/REG/ }).click();
    expect((await told()).asked.at(-1)).toBe('seen reg/REG.dcm');
    expect(problems).toEqual([]);
  });

  it.each([
    [1366, 768],
    [1280, 800],
  ])(
    'gives the banner less than a third of a window of %i x %i, and folds no organ that exceeds a mandatory goal',
    async (width, height) => {
      await page.setViewportSize({ width, height });
      for (const lang of ['en', 'zh', 'ja']) {
        await open({ lang });
        const banner = page.locator('section[data-look]');
        const over = banner.locator('[data-part="over"] button');
        expect((await banner.boundingBox())!.height).toBeLessThan(height / 3);
        const names = await over.allInnerTexts();
        expect(names).toEqual(['SpinalCord', '食管 Esophagus']);
        for (let n = 0; n < names.length; n++) expect(await over.nth(n).isVisible()).toBe(true);
        // What is folded is counted: so many more lines are read once it is opened.
        const lines = () =>
          banner
            .locator('[data-part="lines"] :is(p, li)')
            .evaluateAll((all) => all.filter((each) => getComputedStyle(each).visibility === 'visible').length);
        const [folded, button] = [await lines(), banner.locator('button[aria-expanded]')];
        const count = (await button.count()) === 0 ? 0 : Number(/\d+/.exec(await button.innerText())![0]);
        await unfold();
        expect(await lines()).toBe(folded + count);
      }
      await page.setViewportSize({ width: 1366, height: 768 });
    },
  );

  describe.each(['light', 'dark'])('in %s', (scheme) => {
    it.each(['en', 'zh', 'ja'])(
      'has no fault that axe finds: %s',
      async (lang) => {
        const queries: Record<string, string>[] = [
          {},
          { case: 'states', moving: '1' },
          { case: 'states', part: 'lower' },
          { scale: '0.8', recovery: '1', phases: '2' },
          { part: 'lower' },
        ];
        if (lang === 'en') queries.push({ case: 'many' }, { case: 'priorUnknown' });
        for (const query of queries) {
          await open({ lang, scheme, ...query });
          const more = page.locator('section button[aria-haspopup="dialog"]');
          if (await more.count()) await more.first().click();
          await page.evaluate(axe.source);
          const { violations } = await page.evaluate(() =>
            (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
              rules: { 'landmark-one-main': { enabled: true }, 'page-has-heading-one': { enabled: false } },
            }),
          );
          expect(
            violations.map(({ id, nodes }) => [
              id,
              nodes.map(({ html, failureSummary }) => `${html.slice(0, 200)} ${failureSummary}`),
            ]),
          ).toEqual([]);
          expect(problems).toEqual([]);
        }
      },
      240_000,
    );
  });
});
