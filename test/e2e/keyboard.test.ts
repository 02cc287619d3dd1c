import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { inBothHosts } from './both-hosts';

/* From the first start to the verdict and to a saved case with nothing but a keyboard. */

/** Presses Tab until something has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor({ timeout: 60_000 });
  for (let presses = 0; presses < 150; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${target} is not reached by Tab`);
}

const NOTICE = 'every number must be checked by a qualified person before anyone acts on it';

inBothHosts('a person without a mouse', (step) => {
  step('reads the notice once, and finds no cases yet', async ({ page }) => {
    await page.getByText(NOTICE).waitFor();
    expect(await page.getByText(NOTICE).count()).toBe(1);
    const recent = page.getByRole('region', { name: 'Recent cases' });
    expect(await recent.getByText('Cases that you save will be listed here.').count()).toBe(1);
    await tabTo(page, page.getByRole('button', { name: 'Understood' }));
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByText(NOTICE).count()).toBe(0);
  });

  step('comes to the verdict, tries another dose and goes back', async ({ page }) => {
    await tabTo(page, page.getByRole('button', { name: 'Open the sample patient' }));
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('button', { name: 'Make the case' }));
    await page.keyboard.press('Enter');
    await page.getByText('3 organs exceed a mandatory goal').waitFor({ timeout: 60_000 });
    const slider = page.getByRole('slider', { name: /Planned dose/ });
    await tabTo(page, slider);
    for (let n = 0; n < 10; n++) await page.keyboard.press('ArrowLeft');
    await expect.poll(() => slider.getAttribute('aria-valuenow')).toBe('0.9');
    await tabTo(page, page.getByRole('button', { name: 'Back to the case as it is' }));
    await page.keyboard.press('Enter');
    await expect.poll(() => slider.getAttribute('aria-valuenow')).toBe('1');
  });

  step('saves by the shortcut; the next start shows no notice and, where files have a place, the case', async (app) => {
    await app.whileSaving('typed.json', () => app.page.keyboard.press('Control+s'));
    await app.page.getByText('saved', { exact: true }).waitFor();
    await app.startAgain();
    const { page } = app;
    const recent = page.getByRole('region', { name: 'Recent cases' });
    await recent.waitFor();
    expect(await page.getByText(NOTICE).count()).toBe(0);
    expect(await page.getByText('For research and independent checking. Not a cleared medical device.').count()).toBe(1);
    if (app.kind === 'web') return;
    await tabTo(page, recent.getByRole('button', { name: /^typed\.json/ }));
    await page.keyboard.press('Enter');
    await page.getByText('3 organs exceed a mandatory goal').waitFor({ timeout: 60_000 });
  });
});
