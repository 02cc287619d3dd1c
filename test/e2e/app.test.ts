import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Assessment } from '../../src/evaluation/assessment';
import { HOSTS } from './both-hosts';
import { type Driven, ROOT } from './driven';
import { inPackage } from './packaged';
import { goTo } from './steps';

/*
 * The built app from the first screen to a saved and reopened case, in a browser, in Electron and as it is packaged,
 * against the numbers of the command line.
 */

/** Bands come seconds after the figures, and later where others compute. */
const ANSWER_MS = 60_000;

const THORAX = path.join(ROOT, 'dicom-samples/thorax');

function byCommandLine(caseFile: string): Assessment {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [path.join(ROOT, 'dist/cli/main.js'), 'assess', caseFile, '--json', '-'],
    { encoding: 'utf8', maxBuffer: 2 ** 28 },
  );
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

describe.each([...HOSTS, ['the package', inPackage] as const])('the app in %s', (where, start) => {
  let app: Driven;
  let data: string;
  let why: string | undefined;

  beforeAll(async () => {
    data = mkdtempSync(path.join(tmpdir(), 'isoeffect-data-'));
    cpSync(THORAX, path.join(data, 'thorax'), { recursive: true });
    rmSync(path.join(data, 'thorax/case.json'));
    const started = await start();
    if (typeof started === 'string') {
      why = started;
      console.warn(`The app in ${where} was not driven: ${why}.`);
    } else app = started;
  }, 120_000);
  afterAll(async () => {
    await app?.close();
    rmSync(data, { recursive: true, force: true });
  });

  const organRow = (roi: string) =>
    app.page
      .getByRole('row')
      .filter({ has: app.page.getByText(roi, { exact: true }) })
      .first();
  const nearMaximum = async (roi: string) => (await organRow(roi).innerText()).replaceAll('\n', ' ');

  it('opens a folder, makes the case, and shows the command line’s numbers', async ({ skip }) => {
    if (why) return skip(why);
    const { page } = app;
    await app.whileChoosing([path.join(data, 'thorax')], () => page.getByRole('button', { name: 'Open a folder…' }).click());
    await page.getByRole('button', { name: 'Make the case' }).click({ timeout: 30_000 });
    await page.getByText('3 organs exceed a mandatory goal').waitFor({ timeout: 60_000 });
    const { organs } = byCommandLine(path.join(THORAX, 'case.json'));
    for (const roi of ['SpinalCord', 'Esophagus', 'Trachea', 'Heart', 'Lungs', 'A_Aorta']) {
      const near = organs.find((organ) => organ.roi === roi)!.metrics['D0.03cc'];
      const text = await nearMaximum(roi);
      for (const gy of [near.priorEqd2Gy, near.plannedEqd2Gy, near.cumulativeEqd2Gy]) expect(text, roi).toContain(gy!.toFixed(1));
    }
    expect(await page.locator('canvas').count()).toBeGreaterThanOrEqual(3);
  }, 120_000);

  it('has the patient on every screen, and in the title of the window', async ({ skip }) => {
    if (why) return skip(why);
    const { page, program } = app;
    const whose = /^Thorax, Sample · ID ISO-SAMPLE-1 · born 1955-03-01 · .+ – Isoeffect$/;
    expect(await page.title()).toMatch(whose);
    if (program) {
      const title = () => program.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0].getTitle());
      expect(await title()).toMatch(whose);
    }
    for (const screen of ['Start', 'Data', 'Case', 'Registration', 'Assessment'] as const) {
      await goTo(app, screen);
      const bar = page.locator('[data-part="patient"]');
      expect(await bar.innerText(), screen).toContain('Thorax, Sample');
      expect((await bar.innerText()).match(/28 fractions/g), screen).toHaveLength(2);
    }
  }, 60_000);

  it('answers what-if on the planned dose and alpha/beta, with the original beside it, and goes back', async ({ skip }) => {
    if (why) return skip(why);
    const { page } = app;
    await organRow('SpinalCord').getByText('SpinalCord', { exact: true }).click();
    const before = await nearMaximum('SpinalCord');
    const slider = page.getByRole('slider', { name: /Planned dose/ });
    await slider.focus();
    for (let n = 0; n < 10; n++) await page.keyboard.press('ArrowLeft');
    await expect.poll(() => nearMaximum('SpinalCord'), { timeout: ANSWER_MS }).toMatch(/was \d/);
    await expect.poll(() => slider.getAttribute('aria-valuenow')).toBe('0.9');
    const scaled = await nearMaximum('SpinalCord');
    expect(scaled).not.toBe(before);
    const alphaBeta = page.getByLabel(/^α\/β of SpinalCord/);
    await alphaBeta.fill('4');
    await expect.poll(() => nearMaximum('SpinalCord'), { timeout: ANSWER_MS }).not.toBe(scaled);
    await page.getByRole('button', { name: 'Back to the case as it is' }).click();
    await expect.poll(() => nearMaximum('SpinalCord'), { timeout: ANSWER_MS }).toBe(before);
  }, 240_000);

  it('takes the views to where a figure comes from', async ({ skip }) => {
    if (why) return skip(why);
    const { page } = app;
    const shown = async () => (await page.locator('body').innerText()).match(/Axial\s+z −?[\d.]+ mm/)?.[0];
    const before = await shown();
    // The views begin where the organ that is farthest over its limit has its near maximum, 115.0 Gy: its hot part is even
    // over several slices, so that the dose is told and not the slice.
    await page.getByRole('tab', { name: 'At the crosshair' }).click();
    const sum = page.getByRole('row').filter({ hasText: 'Cumulative EQD2' });
    await sum.waitFor();
    expect(await sum.innerText()).toMatch(/11[45]\.\d/);
    await page.getByRole('tab', { name: 'Organs' }).click();
    await organRow('Heart').locator('button[data-metric="D0.03cc"]').last().click();
    await expect.poll(shown, { timeout: 10_000 }).not.toBe(before);
    await page.getByRole('tab', { name: 'At the crosshair' }).click();
    await page.getByText('dCRT 50.4').last().waitFor();
    await page.getByRole('tab', { name: 'Organs' }).click();
  }, 60_000);

  it('saves the case, which the command line reads to the same verdict, and opens it again', async ({ skip }) => {
    if (why) return skip(why);
    const { page } = app;
    const saved = await app.whileSaving('case.json', () => page.getByRole('button', { name: 'Save case' }).click());
    await page.getByText('saved', { exact: true }).waitFor();
    await expect.poll(() => existsSync(saved)).toBe(true);
    // In a browser the file goes to the downloads; it belongs into the folder that was opened.
    const place = app.kind === 'web' ? path.join(data, 'thorax/case.json') : saved;
    if (app.kind === 'web') cpSync(saved, place);
    const text = JSON.parse(readFileSync(place, 'utf8'));
    expect(Object.keys(text.inputs).length).toBeGreaterThanOrEqual(6);
    const again = byCommandLine(place);
    expect(again.overall.mandatoryExceeded).toBe(4);
    expect(again.findings.filter(({ code }) => code === 'input-changed')).toEqual([]);
    await app.whileChoosing([app.kind === 'web' ? path.join(data, 'thorax') : place], async () => {
      await page.getByRole('button', { name: 'Open', exact: true }).click();
      await page.getByRole('menuitem', { name: 'Open case…' }).click();
    });
    await page.locator('table').first().waitFor({ state: 'hidden' });
    await page.getByText('3 organs exceed a mandatory goal').waitFor({ timeout: 60_000 });
    await page.getByText('saved', { exact: true }).waitFor();
    // In Electron the case was saved elsewhere: its CT lies one folder below the files that it names.
    await page.locator('canvas').first().waitFor({ timeout: 30_000 });
  }, 120_000);

  it('undoes and redoes a change of the case', async ({ skip }) => {
    if (why) return skip(why);
    const { page } = app;
    await page
      .locator('header label')
      .filter({ hasText: /^Case$/ })
      .click();
    await page.getByRole('heading', { name: 'Course 1' }).waitFor();
    const name = page.getByRole('textbox', { name: 'Name' }).first();
    const before = await name.inputValue();
    await name.fill('first course');
    await name.blur();
    await page.getByText('not saved').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => name.inputValue(), { timeout: 5000 }).not.toBe('first course');
    expect(before).not.toBe('first course');
  }, 60_000);

  it('has asked nothing of any network', async ({ skip }) => {
    if (why) return skip(why);
    expect(await app.networkRequests()).toBe(0);
  });
});
